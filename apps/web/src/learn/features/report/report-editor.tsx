import { useState } from 'react';
import { readReport, submitReport } from '@cam-nang/contracts/routes';
import { useAction } from '../../../lib/api/action.js';
import { call } from '../../../lib/api/call.js';
import { useProblemText } from '../../../lib/api/problem-text.js';
import { putResource } from '../../../lib/api/resource.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Note } from '../../../ui/banner.js';
import { Button } from '../../../ui/button.js';
import { TextArea } from '../../../ui/field.js';
import { Grow, Row, Stack } from '../../../ui/layout.js';
import { SavedState } from '../../../ui/tag.js';
import text from '../../../ui/text.module.css';
import { HandInDialog } from './hand-in-dialog.js';
import { messages } from './messages/index.js';
import type { Report } from './report-page.js';
import { isReturned } from './report-standing.js';
import type { ReportSaver, ReportState } from './report-saver.js';
import { TwoTexts } from './two-texts.js';
import { countWords, useReportSaver } from './use-report-saver.js';

const LONGEST = 60_000;

/** Where the report is written: on this device letter by letter, at the office after each pause. */
export function ReportEditor(props: {
  readonly report: Report;
  readonly enrolmentId: string;
  readonly onChanged: () => void;
}) {
  const { t } = useMessages(messages);
  const { report, enrolmentId } = props;
  const { saver, state } = useReportSaver(enrolmentId, report);
  const words = countWords(state.text);
  return (
    <Stack>
      {isReturned(report) && <Note look="warn">{t('returnedText')}</Note>}
      {state.other !== undefined && (
        <TwoTexts own={state.text} office={state.other} onChoose={(one) => saver.settle(one)} />
      )}
      <TextArea
        label={t('writeHere')}
        hint={lengthHint(report.task, t)}
        value={state.text}
        rows={14}
        maxLength={LONGEST}
        readOnly={state.other !== undefined}
        onChange={(event) => saver.type(event.target.value)}
        onBlur={() => void saver.flush()}
      />
      <Row>
        <span className={text.soft}>{t('words', { count: words })}</span>
        <Grow />
        {state.saved !== undefined && <SavedState saved={state.saved} />}
      </Row>
      <HandIn {...{ report, enrolmentId, saver, state, words }} />
      <Saving state={state} onChanged={props.onChanged} />
    </Stack>
  );
}

function lengthHint(
  { wordsMin, wordsMax }: Report['task'],
  t: ReturnType<typeof useMessages<(typeof messages)['vi']>>['t'],
): string {
  if (wordsMin !== null && wordsMax !== null)
    return t('between', { least: wordsMin, most: wordsMax });
  if (wordsMin !== null) return t('atLeast', { least: wordsMin });
  return wordsMax === null ? t('anyLength') : t('atMost', { most: wordsMax });
}

/** What keeps the text from the office, and what is safe. */
function Saving(props: { readonly state: ReportState; readonly onChanged: () => void }) {
  const { t } = useMessages(messages);
  const say = useProblemText();
  const { unsafe, problem } = props.state;
  return (
    <>
      {unsafe && <Note look="warn">{t('unsafe')}</Note>}
      {problem?.isNetwork && <Note look="plain">{t('offline')}</Note>}
      {problem !== undefined && !problem.isNetwork && (
        <Note look="bad" alert>
          <p>{say(problem)}</p>
          <p>{t('stillHere')}</p>
          <Button onClick={props.onChanged}>{t('reload')}</Button>
        </Note>
      )}
    </>
  );
}

function HandIn(props: {
  readonly report: Report;
  readonly enrolmentId: string;
  readonly saver: ReportSaver;
  readonly state: ReportState;
  readonly words: number;
}) {
  const { t } = useMessages(messages);
  const say = useProblemText();
  const { report, enrolmentId, saver, words } = props;
  const [asked, setAsked] = useState(false);
  const handIn = useAction(async ({ idempotencyKey }) => {
    await saver.flush();
    const { version, problem, other } = saver.getState();
    if (other !== undefined) return setAsked(false);
    if (problem !== undefined) throw problem;
    const params = { enrolmentId, taskNodeId: report.task.nodeId };
    const handed = await call(submitReport, { params, body: { version } }, { idempotencyKey });
    putResource(readReport, { params }, handed);
    scrollTo(0, 0);
  });
  return (
    <>
      <Button look="main" block onClick={() => setAsked(true)} disabled={words === 0}>
        {t('handIn')}
      </Button>
      <p className={text.soft}>{words === 0 ? t('handInEmpty') : t('handInHint')}</p>
      <HandInDialog
        open={asked}
        task={report.task}
        words={words}
        busy={handIn.busy}
        problem={handIn.problem && say(handIn.problem)}
        onClose={() => {
          handIn.clear();
          setAsked(false);
        }}
        onHandIn={() => void handIn.run()}
      />
    </>
  );
}
