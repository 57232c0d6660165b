import { useState } from 'react';
import { listReports, markReport, readSubmission } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Note } from '../../../ui/banner.js';
import { Button, ButtonRow } from '../../../ui/button.js';
import { TextArea } from '../../../ui/field.js';
import { useGo } from '../../../ui/link.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { putRead } from '../../data/query.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { Block, KeyList } from '../../kit/work.js';
import { CriterionField, pointsId } from './criterion-field.js';
import { judgeMarking, nextWaiting, type Judged } from './marking-model.js';
import { messages } from './messages/index.js';
import styles from './report-marking.module.css';
import type { ReportList, Submission } from './report-types.js';
import { useMarking } from './use-marking.js';

interface FormProps {
  readonly submission: Submission;
  readonly list: ReportList;
  readonly to: (report: string | undefined) => string;
}

const COMMENT = 'report-comment';

/** Points by criterion, a comment, and the two ways to send them. */
export function MarkingForm({ submission, list, to }: FormProps) {
  const { t } = useMessages(messages);
  const { marking, setMarking, resumed, forget } = useMarking(submission);
  const [asked, setAsked] = useState<'mark' | 'return'>();
  const judged = judgeMarking(submission.task, marking);
  const send = useSending(submission, list, to, forget);
  const noComment = asked === 'return' && marking.comment.trim() === '';
  const act = (way: 'mark' | 'return') => {
    setAsked(way);
    const { criteria } = judged;
    const comment = marking.comment.trim();
    if (criteria === undefined) return leadTo(submission.task.rubric, judged);
    if (way === 'return' && comment === '') return document.getElementById(COMMENT)?.focus();
    send.run({ criteria, comment, returnForImprovement: way === 'return' });
  };
  return (
    <Block title={t('marking')} aside={<Total submission={submission} judged={judged} />}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          act('mark');
        }}
        onKeyDown={(event) => {
          if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          act('mark');
        }}
      >
        {resumed && <Note>{t('resumed')}</Note>}
        {submission.task.rubric.map((criterion) => (
          <CriterionField
            key={criterion.id}
            criterion={criterion}
            value={marking.points[criterion.id] ?? ''}
            error={shownError(judged, criterion.id, marking.points[criterion.id], asked)}
            onChange={(value) =>
              setMarking({ ...marking, points: { ...marking.points, [criterion.id]: value } })
            }
          />
        ))}
        <TextArea
          id={COMMENT}
          label={t('comment')}
          hint={t('commentHint')}
          optional
          lang="vi"
          maxLength={4000}
          value={marking.comment}
          error={noComment ? t('commentMissing') : undefined}
          onChange={(event) => setMarking({ ...marking, comment: event.currentTarget.value })}
        />
        {asked !== undefined && judged.criteria === undefined && (
          <p role="alert" className={styles.wrong}>
            {t('notComplete')}
          </p>
        )}
        <ProblemNote problem={send.problem} />
        <ButtonRow>
          <Button type="submit" look="main" busy={send.busy}>
            {t(submission.state === 'marked' ? 'markAgain' : 'mark')}
          </Button>
          <Button busy={send.busy} onClick={() => act('return')}>
            {t('return')}
          </Button>
        </ButtonRow>
        <p className={styles.soft}>{t('marksStay')}</p>
        <KeyList
          keys={[
            { key: 'N', does: t('after') },
            { key: 'P', does: t('before') },
            { key: 'Ctrl S', does: t('mark') },
          ]}
        />
      </form>
    </Block>
  );
}

/** The first criterion whose points are not right yet. */
function leadTo(rubric: Submission['task']['rubric'], { errors }: Judged): void {
  const first = rubric.find(({ id }) => errors[id] !== undefined);
  if (first !== undefined) document.getElementById(pointsId(first.id))?.focus();
}

/** What is missing is said once somebody tried to send; what is wrong at once. */
function shownError(judged: Judged, id: string, typed: string | undefined, asked: unknown) {
  const error = judged.errors[id];
  return asked === undefined && (typed ?? '').trim() === '' ? undefined : error;
}

function useSending(
  submission: Submission,
  list: ReportList,
  to: FormProps['to'],
  forget: () => void,
) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const go = useGo();
  const submissionId = submission.submissionId ?? '';
  const act = useAct(markReport, {
    changes: [listReports],
    onDone: (answer) => {
      forget();
      putRead(readSubmission, { params: { submissionId } }, () => answer);
      const points = format.mark(answer.mark?.points ?? 0);
      const name = answer.fullName;
      toast(answer.state === 'returned' ? t('returned', { name }) : t('marked', { name, points }));
      const next = nextWaiting(list.reports, submissionId);
      if (next !== undefined) go(to(next));
    },
  });
  const run = (body: Parameters<typeof act.run>[0]['body']) =>
    void act.run({ params: { submissionId }, body });
  return { run, busy: act.busy, problem: act.problem };
}

function Total(props: { readonly submission: Submission; readonly judged: Judged }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { judged } = props;
  const { maxPoints, passPoints } = props.submission.task;
  const words = t('total', {
    points: format.mark(judged.total),
    most: format.number(maxPoints / 100),
    pass: format.number(passPoints / 100),
  });
  return <small role="status">{words}</small>;
}
