import { Injectable } from '@nestjs/common';
import type { createAccount, grantRole, InputOf, ResponseOf } from '@cam-nang/contracts';
import { DomainError, isDeskRole, refusalsOfGrant, type Role } from '@cam-nang/domain';
import { Clock, Database, InvalidRequest, type Actor } from '@cam-nang/platform';
import { Accounts, holdsDesk } from '../accounts.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { People } from '../people.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { GrantRepository } from '../persistence/grant.repository.js';
import { OneTimeCodeRepository } from '../persistence/one-time-code.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { Scope } from '../policies/scope.js';
import { ListAccounts } from '../queries/list-accounts.query.js';
import { ReachableAccounts } from '../queries/reachable-account.js';

type View = ResponseOf<typeof grantRole>;

/** Accounts and their roles, within the scope of whoever manages them. */
@Injectable()
export class ManageAccount {
  constructor(
    private readonly database: Database,
    private readonly rows: AccountRepository,
    private readonly grants: GrantRepository,
    private readonly sessions: SessionRepository,
    private readonly codes: OneTimeCodeRepository,
    private readonly accounts: Accounts,
    private readonly people: People,
    private readonly scope: Scope,
    private readonly reachable: ReachableAccounts,
    private readonly views: ListAccounts,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  create(
    actor: Actor,
    body: InputOf<typeof createAccount>['body'],
  ): Promise<ResponseOf<typeof createAccount>> {
    return this.database.run(async () => {
      const personId = await this.people.add({
        fullName: body.fullName,
        birthDate: body.birthDate ?? null,
      });
      const accountId = await this.accounts.create({
        personId,
        fullName: body.fullName,
        username: body.username,
      });
      if (accountId === null) throw new DomainError('account.username_taken');
      for (const grant of body.grants)
        await this.addGrant(actor, accountId, personId, grant, 'account made');
      const { code, expiresAt } = await this.accounts.issueCode(accountId);
      await this.note('account.create', accountId, {
        roles: body.grants.map((grant) => grant.role),
      });
      const account = await this.view(actor, accountId);
      return { account, oneTimeCode: code, codeExpiresAt: expiresAt.toISOString() };
    });
  }

  grant(actor: Actor, accountId: string, body: InputOf<typeof grantRole>['body']): Promise<View> {
    return this.database.run(async () => {
      const account = await this.reachable.of(actor, 'account.grant', accountId);
      const held = await this.grants.of([accountId], this.clock.today());
      await this.addGrant(actor, accountId, account.personId, body, body.basis);
      if (isDeskRole(body.role) && !holdsDesk(held)) await this.enterDesk(accountId);
      await this.note('account.grant-role', accountId, { role: body.role, unitId: body.unitId });
      return this.view(actor, accountId);
    });
  }

  endGrant(actor: Actor, accountId: string, grantId: string): Promise<View> {
    return this.database.run(async () => {
      await this.reachable.of(actor, 'account.grant', accountId);
      const held = await this.grants.of([accountId], this.clock.today());
      const grant = held.find((one) => one.id === grantId);
      if (grant === undefined) throw new DomainError('resource.not_found');
      await this.scope.demand(actor, 'account.grant', grant.unitId);
      await this.demandTrace(accountId, grant.from);
      const ended = await this.grants.end(accountId, grantId, this.clock.today());
      if (!ended) throw new DomainError('resource.not_found');
      await this.note('account.end-grant', accountId, { role: grant.role, unitId: grant.unitId });
      return this.view(actor, accountId);
    });
  }

  /** What opened the account of a trainee (long sessions, a code others have seen) does not open a desk. */
  private async enterDesk(accountId: string): Promise<void> {
    const at = this.clock.now();
    await this.codes.end(accountId, at);
    await this.sessions.endAll(accountId, at, 'role at the desk granted', null);
  }

  /** Only for accounts that hold no role but trainee: a code is as good as the account. */
  renewCode(
    actor: Actor,
    accountId: string,
  ): Promise<{ oneTimeCode: string; codeExpiresAt: string }> {
    return this.database.run(async () => {
      await this.reachable.locked(actor, 'account.renew-code', accountId);
      const grants = await this.grants.of([accountId], this.clock.today());
      if (holdsDesk(grants)) throw new DomainError('permission.denied');
      const { code, expiresAt } = await this.accounts.issueCode(accountId);
      await this.sessions.endAll(accountId, this.clock.now(), 'code renewed', null);
      await this.note('account.renew-code', accountId, {});
      return { oneTimeCode: code, codeExpiresAt: expiresAt.toISOString() };
    });
  }

  /** An account with roles at the desk is closed only by who could have granted every one of them. */
  disable(actor: Actor, accountId: string, reason: string): Promise<{ done: true }> {
    return this.database.run(async () => {
      await this.reachable.locked(actor, 'account.manage', accountId);
      await this.reachable.demandDesk(actor, accountId);
      const at = this.clock.now();
      await this.rows.disable(accountId, at);
      await this.sessions.endAll(accountId, at, 'account closed', null);
      await this.note('account.disable', accountId, { reason });
      return { done: true };
    });
  }

  private async addGrant(
    actor: Actor,
    accountId: string,
    personId: string,
    grant: {
      role: Role;
      unitId: string;
      courseId?: string | undefined;
      from?: string | undefined;
      to?: string | undefined;
    },
    basis: string,
  ): Promise<void> {
    demandDays(grant.from ?? this.clock.today(), grant.to);
    const permission = isDeskRole(grant.role) ? 'account.grant' : 'account.manage';
    await this.scope.demand(actor, permission, grant.unitId);
    const held = await this.grants.of([accountId], this.clock.today());
    const refusals = refusalsOfGrant({
      actorId: actor.personId,
      personId,
      role: grant.role,
      held: held.map((row) => row.role),
    });
    if (refusals.length > 0) throw new DomainError('permission.denied', { refusals });
    const added = await this.accounts.grant({
      accountId,
      role: grant.role,
      unitId: grant.unitId,
      courseId: grant.courseId ?? null,
      ...(grant.from === undefined ? {} : { from: grant.from }),
      to: grant.to ?? null,
      basis,
    });
    if (!added) throw new DomainError('account.already_granted');
  }

  /** What begins today or later is taken away as if it never was: without another grant the account lay nowhere. */
  private async demandTrace(accountId: string, from: string): Promise<void> {
    if (from < this.clock.today()) return;
    if ((await this.grants.unitsEver(accountId)).length > 1) return;
    throw new DomainError('account.only_role');
  }

  private async view(actor: Actor, accountId: string): Promise<View> {
    const view = await this.views.one(actor, accountId);
    if (view === null) throw new DomainError('resource.not_found');
    return view;
  }

  private note(action: string, accountId: string, details: Record<string, unknown>): Promise<void> {
    return this.audit.record({ action, subject: { kind: 'account', id: accountId }, details });
  }
}

/** A grant holds for one day at least. */
function demandDays(from: string, to: string | undefined): void {
  if (to === undefined || to > from) return;
  throw new InvalidRequest([
    { path: 'to', code: 'custom', message: 'must be after the first day' },
  ]);
}
