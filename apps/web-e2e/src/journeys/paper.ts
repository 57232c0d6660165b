import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';

const run = promisify(execFile);
const DOTS_PER_INCH = '150';

/** Whether this machine can turn a page of a PDF into an image (poppler). */
export function canPaint(): boolean {
  return ['/usr/bin/pdftoppm', '/usr/local/bin/pdftoppm', '/opt/homebrew/bin/pdftoppm'].some(
    (path) => existsSync(path),
  );
}

/** Paints the first page of a PDF as a printer would. @returns the image as PNG */
export async function paintFirstPage(pdf: Buffer): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'cam-nang-paper-'));
  try {
    const file = join(folder, 'paper.pdf');
    await writeFile(file, pdf);
    const to = join(folder, 'page');
    await run('pdftoppm', ['-r', DOTS_PER_INCH, '-png', '-singlefile', '-f', '1', file, to]);
    return await readFile(`${to}.png`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads the QR code of an image, as the camera of a phone does. */
export function readQr(image: Buffer): string {
  const { data, width, height } = PNG.sync.read(image);
  const found = jsQR.default(new Uint8ClampedArray(data), width, height);
  if (found === null) throw new Error('There is no readable QR code on the page.');
  return found.data;
}
