import { useParams } from 'wouter';
import type { readReport as readReportContract, ResponseOf } from '@cam-nang/contracts';
import { readReport } from '@cam-nang/contracts/routes';
import { useResource } from '../../../lib/api/resource.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { pick } from '../../../lib/i18n/pick.js';
import { useTitle } from '../../../lib/title.js';
import { Breadcrumbs, Columns, Page, PageHead, Section } from '../../../ui/layout.js';
import { Loaded } from '../../../ui/states.js';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';
import { ReportEditor } from './report-editor.js';
import { ReportMark } from './report-mark.js';
import { ReportStanding } from './report-standing.js';
import { ReportTask, Rubric } from './report-task.js';
import { WrittenReport } from './written-report.js';

export type Report = ResponseOf<typeof readReportContract>;

/** One's reflective report: the task, the text as it is written, later its mark. */
export function ReportPage() {
  const { t, locale } = useMessages(messages);
  const { enrolmentId = '', taskNodeId = '' } = useParams();
  const report = useResource(readReport, { params: { enrolmentId, taskNodeId } });
  const task = report.data?.task;
  useTitle(task === undefined ? t('title') : pick(locale, task.title, task.titleEn));
  return (
    <Page>
      <Loaded from={report} skeleton={['title', 82, 60, 'rule', 90, 84, 70]}>
        {(data) => (
          <OneReport
            key={`${taskNodeId}-${data.mayEdit}`}
            report={data}
            enrolmentId={enrolmentId}
            onChanged={report.reload}
          />
        )}
      </Loaded>
    </Page>
  );
}

function OneReport(props: {
  readonly report: Report;
  readonly enrolmentId: string;
  readonly onChanged: () => void;
}) {
  const { t, locale } = useMessages(messages);
  const { report, enrolmentId } = props;
  const { task } = report;
  const title = pick(locale, task.title, task.titleEn);
  return (
    <>
      <Breadcrumbs
        label={t('crumbs')}
        trail={[{ href: href('course'), title: t('course') }, { title: t('title') }]}
      />
      <PageHead title={title} below={<ReportStanding report={report} />} />
      <Columns side={<Rubric report={report} />}>
        {report.mark !== null && <ReportMark task={task} mark={report.mark} />}
        <ReportTask task={task} open={report.state === 'none' || report.state === 'draft'} />
        <Section title={t('yourText')}>
          {report.mayEdit ? (
            <ReportEditor report={report} enrolmentId={enrolmentId} onChanged={props.onChanged} />
          ) : (
            <WrittenReport report={report} />
          )}
        </Section>
      </Columns>
    </>
  );
}
