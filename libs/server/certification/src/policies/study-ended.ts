/** States of a cohort in which an award may be computed: from the first day of study on. */
const COMPUTABLE: ReadonlySet<string> = new Set([
  'running',
  'study_ended',
  'results_closed',
  'certified',
]);

/** Whether a list may be computed; while the cohort runs it is a preview. */
export function mayCompute(state: string): boolean {
  return COMPUTABLE.has(state);
}

/**
 * Whether study is over, so that a list may be submitted: said by an act, or by the cohort's last
 * day. Before, presence is counted over the meetings held so far and would promise too much.
 */
export function hasStudyEnded(
  cohort: { readonly state: string; readonly closesOn: string },
  today: string,
): boolean {
  if (cohort.state === 'running') return today >= cohort.closesOn;
  return mayCompute(cohort.state);
}
