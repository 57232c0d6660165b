import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { DRAWN_FOLDER } from './drawn-pages.js';

/** One file of the built web, read once: its bytes, their compressed twins, its type and tag. */
export interface WebFile {
  readonly mediaType: string;
  readonly etag: string;
  readonly bytes: Buffer;
  /** Bytes by content coding, where the build made a twin (`app.js.br`). */
  readonly coded: ReadonlyMap<string, Buffer>;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const CODINGS: readonly (readonly [coding: string, suffix: string])[] = [
  ['br', '.br'],
  ['gzip', '.gz'],
];

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/**
 * Reads the built web out of a folder, by request path (`/assets/app.js`). Only what is listed here
 * is ever served, so a path can reach nothing else.
 */
export function readWebFiles(folder: string): ReadonlyMap<string, WebFile> {
  const names = new Set(filesUnder(folder));
  const files = [...names].flatMap((name) => {
    const mediaType = MEDIA_TYPES[extname(name)];
    if (mediaType === undefined) return [];
    const coded = CODINGS.filter(([, suffix]) => names.has(name + suffix)).map(
      ([coding, suffix]) => [coding, readFileSync(name + suffix)] as const,
    );
    const bytes = readFileSync(name);
    const etag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
    const path = `/${relative(folder, name).split(sep).join('/')}`;
    if (path.startsWith(`/${DRAWN_FOLDER}/`)) return [];
    return [[path, { mediaType, etag, bytes, coded: new Map(coded) }] as const];
  });
  return new Map(files);
}

function codingsOf(accepted: string | undefined): readonly (string | undefined)[] {
  return (accepted ?? '')
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim());
}

/** Quick, as it is done while somebody waits: a tenth larger than the best, in a twentieth of its time. */
const QUICK_BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Packs a page made for one request in the best coding that the client accepts. */
export async function packPage(
  page: string,
  accepted: string | undefined,
): Promise<{ readonly bytes: Buffer; readonly coding?: string }> {
  const codings = codingsOf(accepted);
  const bytes = Buffer.from(page);
  if (codings.includes('br')) {
    return { bytes: await promisify(brotliCompress)(bytes, QUICK_BROTLI), coding: 'br' };
  }
  if (codings.includes('gzip')) return { bytes: await promisify(gzip)(bytes), coding: 'gzip' };
  return { bytes };
}

/** The best twin that the client accepts (`Accept-Encoding`), else the plain bytes. */
export function chooseCoding(
  file: WebFile,
  accepted: string | undefined,
): { readonly bytes: Buffer; readonly coding?: string } {
  const codings = codingsOf(accepted);
  for (const [coding] of CODINGS) {
    const bytes = file.coded.get(coding);
    if (bytes !== undefined && codings.includes(coding)) return { bytes, coding };
  }
  return { bytes: file.bytes };
}
