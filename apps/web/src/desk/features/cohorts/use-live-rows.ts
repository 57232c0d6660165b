import { useEffect, useState } from 'react';
import { watchBoard } from '@cam-nang/contracts/routes';
import { watch } from '../../../lib/api/watch.js';
import type { BoardData, BoardRow } from './board-model.js';

/** Rows of a board as they change, and whether the line to the server stands. */
export function useLiveRows(board: BoardData): {
  readonly rows: readonly BoardRow[];
  readonly live: boolean;
  readonly at: string;
} {
  const [changed, setChanged] = useState<ReadonlyMap<string, BoardRow>>(new Map());
  const [live, setLive] = useState(false);
  const [at, setAt] = useState(board.serverTime);
  const cohortId = board.cohort.id;
  useEffect(
    () =>
      watch(
        watchBoard,
        { params: { cohortId } },
        {
          onEvent: (event) => {
            setLive(true);
            setAt(event.serverTime);
            if (event.rows.length === 0) return;
            setChanged(
              (before) =>
                new Map([...before, ...event.rows.map((row) => [row.enrolmentId, row] as const)]),
            );
          },
          onState: setLive,
        },
      ),
    [cohortId],
  );
  return { rows: board.rows.map((row) => changed.get(row.enrolmentId) ?? row), live, at };
}
