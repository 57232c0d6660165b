import { useState } from 'react';
import { listChangeRequests, listCourses } from '@cam-nang/contracts/routes';
import type { Loadable } from '../../../lib/api/loadable.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button, LinkButton } from '../../../ui/button.js';
import { PencilLineIcon } from '../../../ui/icons.js';
import { EmptyState, Loaded } from '../../../ui/states.js';
import { FilterChips } from '../../../ui/tabs.js';
import { useRead, useReadAll } from '../../data/query.js';
import { FilterBar, Pane, WorkHead } from '../../kit/work.js';
import { usePageQuery } from '../../page.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import type { Course, Listed } from './listed.js';
import { messages } from './messages/index.js';
import { narrowed, shownOf, SHOWN, type Shown } from './model/request-list.js';
import { NewRequestDialog } from './new-request-dialog.js';
import { RequestTable } from './request-table.js';

/** Every change request of the courses within reach, open ones first; a new one begins here. */
export function ChangeRequestListPage() {
  const { t } = useMessages(messages);
  usePlace(t('title'), [{ title: t('title') }]);
  const shown = usePageQuery((raw) => shownOf(raw['show']));
  const courses = useRead(listCourses, {});
  const requests = useRequests(courses.data?.courses, courses);
  return (
    <>
      <Head courses={courses.data?.courses ?? []} requests={requests.data} />
      <Pane flush>
        <Loaded from={requests}>
          {(all) => (
            <>
              {all.length > 0 && <Bar requests={all} shown={shown} />}
              <Requests requests={all} shown={shown} />
            </>
          )}
        </Loaded>
      </Pane>
    </>
  );
}

/** The requests of all courses, each with its course. */
function useRequests(
  courses: readonly Course[] | undefined,
  read: Loadable<unknown>,
): Loadable<readonly Listed[]> {
  const answers = useReadAll(
    listChangeRequests,
    courses?.map(({ id }) => ({ params: { courseId: id } })),
  );
  const byId = new Map(courses?.map((course) => [course.id, course]));
  return {
    data: answers.data?.flatMap(({ requests }) =>
      requests.map((request) => ({ ...request, course: byId.get(request.courseId) })),
    ),
    problem: courses === undefined ? read.problem : answers.problem,
    reload: courses === undefined ? read.reload : answers.reload,
  };
}

function Head(props: {
  readonly courses: readonly Course[];
  readonly requests: readonly Listed[] | undefined;
}) {
  const { t } = useMessages(messages);
  const [opening, setOpening] = useState(false);
  const { requests } = props;
  const writable = props.courses.filter((course) => course.allowed.edit && !course.recordOnly);
  const open = requests === undefined ? 0 : narrowed(requests, 'open').length;
  return (
    <>
      <WorkHead
        title={t('title')}
        facts={requests && t('facts', { open, done: requests.length - open })}
        actions={
          writable.length > 0 && (
            <Button look="main" onClick={() => setOpening(true)}>
              <PencilLineIcon />
              {t('open')}
            </Button>
          )
        }
      />
      <NewRequestDialog courses={writable} open={opening} onClose={() => setOpening(false)} />
    </>
  );
}

function Bar(props: { readonly requests: readonly Listed[]; readonly shown: Shown }) {
  const { t } = useMessages(messages);
  const filters = SHOWN.map((one) => ({
    href: href('changeRequests', undefined, one === 'all' ? {} : { show: one }),
    title: t(`show.${one}`),
    count: narrowed(props.requests, one).length,
    current: one === props.shown,
  }));
  // What nobody here may do is no filter for this person.
  const useful = filters.filter(
    ({ count, current }, index) => index < 2 || count > 0 || current || SHOWN[index] === 'done',
  );
  return (
    <FilterBar>
      <FilterChips label={t('filter')} filters={useful} />
    </FilterBar>
  );
}

function Requests(props: { readonly requests: readonly Listed[]; readonly shown: Shown }) {
  const { t } = useMessages(messages);
  const rows = narrowed(props.requests, props.shown);
  if (rows.length > 0) return <RequestTable rows={rows} />;
  if (props.requests.length === 0) {
    return <EmptyState icon={PencilLineIcon} title={t('emptyTitle')} text={t('emptyText')} />;
  }
  return (
    <EmptyState
      icon={PencilLineIcon}
      title={t('noneTitle')}
      text={t('noneText')}
      action={<LinkButton href={href('changeRequests')}>{t('showAll')}</LinkButton>}
    />
  );
}
