import { create } from 'qrcode';
import { Injectable } from '@nestjs/common';
import type { beginSecondFactor, ResponseOf } from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import { Clock, Database, Keys, type Actor } from '@cam-nang/platform';
import { AuditTrail } from '../audit/audit-trail.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { newSecret, secretUri } from '../secrets/second-factor.js';
import { Credentials, SECOND_FACTOR_KEY } from '../sessions/credentials.js';

/** Rows of the QR code as text of 0 and 1; the screen draws them as squares. */
function qrRows(text: string): string[] {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  return Array.from({ length: size }, (_, row) =>
    Array.from(data.subarray(row * size, (row + 1) * size), (dark) => (dark ? '1' : '0')).join(''),
  );
}

/**
 * Gives an account an authenticator: a new secret first, in force once a code of it was given. Sessions begun
 * without it on other devices end then.
 */
@Injectable()
export class SetUpSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly credentials: Credentials,
    private readonly sessions: SessionRepository,
    private readonly keys: Keys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Whoever already has one proves themselves afresh before replacing it. */
  begin(actor: Actor): Promise<ResponseOf<typeof beginSecondFactor>> {
    return this.database.run(async () => {
      const account = await this.accounts.byId(actor.accountId);
      if (account === null) throw new DomainError('session.required');
      const now = this.clock.now();
      const fresh = actor.freshUntil !== null && actor.freshUntil > now;
      if (account.totpConfirmedAt !== null && !fresh) {
        throw new DomainError('session.fresh_authentication_required');
      }
      const secret = newSecret();
      const sealed = this.keys.seal(SECOND_FACTOR_KEY, secret, account.id);
      await this.accounts.setSecret(account.id, sealed.cipher, sealed.keyId);
      const uri = secretUri(secret, account.username);
      return { secret, uri, qr: qrRows(uri) };
    });
  }

  confirm(actor: Actor, totp: string): Promise<{ done: true }> {
    return this.database.run(async () => {
      const account = await this.accounts.byId(actor.accountId);
      if (account === null) throw new DomainError('session.required');
      if (!(await this.credentials.useCode(account, totp))) {
        throw new DomainError('session.second_factor_wrong');
      }
      const at = this.clock.now();
      await this.accounts.confirmSecret(account.id, at);
      await this.sessions.endAll(account.id, at, 'second factor set up', actor.sessionId);
      await this.audit.record({
        action: 'account.confirm-second-factor',
        subject: { kind: 'account', id: account.id },
      });
      return { done: true };
    });
  }
}
