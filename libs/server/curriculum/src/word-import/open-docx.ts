import { DomainError } from '@cam-nang/domain';
import { archiveParts, ArchiveRefused, mediaTypeOf, type ArchivePart } from '@cam-nang/platform';

/** A file of Word that may be read: its parts by name. */
export type DocxParts = ReadonlyMap<string, ArchivePart['content']>;

const LIMITS = { parts: 2000, bytes: 150_000_000 };
/** Bytes of one part in XML, and elements of the text: far above a book, and quick enough to read. */
const MOST_XML_BYTES = 20_000_000;
const MOST_ELEMENTS = 400_000;
const MAIN = 'word/document.xml';
/** Names that another reader may take for the name of another part. */
const CROOKED = /(?:^|\/)\.{1,2}(?:\/|$)|\\|\/\//;
const TYPES = '[Content_Types].xml';

/**
 * Opens a file of Word that came from outside: no bomb, no macros, no entities, nothing that reads other
 * files, bounded in parts, bytes and elements.
 *
 * @throws DomainError `document.unreadable`, `document.old_format`, `document.encrypted`,
 *   `document.has_macros`, `document.too_large`
 */
export function openDocx(bytes: Uint8Array): DocxParts {
  if (mediaTypeOf(bytes) === 'application/x-ole-storage') throw oldFile(bytes);
  const parts = new Map(partsOf(bytes).map(({ name, content }) => [name, content]));
  const main = parts.get(MAIN);
  const types = parts.get(TYPES);
  if (main === undefined || types === undefined) throw unreadable('no_document');
  if (hasMacros(parts, types)) throw new DomainError('document.has_macros');
  if ([...parts.keys()].some((name) => CROOKED.test(name))) throw unreadable('names');
  checkXml(parts);
  return parts;
}

function partsOf(bytes: Uint8Array): readonly ArchivePart[] {
  try {
    return archiveParts(bytes, LIMITS);
  } catch (error) {
    if (!(error instanceof ArchiveRefused)) throw error;
    if (error.fault === 'too_large') throw tooLarge('unpacked', LIMITS.bytes);
    throw unreadable(error.fault);
  }
}

/** Office puts an encrypted document into the container that its files had before 2007. */
function oldFile(bytes: Uint8Array): DomainError {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  const isEncrypted = Buffer.from(bytes).includes(name);
  return new DomainError(isEncrypted ? 'document.encrypted' : 'document.old_format');
}

function hasMacros(parts: DocxParts, types: Buffer): boolean {
  const names = [...parts.keys()].map((name) => name.toLowerCase());
  return names.some((name) => name.endsWith('vbaproject.bin')) || types.includes('macroEnabled');
}

/** Relationships may name any part as text, so every part that is XML is looked at, whatever its name. */
function checkXml(parts: DocxParts): void {
  const texts = [...parts].filter(([name, content]) => isXml(name, content));
  for (const [, content] of texts) checkPart(content);
  const elements = texts.reduce((sum, [, content]) => sum + count(content, '<'), 0);
  if (elements > MOST_ELEMENTS) throw tooLarge('elements', MOST_ELEMENTS);
}

function isXml(name: string, content: Buffer): boolean {
  const start = content
    .subarray(0, 200)
    .toString()
    .replace(/^\uFEFF/, '')
    .trimStart();
  return /\.(xml|rels)$/i.test(name) || start.startsWith('<') || start === '';
}

function checkPart(content: Buffer): void {
  if (content.length > MOST_XML_BYTES) throw tooLarge('xml', MOST_XML_BYTES);
  // In UTF-16 the marks would not be found as they are looked for; Word writes UTF-8.
  const isWide = (content[0] ?? 0) >= 0xfe || content.subarray(0, 4).includes(0);
  if (isWide || content.includes('<!DOCTYPE') || content.includes('<!ENTITY')) {
    throw unreadable('entities');
  }
}

function count(content: Buffer, mark: string): number {
  let times = 0;
  for (let at = content.indexOf(mark); at >= 0; at = content.indexOf(mark, at + 1)) times += 1;
  return times;
}

export function unreadable(why: string): DomainError {
  return new DomainError('document.unreadable', { why });
}

export function tooLarge(what: string, most: number): DomainError {
  return new DomainError('document.too_large', { what, most });
}
