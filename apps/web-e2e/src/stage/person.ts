import { randomUUID } from 'node:crypto';
import type { EndpointDescriptor, RequestOf, ResponseOf } from '@cam-nang/contracts';
import { readSession, type Route } from '@cam-nang/contracts/routes';
import type { Browser, BrowserContext, Page, Response } from 'playwright-core';
import { openWindow, type Look } from '../browser/screen.js';
import { writtenIn } from '../browser/written-data.js';
import type { Account } from './stage.js';

/** Only what the endpoint takes. */
type CallInput<E extends EndpointDescriptor> = {
  readonly [
    K in keyof RequestOf<E> as undefined extends RequestOf<E>[K] ? never : K
  ]: RequestOf<E>[K];
};

interface LooseInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const WAIT_MS = 45_000;

/** What the server sent for the program: an answer of the api, or those that a drawn page came with. */
async function answersIn(answer: Response): Promise<unknown> {
  const kind = answer.headers()['content-type'] ?? '';
  if (kind.startsWith('application/json')) return answer.json();
  if (!kind.startsWith('text/html')) return undefined;
  const drawn = /id="drawn-answers">(.*)<\/script>/.exec(await answer.text())?.[1];
  return drawn === undefined ? undefined : JSON.parse(drawn);
}

/** Somebody before a browser of their own. */
export class Person {
  /** Errors of the program in this browser, and answers of a server in trouble. */
  readonly faults: string[] = [];
  /** What people wrote, as far as the server has sent it to this browser. */
  readonly written = new Set<string>();
  #page: Page;

  private constructor(
    readonly address: string,
    private readonly context: BrowserContext,
    page: Page,
  ) {
    this.#page = page;
    this.watch(page);
  }

  /** A person who has not signed in. */
  static arrive(browser: Browser, address: string, look: Look): Promise<Person> {
    return Person.atWindow(address, openWindow(browser, { ...look, address }));
  }

  private static async atWindow(address: string, window: Promise<BrowserContext>): Promise<Person> {
    const context = await window;
    context.setDefaultTimeout(WAIT_MS);
    return new Person(address, context, await context.newPage());
  }

  /** The same person, with the same session, before another screen. */
  async again(browser: Browser, look: Look): Promise<Person> {
    const state = await this.context.storageState();
    return Person.atWindow(
      this.address,
      openWindow(browser, { ...look, address: this.address }, state),
    );
  }

  get page(): Page {
    return this.#page;
  }

  /** Signs in by the form, as everybody does. */
  async signIn({ username, password }: Pick<Account, 'username' | 'password'>): Promise<void> {
    await this.open('/sign-in');
    await this.page.getByLabel('Tên đăng nhập').fill(username);
    await this.page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await this.page.waitForURL((url) => url.pathname !== '/sign-in');
  }

  /** Goes to an address of the system, as a bookmark does. */
  async open(path: string): Promise<void> {
    await this.page.goto(this.address + path);
  }

  /** Closes the tab without a word and opens a new one in the same browser. */
  async closeTab(): Promise<void> {
    const before = this.#page;
    this.#page = await this.context.newPage();
    this.watch(this.#page);
    await before.close();
  }

  /** Asks the api in this person's session, past the screens. */
  async call<E extends EndpointDescriptor>(
    route: Route<E>,
    input: CallInput<E>,
  ): Promise<ResponseOf<E>> {
    const { params, query, body } = input as LooseInput;
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => params?.[name] ?? name);
    const search = query === undefined ? '' : `?${new URLSearchParams(query).toString()}`;
    const answer = await this.context.request.fetch(this.address + path + search, {
      method: route.method,
      headers: {
        origin: this.address,
        ...(route.method === 'GET' ? {} : await this.unsafeHeaders()),
      },
      ...(body === undefined ? {} : { data: body as object }),
    });
    if (!answer.ok()) {
      throw new Error(`${route.method} ${path}: ${answer.status()} ${await answer.text()}`);
    }
    const value: unknown = route.answer === 'binary' ? await answer.body() : await answer.json();
    return value as ResponseOf<E>;
  }

  /** The bytes behind a link for downloading. */
  async download(path: string): Promise<Buffer> {
    const answer = await this.context.request.get(this.address + path);
    if (!answer.ok()) throw new Error(`GET ${path}: ${answer.status()}`);
    return answer.body();
  }

  async leave(): Promise<void> {
    await this.context.close();
  }

  private async unsafeHeaders(): Promise<Record<string, string>> {
    const { csrfToken } = await this.call(readSession, {});
    return { 'x-csrf-token': csrfToken, 'idempotency-key': randomUUID() };
  }

  private watch(page: Page): void {
    page.on('pageerror', (error) => this.faults.push(`error in the page: ${error.message}`));
    page.on('response', (answer) => {
      if (answer.status() >= 500) this.faults.push(`${answer.status()} ${answer.url()}`);
      // A page that has been left takes the bodies of its answers along.
      void answersIn(answer).then(
        (body) => writtenIn(body, this.written),
        () => undefined,
      );
    });
  }
}
