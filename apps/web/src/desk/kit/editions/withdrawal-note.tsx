import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Note } from '../../../ui/banner.js';
import { Link } from '../../../ui/link.js';
import { href } from '../../routes.js';
import type { EditionView } from '../curriculum/types.js';
import { messages } from './messages/index.js';

/** That an edition is withdrawn or will be: from when, by which decision, why, and what opens instead. */
export function WithdrawalNote(props: {
  readonly edition: EditionView;
  /** Beside a cohort that studies it: the cohort goes on. */
  readonly forCohort?: boolean | undefined;
}) {
  const { t, rich } = useMessages(messages);
  const format = useFormat();
  const { edition, forCohort = false } = props;
  const { withdrawal, label } = edition;
  if (withdrawal === null) return null;
  const date = format.date(withdrawal.on);
  const past = edition.state === 'withdrawn';
  return (
    <Note look={past ? 'bad' : 'warn'}>
      <p>
        <b>{t(past ? 'withdrawnFrom' : 'willBeWithdrawn', { label, date })}</b>{' '}
        {withdrawal.decisionDate === null
          ? t('withdrawnByUndated', { number: withdrawal.decisionNo })
          : t('withdrawnBy', {
              number: withdrawal.decisionNo,
              date: format.date(withdrawal.decisionDate),
            })}
      </p>
      <p lang="vi">{withdrawal.reason}</p>
      {forCohort && <p>{t('cohortGoesOn')}</p>}
      {!forCohort && withdrawal.fallback !== null && (
        <p>
          {rich('opensInstead', {
            edition: (
              <Link href={href('edition', { editionId: withdrawal.fallback.id })}>
                {t('editionOf', { label: withdrawal.fallback.label })}
              </Link>
            ),
          })}
        </p>
      )}
    </Note>
  );
}
