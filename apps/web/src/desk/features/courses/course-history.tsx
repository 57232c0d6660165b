import { memo } from 'react';
import type { readCurriculumHistory as contract, ResponseOf } from '@cam-nang/contracts';
import { readCurriculumHistory } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { HistoryIcon } from '../../../ui/icons.js';
import { Link } from '../../../ui/link.js';
import { EmptyState, Loaded } from '../../../ui/states.js';
import text from '../../../ui/text.module.css';
import { useRead } from '../../data/query.js';
import { useMountedCount } from '../../../ui/use-mounted-count.js';
import { href } from '../../routes.js';
import styles from './courses.module.css';
import { messages } from './messages/index.js';

type Entry = ResponseOf<typeof contract>['entries'][number];

/** The whole story of the curriculum as one line, the newest first: who, when, why, by which decision. */
export function CourseHistory({ courseId }: { readonly courseId: string }) {
  const { t } = useMessages(messages);
  const history = useRead(readCurriculumHistory, { params: { courseId } });
  return (
    <Loaded from={history}>
      {({ entries }) =>
        entries.length === 0 ? (
          <EmptyState icon={HistoryIcon} title={t('history.empty')} text={t('history.emptyText')} />
        ) : (
          <Entries entries={entries} />
        )
      }
    </Loaded>
  );
}

/** Entries drawn at once. */
const PORTION = 40;

/** Of hundreds of entries the newest at once, the others a moment later. */
function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  const mounted = useMountedCount(entries.length, PORTION);
  return (
    <ol className={styles.history}>
      {entries.slice(0, mounted).map((entry) => (
        <HistoryRow
          key={`${entry.what} ${entry.at} ${entry.edition?.id ?? entry.message}`}
          entry={entry}
        />
      ))}
    </ol>
  );
}

const HistoryRow = memo(function HistoryRow({ entry }: { readonly entry: Entry }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { by, reason, nodes, decision, from } = entry;
  const facts = [
    by ?? '',
    decision === null ? '' : t('history.decision', { number: decision.number }),
    from === null ? '' : t('history.from', { date: format.date(from) }),
    nodes === null ? '' : t('history.nodes', { count: nodes }),
  ].filter((fact) => fact !== '');
  return (
    <li className={styles.happened}>
      <time className={text.soft} dateTime={entry.at}>
        {format.dateTime(entry.at)}
      </time>
      <div>
        <p>
          <b>
            <What entry={entry} />
          </b>
        </p>
        {facts.length > 0 && <p className={text.soft}>{facts.join(' · ')}</p>}
        {reason !== '' && <p lang="vi">{reason}</p>}
      </div>
    </li>
  );
});

/** What happened, in words that lead to it. */
function What({ entry: { what, request, edition, message, outcome } }: { readonly entry: Entry }) {
  const { t } = useMessages(messages);
  if (edition !== null) {
    const page = what.startsWith('council_') ? 'council' : 'edition';
    const way = href(page, { editionId: edition.id });
    return (
      <>
        <Link href={way}>{t('history.edition', { label: edition.label })}</Link>{' '}
        {outcome === null ? t(`history.${what}`) : t(`history.outcome.${knownOutcome(outcome)}`)}
      </>
    );
  }
  if (request === null) {
    return (
      <>
        {t('history.loaded')} <span lang="vi">{message}</span>
      </>
    );
  }
  return (
    <>
      {t('history.merged')}{' '}
      <Link href={href('review', { requestId: request.id })}>
        <span lang="vi">{`${request.number}. ${request.title}`}</span>
      </Link>
    </>
  );
}

function knownOutcome(outcome: string): 'pass' | 'pass_with_changes' | 'fail' | 'other' {
  return outcome === 'pass' || outcome === 'pass_with_changes' || outcome === 'fail'
    ? outcome
    : 'other';
}
