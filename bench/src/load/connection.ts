import { connect, type Socket } from 'node:net';

/** A request as it goes over the wire. */
export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface WireResponse {
  readonly status: number;
  readonly body: string;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * One keep-alive connection that asks one thing at a time. It reads only what both sides of a comparison
 * need, so that little of the machine goes into asking.
 */
export class Connection {
  #kept: Buffer = Buffer.alloc(0);
  #waiting: { resolve: (response: WireResponse) => void; reject: (error: Error) => void } | null =
    null;

  private constructor(
    private readonly socket: Socket,
    private readonly host: string,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (data) => this.#take(data));
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('The connection was closed.')));
  }

  static open(address: string): Promise<Connection> {
    const { hostname, port, host } = new URL(address);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => resolve(new Connection(socket, host)));
      socket.once('error', reject);
    });
  }

  ask({ method, path, headers = {}, body }: WireRequest): Promise<WireResponse> {
    const lines = Object.entries({ host: this.host, ...headers }).map(([k, v]) => `${k}: ${v}\r\n`);
    const length =
      body === undefined ? '' : `content-length: ${String(Buffer.byteLength(body))}\r\n`;
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.socket.write(
        `${method} ${path} HTTP/1.1\r\n${lines.join('')}${length}\r\n${body ?? ''}`,
      );
    });
  }

  close(): void {
    this.#waiting = null;
    this.socket.destroy();
  }

  #take(data: Buffer): void {
    this.#kept = this.#kept.length === 0 ? data : Buffer.concat([this.#kept, data]);
    const end = this.#kept.indexOf(HEAD_END);
    if (end < 0) return;
    const head = this.#kept.toString('latin1', 0, end);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined) {
      this.#fail(new Error(`No length in the answer: ${head}`));
      return;
    }
    const start = end + HEAD_END.length;
    const stop = start + Number(length);
    if (this.#kept.length < stop) return;
    const body = this.#kept.toString('utf8', start, stop);
    this.#kept = this.#kept.subarray(stop);
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.resolve({ status: Number(head.slice(9, 12)), body });
  }

  #fail(error: Error): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.reject(error);
  }
}
