import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
/** Mark of the size that follows the data, and the flag that says so. */
const SIZE = Buffer.from([0x50, 0x4b, 0x07, 0x08]);
const SIZE_FOLLOWS = 0x08;

/** Why an archive is not opened. */
export type ArchiveFault =
  'no_archive' | 'too_many_parts' | 'damaged' | 'unknown_compression' | 'too_large';

/** An archive that no reader may see. */
export class ArchiveRefused extends Error {
  constructor(readonly fault: ArchiveFault) {
    super(`archive refused: ${fault}`);
  }
}

/** What an archive may hold. */
export interface ArchiveLimits {
  readonly parts: number;
  /** Bytes of all parts when unpacked. */
  readonly bytes: number;
}

/** A part of an archive that was looked at: its name and what it unpacks to. */
export interface ArchivePart {
  readonly name: string;
  readonly content: Buffer;
}

function refuse(fault: ArchiveFault): never {
  throw new ArchiveRefused(fault);
}

function endOfDirectory(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - 65_557);
  for (let at = bytes.length - 22; at >= lowest; at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  return refuse('no_archive');
}

/** A part of the archive as its directory lists it, and as the file itself begins it. */
interface Part {
  readonly name: string;
  readonly at: number;
  readonly method: number;
  readonly data: Buffer;
  /** Where the next part must begin. */
  readonly end: number;
}

/** The parts that the directory lists, in the order of the file. */
function partsOf(bytes: Buffer, end: number, most: number): Part[] {
  const entries = bytes.readUInt16LE(end + 10);
  if (entries === 0 || entries > most) refuse('too_many_parts');
  const parts: Part[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < entries; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) refuse('damaged');
    parts.push(partOf(bytes, at));
    at +=
      46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  if (at !== end) refuse('damaged');
  return parts.sort((one, other) => one.at - other.at);
}

/** One part; what the directory says of it and what stands before its data must agree. */
function partOf(bytes: Buffer, entry: number): Part {
  const method = bytes.readUInt16LE(entry + 10);
  const packed = bytes.readUInt32LE(entry + 20);
  const at = bytes.readUInt32LE(entry + 42);
  if (at + 30 > entry || bytes.readUInt32LE(at) !== LOCAL_ENTRY) refuse('damaged');
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const data = bytes.subarray(start, start + packed);
  const told = bytes.readUInt32LE(at + 18);
  const sizeFollows = (bytes.readUInt16LE(at + 6) & SIZE_FOLLOWS) !== 0 && told === 0;
  // The reader finds the end of such data by the mark alone.
  const agreed = sizeFollows ? bytes.indexOf(SIZE, start) - start : told;
  if (bytes.readUInt16LE(at + 8) !== method || agreed !== packed) refuse('damaged');
  const name = bytes.toString('utf8', entry + 46, entry + 46 + bytes.readUInt16LE(entry + 28));
  return { name, at, method, data, end: start + packed + (sizeFollows ? 16 : 0) };
}

/** A part when really unpacked; its own claim of its size is not believed. */
function unpacked({ method, data }: Part, room: number): Buffer {
  if (method === 0) return data.length > room ? refuse('too_large') : data;
  if (method !== 8) refuse('unknown_compression');
  try {
    return inflateRawSync(data, { maxOutputLength: room });
  } catch (error) {
    const isTooLarge = (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
    return refuse(isTooLarge ? 'too_large' : 'damaged');
  }
}

/**
 * The parts of an archive, in the order of the file. Refuses one that is none, is damaged, or would
 * unpack to more than the limits (a bomb), before any reader sees it. Readers may go from part to part
 * without the directory, so there may be nothing between the parts that the directory does not list, and
 * no two parts of one name, of which each reader would take another.
 *
 * @throws ArchiveRefused
 */
export function archiveParts(content: Uint8Array, limits: ArchiveLimits): readonly ArchivePart[] {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.length < 22) refuse('no_archive');
  const end = endOfDirectory(bytes);
  let room = limits.bytes;
  let next = 0;
  const found = partsOf(bytes, end, limits.parts).map((part): ArchivePart => {
    if (part.at !== next) refuse('damaged');
    const inside = unpacked(part, Math.max(1, room));
    room -= inside.length;
    if (room <= 0) refuse('too_large');
    next = part.end;
    return { name: part.name, content: inside };
  });
  if (next !== bytes.readUInt32LE(end + 16)) refuse('damaged');
  if (new Set(found.map(({ name }) => name.toLowerCase())).size < found.length) refuse('damaged');
  return found;
}
