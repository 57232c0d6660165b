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
import { may, serverNow, useSession, type Permission } from '../../../lib/session/session.js';
import { useRead, useReadAll, useReadEach } from '../../data/query.js';
import type { DeskFacts } from './model/tasks.js';

/** The day in Vietnam as `YYYY-MM-DD`. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(serverNow());
}

/** Reads an endpoint when the person may; undefined where they may not or nothing has come. */
function useIfAllowed<E extends EndpointDescriptor>(
  permission: Permission,
  route: Route<E>,
  input: Omit<CallInput<E>, 'body'>,
): { readonly data: ResponseOf<E> | undefined; readonly waits: boolean } {
  const asked = may(useSession(), permission);
  const { data, query } = useRead(route, asked ? input : undefined);
  return { data, waits: asked && query.isPending };
}

/** Whether what belongs to the courses is still on its way: until then nobody may say that nothing waits. */
function useOnItsWay<E extends EndpointDescriptor>(
  route: Route<E>,
  inputs: readonly Omit<CallInput<E>, 'body'>[],
): boolean {
  const { data, problem } = useReadAll(route, inputs);
  return data === undefined && problem === undefined;
}

/** Reads what can tell what waits for this person; undefined until the first of it has arrived. */
export function useDeskFacts(): DeskFacts | undefined {
  const session = useSession();
  const cohorts = useIfAllowed('cohort.read', listCohorts, { query: {} });
  const proposals = useIfAllowed('award.read', listProposals, { query: {} });
  const courses = useIfAllowed('curriculum.read', listCourses, {});
  const councils = useIfAllowed('council.vote', listCouncils, {});
  const jobs = useIfAllowed('job.read', jobOverview, {});
  const byCourse = (courses.data?.courses ?? []).map(({ id }) => ({ params: { courseId: id } }));
  const editions = useReadEach(readCourse, byCourse);
  const requests = useReadEach(listChangeRequests, byCourse);
  const coming = [useOnItsWay(readCourse, byCourse), useOnItsWay(listChangeRequests, byCourse)];
  if (coming.includes(true)) return undefined;
  if ([cohorts, proposals, courses, councils, jobs].some((one) => one.waits)) return undefined;
  return {
    may: (permission) => may(session, permission),
    today: today(),
    cohorts: cohorts.data?.cohorts ?? [],
    proposals: proposals.data?.proposals ?? [],
    requests: requests.flatMap((one) => one.requests),
    courses: editions,
    councils: councils.data?.councils ?? [],
    failures: jobs.data?.failures ?? [],
  };
}
