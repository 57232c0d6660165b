interface Signature {
  readonly mediaType: string;
  readonly matches: (bytes: Uint8Array) => boolean;
}

function startsWith(...expected: number[]): (bytes: Uint8Array) => boolean {
  return (bytes) => expected.every((byte, index) => bytes[index] === byte);
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

const isZip = startsWith(0x50, 0x4b, 0x03, 0x04);

/** The first entry names of a ZIP file, as far as its first 4 kB show them. */
function zipHolds(folder: string): (bytes: Uint8Array) => boolean {
  return (bytes) => isZip(bytes) && ascii(bytes, 0, 4_096).includes(folder);
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

const SIGNATURES: readonly Signature[] = [
  { mediaType: 'image/png', matches: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  { mediaType: 'image/jpeg', matches: startsWith(0xff, 0xd8, 0xff) },
  { mediaType: 'image/gif', matches: (bytes) => /^GIF8[79]a/.test(ascii(bytes, 0, 6)) },
  {
    mediaType: 'image/webp',
    matches: (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP',
  },
  { mediaType: 'application/pdf', matches: (bytes) => ascii(bytes, 0, 5) === '%PDF-' },
  { mediaType: `${OFFICE}.spreadsheetml.sheet`, matches: zipHolds('xl/') },
  { mediaType: `${OFFICE}.wordprocessingml.document`, matches: zipHolds('word/') },
  { mediaType: 'application/zip', matches: isZip },
  // Files of Office before 2007, and what Office encrypts.
  {
    mediaType: 'application/x-ole-storage',
    matches: startsWith(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
  },
];

function isUtf8Text(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * What a file is by its content; the name and the type that came with it say nothing. Text without
 * zero bytes in UTF-8 is `text/plain`; anything else unknown is undefined.
 */
export function mediaTypeOf(bytes: Uint8Array): string | undefined {
  const known = SIGNATURES.find((signature) => signature.matches(bytes));
  if (known !== undefined) return known.mediaType;
  return bytes.length > 0 && isUtf8Text(bytes) ? 'text/plain' : undefined;
}

/** True when content of `found` may be handed in where `accepted` is asked for (CSV is plain text). */
export function accepts(accepted: readonly string[], found: string | undefined): boolean {
  if (found === undefined) return false;
  if (accepted.includes(found)) return true;
  return found === 'text/plain' && accepted.includes('text/csv');
}
