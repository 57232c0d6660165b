import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

/** No answer came, or the server could not answer now: the same request may be sent again. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

const LONGEST_WAIT_MS = 60_000;

/** A signed-in person, as their browser talks to the api. */
export class Browser {
  #cookie = '';
  #csrf = '';

  constructor(private readonly address: string) {}

  async signIn(username: string, password: string): Promise<void> {
    const answer = await this.#send('POST', '/api/session', { username, password }, randomUUID());
    const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
    this.#cookie = cookies.join('; ');
    const session = (await answer.json()) as { readonly csrfToken: string };
    this.#csrf = session.csrfToken;
  }

  /** Asks once. Throws `NoAnswer` where trying again makes sense, and `Error` for a refusal. */
  async ask(method: string, path: string, body: unknown, key: string): Promise<unknown> {
    const answer = await this.#send(method, path, body, key);
    try {
      return await answer.json();
    } catch {
      throw new NoAnswer(`${method} ${path} broke off`);
    }
  }

  /** Asks until there is an answer, under one key, as the product's own client does. */
  async insist(method: string, path: string, body?: unknown): Promise<unknown> {
    const key = randomUUID();
    const end = Date.now() + LONGEST_WAIT_MS;
    for (;;) {
      try {
        return await this.ask(method, path, body, key);
      } catch (error) {
        if (!(error instanceof NoAnswer) || Date.now() > end) throw error;
        await delay(150);
      }
    }
  }

  async #send(method: string, path: string, body: unknown, key: string): Promise<Response> {
    const unsafe = method === 'GET' ? {} : { 'x-csrf-token': this.#csrf, 'idempotency-key': key };
    const answer = await fetch(this.address + path, {
      method,
      headers: {
        accept: 'application/json',
        origin: this.address,
        cookie: this.#cookie,
        ...unsafe,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      throw new NoAnswer(String(error));
    });
    if (answer.ok) return answer;
    const said = `${method} ${path}: ${String(answer.status)} ${await answer.text()}`;
    if (answer.status >= 500 || answer.status === 429 || answer.status === 409) {
      throw new NoAnswer(said);
    }
    throw new Error(said);
  }
}
