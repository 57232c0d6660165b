import type { readBoard, ResponseOf } from '@cam-nang/contracts';
import type { StudyProgress } from '@cam-nang/learning';

export type BoardRow = ResponseOf<typeof readBoard>['rows'][number];
export type BoardCell = BoardRow['cells'][number];

/**
 * The squares of a person's modules. A period missed in class is no period done, however much was
 * read. An elective that the person does not take has no squares.
 *
 * @param absent periods missed, by node id of the module
 */
export function boardCells(
  progress: StudyProgress,
  absent: ReadonlyMap<string, number>,
): BoardCell[] {
  return progress.modules.map(({ nodeId, code, required, periods }) => {
    const none = { moduleCode: code, done: 0, started: 0, total: 0, absent: 0 };
    if (!required) return none;
    const missed = Math.min(periods.total, absent.get(nodeId) ?? 0);
    const done = Math.min(periods.done, periods.total - missed);
    const started = Math.min(periods.started, periods.total - missed - done);
    return { moduleCode: code, done, started, total: periods.total, absent: missed };
  });
}
