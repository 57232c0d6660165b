let token: string | undefined;

/** Keeps the session's token for unsafe calls; the session store sets it. */
export function setCsrfToken(value: string | undefined): void {
  token = value;
}

/** The token that unsafe calls have to show, when somebody is signed in. */
export function csrfToken(): string | undefined {
  return token;
}

/** A new key under which an unsafe call may be repeated without doing its work twice. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  // Plain http on a local network has no randomUUID.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

let lost: () => void = () => undefined;

/** Registers what happens when an answer says that nobody is signed in any more. */
export function onSessionLost(handler: () => void): void {
  lost = handler;
}

/** Tells that an answer said so. */
export function reportSessionLost(): void {
  lost();
}
