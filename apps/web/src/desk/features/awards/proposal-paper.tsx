import { useMessages } from '../../../lib/i18n/catalogue.js';
import { pick } from '../../../lib/i18n/pick.js';
import { Checks, PaperSheet } from '../../kit/marks.js';
import { Block, Details, Hash } from '../../kit/work.js';
import type { Proposal } from './award-types.js';
import styles from './awards.module.css';
import { useAwardCheckWords, verdictOf } from './check-words.js';
import { messages } from './messages/index.js';

/** The proposal as the paper that goes to whoever signs, and what was checked before. */
export function ProposalPaper({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useMessages(messages);
  return (
    <Block title={t('proposal', { round: proposal.round })}>
      {proposal.eligible.length > 0 && (
        <div className={styles.paper}>
          <PaperSheet>
            <Paper proposal={proposal} />
          </PaperSheet>
        </div>
      )}
      <AwardChecks proposal={proposal} />
      <Details
        rows={[{ name: t('listHash'), value: <Hash>{proposal.listHash.slice(0, 12)}</Hash> }]}
      />
    </Block>
  );
}

function Paper({ proposal }: { readonly proposal: Proposal }) {
  const { t, rich, locale } = useMessages(messages);
  const { cohort, eligible, nextSerial, lastSerial, typeNoun, typeNounEn } = proposal;
  const signed = proposal.state === 'signed';
  const noun = pick(locale, typeNoun, typeNounEn).toLocaleLowerCase('vi');
  return (
    <div className={styles.doc}>
      <p className={styles.center}>
        <span className={styles.kicker}>{t('paperTitle')}</span>
        {t('paperAbout', { noun, cohort: cohort.code })}
      </p>
      <p>
        {t('paperTo', { issuer: cohort.issuerName })}{' '}
        {rich(signed ? 'paperTaken' : 'paperAsk', {
          people: <b>{t('paperPeople', { count: eligible.length })}</b>,
          first: <b>{nextSerial}</b>,
          last: <b>{lastSerial ?? nextSerial}</b>,
        })}
      </p>
      <small>{t(signed ? 'paperFootTaken' : 'paperFoot')}</small>
    </div>
  );
}

/** What was looked at: met or not, in words. */
function AwardChecks({ proposal }: { readonly proposal: Proposal }) {
  const words = useAwardCheckWords();
  const weight = { no: 0, warn: 1, yes: 2 };
  const checks = proposal.checks
    .map((check) => ({ key: check.code, verdict: verdictOf(check), text: words(check) }))
    .sort((one, other) => weight[one.verdict] - weight[other.verdict]);
  return <Checks checks={checks} />;
}
