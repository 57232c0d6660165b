import { evaluate, type RuleSet } from '@cam-nang/domain';
import type { RequiredWork, StudyProgress } from '@cam-nang/learning';
import { hasConfirmed, type AttendanceTotals, type EnrolmentRow } from '@cam-nang/training';
import { boardCells, type BoardRow } from './board-cells.js';
import { finalOf, quizScores, reportOf, reportScores } from './board-works.js';

/** Who was seen within this time is shown as being at it; sessions note it once a minute. */
export const ONLINE_MS = 3 * 60_000;

/** What is the same for everyone of a cohort. */
export interface BoardSetting {
  readonly ruleSet: RuleSet;
  readonly quizzes: readonly RequiredWork[];
  readonly reports: readonly RequiredWork[];
}

/** What is known of one person. */
export interface BoardFacts {
  readonly person: EnrolmentRow;
  readonly progress: StudyProgress;
  readonly attendance: AttendanceTotals;
  readonly absent: ReadonlyMap<string, number>;
}

/** One line of a board. Conditions are judged as the award will judge them, by the same rule. */
export function boardRow(setting: BoardSetting, facts: BoardFacts, now: Date): BoardRow {
  const { person, progress } = facts;
  const asked = {
    quizIds: setting.quizzes.map((work) => work.nodeId),
    reportIds: setting.reports.map((work) => work.nodeId),
  };
  const quizzes = quizScores(asked, progress, setting.ruleSet);
  const reports = reportScores(asked, progress);
  const cells = boardCells(progress, facts.absent);
  return {
    enrolmentId: person.id,
    number: person.number,
    fullName: person.fullName,
    unitName: person.placement.unitName,
    cells,
    periodsDone: cells.reduce((sum, cell) => sum + cell.done, 0),
    periodsTotal: cells.reduce((sum, cell) => sum + cell.total, 0),
    ...finalOf(quizzes, setting.ruleSet),
    ...reportOf(asked, progress, reports, setting.ruleSet),
    missing: missing(setting, facts, { quizzes, reports }),
    ...presence(facts, now),
  };
}

function missing(
  setting: BoardSetting,
  { person, progress, attendance }: BoardFacts,
  works: Pick<Parameters<typeof evaluate>[0], 'quizzes' | 'reports'>,
): BoardRow['missing'] {
  const { conditions } = evaluate(
    {
      ...works,
      lessons: {
        done: progress.completion.lessonsDone,
        required: progress.completion.lessonsRequired,
      },
      attendance,
      dataConfirmed: hasConfirmed(person),
      openAppeals: 0,
      surveyAnswered: progress.surveyAnswered,
      alreadyCertified: person.state === 'completed',
    },
    setting.ruleSet,
  );
  const titles = new Map(
    [...setting.quizzes, ...setting.reports].map((work) => [work.nodeId, work.title]),
  );
  // Who holds the certificate lacks nothing.
  if (person.state === 'completed') return [];
  return conditions
    .filter((condition) => !condition.met)
    .map(({ code, nodeId, actual, required }) => ({
      code,
      nodeTitle: nodeId === null ? null : (titles.get(nodeId) ?? null),
      actual,
      required,
    }));
}

/** Last seen: signed in or reading, whichever is later. */
function presence(
  { person, progress }: BoardFacts,
  now: Date,
): Pick<BoardRow, 'lastSeenAt' | 'online'> {
  const seen = person.lastSeenAt?.getTime() ?? 0;
  const last = Math.max(seen, progress.lastReadAt?.getTime() ?? 0);
  return {
    lastSeenAt: last === 0 ? null : new Date(last).toISOString(),
    online: now.getTime() - seen < ONLINE_MS,
  };
}
