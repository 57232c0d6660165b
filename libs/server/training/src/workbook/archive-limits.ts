import { inflateRawSync } from 'node:zlib';
import { DomainError } from '@cam-nang/domain';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
/** Mark of the size that follows the data, and the flag that says so. */
const SIZE = Buffer.from([0x50, 0x4b, 0x07, 0x08]);
const SIZE_FOLLOWS = 0x08;
const MOST_ENTRIES = 200;
const MOST_BYTES = 60_000_000;

function unreadable(why: string): never {
  throw new DomainError('import.unreadable', { why });
}

function endOfDirectory(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - 65_557);
  for (let at = bytes.length - 22; at >= lowest; at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  return unreadable('not a workbook');
}

/** A part of the archive as its directory lists it, and as the file itself begins it. */
interface Part {
  readonly at: number;
  readonly method: number;
  readonly data: Buffer;
  /** Where the next part must begin. */
  readonly end: number;
}

/** The parts that the directory lists, in the order of the file. */
function partsOf(bytes: Buffer, end: number): Part[] {
  const entries = bytes.readUInt16LE(end + 10);
  if (entries === 0 || entries > MOST_ENTRIES) unreadable('too many parts');
  const parts: Part[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < entries; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) unreadable('damaged');
    parts.push(partOf(bytes, at));
    at +=
      46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  if (at !== end) unreadable('damaged');
  return parts.sort((one, other) => one.at - other.at);
}

/** One part; what the directory says of it and what stands before its data must agree. */
function partOf(bytes: Buffer, entry: number): Part {
  const method = bytes.readUInt16LE(entry + 10);
  const packed = bytes.readUInt32LE(entry + 20);
  const at = bytes.readUInt32LE(entry + 42);
  if (at + 30 > entry || bytes.readUInt32LE(at) !== LOCAL_ENTRY) unreadable('damaged');
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const data = bytes.subarray(start, start + packed);
  const told = bytes.readUInt32LE(at + 18);
  const sizeFollows = (bytes.readUInt16LE(at + 6) & SIZE_FOLLOWS) !== 0 && told === 0;
  // The reader finds the end of such data by the mark alone.
  const agreed = sizeFollows ? bytes.indexOf(SIZE, start) - start : told;
  if (bytes.readUInt16LE(at + 8) !== method || agreed !== packed) unreadable('damaged');
  return { at, method, data, end: start + packed + (sizeFollows ? 16 : 0) };
}

/** Size of a part when really unpacked; its own claim is not believed. */
function unpackedSize({ method, data }: Part, room: number): number {
  if (method === 0) return data.length;
  if (method !== 8) unreadable('unknown compression');
  try {
    return inflateRawSync(data, { maxOutputLength: room }).length;
  } catch {
    return unreadable('too large when unpacked');
  }
}

/**
 * Refuses a workbook that is none, is damaged, or would unpack to more than 60 MB in all (a bomb),
 * before any reader sees it. The reader goes from part to part without the directory, so there may
 * be nothing between the parts that the directory does not list. Throws `import.unreadable`.
 */
export function checkArchive(content: Uint8Array): void {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.length < 22) unreadable('not a workbook');
  const end = endOfDirectory(bytes);
  let room = MOST_BYTES;
  let next = 0;
  for (const part of partsOf(bytes, end)) {
    if (part.at !== next) unreadable('damaged');
    room -= unpackedSize(part, Math.max(1, room));
    if (room <= 0) unreadable('too large when unpacked');
    next = part.end;
  }
  if (next !== bytes.readUInt32LE(end + 16)) unreadable('damaged');
}
