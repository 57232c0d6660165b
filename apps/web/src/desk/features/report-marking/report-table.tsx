import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { pick } from '../../../lib/i18n/pick.js';
import { Link } from '../../../ui/link.js';
import { Cell, ColumnHead, RowHead, TableRow, WorkTable } from '../../../ui/table.js';
import text from '../../../ui/text.module.css';
import { href } from '../../routes.js';
import { belongs, type Filter } from './marking-model.js';
import { messages } from './messages/index.js';
import { ReportState } from './report-state.js';
import styles from './report-marking.module.css';
import type { ReportRow } from './report-types.js';

interface TableProps {
  readonly cohortId: string;
  readonly rows: readonly ReportRow[];
  readonly all: readonly ReportRow[];
  readonly filter: Filter | undefined;
}

/** Who handed in what, and what it got. */
export function ReportTable(props: TableProps) {
  const { t } = useMessages(messages);
  const several = new Set(props.all.map((row) => row.taskNodeId)).size > 1;
  return (
    <WorkTable caption={t('caption')} edge stickyHead>
      <thead>
        <tr>
          <ColumnHead>{t('person')}</ColumnHead>
          {several && <ColumnHead>{t('task')}</ColumnHead>}
          <ColumnHead>{t('state')}</ColumnHead>
          <ColumnHead figure>{t('words')}</ColumnHead>
          <ColumnHead>{t('submitted')}</ColumnHead>
          <ColumnHead figure>{t('points')}</ColumnHead>
          <ColumnHead>{t('result')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <ReportLine
            key={`${row.enrolmentId}-${row.taskNodeId}`}
            {...{ row, several, cohortId: props.cohortId, filter: props.filter }}
          />
        ))}
      </tbody>
    </WorkTable>
  );
}

function ReportLine(props: {
  readonly row: ReportRow;
  readonly several: boolean;
  readonly cohortId: string;
  readonly filter: Filter | undefined;
}) {
  const { t, locale } = useMessages(messages);
  const format = useFormat();
  const { row, cohortId, filter } = props;
  const { submissionId: report, submittedAt, points } = row;
  const opens = report !== null && !belongs(row, 'missing');
  return (
    <TableRow>
      <RowHead lang="vi">
        {opens ? (
          <Link href={href('cohortReports', { cohortId }, { filter, report })}>{row.fullName}</Link>
        ) : (
          row.fullName
        )}{' '}
        <span className={styles.unit}>{row.unitName}</span>
      </RowHead>
      {props.several && (
        <Cell label={t('task')}>{pick(locale, row.taskTitle, row.taskTitleEn)}</Cell>
      )}
      <Cell label={t('state')}>
        <ReportState state={row.state} />
      </Cell>
      <Cell figure label={t('words')}>
        {row.state === 'none' ? '–' : format.number(row.words)}
      </Cell>
      <Cell label={t('submitted')} className={text.nowrap}>
        {submittedAt === null ? '–' : format.dateTime(submittedAt)}
      </Cell>
      <Cell figure label={t('points')} className={text.nowrap}>
        {points === null ? '–' : `${format.mark(points)}/${format.number(row.maxPoints / 100)}`}
      </Cell>
      <Cell label={t('result')}>{row.passed !== null && t(row.passed ? 'passed' : 'failed')}</Cell>
    </TableRow>
  );
}
