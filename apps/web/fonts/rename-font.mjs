/** Gives an OpenType font (sfnt bytes) another family name; copyright and licence entries stay as they are. */

const familyIds = new Map([
  [1, (family) => family],
  [3, (family) => `${family} subset`],
  [4, (family) => family],
  [6, (family) => family.replaceAll(' ', '')],
  [16, (family) => family],
]);

/** @param {Uint8Array} bytes @param {string} family @returns {Buffer} */
export function renameFont(bytes, family) {
  const font = Buffer.from(bytes);
  const tables = readTables(font).map((table) =>
    table.tag === 'name' ? { ...table, data: renameTable(table.data, family) } : table,
  );
  return assemble(font.readUInt32BE(0), tables);
}

function readTables(font) {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const at = 12 + index * 16;
    const offset = font.readUInt32BE(at + 8);
    const length = font.readUInt32BE(at + 12);
    return {
      tag: font.toString('latin1', at, at + 4),
      data: font.subarray(offset, offset + length),
    };
  });
}

/** Rewrites a `name` table (format 0) with the family's names in place of the old ones. */
function renameTable(data, family) {
  const strings = data.readUInt16BE(4);
  const records = Array.from({ length: data.readUInt16BE(2) }, (_, index) => {
    const at = 6 + index * 12;
    const [platform, encoding, language, id, length, offset] = [0, 2, 4, 6, 8, 10].map((shift) =>
      data.readUInt16BE(at + shift),
    );
    const old = data.subarray(strings + offset, strings + offset + length);
    const wanted = familyIds.get(id)?.(family);
    const value = wanted === undefined ? old : encode(wanted, platform);
    return { head: [platform, encoding, language, id], value };
  });
  return packNames(records);
}

function encode(value, platform) {
  return platform === 1 ? Buffer.from(value, 'latin1') : Buffer.from(value, 'utf16le').swap16();
}

function packNames(records) {
  const head = Buffer.alloc(6 + records.length * 12);
  head.writeUInt16BE(records.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  records.forEach(({ head: fields, value }, index) => {
    const at = 6 + index * 12;
    [...fields, value.length, offset].forEach((field, place) => {
      head.writeUInt16BE(field, at + place * 2);
    });
    offset += value.length;
  });
  return Buffer.concat([head, ...records.map((record) => record.value)]);
}

function assemble(version, tables) {
  const directory = Buffer.alloc(12 + tables.length * 16);
  directory.writeUInt32BE(version, 0);
  directory.writeUInt16BE(tables.length, 4);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  directory.writeUInt16BE(power * 16, 6);
  directory.writeUInt16BE(Math.log2(power), 8);
  directory.writeUInt16BE(tables.length * 16 - power * 16, 10);
  let offset = directory.length;
  const bodies = tables.map(({ tag, data }, index) => {
    const body = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
    const at = 12 + index * 16;
    directory.write(tag, at, 'latin1');
    directory.writeUInt32BE(checksum(body), at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(data.length, at + 12);
    offset += body.length;
    return body;
  });
  return Buffer.concat([directory, ...bodies]);
}

function checksum(body) {
  let sum = 0;
  for (let at = 0; at < body.length; at += 4) sum = (sum + body.readUInt32BE(at)) >>> 0;
  return sum;
}
