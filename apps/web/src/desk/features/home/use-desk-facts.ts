import type { EndpointDescriptor, ResponseOf } from '@cam-nang/contracts';
import {
  jobOverview,
  listChangeRequests,
  listCohorts,
  listCouncils,
  listCourses,
  listProposals,
  readCourse,
  type Route,
} from '@cam-nang/contracts/routes';
import type { CallInput } from '../../../lib/api/call.js';
import { may, useSession, type Permission } from '../../../lib/session/session.js';
import { todayInHanoi } from '../../../lib/session/today-in-hanoi.js';
import { useRead, useReadAll, useReadEach } from '../../data/query.js';
import type { DeskFacts } from './model/tasks.js';

/** The rows of an endpoint that the person may read; none where they may not, or while nothing has come. */
function useRows<E extends EndpointDescriptor, R>(
  permission: Permission,
  route: Route<E>,
  input: Omit<CallInput<E>, 'body'>,
  rowsOf: (answer: ResponseOf<E>) => readonly R[],
): { readonly rows: readonly R[]; readonly waits: boolean } {
  const asked = may(useSession(), permission);
  const { data, query } = useRead(route, asked ? input : undefined);
  return { rows: data === undefined ? [] : rowsOf(data), waits: asked && query.isPending };
}

/** Whether what belongs to the courses is still on its way: until then nobody may say that nothing waits. */
function useOnItsWay<E extends EndpointDescriptor>(
  route: Route<E>,
  inputs: readonly Omit<CallInput<E>, 'body'>[],
): boolean {
  const { data, problem } = useReadAll(route, inputs);
  return data === undefined && problem === undefined;
}

/** Reads what can tell what waits for this person; undefined until all of it has arrived, or has failed to. */
export function useDeskFacts(): DeskFacts | undefined {
  const session = useSession();
  const cohorts = useRows('cohort.read', listCohorts, { query: {} }, (all) => all.cohorts);
  const proposals = useRows('award.read', listProposals, { query: {} }, (all) => all.proposals);
  const courses = useRows('curriculum.read', listCourses, {}, (all) => all.courses);
  const councils = useRows('council.vote', listCouncils, {}, (all) => all.councils);
  const jobs = useRows('job.read', jobOverview, {}, (all) => all.failures);
  const byCourse = courses.rows.map(({ id }) => ({ params: { courseId: id } }));
  const editions = useReadEach(readCourse, byCourse);
  const requests = useReadEach(listChangeRequests, byCourse);
  const coming = [useOnItsWay(readCourse, byCourse), useOnItsWay(listChangeRequests, byCourse)];
  if (coming.includes(true)) return undefined;
  if ([cohorts, proposals, courses, councils, jobs].some((one) => one.waits)) return undefined;
  return {
    may: (permission) => may(session, permission),
    today: todayInHanoi(),
    cohorts: cohorts.rows,
    proposals: proposals.rows,
    requests: requests.flatMap((one) => one.requests),
    courses: editions,
    councils: councils.rows,
    failures: jobs.rows,
  };
}
