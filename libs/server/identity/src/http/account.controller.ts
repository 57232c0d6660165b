import { Controller } from '@nestjs/common';
import {
  createAccount,
  disableAccount,
  endGrant,
  grantRole,
  listAccounts,
  listAudit,
  recoverAccount,
  renewCode,
  reopenAccount,
  type InputOf,
} from '@cam-nang/contracts';
import { CurrentActor, Endpoint, Input, RequirePermission, type Actor } from '@cam-nang/platform';
import { ListAccounts } from '../queries/list-accounts.query.js';
import { ListAudit } from '../queries/list-audit.query.js';
import { ManageAccount } from '../use-cases/manage-account.js';
import { RecoverAccount } from '../use-cases/recover-account.js';

@Controller()
export class AccountController {
  constructor(
    private readonly accounts: ListAccounts,
    private readonly audit: ListAudit,
    private readonly manage: ManageAccount,
    private readonly recovery: RecoverAccount,
  ) {}

  @Endpoint(listAccounts)
  @RequirePermission('account.read')
  list(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof listAccounts>) {
    return this.accounts.run(actor, input.query);
  }

  @Endpoint(createAccount)
  @RequirePermission('account.manage')
  create(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof createAccount>) {
    return this.manage.create(actor, input.body);
  }

  @Endpoint(grantRole)
  @RequirePermission('account.grant')
  grant(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof grantRole>) {
    return this.manage.grant(actor, input.params.accountId, input.body);
  }

  @Endpoint(endGrant)
  @RequirePermission('account.grant')
  endGrant(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof endGrant>) {
    return this.manage.endGrant(actor, input.params.accountId, input.params.grantId);
  }

  @Endpoint(renewCode)
  @RequirePermission('account.renew-code')
  renewCode(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof renewCode>) {
    return this.manage.renewCode(actor, input.params.accountId);
  }

  @Endpoint(disableAccount)
  @RequirePermission('account.manage')
  disable(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof disableAccount>) {
    return this.manage.disable(actor, input.params.accountId, input.body.reason);
  }

  @Endpoint(reopenAccount)
  @RequirePermission('account.manage')
  reopen(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof reopenAccount>) {
    return this.recovery.reopen(actor, input.params.accountId, input.body);
  }

  @Endpoint(recoverAccount)
  @RequirePermission('account.grant')
  recover(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof recoverAccount>) {
    return this.recovery.recover(actor, input.params.accountId, input.body);
  }

  @Endpoint(listAudit)
  @RequirePermission('audit.read')
  listAudit(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof listAudit>) {
    return this.audit.run(actor, input.query);
  }
}
