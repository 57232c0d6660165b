import { randomBytes } from 'node:crypto';
import type { Actor, Session, SessionReader } from '@cam-nang/platform';

/** Who sends a request of a spec: an actor, or a live session by its token. */
export type Sender = Actor | { readonly token: string; readonly csrfToken: string };

function isActor(sender: Sender): sender is Actor {
  return 'accountId' in sender;
}

/** Gives actors sessions without signing them in; real tokens go on to identity's reader. */
export class TestSessions implements SessionReader {
  readonly #byToken = new Map<string, Session>();
  readonly #tokens = new Map<Actor, string>();
  real: SessionReader | null = null;

  read(token: string): Promise<Session | null> {
    const known = this.#byToken.get(token);
    if (known !== undefined) return Promise.resolve(known);
    return this.real?.read(token) ?? Promise.resolve(null);
  }

  /** Token and CSRF token of a sender's session. */
  of(sender: Sender): { token: string; csrfToken: string } {
    if (!isActor(sender)) return sender;
    const known = this.#tokens.get(sender);
    const token = known ?? `spec-${randomBytes(12).toString('hex')}`;
    const csrfToken = `csrf-${token}`;
    if (known === undefined) {
      this.#tokens.set(sender, token);
      this.#byToken.set(token, { ...sender, csrfToken });
    }
    return { token, csrfToken };
  }
}
