let token: string | undefined;

/** Keeps the session's token for unsafe calls; the session store sets it. */
export function setCsrfToken(value: string | undefined): void {
  token = value;
}

/** The token that unsafe calls have to show, when somebody is signed in. */
export function csrfToken(): string | undefined {
  return token;
}

/** A new random UUID: a key under which an unsafe call may be repeated, the name of a device. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  // Plain http on a local network has no randomUUID; version 4 of RFC 9562 by hand.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, index) => {
    const fixed = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return fixed.toString(16).padStart(2, '0');
  });
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
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
