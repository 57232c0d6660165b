import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DrawPage } from './drawn-pages.js';
import { chooseCoding, packPage, readWebFiles, type WebFile } from './web-files.js';

const YEAR = 'public, max-age=31536000, immutable';
const ASK_EVERY_TIME = 'no-cache';

/** Paths that belong to the programs: what is unknown there is 404, never a page of the web. */
const NOT_PAGES = /^\/(api|x)(\/|$)/;

/** The page that answers a path of the web which is no file: the entry of its program. */
export function entryOf(path: string): string {
  return path === '/desk' || path.startsWith('/desk/') ? '/desk/index.html' : '/index.html';
}

/** Files whose name holds the hash of their content may be kept for ever; pages never. */
export function cacheControlOf(path: string): string {
  return /^\/(desk\/)?assets\//.test(path) ? YEAR : ASK_EVERY_TIME;
}

function pathOf(request: FastifyRequest): string | undefined {
  try {
    return decodeURIComponent(request.url.split('?')[0] ?? '/');
  } catch {
    return undefined;
  }
}

function send(file: WebFile, path: string, request: FastifyRequest, reply: FastifyReply) {
  reply
    .header('cache-control', cacheControlOf(path))
    .header('etag', `"${file.etag}"`)
    .header('vary', 'accept-encoding')
    .header('x-no-compression', '1')
    .type(file.mediaType);
  if (request.headers['if-none-match'] === `"${file.etag}"`) return reply.status(304).send();
  const { bytes, coding } = chooseCoding(file, request.headers['accept-encoding']);
  if (coding !== undefined) reply.header('content-encoding', coding);
  return reply.send(bytes);
}

/** A page with a text for one reader: kept nowhere. */
async function sendDrawn(page: string, request: FastifyRequest, reply: FastifyReply) {
  const { bytes, coding } = await packPage(page, request.headers['accept-encoding']);
  if (coding !== undefined) reply.header('content-encoding', coding);
  return reply
    .header('cache-control', 'no-store')
    .header('vary', 'accept-encoding, cookie')
    .header('x-no-compression', '1')
    .type('text/html; charset=utf-8')
    .send(bytes);
}

/**
 * Serves the built web out of a folder: files as they are (or as their `.br` and `.gz` twins), and
 * for every other path the entry page of `learn` (`/`) or `desk` (`/desk/`), with its text where it can be drawn.
 */
export function serveWeb(server: FastifyInstance, folder: string, draw?: DrawPage): void {
  const files = readWebFiles(folder);
  server.get('/*', { compress: false }, async (request, reply) => {
    const path = pathOf(request);
    if (path === undefined || NOT_PAGES.test(path)) return reply.callNotFound();
    const exact = files.get(path);
    if (exact !== undefined) return send(exact, path, request, reply);
    if (/\.[a-z0-9]+$/i.test(path)) return reply.callNotFound();
    const drawn = await draw?.(path, request);
    if (drawn !== undefined) return sendDrawn(drawn, request, reply);
    const entry = files.get(entryOf(path));
    return entry === undefined ? reply.callNotFound() : send(entry, path, request, reply);
  });
}
