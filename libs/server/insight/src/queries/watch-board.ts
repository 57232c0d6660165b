import type { ResponseOf, watchBoard } from '@cam-nang/contracts';
import { Clock, Closing } from '@cam-nang/platform';
import type { CohortRow } from '@cam-nang/training';
import { Injectable } from '@nestjs/common';
import { BoardRepository } from '../persistence/board.repository.js';
import { ONLINE_MS } from '../policies/board-row.js';
import { BoardQuery } from './board.query.js';

export type BoardEvent = ResponseOf<typeof watchBoard>;

/** How often changes are looked for, when to say that nothing changed, and when to end. */
export interface WatchTimes {
  readonly everyMs: number;
  readonly beatMs: number;
  readonly endMs: number;
}

/**
 * After ten minutes the stream ends and the browser opens it again: whoever has lost the right to
 * follow the cohort is refused then.
 */
const TIMES: WatchTimes = { everyMs: 2000, beatMs: 15_000, endMs: 600_000 };

type Traces = ReadonlyMap<string, string>;

/** Lines of a board as they change. */
@Injectable()
export class WatchBoard {
  constructor(
    private readonly board: BoardQuery,
    private readonly repository: BoardRepository,
    private readonly clock: Clock,
    private readonly closing: Closing,
  ) {}

  /** Begins with a beat, so that whoever watches knows that the line stands. */
  async *watch(cohort: CohortRow, times: WatchTimes = TIMES): AsyncGenerator<BoardEvent> {
    const { signal } = this.closing;
    const end = performance.now() + times.endMs;
    let known = await this.traces(cohort);
    let said = performance.now();
    yield this.event([]);
    while (!signal.aborted && performance.now() < end) {
      await pause(times.everyMs, signal);
      const now = await this.traces(cohort);
      const changed = changedIds(known, now);
      known = now;
      if (changed.size === 0 && performance.now() - said < times.beatMs) continue;
      said = performance.now();
      yield this.event(changed.size === 0 ? [] : await this.board.rows(cohort, changed));
    }
  }

  private event(rows: BoardEvent['rows']): BoardEvent {
    const kind = rows.length === 0 ? 'beat' : 'rows';
    return { kind, rows, serverTime: this.clock.now().toISOString() };
  }

  private async traces(cohort: CohortRow): Promise<Traces> {
    const onlineSince = new Date(this.clock.now().getTime() - ONLINE_MS);
    const rows = await this.repository.traces(cohort.id, onlineSince);
    return new Map(rows.map((row) => [row.enrolmentId, row.trace]));
  }
}

function changedIds(before: Traces, after: Traces): ReadonlySet<string> {
  const changed = [...after].filter(([id, trace]) => before.get(id) !== trace);
  return new Set(changed.map(([id]) => id));
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    signal.addEventListener('abort', finish, { once: true });
  });
}
