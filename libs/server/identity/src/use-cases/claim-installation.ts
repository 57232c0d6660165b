import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { claimInstallation, InputOf } from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import { OrganisationFacade } from '@cam-nang/organisation';
import { CONFIG, Database, type Config } from '@cam-nang/platform';
import { Accounts } from '../accounts.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { People } from '../people.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { weaknessOf } from '../secrets/passwords.js';
import { SessionOpener, type OpenedSession, type Visitor } from '../sessions/session-opener.js';

const FILE = 'installation-code';

/** The first administrator of an empty installation, made by whoever can read the code at start. */
@Injectable()
export class ClaimInstallation {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'SECRETS_DIR'>,
    private readonly database: Database,
    private readonly rows: AccountRepository,
    private readonly accounts: Accounts,
    private readonly people: People,
    private readonly organisations: OrganisationFacade,
    private readonly opener: SessionOpener,
    private readonly audit: AuditTrail,
  ) {}

  /** The code to print at start, made once; null when somebody already has an account. */
  async code(): Promise<string | null> {
    const file = join(this.config.SECRETS_DIR, FILE);
    if ((await this.rows.countAll()) > 0) {
      rmSync(file, { force: true });
      return null;
    }
    if (!existsSync(file)) {
      mkdirSync(this.config.SECRETS_DIR, { recursive: true, mode: 0o700 });
      writeFileSync(file, randomBytes(18).toString('base64url'), { mode: 0o600 });
    }
    return readFileSync(file, 'utf8').trim();
  }

  async run(
    body: InputOf<typeof claimInstallation>['body'],
    visitor: Visitor,
  ): Promise<OpenedSession> {
    const weakness = weaknessOf(body.newPassword, body.username);
    if (weakness !== null) throw new DomainError('account.password_weak', { weakness });
    const digest = (text: string) => createHash('sha256').update(text).digest();
    const code = await this.code();
    if (code === null || !timingSafeEqual(digest(code), digest(body.code))) {
      throw new DomainError('account.code_invalid');
    }
    return this.database.run(() => this.make(body, visitor));
  }

  private async make(
    body: InputOf<typeof claimInstallation>['body'],
    visitor: Visitor,
  ): Promise<OpenedSession> {
    const root = await this.organisations.rootUnit();
    const personId = await this.people.add({ fullName: body.fullName, birthDate: null });
    const accountId = await this.accounts.create({
      personId,
      fullName: body.fullName,
      username: body.username,
    });
    if (accountId === null) throw new DomainError('account.code_invalid');
    await this.accounts.setPassword(accountId, body.newPassword);
    await this.accounts.grant({
      accountId,
      role: 'system-administrator',
      unitId: root,
      basis: 'first administrator of the installation',
    });
    await this.audit.record({
      action: 'installation.claim',
      subject: { kind: 'account', id: accountId },
    });
    const account = await this.rows.byId(accountId);
    if (account === null) throw new DomainError('account.code_invalid');
    return this.opener.open(account, visitor, false);
  }
}
