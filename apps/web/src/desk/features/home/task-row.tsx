import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import {
  AwardIcon,
  BookOpenIcon,
  ListTodoIcon,
  PencilLineIcon,
  ScaleIcon,
  UsersIcon,
} from '../../../ui/icons.js';
import { ListRow } from '../../../ui/lists.js';
import { isBuilt } from '../../built-pages.js';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';
import type { RequestTask, Task } from './model/tasks.js';

type Council = 'council-vote' | 'council-close' | 'council-confirm';
type TaskOf<K extends Task['kind']> = Extract<Task, { readonly kind: K }>;

/** A thing that waits, with what it is about, and the way to it. */
export function TaskRow({ task }: { readonly task: Task }) {
  if ('proposal' in task) return <ProposalRow task={task} />;
  if ('cohort' in task) return <CohortRow task={task} />;
  if ('request' in task) return <RequestRow task={task} />;
  if ('council' in task) return <CouncilRow task={task} />;
  if ('edition' in task) return <EditionRow task={task} />;
  return <JobsRow count={task.count} />;
}

function ProposalRow({
  task,
}: {
  readonly task: TaskOf<'award-sign' | 'award-submit' | 'award-returned'>;
}) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { proposal } = task;
  return (
    <ListRow
      icon={AwardIcon}
      href={isBuilt('award') ? href('award', { proposalId: proposal.id }) : undefined}
      title={t(task.kind, { cohort: proposal.cohortCode, count: proposal.eligible })}
      sub={t('computed', { time: format.dateTime(proposal.computedAt), by: proposal.computedBy })}
    />
  );
}

function CohortRow({
  task,
}: {
  readonly task: TaskOf<'people-reported' | 'award-compute' | 'cohort-close' | 'cohort-results'>;
}) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { cohort } = task;
  return (
    <ListRow
      icon={UsersIcon}
      href={href(task.kind === 'people-reported' ? 'cohortPeople' : 'cohort', {
        cohortId: cohort.id,
      })}
      title={t(task.kind, { cohort: cohort.code, count: cohort.reported })}
      sub={t('cohortSub', { title: cohort.title, date: format.date(cohort.closesOn) })}
    />
  );
}

function RequestRow({ task }: { readonly task: TaskOf<RequestTask> }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { request } = task;
  return (
    <ListRow
      icon={PencilLineIcon}
      href={href(pageOf(task.kind), { requestId: request.id })}
      title={t(task.kind, {
        number: request.number,
        title: request.title,
        count: request.threads.open,
      })}
      sub={t('requestSub', { author: request.author, time: format.dateTime(request.updatedAt) })}
    />
  );
}

function pageOf(kind: RequestTask): 'changeRequest' | 'conflicts' | 'review' {
  if (kind === 'request-mend' || kind === 'request-write') return 'changeRequest';
  return kind === 'request-outdated' ? 'conflicts' : 'review';
}

function EditionRow({ task }: { readonly task: TaskOf<'edition-issue' | 'edition-returned'> }) {
  const { t } = useMessages(messages);
  const { edition, course } = task;
  return (
    <ListRow
      icon={BookOpenIcon}
      href={
        isBuilt('edition')
          ? href('edition', { editionId: edition.id })
          : href('course', { courseId: course.id })
      }
      title={t(task.kind, { label: edition.label })}
      sub={<span lang="vi">{course.title}</span>}
    />
  );
}

function CouncilRow({ task }: { readonly task: TaskOf<Council> }) {
  const { t } = useMessages(messages);
  const { edition, toConfirm, courseTitle } = task.council;
  const { editionId, label } = toConfirm ?? { editionId: edition.id, label: edition.label };
  return (
    <ListRow
      icon={ScaleIcon}
      href={href('council', { editionId })}
      title={t(task.kind, { label })}
      sub={<span lang="vi">{courseTitle}</span>}
    />
  );
}

function JobsRow({ count }: { readonly count: number }) {
  const { t } = useMessages(messages);
  return (
    <ListRow
      icon={ListTodoIcon}
      href={isBuilt('jobs') ? href('jobs') : undefined}
      title={t('jobs-failed', { count })}
      sub={t('jobsSub')}
    />
  );
}
