import type { listAudit, ResponseOf } from '@cam-nang/contracts';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Link } from '../../../ui/link.js';
import { Cell, ColumnHead, RowHead, TableRow, WorkTable } from '../../../ui/table.js';
import { isBuilt } from '../../built-pages.js';
import { useActionWords } from '../../kit/audit/action-words.js';
import { Hash } from '../../kit/work.js';
import { href } from '../../routes.js';
import { useFacts } from './audit-facts.js';
import { shortId, type AuditQuery } from './audit-query.js';
import styles from './audit.module.css';
import { messages } from './messages/index.js';

type Entry = ResponseOf<typeof listAudit>['entries'][number];

/** Entries in the order they were written, the newest on top. */
export function AuditTable(props: {
  readonly entries: readonly Entry[];
  readonly asked: AuditQuery;
}) {
  const { t } = useMessages(messages);
  return (
    <WorkTable caption={t('title')} edge stickyHead>
      <thead>
        <tr>
          <ColumnHead>{t('what')}</ColumnHead>
          <ColumnHead>{t('when')}</ColumnHead>
          <ColumnHead>{t('about')}</ColumnHead>
          <ColumnHead>{t('fromWhere')}</ColumnHead>
          <ColumnHead>{t('onBehalf')}</ColumnHead>
          <ColumnHead>{t('details')}</ColumnHead>
          <ColumnHead figure>{t('seq')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {props.entries.map((entry) => (
          <EntryRow key={entry.seq} entry={entry} asked={props.asked} />
        ))}
      </tbody>
    </WorkTable>
  );
}

function EntryRow({ entry, asked }: { readonly entry: Entry; readonly asked: AuditQuery }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const words = useActionWords();
  const facts = useFacts();
  const who = entry.actor ?? entry.subjectName;
  return (
    <TableRow>
      <RowHead>
        <span lang={who === null ? undefined : 'vi'}>{who ?? t('machine')}</span>{' '}
        <span className={styles.act}>{words(entry.action)}</span>
      </RowHead>
      <Cell label={t('when')} className={styles.when}>
        <time dateTime={entry.at}>{format.dateTime(entry.at)}</time>
      </Cell>
      <Cell label={t('about')}>
        <About entry={entry} asked={asked} />
      </Cell>
      <Cell label={t('fromWhere')}>{entry.address ?? t('fromMachine')}</Cell>
      <Cell label={t('onBehalf')} lang="vi">
        {entry.onBehalfOf}
      </Cell>
      <Cell label={t('details')} className={styles.facts}>
        {facts(entry.details).join(' · ')}
        {entry.correction !== null && <Correction correction={entry.correction} />}
      </Cell>
      <Cell figure label={t('seq')}>
        <span title={entry.hash}>
          {format.number(entry.seq)} <Hash>{entry.hash.slice(0, 8)}</Hash>
        </span>
      </Cell>
    </TableRow>
  );
}

/** From what to what somebody was put right. */
function Correction({ correction }: { readonly correction: NonNullable<Entry['correction']> }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { before, after, reason } = correction;
  const day = (date: string | null) => (date === null ? t('noDate') : format.date(date));
  const lines = [
    ...(before.fullName === after.fullName
      ? []
      : [t('fromTo', { before: before.fullName, after: after.fullName })]),
    ...(before.birthDate === after.birthDate
      ? []
      : [t('fromTo', { before: day(before.birthDate), after: day(after.birthDate) })]),
    t('basis', { text: reason }),
  ];
  return lines.map((line) => (
    <div key={line} lang="vi">
      {line}
    </div>
  ));
}

const KINDS = [
  'account',
  'person',
  'session',
  'cohort',
  'enrolment',
  'meeting',
  'report',
  'change-request',
  'edition',
  'award_proposal',
  'award_decision',
  'comment-thread',
  'council',
  'legal-document',
] as const;

/** What the act is about: a link to it where it has a page, and one to all that happened to it. */
function About({ entry, asked }: { readonly entry: Entry; readonly asked: AuditQuery }) {
  const { t } = useMessages(messages);
  const { subjectKind, subjectId, subjectName } = entry;
  const known = KINDS.find((kind) => kind === subjectKind);
  const kind = known === undefined ? subjectKind : t(`kind.${known}`);
  const page = pageOf(subjectKind, subjectId);
  const name = subjectName === null ? `${kind} ${shortId(subjectId)}` : kind;
  return (
    <span>
      {page === undefined ? name : <Link href={page}>{name}</Link>}
      {subjectName !== null && entry.actor !== null && <span lang="vi"> {subjectName}</span>}
      {asked.id !== subjectId && (
        <Link
          className={styles.same}
          href={href('audit', undefined, { kind: subjectKind, id: subjectId })}
          aria-label={t('sameOf', { name })}
        >
          {t('same')}
        </Link>
      )}
    </span>
  );
}

function pageOf(kind: string, id: string): string | undefined {
  if (kind === 'cohort' && isBuilt('cohort')) return href('cohort', { cohortId: id });
  if (kind === 'edition' && isBuilt('edition')) return href('edition', { editionId: id });
  if (kind === 'award_proposal' && isBuilt('award')) return href('award', { proposalId: id });
  if (kind === 'change-request' && isBuilt('changeRequest')) {
    return href('changeRequest', { requestId: id });
  }
  return undefined;
}
