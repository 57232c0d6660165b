import { Injectable } from '@nestjs/common';
import { DomainError, isDeskRole } from '@cam-nang/domain';
import { Clock, type Actor } from '@cam-nang/platform';
import { AccountRepository, type AccountRow } from '../persistence/account.repository.js';
import { GrantRepository } from '../persistence/grant.repository.js';
import { Scope } from '../policies/scope.js';

type Right = 'account.grant' | 'account.manage' | 'account.renew-code';

/** Accounts as far as a person's rights reach; the others do not exist for that person. */
@Injectable()
export class ReachableAccounts {
  constructor(
    private readonly rows: AccountRepository,
    private readonly grants: GrantRepository,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  /**
   * The account, when one of its grants lies in the actor's scope, and it is not the actor's own. Of who holds no
   * role any more the grants that are over count: a role may be given again, or the account closed.
   */
  async of(actor: Actor, permission: Right, accountId: string): Promise<AccountRow> {
    const account = await this.rows.byId(accountId);
    if (account === null) throw new DomainError('resource.not_found');
    const held = await this.grants.of([accountId], this.clock.today());
    const unitIds =
      held.length > 0 ? held.map((grant) => grant.unitId) : await this.grants.unitsEver(accountId);
    const reached = await Promise.all(
      unitIds.map((unitId) => this.scope.reaches(actor, permission, unitId)),
    );
    if (!reached.some(Boolean)) throw new DomainError('resource.not_found');
    if (accountId === actor.accountId) throw new DomainError('permission.same_person');
    return account;
  }

  /** The same, locked: which roles it holds stays as it is judged until the transaction ends. */
  async locked(actor: Actor, permission: Right, accountId: string): Promise<AccountRow> {
    await this.rows.lock(accountId);
    return this.of(actor, permission, accountId);
  }

  /** Goes on only for who could have granted every role at the desk that the account holds. */
  async demandDesk(actor: Actor, accountId: string): Promise<void> {
    const held = await this.grants.of([accountId], this.clock.today());
    for (const { role, unitId } of held) {
      if (isDeskRole(role) && !(await this.scope.reaches(actor, 'account.grant', unitId)))
        throw new DomainError('permission.denied');
    }
  }
}
