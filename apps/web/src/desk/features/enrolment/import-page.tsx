import { useState } from 'react';
import type {
  applyImport as applyContract,
  checkImport as contract,
  ResponseOf,
} from '@cam-nang/contracts';
import {
  applyImport,
  checkImport,
  importTemplate,
  listEnrolments,
  readBoard,
  readCohort,
} from '@cam-nang/contracts/routes';
import { addressOf } from '../../../lib/api/call.js';
import { useProblemText } from '../../../lib/api/problem-text.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Note } from '../../../ui/banner.js';
import { Button, ButtonRow, LinkButton } from '../../../ui/button.js';
import { TextField } from '../../../ui/field.js';
import { DownloadIcon } from '../../../ui/icons.js';
import { Stack } from '../../../ui/layout.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { useRead } from '../../data/query.js';
import { Block, Pane, WorkHead } from '../../kit/work.js';
import { usePageParams } from '../../page.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import { CodeSheet } from './code-sheet.js';
import { ImportReport, PassedOver } from './import-report.js';
import { messages } from './messages/index.js';

type Report = ResponseOf<typeof contract>;
type Code = ResponseOf<typeof applyContract>['codes'][number];

/** Loading a list: template, reading row by row, then enrolling what is right. */
export function ImportPage() {
  const { t } = useMessages(messages);
  const { cohortId } = usePageParams('cohortImport');
  const cohort = useRead(readCohort, { params: { cohortId } });
  const code = cohort.data?.code ?? '';
  const [report, setReport] = useState<Report>();
  const [codes, setCodes] = useState<readonly Code[]>([]);
  usePlace(t('importTitle'), [
    { title: t('cohorts'), href: href('cohorts') },
    { title: code, href: href('cohort', { cohortId }) },
    { title: t('importTitle') },
  ]);
  return (
    <>
      <WorkHead title={t('importTitle')} facts={code} />
      <Pane>
        <Stack>
          <Block title={`1. ${t('step1')}`}>
            <p>
              <LinkButton href={addressOf(importTemplate, { params: { cohortId } })} download>
                <DownloadIcon />
                {t('template')}
              </LinkButton>
            </p>
          </Block>
          <Block title={`2. ${t('step2')}`}>
            <CheckForm cohortId={cohortId} onReport={setReport} />
          </Block>
          {report !== undefined && (
            <>
              <Block
                title={t('result', { ok: report.rowsOk, total: report.rowsTotal })}
                {...(report.errors.length === 0 && { aside: t('noErrors') })}
              >
                <Stack>
                  <PassedOver columns={report.passedOver} />
                  <ApplyBar
                    cohortId={cohortId}
                    report={report}
                    onCodes={(more) => setCodes((before) => [...before, ...more])}
                    onReport={setReport}
                  />
                  {codes.length > 0 && (
                    <CodeSheet key={codes.length} codes={codes} onClose={() => setCodes([])} />
                  )}
                </Stack>
              </Block>
              <ImportReport report={report} />
            </>
          )}
        </Stack>
      </Pane>
    </>
  );
}

function CheckForm(props: {
  readonly cohortId: string;
  readonly onReport: (report: Report) => void;
}) {
  const { t } = useMessages(messages);
  const say = useProblemText();
  const check = useAct(checkImport, { onDone: props.onReport });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const file = new FormData(event.currentTarget).get('file');
        if (!(file instanceof File) || file.size === 0) return;
        void check.run({ params: { cohortId: props.cohortId }, body: { fields: {}, file } });
      }}
    >
      <Stack>
        <TextField label={t('file')} name="file" type="file" accept=".xlsx" required />
        {check.problem && (
          <Note look="bad" alert>
            {check.problem.code === 'file.refused' ? t('notXlsx') : say(check.problem)}
          </Note>
        )}
        <ButtonRow>
          <Button type="submit" look="main" busy={check.busy}>
            {t('check')}
          </Button>
        </ButtonRow>
      </Stack>
    </form>
  );
}

function ApplyBar(props: {
  readonly cohortId: string;
  readonly report: Report;
  readonly onCodes: (codes: readonly Code[]) => void;
  readonly onReport: (report: Report) => void;
}) {
  const { t } = useMessages(messages);
  const say = useProblemText();
  const { report, cohortId } = props;
  const apply = useAct(applyImport, {
    changes: [listEnrolments, readCohort, readBoard],
    onDone: (answer) => {
      toast(t('applied', { count: answer.enrolled }));
      props.onReport(answer.report);
      props.onCodes(answer.codes);
    },
  });
  if (report.state === 'applied')
    return <Note look="ok">{t('applied', { count: report.rowsOk })}</Note>;
  const wrong = report.errors.length > 0;
  return (
    <Stack>
      {wrong && <Note look="warn">{t('fixFirst')}</Note>}
      {apply.problem && (
        <Note look="bad" alert>
          {say(apply.problem)}
        </Note>
      )}
      {report.rowsOk > 0 && (
        <ButtonRow>
          <Button
            look="main"
            busy={apply.busy}
            onClick={() =>
              void apply.run({
                params: { cohortId, importId: report.importId },
                body: { skipErrors: wrong },
              })
            }
          >
            {t(wrong ? 'applySkip' : 'apply', { count: report.rowsOk })}
          </Button>
        </ButtonRow>
      )}
    </Stack>
  );
}
