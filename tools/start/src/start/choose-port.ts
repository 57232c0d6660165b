import { createServer } from 'node:net';

/**
 * The port the api will listen on. One that was asked for must be free; without a wish it is 3000, or the
 * next free one above.
 * @throws Error naming the port that is taken
 */
export async function choosePort(wish: string | undefined, host: string): Promise<number> {
  if (wish !== undefined && wish !== '') {
    const port = Number(wish);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw new Error(`PORT is "${wish}", which is no port.`);
    }
    if (await isFree(port, host)) return port;
    throw new Error(`Port ${port} is taken by another program. Choose another with PORT=….`);
  }
  for (let port = 3000; port < 3100; port += 1) {
    if (await isFree(port, host)) return port;
  }
  throw new Error('No port from 3000 to 3099 is free. Choose one with PORT=….');
}

async function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
