import { deflateRawSync } from 'node:zlib';
import { archiveParts } from '@cam-nang/platform';

const LOCAL = 0x04034b50;
const LISTED = 0x02014b50;
const END = 0x06054b50;
const DEFLATED = 8;

/** Head of a part before its data, or in the directory. */
function head(
  signature: number,
  name: string,
  sizes: { packed: number; full: number; at: number },
): Buffer {
  const isListed = signature === LISTED;
  const bytes = Buffer.alloc(isListed ? 46 : 30);
  const shift = isListed ? 2 : 0;
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(DEFLATED, 8 + shift);
  bytes.writeUInt32LE(sizes.packed, 18 + shift);
  bytes.writeUInt32LE(sizes.full, 22 + shift);
  bytes.writeUInt16LE(Buffer.byteLength(name), 26 + shift);
  if (isListed) bytes.writeUInt32LE(sizes.at, 42);
  return Buffer.concat([bytes, Buffer.from(name)]);
}

/** An archive of parts. Checksums are left out: what is tested looks at the parts before any reader does. */
export function zipFile(parts: ReadonlyMap<string, Buffer>): Buffer {
  const files: Buffer[] = [];
  const listed: Buffer[] = [];
  let at = 0;
  for (const [name, content] of parts) {
    const data = deflateRawSync(content);
    const sizes = { packed: data.length, full: content.length, at };
    const file = Buffer.concat([head(LOCAL, name, sizes), data]);
    listed.push(head(LISTED, name, sizes));
    files.push(file);
    at += file.length;
  }
  const directory = Buffer.concat(listed);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, directory, end]);
}

/** The same archive with parts put in or changed. */
export function changedZip(
  bytes: Buffer,
  changes: Readonly<Record<string, string | Buffer>>,
): Buffer {
  const parts = new Map(
    archiveParts(bytes, { parts: 1000, bytes: 50_000_000 }).map(({ name, content }) => [
      name,
      content,
    ]),
  );
  for (const [name, content] of Object.entries(changes)) parts.set(name, Buffer.from(content));
  return zipFile(parts);
}
