import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('./bare-server.js', import.meta.url));

/** The bare server, running as a program of its own. */
export interface BareServer {
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts the bare server on a database. */
export async function startBareServer(databaseUrl: string): Promise<BareServer> {
  const child = fork(PROGRAM, [], { env: { ...process.env, DATABASE_URL: databaseUrl } });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { port: number }).port));
    child.once('exit', () => reject(new Error('The bare server did not start.')));
  });
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  return { address: `http://127.0.0.1:${String(port)}`, stop };
}
