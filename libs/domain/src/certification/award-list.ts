import { canonicalJson, sameJson } from '../curriculum/canon/canonical-json.js';
import { compareNames, type NameCollator, type NameSortKey } from '../organisation/names.js';
import { hashText, type HashFunction } from '../shared/bytes.js';
import { compareCodeUnits } from '../shared/text.js';
import type { Evaluation } from './eligibility.js';

/**
 * A trainee of a cohort with what was judged. `P` is what the paper will say about the person
 * (JSON values only), frozen with the list.
 */
export interface AwardCandidate<P = unknown> {
  readonly enrolmentId: string;
  readonly name: NameSortKey;
  readonly printed: P;
  readonly evaluation: Evaluation;
}

/** Someone on the list of the eligible; `position` from 1 is also the order of the numbers. */
export interface AwardLine<P = unknown> extends AwardCandidate<P> {
  readonly position: number;
}

/** The computed award of a cohort. */
export interface AwardList<P = unknown> {
  readonly eligible: readonly AwardLine<P>[];
  /** The others, in the same order of names; their reasons are the unmet conditions. */
  readonly notEligible: readonly AwardCandidate<P>[];
  /** Hash over all that is signed; see `awardListHash`. */
  readonly listHash: string;
}

/**
 * The hash of a list of the eligible, lower-case hexadecimal: who, in which order, what is printed,
 * mark, grade and rule set. Whoever submits or signs a list does so by this hash.
 */
export function awardListHash<P>(eligible: readonly AwardLine<P>[], hash: HashFunction): string {
  const lines = eligible.map(({ position, enrolmentId, printed, evaluation }) => ({
    position,
    enrolmentId,
    printed,
    mark: evaluation.mark,
    grade: evaluation.grade?.code ?? null,
    ruleSetId: evaluation.ruleSetId,
  }));
  return hashText(canonicalJson(lines), hash);
}

/**
 * Computes an award: both lists in Vietnamese name order (equal names and birth dates by enrolment
 * id, so that the order is one), the eligible with their positions. The order in which candidates
 * are given changes nothing.
 *
 * @param collator `new Intl.Collator('vi')`
 */
export function computeAward<P>(
  candidates: readonly AwardCandidate<P>[],
  collator: NameCollator,
  hash: HashFunction,
): AwardList<P> {
  const byName = compareNames(collator);
  const sorted = [...candidates].sort(
    (one, other) =>
      byName(one.name, other.name) || compareCodeUnits(one.enrolmentId, other.enrolmentId),
  );
  const eligible = sorted
    .filter((candidate) => candidate.evaluation.eligible)
    .map((candidate, index) => ({ ...candidate, position: index + 1 }));
  return {
    eligible,
    notEligible: sorted.filter((candidate) => !candidate.evaluation.eligible),
    listHash: awardListHash(eligible, hash),
  };
}

/** What differs between two computations about one person on the list in both. */
export type AwardDifference = 'mark' | 'grade' | 'printed' | 'rule-set';

/** A change of the list of the eligible since an earlier computation. */
export type AwardChange<P = unknown> =
  | { readonly kind: 'in'; readonly now: AwardLine<P> }
  | { readonly kind: 'out'; readonly before: AwardLine<P> }
  | {
      readonly kind: 'changed';
      readonly before: AwardLine<P>;
      readonly now: AwardLine<P>;
      readonly what: readonly AwardDifference[];
    };

function differences(before: AwardLine, now: AwardLine): readonly AwardDifference[] {
  const pairs: readonly (readonly [AwardDifference, unknown, unknown])[] = [
    ['mark', before.evaluation.mark, now.evaluation.mark],
    ['grade', before.evaluation.grade?.code, now.evaluation.grade?.code],
    ['printed', before.printed, now.printed],
    ['rule-set', before.evaluation.ruleSetId, now.evaluation.ruleSetId],
  ];
  return pairs.filter(([, one, other]) => !sameJson(one, other)).map(([what]) => what);
}

/**
 * What changed in the list of the eligible between two computations: who came in, who fell out, and
 * about whom something else is now printed. A mere shift of position is not a change. As long as the
 * printed data hold what names are sorted by, it is empty exactly when the hashes are the same.
 */
export function compareAwards<P>(
  before: readonly AwardLine<P>[],
  now: readonly AwardLine<P>[],
): readonly AwardChange<P>[] {
  const earlier = new Map(before.map((line) => [line.enrolmentId, line]));
  const current = new Set(now.map((line) => line.enrolmentId));
  const inOrChanged = now.flatMap((line): readonly AwardChange<P>[] => {
    const old = earlier.get(line.enrolmentId);
    if (old === undefined) return [{ kind: 'in', now: line }];
    const what = differences(old, line);
    return what.length === 0 ? [] : [{ kind: 'changed', before: old, now: line, what }];
  });
  const out = before
    .filter((line) => !current.has(line.enrolmentId))
    .map((line): AwardChange<P> => ({ kind: 'out', before: line }));
  return [...inOrChanged, ...out];
}
