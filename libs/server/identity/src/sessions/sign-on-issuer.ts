import { Injectable } from '@nestjs/common';
import { InjectConfig, type Config } from '@cam-nang/platform';
import * as oidc from 'openid-client';

/** What must come back unchanged from the issuer; kept in the browser's cookie meanwhile. */
export interface SignOnChecks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Whom the issuer says it is. */
export interface SignOnProof {
  readonly issuer: string;
  readonly subject: string;
  readonly username: string | null;
  /** Whether the issuer asked for more than a password (`amr` of RFC 8176). */
  readonly multiFactor: boolean;
}

const STRONG_METHODS = new Set(['mfa', 'otp', 'hwk', 'sc', 'fpt', 'face', 'iris']);

/** The issuer of single sign-on (OpenID Connect, authorization code with PKCE), where one is configured. */
@Injectable()
export class SignOnIssuer {
  private found: Promise<oidc.Configuration> | undefined;

  constructor(@InjectConfig() private readonly config: Config) {}

  /** What the button calls it; null when none is configured. */
  get name(): string | null {
    const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_NAME } = this.config;
    return OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined ? null : OIDC_NAME;
  }

  /** Where to send the browser, and what to check when it is back. */
  async begin(): Promise<{ readonly address: URL; readonly checks: SignOnChecks }> {
    const verifier = oidc.randomPKCECodeVerifier();
    const checks = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier };
    const address = oidc.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: this.returnAddress().href,
      scope: 'openid profile',
      response_type: 'code',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: checks.state,
      nonce: checks.nonce,
    });
    return { address, checks };
  }

  /** Exchanges the code. Throws when anything does not match what was begun. */
  async finish(
    query: Readonly<Record<string, string | undefined>>,
    { state, nonce, verifier }: SignOnChecks,
  ): Promise<SignOnProof> {
    const address = this.returnAddress();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) address.searchParams.set(name, value);
    }
    const tokens = await oidc.authorizationCodeGrant(await this.configuration(), address, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new Error('The issuer sent no ID token.');
    const username = claims[this.config.OIDC_USERNAME_CLAIM];
    return {
      issuer: claims.iss,
      subject: claims.sub,
      username:
        typeof username === 'string' ? username.normalize('NFC').trim().toLowerCase() : null,
      multiFactor: methodsOf(claims['amr']).some((method) => STRONG_METHODS.has(method)),
    };
  }

  private returnAddress(): URL {
    return new URL(`${this.config.PUBLIC_URL}/api/session/single-sign-on/return`);
  }

  /** Asked of the issuer once; asked again when it did not answer. */
  private configuration(): Promise<oidc.Configuration> {
    this.found ??= this.discover().catch((error: unknown) => {
      this.found = undefined;
      throw error;
    });
    return this.found;
  }

  private discover(): Promise<oidc.Configuration> {
    const { OIDC_ISSUER = '', OIDC_CLIENT_ID = '', OIDC_CLIENT_SECRET } = this.config;
    const plain = OIDC_ISSUER.startsWith('http:') && this.config.NODE_ENV !== 'production';
    const options = plain ? { execute: [oidc.allowInsecureRequests] } : {};
    return oidc.discovery(
      new URL(OIDC_ISSUER),
      OIDC_CLIENT_ID,
      OIDC_CLIENT_SECRET,
      undefined,
      options,
    );
  }
}

function methodsOf(amr: unknown): string[] {
  return Array.isArray(amr) ? amr.filter((one) => typeof one === 'string') : [];
}
