import { beginSingleSignOn, readSignInWays } from '@cam-nang/contracts/routes';
import { useResource } from '../../../lib/api/resource.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Note } from '../../../ui/banner.js';
import { LinkButton } from '../../../ui/button.js';
import { messages } from './messages/index.js';

const REASONS = {
  failed: 'signOnFailed',
  refused: 'signOnRefused',
  unknown: 'signOnUnknown',
  factor: 'signOnFactor',
} as const;

/** Why the issuer sent somebody back without a session, if it just did. */
export function SignOnProblem() {
  const { t } = useMessages(messages);
  const given = new URLSearchParams(location.search).get('single-sign-on') ?? '';
  if (!(given in REASONS)) return null;
  return (
    <Note look="warn" alert>
      <p>{t(REASONS[given as keyof typeof REASONS])}</p>
    </Note>
  );
}

/** The way in through an issuer, where the installation has one. */
export function SignOnButton() {
  const { t } = useMessages(messages);
  const ways = useResource(readSignInWays, {});
  const name = ways.data?.singleSignOn?.name;
  if (name === undefined) return null;
  return (
    <LinkButton block href={beginSingleSignOn.path}>
      {t('signOn', { name })}
    </LinkButton>
  );
}
