import { Global, Module } from '@nestjs/common';
import { OrganisationModule } from '@cam-nang/organisation';
import { AUDIT_TRAIL, SESSION_READER } from '@cam-nang/platform';
import { Accounts } from './accounts.js';
import { AuditTrail } from './audit/audit-trail.js';
import { People } from './people.js';
import { AccountIdentityRepository } from './persistence/account-identity.repository.js';
import { AccountRepository } from './persistence/account.repository.js';
import { AuditRepository } from './persistence/audit.repository.js';
import { GrantRepository } from './persistence/grant.repository.js';
import { OneTimeCodeRepository } from './persistence/one-time-code.repository.js';
import { PersonRepository } from './persistence/person.repository.js';
import { SessionRepository } from './persistence/session.repository.js';
import { SignInFailureRepository } from './persistence/sign-in-failure.repository.js';
import { Scope } from './policies/scope.js';
import { ListAccounts } from './queries/list-accounts.query.js';
import { ListAudit } from './queries/list-audit.query.js';
import { ListDevices } from './queries/list-devices.query.js';
import { SessionViewQuery } from './queries/session-view.query.js';
import { ReachableAccounts } from './queries/reachable-account.js';
import { RoleHolders } from './role-holders.js';
import { OneTimeCodes } from './secrets/one-time-codes.js';
import { Passwords } from './secrets/passwords.js';
import { Credentials } from './sessions/credentials.js';
import { SessionOpener } from './sessions/session-opener.js';
import { DatabaseSessionReader } from './sessions/session-reader.js';
import { SignOnCookie } from './sessions/sign-on-cookie.js';
import { SignOnIssuer } from './sessions/sign-on-issuer.js';
import { SignInThrottle } from './sessions/sign-in-throttle.js';
import { ChangePassword } from './use-cases/change-password.js';
import { ChooseLocale } from './use-cases/choose-locale.js';
import { ClaimInstallation } from './use-cases/claim-installation.js';
import { EndSession } from './use-cases/end-session.js';
import { FreshenSession } from './use-cases/freshen-session.js';
import { ManageAccount } from './use-cases/manage-account.js';
import { RecoverAccount } from './use-cases/recover-account.js';
import { RedeemCode } from './use-cases/redeem-code.js';
import { SetUpSecondFactor } from './use-cases/set-up-second-factor.js';
import { SignIn } from './use-cases/sign-in.js';
import { SignInElsewhere } from './use-cases/sign-in-elsewhere.js';

const REPOSITORIES = [
  AccountIdentityRepository,
  AccountRepository,
  AuditRepository,
  GrantRepository,
  OneTimeCodeRepository,
  PersonRepository,
  SessionRepository,
  SignInFailureRepository,
];

const SESSIONS = [
  Credentials,
  OneTimeCodes,
  Passwords,
  SessionOpener,
  DatabaseSessionReader,
  SignInThrottle,
];

const FOR_CONTROLLERS = [
  ChangePassword,
  ChooseLocale,
  ClaimInstallation,
  EndSession,
  FreshenSession,
  ManageAccount,
  ReachableAccounts,
  RecoverAccount,
  RedeemCode,
  SetUpSecondFactor,
  SignIn,
  SignInElsewhere,
  SignOnCookie,
  SignOnIssuer,
  ListAccounts,
  ListAudit,
  ListDevices,
  SessionViewQuery,
];

const FOR_OTHERS = [Accounts, AuditTrail, People, RoleHolders, Scope];

@Global()
@Module({
  imports: [OrganisationModule],
  providers: [
    ...REPOSITORIES,
    ...SESSIONS,
    ...FOR_CONTROLLERS,
    ...FOR_OTHERS,
    { provide: SESSION_READER, useExisting: DatabaseSessionReader },
    { provide: AUDIT_TRAIL, useExisting: AuditTrail },
  ],
  exports: [...FOR_CONTROLLERS, ...FOR_OTHERS, SESSION_READER, AUDIT_TRAIL],
})
export class IdentityModule {}
