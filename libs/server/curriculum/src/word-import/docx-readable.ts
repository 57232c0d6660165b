import type { DocxParts } from './open-docx.js';

/** Parts that hold words of the text. */
const WORDS = /^word\/(?:document|footnotes|endnotes)\.xml$/;

/**
 * Wrappers that the converter does not know and leaves out with the words in them (fields in one piece: numbers of
 * captions, references to other places; words written in a direction of their own), as one that it looks into.
 */
const UNKNOWN_WRAPPER = /<(\/?)w:(?:fldSimple|dir|bdo)(?=[\s>/])/g;
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
  const [before = '', ...formulas] = xml
    .replace(UNKNOWN_WRAPPER, '<$1w:smartTag')
    .replace(FORMULA_FRAME, '')
    .split(FORMULA);
  return before + formulas.map(asWords).join('');
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
