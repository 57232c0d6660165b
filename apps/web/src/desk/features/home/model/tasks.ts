import type {
  jobOverview,
  listChangeRequests,
  listCohorts,
  listCouncils,
  listProposals,
  readCourse,
  ResponseOf,
} from '@cam-nang/contracts';
import type { Permission } from '../../../../lib/session/session.js';

export type Cohort = ResponseOf<typeof listCohorts>['cohorts'][number];
export type Proposal = ResponseOf<typeof listProposals>['proposals'][number];
export type Request = ResponseOf<typeof listChangeRequests>['requests'][number];
export type Council = ResponseOf<typeof listCouncils>['councils'][number];
export type CourseWithEditions = ResponseOf<typeof readCourse>;

/** What the page has read; empty where the person may not read it. */
export interface DeskFacts {
  readonly may: (permission: Permission) => boolean;
  /** `YYYY-MM-DD`, the day in Vietnam. */
  readonly today: string;
  readonly cohorts: readonly Cohort[];
  readonly proposals: readonly Proposal[];
  readonly requests: readonly Request[];
  readonly courses: readonly CourseWithEditions[];
  readonly councils: readonly Council[];
  readonly failures: readonly ResponseOf<typeof jobOverview>['failures'][number][];
}

export type RequestTask =
  | 'request-review'
  | 'request-merge'
  | 'request-mend'
  | 'request-answer'
  | 'request-outdated'
  | 'request-write';

/** One thing that waits for this person. */
export type Task =
  | { readonly kind: 'award-sign' | 'award-submit' | 'award-returned'; readonly proposal: Proposal }
  | {
      readonly kind: 'people-reported' | 'award-compute' | 'cohort-close' | 'cohort-results';
      readonly cohort: Cohort;
    }
  | {
      readonly kind: RequestTask;
      readonly request: Request;
    }
  | {
      readonly kind: 'edition-issue' | 'edition-returned';
      readonly course: CourseWithEditions['course'];
      readonly edition: CourseWithEditions['editions'][number];
    }
  | {
      readonly kind: 'council-vote' | 'council-close' | 'council-confirm';
      readonly council: Council;
    }
  | { readonly kind: 'jobs-failed'; readonly count: number };

/** What waits for this person, the acts that hold up others first. */
export function tasksOf(facts: DeskFacts): readonly Task[] {
  const failed = facts.failures.filter(({ retriedAt }) => retriedAt === null).length;
  return [
    ...proposalTasks(facts),
    ...councilTasks(facts),
    ...editionTasks(facts),
    ...reportedTasks(facts),
    ...cohortTasks(facts),
    ...requestTasks(facts),
    ...(failed > 0 ? [{ kind: 'jobs-failed' as const, count: failed }] : []),
  ];
}

function proposalTasks({ may, proposals }: DeskFacts): Task[] {
  return proposals.flatMap((proposal): Task[] => {
    if (proposal.state === 'submitted' && may('award.sign')) {
      return [{ kind: 'award-sign', proposal }];
    }
    if (proposal.state === 'computed' && may('award.submit')) {
      return [{ kind: 'award-submit', proposal }];
    }
    if (proposal.state === 'returned' && may('award.compute')) {
      return [{ kind: 'award-returned', proposal }];
    }
    return [];
  });
}

/** A vote that is due; the chair's conclusion once it can be drawn, and the chair's word on what was changed after it. */
function councilTasks({ councils }: DeskFacts): Task[] {
  return councils.flatMap((council): Task[] => {
    const { allowed, mine } = council;
    if (council.toConfirm !== null) return [{ kind: 'council-confirm', council }];
    if (allowed.close) return [{ kind: 'council-close', council }];
    const isDue = allowed.vote && mine !== null && !mine.recused && !mine.voted;
    return isDue ? [{ kind: 'council-vote', council }] : [];
  });
}

function editionTasks({ may, courses }: DeskFacts): Task[] {
  return courses.flatMap(({ course, editions }) =>
    editions.flatMap((edition): Task[] => {
      if (edition.state === 'candidate' && may('edition.issue')) {
        return [{ kind: 'edition-issue', course, edition }];
      }
      if (waitsForNext(edition, editions) && may('edition.prepare')) {
        return [{ kind: 'edition-returned', course, edition }];
      }
      return [];
    }),
  );
}

/** Somebody's name or date of birth would be printed wrong. */
function reportedTasks({ cohorts }: DeskFacts): Task[] {
  return cohorts.flatMap((cohort): Task[] =>
    cohort.reported > 0 && cohort.allowed.correct ? [{ kind: 'people-reported', cohort }] : [],
  );
}

type Edition = CourseWithEditions['editions'][number];

/** Sent back, and no other of its number, or a later one, was prepared in its place. */
function waitsForNext(edition: Edition, editions: readonly Edition[]): boolean {
  const { state, major, minor } = edition;
  if (state !== 'returned') return false;
  const rivals = editions.filter(
    (one) => one.major > major || (one.major === major && one.minor >= minor),
  );
  const [newest] = rivals.filter((one) => one.state === 'returned');
  return rivals.every((one) => one.state === 'returned') && newest?.id === edition.id;
}

function cohortTasks({ today, cohorts, proposals }: DeskFacts): Task[] {
  const begun = new Set(proposals.map((proposal) => proposal.cohortId));
  return cohorts.flatMap((cohort): Task[] => {
    const { nextStates, computeAward } = cohort.allowed;
    if (nextStates.includes('study_ended') && cohort.closesOn < today) {
      return [{ kind: 'cohort-close', cohort }];
    }
    if (nextStates.includes('results_closed') && cohort.state === 'study_ended') {
      return [{ kind: 'cohort-results', cohort }];
    }
    if (cohort.state === 'results_closed' && computeAward && !begun.has(cohort.id)) {
      return [{ kind: 'award-compute', cohort }];
    }
    return [];
  });
}

function requestTasks({ requests }: DeskFacts): Task[] {
  return requests.flatMap((request): Task[] => {
    const kind = requestTask(request);
    return kind === null ? [] : [{ kind, request }];
  });
}

function requestTask(request: Request): RequestTask | null {
  const { allowed, state } = request;
  if (state === 'in_review') return reviewTask(request);
  if (state === 'approved' && allowed.merge) return 'request-merge';
  // Everybody who writes may write in it; it waits for those who do.
  if (!allowed.edit || !allowed.wrote) return null;
  if (state === 'changes_requested') return 'request-mend';
  return state === 'draft' ? 'request-write' : null;
}

/** Who may judge it judges; who wrote in it answers, and looks at what the main text took in meanwhile. */
function reviewTask({ allowed, threads, outdated }: Request): RequestTask | null {
  if (allowed.review) return 'request-review';
  if (!allowed.wrote) return null;
  if (threads.open > 0) return 'request-answer';
  return outdated && allowed.edit ? 'request-outdated' : null;
}
