import type { readToday, ResponseOf } from '@cam-nang/contracts';
import type { CohortRow, MeetingRow } from '@cam-nang/training';
import type { PersonStudy } from './person-study.js';
import { finalQuizzes, moduleOf, reportTasks, type PlanItem } from './study-plan.js';

export type ComingView = ResponseOf<typeof readToday>['enrolments'][number]['coming'];
type Entry = ComingView[number];

/** Meetings that are shown beforehand. */
const MEETINGS_SHOWN = 3;

/**
 * What comes after the thing to do now, in the order of its day: the next meetings, the final
 * quizzes and reports that are left, the end of the cohort. Nothing while the cohort does not run.
 *
 * @param nextNodeId what is proposed now and need not be said twice
 */
export function comingView(
  study: PersonStudy,
  cohort: CohortRow,
  meetings: readonly MeetingRow[],
  nextNodeId: string | null,
): ComingView {
  if (cohort.state !== 'running') return [];
  const left = (item: PlanItem) => !study.settled.has(item.nodeId) && item.nodeId !== nextNodeId;
  const entries: Entry[] = [
    ...meetings.slice(0, MEETINGS_SHOWN).map((meeting) => meetingEntry(study, cohort, meeting)),
    ...finalQuizzes(study.plan)
      .filter(left)
      .map((item) => workEntry('quiz', item, cohort)),
    ...reportTasks(study.plan)
      .filter((item) => study.required.has(item.moduleNodeId) && left(item))
      .map((item) => workEntry('report-task', item, cohort)),
    { ...titled('closing', cohort.title, null), onDate: cohort.closesOn },
  ];
  return entries.sort((one, other) => compare(one.onDate, other.onDate));
}

function titled(kind: Entry['kind'], title: string, titleEn: string | null): Entry {
  return { kind, title, titleEn, at: null, onDate: null, nodeId: null };
}

function workEntry(kind: 'quiz' | 'report-task', item: PlanItem, cohort: CohortRow): Entry {
  const { title, titleEn, nodeId } = item;
  return { ...titled(kind, title, titleEn), onDate: cohort.closesOn, nodeId };
}

/** A meeting by its topic, else by its module, else by the cohort. */
function meetingEntry(study: PersonStudy, cohort: CohortRow, meeting: MeetingRow): Entry {
  const module = moduleOf(study.plan, meeting.moduleNodeId ?? '');
  const named = meeting.topic === '' ? module : undefined;
  const title = named?.title ?? (meeting.topic === '' ? cohort.title : meeting.topic);
  return {
    ...titled('meeting', title, named?.titleEn ?? null),
    onDate: meeting.onDate,
    nodeId: meeting.moduleNodeId,
  };
}

function compare(one: string | null, other: string | null): number {
  if (one === other) return 0;
  return (one ?? '') < (other ?? '') ? -1 : 1;
}
