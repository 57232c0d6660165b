import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Whom the issuer will vouch for at the next sign-in. */
export interface FakePerson {
  readonly sub: string;
  readonly preferred_username?: string;
  readonly amr?: readonly string[];
}

interface Grant {
  readonly person: FakePerson;
  readonly nonce: string;
  readonly challenge: string;
}

/** An issuer of single sign-on for specs: discovery, keys, authorization by `approve`, tokens with PKCE. */
export class FakeIssuer {
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly grants = new Map<string, Grant>();
  private readonly server: Server;
  address = '';

  constructor(private readonly clientId: string) {
    this.server = createServer((request, response) => {
      void this.answer(request).then(([status, body]) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      });
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.address = `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  /** What the person's browser would bring back after they signed in at the address begun. */
  approve(begun: URL, person: FakePerson): { code: string; state: string } {
    const code = randomUUID();
    const { searchParams } = begun;
    this.grants.set(code, {
      person,
      nonce: searchParams.get('nonce') ?? '',
      challenge: searchParams.get('code_challenge') ?? '',
    });
    return { code, state: searchParams.get('state') ?? '' };
  }

  private async answer(request: IncomingMessage): Promise<[number, unknown]> {
    if (request.url === '/.well-known/openid-configuration') return [200, this.metadata()];
    if (request.url === '/keys') return [200, { keys: [this.publicKey()] }];
    if (request.url === '/token') return this.token(new URLSearchParams(await textOf(request)));
    return [404, {}];
  }

  private token(form: URLSearchParams): [number, unknown] {
    const grant = this.grants.get(form.get('code') ?? '');
    this.grants.delete(form.get('code') ?? '');
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (grant?.challenge !== verifier) return [400, { error: 'invalid_grant' }];
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      ...grant.person,
      iss: this.address,
      aud: this.clientId,
      nonce: grant.nonce,
      iat: now,
      exp: now + 300,
    };
    return [
      200,
      { access_token: randomUUID(), token_type: 'Bearer', id_token: this.signed(claims) },
    ];
  }

  private signed(claims: object): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${part({ alg: 'RS256', kid: 'k1' })}.${part(claims)}`;
    return `${text}.${sign('sha256', Buffer.from(text), this.keys.privateKey).toString('base64url')}`;
  }

  private publicKey(): object {
    return {
      ...this.keys.publicKey.export({ format: 'jwk' }),
      kid: 'k1',
      alg: 'RS256',
      use: 'sig',
    };
  }

  private metadata(): object {
    return {
      issuer: this.address,
      authorization_endpoint: `${this.address}/authorize`,
      token_endpoint: `${this.address}/token`,
      jwks_uri: `${this.address}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
    };
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
