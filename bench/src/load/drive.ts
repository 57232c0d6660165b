import { Connection, type WireRequest } from './connection.js';

/** Somebody who asks one thing after the other over a connection of their own. */
export interface Asker {
  next(): WireRequest;
}

/**
 * Lets everyone ask for so long, without a pause; every answer must be a good one.
 * @returns answers per second
 */
export async function answersPerSecond(
  address: string,
  askers: readonly Asker[],
  seconds: number,
): Promise<number> {
  const end = performance.now() + seconds * 1000;
  return askedUntil(address, askers, () => performance.now() >= end);
}

/** Answers after which the compiler of the runtime has seen enough of a path to make it fast. */
const WARM_ANSWERS = 8_000;

/** Asks until both sides of a comparison run as they do in a program that has been up for a while. */
export async function warmUp(address: string, askers: readonly Asker[]): Promise<void> {
  let left = WARM_ANSWERS;
  await askedUntil(address, askers, () => (left -= 1) < 0);
}

async function askedUntil(
  address: string,
  askers: readonly Asker[],
  over: () => boolean,
): Promise<number> {
  const connections = await Promise.all(askers.map(() => Connection.open(address)));
  try {
    await Promise.all(connections.map((connection, index) => askOnce(connection, askers[index])));
    const startedAt = performance.now();
    const counts = await Promise.all(
      connections.map(async (connection, index) => {
        let count = 0;
        while (!over()) {
          await askOnce(connection, askers[index]);
          count += 1;
        }
        return count;
      }),
    );
    const total = counts.reduce((sum, count) => sum + count, 0);
    return (total * 1000) / (performance.now() - startedAt);
  } finally {
    for (const connection of connections) connection.close();
  }
}

/** Everyone asks once, all at the same time; milliseconds until the last has an answer. */
export async function waveMs(
  connections: readonly Connection[],
  requests: readonly WireRequest[],
): Promise<number> {
  const startedAt = performance.now();
  await Promise.all(
    requests.map(async (request, index) => {
      const connection = connections[index];
      if (connection !== undefined) await good(connection, request);
    }),
  );
  return performance.now() - startedAt;
}

async function askOnce(connection: Connection, asker: Asker | undefined): Promise<void> {
  if (asker !== undefined) await good(connection, asker.next());
}

async function good(connection: Connection, request: WireRequest): Promise<void> {
  const { status, body } = await connection.ask(request);
  if (status !== 200) {
    throw new Error(`${request.method} ${request.path}: ${String(status)} ${body.slice(0, 300)}`);
  }
}
