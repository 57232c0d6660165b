import { isDeskRole } from '@cam-nang/domain';
import { may, useSession } from '../../../lib/session/session.js';
import type { Account } from './account-types.js';

/** Why an act is not offered; the words are in the messages under the same key. */
export type Reason =
  | 'whyOwn'
  | 'whyClosed'
  | 'whyGrantRight'
  | 'whyRenewRight'
  | 'whyRenewDesk'
  | 'whyCloseDesk'
  | 'whyCloseRight'
  | 'whyReopenDesk'
  | 'whyReopenRight';

export interface Reasons {
  /** Nothing of all this is the person's affair: no buttons, and no reasons either. */
  readonly readOnly: boolean;
  /** Why nothing at all may be done. */
  readonly general: Reason | undefined;
  readonly grant: Reason | undefined;
  readonly renew: Reason | undefined;
  readonly close: Reason | undefined;
  readonly reopen: Reason | undefined;
}

/** For each act the reason why not, undefined where it may be done. The server has the last word. */
export function useReasons(account: Account): Reasons {
  const session = useSession();
  const general = generalReason(account, session.account.id);
  const atDesk = account.grants.some(({ role }) => isDeskRole(role));
  const { allowed } = account;
  return {
    readOnly: !may(session, 'account.manage', 'account.grant', 'account.renew-code'),
    general,
    grant: allowed.grant ? undefined : (general ?? 'whyGrantRight'),
    renew: allowed.renewCode ? undefined : (general ?? (atDesk ? 'whyRenewDesk' : 'whyRenewRight')),
    close: allowed.manage ? undefined : (general ?? (atDesk ? 'whyCloseDesk' : 'whyCloseRight')),
    reopen: allowed.reopen ? undefined : reopenReason(atDesk),
  };
}

function reopenReason(atDesk: boolean): Reason {
  return atDesk ? 'whyReopenDesk' : 'whyReopenRight';
}

function generalReason(account: Account, ownId: string): Reason | undefined {
  if (account.id === ownId) return 'whyOwn';
  return account.disabled ? 'whyClosed' : undefined;
}
