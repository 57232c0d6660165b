import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const packable = /\.(js|css|html|svg|json|webmanifest|txt)$/;

/**
 * Writes a `.br` and a `.gz` beside every text file of a folder, so that the server only has to send them.
 * @param {string} folder
 * @returns {{ files: number, bytes: number }} how many, and the sum of the brotli sizes
 */
export function packFiles(folder) {
  const paths = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => packable.test(path));
  let bytes = 0;
  for (const path of paths) {
    const content = readFileSync(join(folder, path));
    const packed = brotliCompressSync(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    });
    writeFileSync(join(folder, `${path}.br`), packed);
    writeFileSync(join(folder, `${path}.gz`), gzipSync(content, { level: 9 }));
    bytes += packed.length;
  }
  return { files: paths.length, bytes };
}
