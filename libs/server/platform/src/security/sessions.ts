import type { Session, SessionReader } from './session-reader.js';

const MOST_ENTRIES = 20_000;

interface Entry {
  readonly session: Promise<Session | null>;
  readonly until: number;
}

/**
 * Session look-ups, kept for a few seconds so that a burst of requests reads the database once.
 * An ended session is forgotten at once through `forget`, in every process (`SESSION_ENDED`).
 */
export class Sessions {
  readonly #entries = new Map<string, Entry>();

  constructor(
    private reader: SessionReader | null,
    private readonly keepMs: number,
  ) {}

  /** Sets where sessions are read from: identity's reader once it is there, a double in specs. */
  use(reader: SessionReader | null): void {
    this.reader = reader;
    this.#entries.clear();
  }

  /** The live session of a token, or null. */
  find(token: string): Promise<Session | null> {
    if (this.reader === null) return Promise.resolve(null);
    if (this.keepMs === 0) return this.reader.read(token);
    const kept = this.#entries.get(token);
    if (kept !== undefined && kept.until > performance.now()) return kept.session;
    return this.readAndKeep(this.reader, token);
  }

  /** The live session of a token as it is now, past what is kept. */
  async findFresh(token: string): Promise<Session | null> {
    this.#entries.delete(token);
    return this.find(token);
  }

  /** True when `find` may answer with a session read some time ago. */
  get keeps(): boolean {
    return this.keepMs > 0;
  }

  /** Forgets the session, or every session of the account, with this id; all without one. */
  async forget(id?: string): Promise<void> {
    for (const [token, entry] of [...this.#entries]) {
      const session = await entry.session.catch(() => null);
      const matches = id === undefined || session?.sessionId === id || session?.accountId === id;
      if (matches && this.#entries.get(token) === entry) this.#entries.delete(token);
    }
  }

  private readAndKeep(reader: SessionReader, token: string): Promise<Session | null> {
    if (this.#entries.size >= MOST_ENTRIES) this.#entries.clear();
    const session = reader.read(token);
    this.#entries.set(token, { session, until: performance.now() + this.keepMs });
    session.then(
      (found) => {
        if (found === null) this.#entries.delete(token);
      },
      () => this.#entries.delete(token),
    );
    return session;
  }
}
