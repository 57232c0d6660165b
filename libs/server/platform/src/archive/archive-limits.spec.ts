import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { ArchiveRefused, archiveParts } from './archive-limits.js';

const LIMITS = { parts: 200, bytes: 60_000_000 };

interface Part {
  readonly name: string;
  readonly content: Buffer;
  /** False hides the part from the directory. */
  readonly listed?: boolean;
  /** What the part itself says of its compression; the directory says the truth. */
  readonly toldMethod?: number;
  readonly stored?: boolean;
  readonly sizeFollows?: boolean;
}

function head(part: Part, packed: number, signature: number): Buffer {
  const bytes = Buffer.alloc(26 + (signature === 0x02014b50 ? 20 : 4));
  const method = part.stored === true ? 0 : 8;
  const at = signature === 0x02014b50 ? 8 : 6;
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(part.sizeFollows === true ? 8 : 0, at);
  bytes.writeUInt16LE(at === 6 ? (part.toldMethod ?? method) : method, at + 2);
  bytes.writeUInt32LE(at === 6 && part.sizeFollows === true ? 0 : packed, at + 12);
  bytes.writeUInt16LE(part.name.length, at + 20);
  return bytes;
}

/** An archive of parts, well formed but where a part says otherwise. */
function archive(parts: readonly Part[], between = Buffer.alloc(0)): Buffer {
  const files: Buffer[] = [];
  const listed: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const data = part.stored === true ? part.content : deflateRawSync(part.content);
    const size = Buffer.alloc(part.sizeFollows === true ? 16 : 0);
    size.write('PK\x07\x08', 'latin1');
    const name = Buffer.from(part.name);
    const file = Buffer.concat([head(part, data.length, 0x04034b50), name, data, size]);
    const entry = head(part, data.length, 0x02014b50);
    entry.writeUInt32LE(at, 42);
    if (part.listed !== false) listed.push(entry, name);
    files.push(file);
    at += file.length;
  }
  const directory = Buffer.concat(listed);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(listed.length / 2, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, directory, between, end]);
}

const small: Part = { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') };
const bomb: Part = { name: 'xl/sharedStrings.xml', content: Buffer.alloc(70_000_000) };

describe('the parts of an archive', () => {
  it('are read as writers in use make them', () => {
    const other: Part = { ...small, name: 'xl/other.xml', sizeFollows: true };
    const parts = archiveParts(archive([small, other]), LIMITS);
    expect(parts.map(({ name, content }) => [name, content.toString()])).toEqual([
      ['xl/workbook.xml', '<workbook/>'],
      ['xl/other.xml', '<workbook/>'],
    ]);
    expect(archiveParts(archive([{ ...small, stored: true }]), LIMITS)).toHaveLength(1);
  });

  it('are bounded by what the caller allows', () => {
    const two = archive([small, { ...small, name: 'b' }]);
    expect(() => archiveParts(two, { parts: 1, bytes: 100 })).toThrow(/too_many_parts/);
    expect(() => archiveParts(two, { parts: 2, bytes: 15 })).toThrow(/too_large/);
  });

  const marked = Buffer.concat([Buffer.from('PK\x07\x08', 'latin1'), Buffer.alloc(40)]);
  it.each<[string, Buffer]>([
    ['unpacks to too much', archive([small, bomb])],
    ['hides a part from its directory', archive([small, { ...bomb, listed: false }])],
    ['hides its first part', archive([{ ...bomb, listed: false }, small])],
    [
      'says stored in the directory and packed in the part',
      archive([{ name: 'a', content: deflateRawSync(bomb.content), stored: true, toldMethod: 8 }]),
    ],
    [
      'ends a part early by a mark in its data',
      archive([{ name: 'a', content: marked, stored: true, sizeFollows: true }]),
    ],
    ['has something behind its directory', archive([small], Buffer.alloc(8))],
    ['is cut off', archive([small, { ...small, name: 'b' }]).subarray(0, -30)],
    ['has two parts of one name', archive([small, { ...small, sizeFollows: true }])],
    ['is none', Buffer.alloc(100)],
  ])('are not read of one that %s', (_what, bytes) => {
    expect(() => archiveParts(bytes, LIMITS)).toThrow(ArchiveRefused);
  });
});
