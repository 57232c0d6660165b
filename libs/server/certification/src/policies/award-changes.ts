import type { readProposal, ResponseOf } from '@cam-nang/contracts';
import { compareAwards, type AwardChange, type AwardLine, type Evaluation } from '@cam-nang/domain';
import type { ListedPerson } from './award-print.js';

/** A change of the list as screens show it. */
export type AwardChangeView = ResponseOf<typeof readProposal>['changes'][number];

/** Someone on a list of the eligible, as it is stored. */
export interface StoredLine {
  readonly enrolmentId: string;
  readonly position: number;
  readonly mark: number | null;
  readonly grade: string | null;
  readonly printed: ListedPerson;
}

/** Someone not on a list, and the condition that keeps them off it. */
export interface StoredMiss {
  readonly enrolmentId: string;
  readonly unmet: string | null;
}

/** A list as it was computed once. */
export interface StoredList {
  readonly ruleSetId: string;
  readonly eligible: readonly StoredLine[];
}

function lineOf(line: StoredLine, ruleSetId: string): AwardLine<ListedPerson> {
  const label = { vi: line.grade ?? '', en: line.grade ?? '' };
  const grade: Evaluation['grade'] =
    line.grade === null ? null : { code: line.grade, from: 0, label };
  return {
    enrolmentId: line.enrolmentId,
    position: line.position,
    name: { familyName: '', middleName: '', givenName: '', birthDate: null },
    printed: line.printed,
    evaluation: { ruleSetId, eligible: true, conditions: [], mark: line.mark, grade },
  };
}

function paramsOf(
  change: AwardChange<ListedPerson>,
  missed: ReadonlyMap<string, string | null>,
): AwardChangeView['params'] {
  if (change.kind === 'in') return { mark: change.now.evaluation.mark };
  if (change.kind === 'out') {
    return { condition: missed.get(change.before.enrolmentId) ?? null };
  }
  const { before, now } = change;
  return {
    what: change.what.join(','),
    markBefore: before.evaluation.mark,
    mark: now.evaluation.mark,
    gradeBefore: before.evaluation.grade?.code ?? null,
    grade: now.evaluation.grade?.code ?? null,
  };
}

/** What changed between two computations of a list, for people. */
export function awardChanges(
  before: StoredList,
  now: StoredList,
  missed: readonly StoredMiss[],
): AwardChangeView[] {
  const reasons = new Map(missed.map((one) => [one.enrolmentId, one.unmet]));
  const lines = (list: StoredList) => list.eligible.map((line) => lineOf(line, list.ruleSetId));
  return compareAwards(lines(before), lines(now)).map((change) => {
    const line = change.kind === 'out' ? change.before : change.now;
    const { fullName, unitName } = line.printed;
    const params = paramsOf(change, reasons);
    return { kind: change.kind, enrolmentId: line.enrolmentId, fullName, unitName, params };
  });
}
