import { useEffect } from 'react';
import { readSubmission } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { pick } from '../../../lib/i18n/pick.js';
import { ShortText } from '../../../reader/short-text-view.js';
import { IconLink, LinkButton } from '../../../ui/button.js';
import { ArrowLeftIcon, ArrowRightIcon, ListIcon } from '../../../ui/icons.js';
import { useGo } from '../../../ui/link.js';
import { Disclosure } from '../../../ui/lists.js';
import { Loaded } from '../../../ui/states.js';
import { useRead } from '../../data/query.js';
import { FilterBar, Pane } from '../../kit/work.js';
import { href } from '../../routes.js';
import { EarlierMarks } from './earlier-marks.js';
import { MarkingSide } from './marking-side.js';
import { neighboursOf, type Filter, type Neighbours } from './marking-model.js';
import { messages } from './messages/index.js';
import { ReportState } from './report-state.js';
import styles from './report-marking.module.css';
import type { ReportList, Submission } from './report-types.js';

interface ViewProps {
  readonly cohortId: string;
  readonly list: ReportList;
  readonly submissionId: string;
  readonly filter: Filter | undefined;
}

/** One report with its marking; N and P walk through the handed-in ones. */
export function MarkingView(props: ViewProps) {
  const { cohortId, list, submissionId, filter } = props;
  const submission = useRead(readSubmission, { params: { submissionId } });
  const around = neighboursOf(list.reports, submissionId);
  const to = (report: string | undefined) =>
    href('cohortReports', { cohortId }, { filter, report });
  useWalkKeys(around, to);
  return (
    <>
      <FilterBar end={<Walk around={around} to={to} />}>
        <LinkButton look="quiet" href={to(undefined)}>
          <ListIcon />
          <BackWord />
        </LinkButton>
      </FilterBar>
      <Loaded from={submission} skeleton={['title', 'rule', 92, 88, 94, 70, 'rule', 90, 60]}>
        {(data) => (
          <div className={styles.view}>
            <Pane
              sideLabel={data.fullName}
              side={
                <div className={styles.judging}>
                  <MarkingSide submission={data} list={list} to={to} />
                  <EarlierMarks submission={data} />
                </div>
              }
            >
              <ReportText submission={data} />
            </Pane>
          </div>
        )}
      </Loaded>
    </>
  );
}

function BackWord() {
  const { t } = useMessages(messages);
  return <>{t('back')}</>;
}

/** N and P walk, wherever nothing is being typed. */
function useWalkKeys(around: Neighbours, to: (report: string | undefined) => string): void {
  const go = useGo();
  const { before, after } = around;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const modified = event.ctrlKey || event.metaKey || event.altKey;
      const typing = (event.target as Element | null)?.closest?.('input, textarea, select, dialog');
      if (modified || typing) return;
      const wanted = { n: after, p: before }[event.key.toLowerCase()];
      if (wanted !== undefined) go(to(wanted));
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [before, after, go, to]);
}

function Walk(props: {
  readonly around: Neighbours;
  readonly to: (report: string | undefined) => string;
}) {
  const { t } = useMessages(messages);
  const { around, to } = props;
  const { before, after, place, count } = around;
  return (
    <nav className={styles.walk} aria-label={t('walk')}>
      {before !== undefined && (
        <IconLink label={t('before')} href={to(before)}>
          <ArrowLeftIcon />
        </IconLink>
      )}
      <span>{place > 0 && t('placeOf', { place, count })}</span>
      {after !== undefined && (
        <IconLink label={t('after')} href={to(after)}>
          <ArrowRightIcon />
        </IconLink>
      )}
    </nav>
  );
}

function ReportText({ submission }: { readonly submission: Submission }) {
  const { t, locale } = useMessages(messages);
  const { task } = submission;
  return (
    <article className={styles.report}>
      <header>
        <h2 lang="vi">{submission.fullName}</h2>
        <p className={styles.facts}>
          <span lang="vi">{submission.unitName}</span>
          {' · '}
          <ReportFacts submission={submission} />
        </p>
      </header>
      <Disclosure summary={pick(locale, task.title, task.titleEn)}>
        <div className={styles.task}>
          <ShortText markdown={pick(locale, task.task, task.taskEn)} />
        </div>
      </Disclosure>
      {submission.state === 'draft' ? (
        <p className={styles.none}>{t('beingWritten')}</p>
      ) : (
        <div className={styles.text} lang="vi">
          {submission.text}
        </div>
      )}
    </article>
  );
}

function ReportFacts({ submission }: { readonly submission: Submission }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { words, submittedAt, state } = submission;
  const { wordsMin, wordsMax } = submission.task;
  const limits =
    wordsMin !== null && wordsMax !== null
      ? t('wordsAsked', { count: words, least: wordsMin, most: wordsMax })
      : t('wordsOf', { count: words });
  return (
    <>
      {submittedAt !== null && `${t('handedIn', { time: format.dateTime(submittedAt) })} · `}
      {limits} <ReportState state={state} />
    </>
  );
}
