import { inflateRawSync } from 'node:zlib';
import { DomainError } from '@cam-nang/domain';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
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

/** Size of one entry when really unpacked; its own claim is not believed. */
function unpackedSize(bytes: Buffer, entry: number, room: number): number {
  const method = bytes.readUInt16LE(entry + 10);
  const packed = bytes.readUInt32LE(entry + 20);
  const local = bytes.readUInt32LE(entry + 42);
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL_ENTRY) unreadable('damaged');
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const data = bytes.subarray(start, start + packed);
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
 * before any reader sees it. Throws `import.unreadable`.
 */
export function checkArchive(content: Uint8Array): void {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.length < 22) unreadable('not a workbook');
  const end = endOfDirectory(bytes);
  const entries = bytes.readUInt16LE(end + 10);
  if (entries === 0 || entries > MOST_ENTRIES) unreadable('too many parts');
  let at = bytes.readUInt32LE(end + 16);
  let room = MOST_BYTES;
  for (let index = 0; index < entries; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) unreadable('damaged');
    room -= unpackedSize(bytes, at, Math.max(1, room));
    if (room <= 0) unreadable('too large when unpacked');
    at +=
      46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}
