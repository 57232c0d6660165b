import { Injectable } from '@nestjs/common';
import { InjectConfig, isSecure, readCookie, type Config } from '@cam-nang/platform';
import type { SignOnChecks } from './sign-on-issuer.js';

const TEN_MINUTES = 600;

/** Keeps what a sign-in begun at the issuer must come back with: in this browser only, for ten minutes. */
@Injectable()
export class SignOnCookie {
  private readonly name: string;
  private readonly attributes: string;

  constructor(@InjectConfig() config: Config) {
    const secure = isSecure(config);
    this.name = secure ? '__Host-sign-on' : 'sign-on';
    this.attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  }

  issue(checks: SignOnChecks): string {
    const value = Buffer.from(JSON.stringify(checks)).toString('base64url');
    return `${this.name}=${value}; ${this.attributes}; Max-Age=${String(TEN_MINUTES)}`;
  }

  clear(): string {
    return `${this.name}=; ${this.attributes}; Max-Age=0`;
  }

  /** What was begun in this browser; null when nothing was, or it was tampered with. */
  read(header: string | undefined): SignOnChecks | null {
    const value = readCookie(header, this.name);
    if (value === undefined || value === '') return null;
    try {
      const given: unknown = JSON.parse(Buffer.from(value, 'base64url').toString('utf8'));
      return isChecks(given) ? given : null;
    } catch {
      return null;
    }
  }
}

function isChecks(value: unknown): value is SignOnChecks {
  if (typeof value !== 'object' || value === null) return false;
  return ['state', 'nonce', 'verifier'].every(
    (name) => typeof Reflect.get(value, name) === 'string',
  );
}
