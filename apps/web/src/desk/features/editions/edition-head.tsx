import { readEditionCouncil } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { useRead } from '../../data/query.js';
import { EditionState, useEditionWords } from '../../kit/curriculum/edition-words.js';
import type { EditionDetail } from '../../kit/curriculum/types.js';
import { SquareLine, type Stop } from '../../kit/square-line.js';
import { Hash, WorkHead } from '../../kit/work.js';
import styles from './editions.module.css';
import { messages } from './messages/index.js';
import { shortHash } from './short-hash.js';

/** What the edition is, in one line, and how far it has got. */
export function EditionHead(props: { readonly detail: EditionDetail; readonly title: string }) {
  const { t, rich } = useMessages(messages);
  const format = useFormat();
  const words = useEditionWords();
  const stops = useStops(props.detail);
  const { edition, previous, history } = props.detail;
  const numbers = history.requests.map(({ number }) => number);
  return (
    <>
      <WorkHead
        title={props.title}
        facts={
          <>
            <b lang="vi">{props.detail.courseTitle}</b> <br />
            <EditionState edition={edition} /> {words.kind(edition)} ·{' '}
            {numbers.length === 0
              ? t('mergedNone')
              : t('merged', { count: numbers.length, numbers: numbers.join(', ') })}{' '}
            ·{' '}
            {rich('sealed', {
              hash: <Hash>{shortHash(edition.manifestHash)}</Hash>,
              time: format.dateTime(history.preparedAt),
            })}
            {previous !== null &&
              ` · ${t(edition.kind === 'erratum' ? 'corrects' : 'replaces', { label: previous.label })}`}
          </>
        }
      />
      {!edition.recordOnly && (
        <div className={styles.steps}>
          <SquareLine label={t('steps')} stops={stops} />
        </div>
      )}
    </>
  );
}

/** Merged, sealed, appraised, issued, in force: with the day on which each was done. */
function useStops({ edition, history }: EditionDetail): readonly Stop[] {
  const { t } = useMessages(messages);
  const format = useFormat();
  const council = useRead(readEditionCouncil, { params: { editionId: edition.id } }).data;
  const day = (moment: string | null) => (moment === null ? undefined : format.date(moment));
  const isAppraised = council?.required !== true || council.passed;
  const from = edition.forceFrom ?? edition.appliesFrom;
  return [
    { key: 'merged', mark: 'past', title: t('stepMerged'), value: day(history.mergedAt) },
    { key: 'sealed', mark: 'past', title: t('stepSealed'), value: day(history.preparedAt) },
    ...councilStop(),
    issueStop(),
    ...forceStop(),
    ...withdrawalStop(),
  ];

  /** Where a signature is not enough; what was sent back says so in its own step. */
  function councilStop(): readonly Stop[] {
    if (council?.required !== true || history.returned !== null) return [];
    const value = day(council.confirmed?.at ?? council.council?.endedAt ?? null);
    return council.passed
      ? [{ key: 'council', mark: 'past', title: t('stepAppraised'), value }]
      : [{ key: 'council', mark: 'now', title: t('stepAppraisal') }];
  }

  /** What was sent back, or withdrawn before its day, is never in force. */
  function forceStop(): readonly Stop[] {
    const { withdrawal, state } = edition;
    const never = from !== null && withdrawal !== null && withdrawal.on <= from;
    if (never || history.returned !== null) return [];
    return [{ key: 'force', mark: forceMark(state), title: t('stepForce'), value: day(from) }];
  }

  function issueStop(): Stop {
    if (history.returned !== null) {
      const value = day(history.returned.at);
      return { key: 'issue', mark: 'gone', title: t('stepReturned'), value };
    }
    if (edition.issuedAt === null) {
      return { key: 'issue', mark: isAppraised ? 'now' : 'open', title: t('stepIssue') };
    }
    return { key: 'issue', mark: 'past', title: t('stepIssued'), value: day(edition.issuedAt) };
  }

  function withdrawalStop(): readonly Stop[] {
    if (edition.withdrawal === null) return [];
    const value = day(edition.withdrawal.on);
    return edition.state === 'withdrawn'
      ? [{ key: 'withdrawn', mark: 'gone', title: t('stepWithdrawn'), value }]
      : [{ key: 'withdrawn', mark: 'open', title: t('stepWithdraws'), value }];
  }
}

function forceMark(state: EditionDetail['edition']['state']): Stop['mark'] {
  if (state === 'scheduled') return 'now';
  return ['in_force', 'superseded', 'withdrawn'].includes(state) ? 'past' : 'open';
}
