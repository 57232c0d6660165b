import jsQR from 'jsqr';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';

/** Programs outside Node that look at a PDF as its readers will. */
export type PdfTool = 'pdftoppm' | 'pdftotext' | 'qpdf';

/** Whether a program is installed here. */
export function hasTool(tool: PdfTool): boolean {
  try {
    execFileSync(tool, [tool === 'qpdf' ? '--version' : '-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function withFile<T>(pdf: Uint8Array, use: (path: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  try {
    const path = join(folder, 'document.pdf');
    writeFileSync(path, pdf);
    return use(path, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The text of a page, one line of print a line. */
export function pageText(pdf: Uint8Array, page: number): string[] {
  const text = withFile(pdf, (path) =>
    execFileSync('pdftotext', ['-f', `${page}`, '-l', `${page}`, '-layout', path, '-'], {
      encoding: 'utf8',
    }),
  );
  return text
    .split(/[\n\f]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Lower left corner of the page at 150 dots an inch: 105 × 75 mm, in dots. */
const CORNER = ['-x', '0', '-y', '797', '-W', '620', '-H', '443'];

/** What a reader finds on the picture of the first page's lower left corner; null when nothing. */
export function codeOnFirstPage(pdf: Uint8Array): string | null {
  const png = withFile(pdf, (path, folder) => {
    const target = join(folder, 'page');
    const page = ['-png', '-r', '150', '-f', '1', '-l', '1', '-singlefile', ...CORNER];
    execFileSync('pdftoppm', [...page, path, target]);
    return PNG.sync.read(readFileSync(`${target}.png`));
  });
  const pixels = new Uint8ClampedArray(png.data);
  const decode = 'default' in jsQR ? jsQR.default : jsQR;
  return decode(pixels, png.width, png.height)?.data ?? null;
}

/** Throws with the findings when the file is not a clean PDF. */
export function checkStructure(pdf: Uint8Array): void {
  withFile(pdf, (path) => execFileSync('qpdf', ['--check', path], { stdio: 'pipe' }));
}
