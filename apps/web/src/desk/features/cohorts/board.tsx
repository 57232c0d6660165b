import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { pick } from '../../../lib/i18n/pick.js';
import { Cell, ColumnHead, RowHead, TableRow, WorkTable } from '../../../ui/table.js';
import { FilterChips } from '../../../ui/tabs.js';
import text from '../../../ui/text.module.css';
import { PeriodStrip, StripLegend } from '../../kit/marks.js';
import { FilterBar, LiveState, Pane } from '../../kit/work.js';
import { usePageQuery } from '../../page.js';
import { href } from '../../routes.js';
import styles from './board.module.css';
import {
  belongs,
  FILTERS,
  marksOf,
  sharesOf,
  type BoardData,
  type BoardRow,
  type Filter,
} from './board-model.js';
import { messages } from './messages/index.js';
import { LastSeen, Missing, ReportState, ShareBars } from './board-cells.js';
import { useLiveRows } from './use-live-rows.js';

const isFilter = (value: string | undefined): value is Filter =>
  FILTERS.some((filter) => filter === value);

/** The board with its filters in the address, so that a link shows what I see. */
export function Board({ board }: { readonly board: BoardData }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { rows, live, at } = useLiveRows(board);
  const filter = usePageQuery((raw) => (isFilter(raw['filter']) ? raw['filter'] : 'all'));
  const shown = rows.filter((row) => belongs(row, filter, at));
  const cohortId = board.cohort.id;
  return (
    <>
      <FilterBar
        end={
          <>
            <Legend />
            <LiveState live={live}>
              {live ? t('live', { time: format.time(at) }) : t('notLive')}
            </LiveState>
          </>
        }
      >
        <FilterChips
          label={t('filters')}
          filters={FILTERS.map((name) => ({
            href: href('cohort', { cohortId }, name === 'all' ? {} : { filter: name }),
            title: t(name),
            count: rows.filter((row) => belongs(row, name, at)).length,
            current: name === filter,
          }))}
        />
      </FilterBar>
      <Pane flush>
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('board')}>
          <BoardTable board={board} rows={shown} all={rows} now={at} />
        </div>
        {shown.length === 0 && <p className={text.soft}>{t('noneMatch')}</p>}
      </Pane>
    </>
  );
}

function Legend() {
  const { t } = useMessages(messages);
  return (
    <StripLegend
      items={[
        { mark: 'done', text: t('done') },
        { mark: 'now', text: t('now') },
        { mark: 'absent', text: t('absent') },
        { mark: 'open', text: t('toCome') },
      ]}
    />
  );
}

function BoardTable(props: {
  readonly board: BoardData;
  readonly rows: readonly BoardRow[];
  readonly all: readonly BoardRow[];
  readonly now: string;
}) {
  const { t, locale } = useMessages(messages);
  return (
    <WorkTable caption={t('board')} edge stickyHead>
      <thead>
        <tr>
          <ColumnHead sorted="ascending">{t('person')}</ColumnHead>
          {props.board.modules.map((module) => (
            <ColumnHead key={module.code} title={pick(locale, module.title, module.titleEn)}>
              <ShareBars shares={sharesOf(props.all, module.code)} />
              {module.code}
            </ColumnHead>
          ))}
          <ColumnHead figure>{t('hours')}</ColumnHead>
          <ColumnHead figure>{t('quiz')}</ColumnHead>
          <ColumnHead>{t('report')}</ColumnHead>
          <ColumnHead>{t('missing')}</ColumnHead>
          <ColumnHead>{t('last')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <PersonRow
            key={row.enrolmentId}
            row={row}
            now={props.now}
            running={props.board.cohort.state === 'running'}
          />
        ))}
      </tbody>
    </WorkTable>
  );
}

function PersonRow(props: {
  readonly row: BoardRow;
  readonly now: string;
  readonly running: boolean;
}) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { row, now } = props;
  return (
    <TableRow>
      <RowHead>
        <span lang="vi">
          {row.fullName} <span className={text.soft}>{row.unitName}</span>
        </span>
      </RowHead>
      {row.cells.map((cell) => (
        <Cell key={cell.moduleCode} label={cell.moduleCode}>
          <PeriodStrip
            label={t(cell.absent > 0 ? 'cellAbsent' : 'cell', { code: cell.moduleCode, ...cell })}
            marks={marksOf(cell)}
          />
        </Cell>
      ))}
      <Cell figure label={t('hours')}>
        {format.number(row.periodsDone)}
      </Cell>
      <Cell figure label={t('quiz')}>
        {row.finalScore === null ? '–' : format.mark(row.finalScore)}
      </Cell>
      <Cell label={t('report')}>
        <ReportState row={row} />
      </Cell>
      <Cell label={t('missing')}>
        <Missing row={row} running={props.running} />
      </Cell>
      <Cell label={t('last')}>
        <LastSeen row={row} now={now} />
      </Cell>
    </TableRow>
  );
}
