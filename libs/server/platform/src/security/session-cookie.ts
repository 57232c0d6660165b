import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config/config-schema.js';
import { CONFIG } from '../config/config-token.js';
import { isSecure } from '../config/load-config.js';

/** Names and values out of a `Cookie` header; of a name sent twice the first counts. */
export function readCookies(header: string | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    const name = part.slice(0, Math.max(at, 0)).trim();
    if (name !== '' && !cookies.has(name)) cookies.set(name, part.slice(at + 1).trim());
  }
  return cookies;
}

/** One cookie's value out of a `Cookie` header; undefined when it is not there. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  return readCookies(header).get(name);
}

/** Names and attributes of the program's cookies: `__Host-` and `Secure` under https. */
@Injectable()
export class SessionCookie {
  readonly name: string;
  readonly formName: string;
  private readonly secure: boolean;

  constructor(@Inject(CONFIG) config: Pick<Config, 'PUBLIC_URL'>) {
    this.secure = isSecure(config);
    this.name = this.secure ? '__Host-session' : 'session';
    this.formName = this.secure ? '__Host-form' : 'form';
  }

  /** The session token a request carries, if any. */
  read(cookieHeader: string | undefined): string | undefined {
    return readCookie(cookieHeader, this.name);
  }

  /** `Set-Cookie` value that starts a session; `maxAgeSeconds` is the session's lifetime. */
  issue(token: string, maxAgeSeconds: number): string {
    return this.line(this.name, token, `; Max-Age=${String(Math.floor(maxAgeSeconds))}`);
  }

  /** `Set-Cookie` value that ends the session on the device. */
  clear(): string {
    return this.line(this.name, '', '; Max-Age=0');
  }

  /** `Set-Cookie` value of the double-submit token of plain forms; lives with the browser window. */
  issueForm(token: string): string {
    return this.line(this.formName, token, '');
  }

  private line(name: string, value: string, age: string): string {
    const secure = this.secure ? '; Secure' : '';
    return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}${age}`;
  }
}
