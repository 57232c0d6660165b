/** Under which key the progress of making a decision's papers is noted. */
export function batchKey(decisionId: string): string {
  return `award:${decisionId}`;
}
