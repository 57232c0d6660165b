import type { Readable } from 'node:stream';

/** What an answer says beside its body. */
export interface AnswerHead {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** `Set-Cookie` values, see `SessionCookie`. */
  readonly cookies?: readonly string[];
  /** Entity tag without quotes; a request that already has it is answered 304. */
  readonly etag?: string;
  /** `Cache-Control`; answers are `no-store` when nothing is said. */
  readonly cacheControl?: string;
}

/** A body with a head of its own; controllers return it where the plain body is not enough. */
export class Answer<T> {
  constructor(
    readonly body: T,
    readonly head: AnswerHead,
  ) {}
}

/** A body with status, headers, cookies or entity tag. */
export function answer<T>(body: T, head: AnswerHead): Answer<T> {
  return new Answer(body, head);
}

/** Sends the browser on to another page of this site (`/…`), with GET. */
export function seeOther(path: `/${string}`, cookies: readonly string[] = []): Answer<string> {
  return new Answer('', { status: 303, headers: { location: path }, cookies });
}

/** Sends the browser to another site, with GET: only to an address that the program itself has made. */
export function seeElsewhere(address: URL, cookies: readonly string[] = []): Answer<string> {
  return new Answer('', { status: 303, headers: { location: address.href }, cookies });
}

/** A file as the answer of a `binary(...)` endpoint. */
export interface FileBody {
  readonly content: Uint8Array | Readable;
  /** Name under which a browser saves it; without one it is shown in place. */
  readonly fileName?: string;
  /** Media type, where the endpoint serves several. */
  readonly mediaType?: string;
  readonly length?: number;
}
