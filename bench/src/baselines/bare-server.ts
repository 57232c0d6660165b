/**
 * What one would write without any product: `node:http`, `pg` and one statement a request. It knows no
 * session, permission or validation. Runs as a program of its own, as the api does, with as many connections.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { ACCESS_SQL, APPEND_SQL, TEXT_SQL } from './statements.js';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function send(response: ServerResponse, body: string | Buffer): void {
  const length = Buffer.byteLength(body);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': length });
  response.end(body);
}

interface Entry {
  readonly seq: number;
  readonly slot: number;
  readonly value: unknown;
  readonly deviceTime: string;
}

interface Saved {
  readonly deviceId: string;
  readonly accountId: string;
  readonly attemptId: string;
  readonly nodeId: string;
  readonly revisionId: string;
  readonly entries: readonly Entry[];
}

const HASH = Buffer.alloc(32, 7);

/** The same row with the same columns, acknowledged once it is durable. */
async function saveAnswer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const said = JSON.parse(await bodyOf(request)) as Saved;
  const receivedAt = new Date();
  for (const { seq, slot, value, deviceTime } of said.entries) {
    await pool.query({
      name: 'append',
      text: APPEND_SQL,
      values: [
        said.deviceId,
        seq,
        said.accountId,
        'answer',
        said.attemptId,
        slot,
        said.nodeId,
        said.revisionId,
        JSON.stringify(value),
        deviceTime,
        true,
        receivedAt,
        false,
        HASH,
      ],
    });
  }
  send(response, JSON.stringify({ seqs: said.entries.map(({ seq }) => seq), receivedAt }));
}

/** The lesson's text by its key, for whoever holds the enrolment. */
async function readText(query: URLSearchParams, response: ServerResponse): Promise<void> {
  const { rows } = await pool.query<{ title: string; meta: unknown; body: Buffer }>({
    name: 'text',
    text: TEXT_SQL,
    values: [query.get('enrolment'), query.get('person'), query.get('revision')],
  });
  const [row] = rows;
  if (row === undefined) throw new Error('No such lesson.');
  const head = JSON.stringify({ title: row.title, meta: row.meta });
  send(response, `${head.slice(0, -1)},"document":${row.body.toString('utf8')}}`);
}

const kept = new Map<string, string>();

/** The product's own statement, with the text already at hand: the least that any program could do. */
async function readAccess(query: URLSearchParams, response: ServerResponse): Promise<void> {
  const revision = query.get('revision') ?? '';
  const values = [query.get('enrolment'), query.get('person'), query.get('node')];
  const { rows } = await pool.query<object>({ name: 'access', text: ACCESS_SQL, values });
  if (rows[0] === undefined) throw new Error('No such lesson.');
  let text = kept.get(revision);
  if (text === undefined) {
    const found = await pool.query<{ body: Buffer }>(TEXT_SQL, [
      query.get('enrolment'),
      query.get('person'),
      revision,
    ]);
    text = found.rows[0]?.body.toString('utf8') ?? 'null';
    kept.set(revision, text);
  }
  send(response, `${JSON.stringify(rows[0]).slice(0, -1)},"document":${text}}`);
}

function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://bare');
  if (pathname === '/journal') return saveAnswer(request, response);
  if (pathname === '/text') return readText(searchParams, response);
  return readAccess(searchParams, response);
}

const server = createServer((request, response) => {
  route(request, response).catch((error: unknown) => {
    response.writeHead(500).end(String(error));
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) process.send?.({ port: address.port });
});
process.once('disconnect', () => process.exit());
