import { Injectable } from '@nestjs/common';
import type { SignOnOutcome } from '@cam-nang/contracts';
import { Clock, Database, Log } from '@cam-nang/platform';
import { AuditTrail } from '../audit/audit-trail.js';
import { AccountIdentityRepository } from '../persistence/account-identity.repository.js';
import { AccountRepository, type AccountRow } from '../persistence/account.repository.js';
import { SessionOpener, type OpenedSession, type Visitor } from '../sessions/session-opener.js';
import { SignOnIssuer, type SignOnChecks, type SignOnProof } from '../sessions/sign-on-issuer.js';

type Query = Readonly<Record<string, string | undefined>>;
type Outcome = { readonly session: OpenedSession } | { readonly refused: SignOnOutcome };

/**
 * Begins a session for whom the issuer of single sign-on vouches. The first time, the issuer's user name finds
 * the account and its subject is linked; from then on the subject alone counts. An account with a second factor
 * is let in only when the issuer asked for one too.
 */
@Injectable()
export class SignInElsewhere {
  constructor(
    private readonly database: Database,
    private readonly issuer: SignOnIssuer,
    private readonly identities: AccountIdentityRepository,
    private readonly accounts: AccountRepository,
    private readonly opener: SessionOpener,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run(query: Query, checks: SignOnChecks | null, visitor: Visitor): Promise<Outcome> {
    if (query['error'] !== undefined) return { refused: 'refused' };
    if (checks === null) return { refused: 'failed' };
    const proof = await this.prove(query, checks);
    if (proof === null) return { refused: 'failed' };
    return this.database.run(async () => {
      const linked = await this.identities.accountOf(proof.issuer, proof.subject);
      const account = linked === null ? await this.named(proof) : await this.accounts.byId(linked);
      if (account === null || account.disabledAt !== null) return { refused: 'unknown' };
      const guarded = account.totpConfirmedAt !== null;
      if (guarded && !proof.multiFactor) return { refused: 'factor' };
      if (linked === null && !(await this.link(proof, account))) return { refused: 'unknown' };
      return { session: await this.opener.open(account, visitor, proof.multiFactor) };
    });
  }

  private async prove(query: Query, checks: SignOnChecks): Promise<SignOnProof | null> {
    try {
      return await this.issuer.finish(query, checks);
    } catch (error) {
      this.log.warn({ error }, 'single sign-on failed');
      return null;
    }
  }

  private async named({ username }: SignOnProof): Promise<AccountRow | null> {
    return username === null ? null : this.accounts.byUsername(username);
  }

  /** False when the account has another subject already. Nobody is linked who is not let in. */
  private async link({ issuer, subject }: SignOnProof, account: AccountRow): Promise<boolean> {
    const at = this.clock.now();
    const isNew = await this.identities.link(issuer, subject, account.id, at);
    if (!isNew) return false;
    await this.audit.record({
      action: 'account.link-identity',
      subject: { kind: 'account', id: account.id },
      details: { issuer },
    });
    return true;
  }
}
