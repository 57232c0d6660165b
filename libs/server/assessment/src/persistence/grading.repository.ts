import { Injectable } from '@nestjs/common';
import type { PartResult, QuestionResponse } from '@cam-nang/domain';
import { Database } from '@cam-nang/platform';

/** How one slot was graded, kept with the grading for ever. */
export interface GradedItem {
  readonly slot: number;
  readonly points: number;
  readonly maximum: number;
  readonly response: QuestionResponse;
  readonly keyRevisionId: string;
  readonly parts: readonly PartResult[];
}

export interface GradingRow {
  readonly id: string;
  readonly attemptId: string;
  readonly cause: 'handed_in' | 'time_up' | 'late_answers' | 'regrade' | 'undo';
  readonly points: number;
  readonly maxPoints: number;
  /** Mark on the quiz's scale, hundredths. */
  readonly score: number;
  readonly scale: number;
  readonly passed: boolean;
  readonly items: readonly GradedItem[];
  readonly gradedAt: Date;
}

/** What a grading came to, without how each slot was graded. */
export type GradingFigures = Pick<
  GradingRow,
  'attemptId' | 'points' | 'maxPoints' | 'score' | 'scale' | 'passed'
>;

const COLUMNS = `g.id, g.attempt_id as "attemptId", g.cause, g.points, g.max_points as "maxPoints", g.score, g.scale,
  g.passed, g.items, g.graded_at as "gradedAt"`;

/** Gradings are appended; the newest of an attempt counts. */
@Injectable()
export class GradingRepository {
  constructor(private readonly database: Database) {}

  async add(grading: GradingRow): Promise<void> {
    await this.database.prepared(
      'grading.add',
      `insert into grading (id, attempt_id, cause, points, max_points, score, scale, passed, items, graded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        grading.id,
        grading.attemptId,
        grading.cause,
        grading.points,
        grading.maxPoints,
        grading.score,
        grading.scale,
        grading.passed,
        JSON.stringify(grading.items),
        grading.gradedAt,
      ],
    );
  }

  /** The grading that counts, by attempt. */
  async latest(attemptIds: readonly string[]): Promise<ReadonlyMap<string, GradingRow>> {
    const rows = await this.database.prepared<GradingRow>(
      'grading.latest',
      `select distinct on (g.attempt_id) ${COLUMNS} from grading g where g.attempt_id = any($1::uuid[])
       order by g.attempt_id, g.graded_at desc, g.id desc`,
      [attemptIds],
    );
    return new Map(rows.map((row) => [row.attemptId, row]));
  }

  /** As `latest`, without the slots: they are most of a grading, and whole cohorts are counted again and again. */
  async latestFigures(attemptIds: readonly string[]): Promise<ReadonlyMap<string, GradingFigures>> {
    const rows = await this.database.prepared<GradingFigures>(
      'grading.latest-figures',
      `select distinct on (attempt_id) attempt_id as "attemptId", points, max_points as "maxPoints", score, scale, passed
       from grading where attempt_id = any($1::uuid[]) order by attempt_id, graded_at desc, id desc`,
      [attemptIds],
    );
    return new Map(rows.map((row) => [row.attemptId, row]));
  }
}
