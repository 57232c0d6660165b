import { Readable } from 'node:stream';

const HEARTBEAT_MS = 15_000;

/** One value as a server-sent event. */
export function eventLine(value: unknown): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}

/** The stream of one client: pushes until it has ended, never after. */
class EventBody extends Readable {
  #ended = false;
  readonly #heartbeat = setInterval(() => this.line(': still here\n\n'), HEARTBEAT_MS);
  readonly #end = () => this.line(null);

  constructor(
    private readonly values: AsyncIterator<unknown>,
    private readonly toWire: (value: unknown) => unknown,
    private readonly closing: AbortSignal,
  ) {
    super({ highWaterMark: 16 * 1024 });
    this.#heartbeat.unref();
    closing.addEventListener('abort', this.#end, { once: true });
    this.line(': open\n\n');
    if (closing.aborted) this.#end();
  }

  override _read(): void {
    this.values.next().then(
      (step) => this.line(step.done === true ? null : eventLine(this.toWire(step.value))),
      (error: unknown) => this.destroy(error instanceof Error ? error : new Error(String(error))),
    );
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    clearInterval(this.#heartbeat);
    this.closing.removeEventListener('abort', this.#end);
    void this.values.return?.().catch(() => undefined);
    done(error);
  }

  private line(text: string | null): void {
    if (this.#ended || this.destroyed) return;
    this.#ended = text === null;
    this.push(text);
  }
}

/**
 * A response body that sends each value of an iterable as an event, and a comment every 15 s so
 * that proxies keep it open. When the client leaves, or `closing` fires, the iterable is ended.
 */
export function eventStreamBody(
  values: AsyncIterable<unknown>,
  options: { readonly map: (value: unknown) => unknown; readonly closing: AbortSignal },
): Readable {
  return new EventBody(values[Symbol.asyncIterator](), options.map, options.closing);
}
