import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** An answer with its body as text. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks the proxy on this machine, whose private certificate nobody has signed. */
export async function ask(scheme: 'http' | 'https', port: number, path: string): Promise<Answer> {
  const options = {
    host: '127.0.0.1',
    port,
    path,
    headers: { host: `localhost:${port}` },
    servername: 'localhost',
    rejectUnauthorized: false,
  };
  return new Promise((resolve, reject) => {
    const send = scheme === 'https' ? httpsRequest : httpRequest;
    const request = send(options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString('utf8'),
        }),
      );
    });
    request.once('error', reject);
    request.end();
  });
}
