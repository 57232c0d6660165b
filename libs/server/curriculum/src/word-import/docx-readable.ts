import type { DocxParts } from './open-docx.js';

/** Parts that hold words of the text. */
const WORDS = /^word\/(?:document|footnotes|endnotes)\.xml$/;

/**
 * Wrappers that the converter does not know and leaves out with the words in them (fields in one piece: numbers of
 * captions, references to other places; words written in a direction of their own), as one that it looks into.
 */
const UNKNOWN_WRAPPER = /<(\/?)w:(?:fldSimple|dir|bdo)(?=[\s>/])/g;
/** Words that say how words are read: the converter leaves out both. They come in brackets, behind what they are about. */
const RUBY_FRAME = /<\/?w:ruby(?=[\s>])[^<>]*>/g;
const RUBY = /<w:rt(?=[\s>])[^<>]*>/;
const RUBY_END = '</w:rt>';
const RUBY_BASE_END = '</w:rubyBase>';
const FORMULA_FRAME = /<\/?m:oMathPara(?=[\s>/])[^<>]*>/g;
const FORMULA = /<m:oMath(?:\s[^<>]*)?>/;
const FORMULA_END = '</m:oMath>';

/** An archive as the converter asks for it. */
export interface DocxArchive {
  readonly exists: (name: string) => boolean;
  readonly read: (name: string, encoding?: string) => Promise<string | Uint8Array>;
}

/** The parts as they were checked, so that the converter reads nothing else; no words of them are passed over. */
export function readableArchive(parts: DocxParts): DocxArchive {
  return {
    exists: (name) => parts.has(name),
    read: (name, encoding) => {
      const content = parts.get(name);
      if (content === undefined) return Promise.reject(new Error(`${name} is not there`));
      if (encoding === 'base64') return Promise.resolve(content.toString('base64'));
      if (encoding === undefined) return Promise.resolve(content);
      const text = content.toString();
      return Promise.resolve(WORDS.test(name) ? readable(text) : text);
    },
  };
}

function readable(xml: string): string {
  const [start = '', ...rubies] = xml
    .replace(UNKNOWN_WRAPPER, '<$1w:smartTag')
    .replace(RUBY_FRAME, '')
    .split(RUBY);
  const [before = '', ...formulas] = (start + rubies.map(inBrackets).join(''))
    .replace(FORMULA_FRAME, '')
    .split(FORMULA);
  return before + formulas.map(asWords).join('');
}

/** How words are read, then the words themselves, then what follows them: the other way round. */
function inBrackets(piece: string): string {
  const end = piece.indexOf(RUBY_END);
  const baseEnd = piece.indexOf(RUBY_BASE_END, end);
  if (end < 0 || baseEnd < 0) return `<w:smartTag>${piece.replace(RUBY_END, '</w:smartTag>')}`;
  const base = piece.slice(end + RUBY_END.length, baseEnd).replace(/<w:rubyBase[^<>]*>/, '');
  const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
  const reading = piece.slice(0, end);
  return `${base}${run(' (')}${reading}${run(')')}${piece.slice(baseEnd + RUBY_BASE_END.length)}`;
}

/** A formula, and what follows it, with its letters as words. */
function asWords(piece: string): string {
  const end = piece.indexOf(FORMULA_END);
  if (end < 0) return `<m:oMath>${piece}`;
  const letters = piece
    .slice(0, end)
    .split(/<m:t(?:\s[^<>]*)?>/)
    .slice(1)
    .map((part) => part.split('<', 1)[0]);
  return `<w:r><w:t>${letters.join('')}</w:t></w:r>${piece.slice(end + FORMULA_END.length)}`;
}
