import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const YEAR = 'public, max-age=31536000, immutable';
const ASK_EVERY_TIME = 'no-cache';

/** Paths that belong to the programs: what is unknown there is 404, never a page of the web. */
const NOT_PAGES = /^\/(api|x)(\/|$)/;

/** The page that answers a path of the web which is no file: the entry of its program. */
export function entryOf(path: string): string {
  return path === '/desk' || path.startsWith('/desk/') ? 'desk/index.html' : 'index.html';
}

/** Files whose name holds the hash of their content may be kept for ever; pages never. */
export function cacheControlOf(path: string): string {
  return path.startsWith('/assets/') ? YEAR : ASK_EVERY_TIME;
}

function cleanPath(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split('?')[0] ?? '/');
    return path.includes('\0') || path.split('/').includes('..') ? undefined : path;
  } catch {
    return undefined;
  }
}

/**
 * Serves the built web out of a folder: files as they are (or as their `.br` and `.gz` twins), and
 * for every other path the entry page of `learn` (`/`) or `desk` (`/desk/`).
 */
export async function serveWeb(server: FastifyInstance, folder: string): Promise<void> {
  const root = resolve(folder);
  await server.register(fastifyStatic, {
    root,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    dotfiles: 'ignore',
  });
  server.get('/*', { compress: false }, (request, reply) => {
    const path = cleanPath(request.url);
    if (path === undefined || NOT_PAGES.test(path)) return reply.callNotFound();
    const isFile = /\.[a-z0-9]+$/i.test(path);
    if (isFile && !existsSync(resolve(root, `.${path}`))) return reply.callNotFound();
    return reply
      .header('cache-control', cacheControlOf(path))
      .sendFile(isFile ? path.slice(1) : entryOf(path));
  });
}
