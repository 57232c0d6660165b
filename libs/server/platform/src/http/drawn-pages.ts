import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Log } from '../logging/log.js';
import { readCookies } from '../security/session-cookie.js';

/** Folder of the built web with the program that draws pages and the pages without their texts; never sent. */
export const DRAWN_FOLDER = 'drawn';

const PROGRAM = 'pages.mjs';
/** So long a page waits for its text. */
const LONGEST_WAIT_MS = 1_500;
/** Cookies that say how a page is to look; no other is shown to the program that draws. */
const LOOK_COOKIES = 'cam-nang.';
/** What of a request the endpoints must know: who asks, and from where. */
const CARRIED = ['cookie', 'user-agent', 'accept-language', 'x-forwarded-for', 'x-forwarded-proto'];

/** The program of the web that draws pages with their text (`apps/web/src/learn/drawn`). */
interface DrawingProgram {
  /** Endpoints whose answers a page shows; none when it is not drawn. */
  readonly readsOf: (path: string) => readonly string[];
  readonly templateOf: (path: string) => string;
  readonly drawPage: (page: {
    readonly path: string;
    readonly template: string;
    readonly answers: Readonly<Record<string, unknown>>;
    readonly cookies: Readonly<Record<string, string>>;
  }) => string;
  readonly ready: () => Promise<void>;
}

/** The page of a request with its text, as HTML; nothing when the page is to be sent without one. */
export type DrawPage = (path: string, request: FastifyRequest) => Promise<string | undefined>;

/**
 * Draws pages of the built web with what their reader may see. The answers come from the endpoints themselves, asked
 * in the name of the request, so that every check of theirs holds. Whatever they refuse, and whatever fails, leads
 * to the page without a text, which says so in its own words.
 */
export async function openDrawnPages(
  server: FastifyInstance,
  webFolder: string,
  log: Log,
): Promise<DrawPage | undefined> {
  const folder = join(webFolder, DRAWN_FOLDER);
  const file = join(folder, PROGRAM);
  if (!existsSync(file)) return undefined;
  const program = (await import(pathToFileURL(file).href)) as DrawingProgram;
  try {
    await program.ready();
  } catch (error) {
    log.error({ err: error }, 'pages are sent without their texts');
    return undefined;
  }
  const templates = readTemplates(folder);
  const draw: DrawPage = async (path, request) => {
    const reads = program.readsOf(path);
    const template = templates.get(program.templateOf(path));
    if (reads.length === 0 || template === undefined) return undefined;
    const answers = await inTime(askAll(server, request, reads));
    if (answers === undefined) return undefined;
    const cookies = lookCookies(request.headers.cookie);
    return program.drawPage({ path, template, answers, cookies });
  };
  return async (path, request) => {
    try {
      return await draw(path, request);
    } catch (error) {
      log.error({ err: error }, 'a page could not be drawn');
      return undefined;
    }
  };
}

/** What comes in time, else nothing: the page without its text is better than none. */
async function inTime<T>(answer: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), LONGEST_WAIT_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

function readTemplates(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

function lookCookies(header: string | undefined): Readonly<Record<string, string>> {
  const cookies = [...readCookies(header)].filter(([name]) => name.startsWith(LOOK_COOKIES));
  return Object.fromEntries(cookies);
}

/**
 * What the endpoints answer the reader, by address; nothing as soon as one refuses. One after the other: the first
 * tells who reads, and to whom nothing may be shown the others are not asked for.
 */
async function askAll(
  server: FastifyInstance,
  request: FastifyRequest,
  addresses: readonly string[],
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const headers = Object.fromEntries(
    CARRIED.flatMap((name) => (request.headers[name] ? [[name, request.headers[name]]] : [])),
  );
  const { remoteAddress } = request.socket;
  // Somebody who has gone waits for nothing.
  if (remoteAddress === undefined) return undefined;
  const answers: Record<string, unknown> = {};
  for (const url of addresses) {
    const { statusCode, payload } = await server.inject({
      method: 'GET',
      url,
      headers: { ...headers, 'x-correlation-id': request.exchange.context.correlationId },
      remoteAddress,
    });
    if (statusCode !== 200) return undefined;
    answers[url] = JSON.parse(payload);
  }
  return answers;
}
