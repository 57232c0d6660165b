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
  const connections = await Promise.all(askers.map(() => Connection.open(address)));
  try {
    await Promise.all(connections.map((connection, index) => askOnce(connection, askers[index])));
    const startedAt = performance.now();
    const end = startedAt + seconds * 1000;
    const counts = await Promise.all(
      connections.map(async (connection, index) => {
        let count = 0;
        while (performance.now() < end) {
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
