import { Injectable } from '@nestjs/common';
import type { PresentedOrder, QuizPurpose } from '@cam-nang/domain';
import { Database } from '@cam-nang/platform';

export interface AttemptRow {
  readonly id: string;
  readonly enrolmentId: string;
  readonly personId: string;
  readonly cohortId: string;
  readonly editionId: string;
  readonly quizNodeId: string;
  readonly quizRevisionId: string;
  readonly purpose: QuizPurpose;
  readonly number: number;
  readonly openedAt: Date;
  readonly deadlineAt: Date | null;
  readonly syncUntil: Date | null;
  readonly handedInAt: Date | null;
  readonly closedAt: Date | null;
}

export interface ItemRow {
  readonly slot: number;
  readonly questionNodeId: string;
  readonly questionRevisionId: string;
  readonly optionOrder: PresentedOrder;
  readonly points: number;
}

const SELECT = `select a.id, a.enrolment_id as "enrolmentId", n.person_id as "personId", n.cohort_id as "cohortId",
    a.edition_id as "editionId", a.quiz_node_id as "quizNodeId", a.quiz_revision_id as "quizRevisionId",
    a.purpose, a.number, a.opened_at as "openedAt", a.deadline_at as "deadlineAt", a.sync_until as "syncUntil",
    a.handed_in_at as "handedInAt", a.closed_at as "closedAt"
  from quiz_attempt a join enrolment n on n.id = a.enrolment_id`;

/** Quizzes taken: each pins the revisions of its questions and the order they were shown in. */
@Injectable()
export class AttemptRepository {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<AttemptRow | null> {
    const [row] = await this.database.prepared<AttemptRow>(
      'attempt.by-id',
      `${SELECT} where a.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** The attempt, locked until the transaction ends. */
  async lock(id: string): Promise<AttemptRow | null> {
    const [row] = await this.database.prepared<AttemptRow>(
      'attempt.lock',
      `${SELECT} where a.id = $1 for update of a`,
      [id],
    );
    return row ?? null;
  }

  /** Serialises opening by enrolment and quiz, so that two clicks open one attempt. */
  async lockQuiz(enrolmentId: string, quizNodeId: string): Promise<void> {
    await this.database.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `attempt:${enrolmentId}:${quizNodeId}`,
    ]);
  }

  ofQuiz(enrolmentId: string, quizNodeId: string): Promise<AttemptRow[]> {
    return this.database.query<AttemptRow>(
      `${SELECT} where a.enrolment_id = $1 and a.quiz_node_id = $2 order by a.number`,
      [enrolmentId, quizNodeId],
    );
  }

  ofEnrolments(enrolmentIds: readonly string[]): Promise<AttemptRow[]> {
    return this.database.query<AttemptRow>(
      `${SELECT} where a.enrolment_id = any($1::uuid[]) order by a.enrolment_id, a.quiz_node_id, a.number`,
      [enrolmentIds],
    );
  }

  /** Attempts whose time is over and that nobody handed in. */
  due(now: Date, cohortId: string | null): Promise<AttemptRow[]> {
    return this.database.query<AttemptRow>(
      `${SELECT} where a.closed_at is null and a.deadline_at < $1 and ($2::uuid is null or n.cohort_id = $2)
       order by a.deadline_at limit 2000`,
      [now, cohortId],
    );
  }

  async add(
    attempt: Omit<AttemptRow, 'personId' | 'cohortId' | 'handedInAt' | 'closedAt'> & {
      readonly seed: Buffer;
    },
    items: readonly ItemRow[],
  ): Promise<void> {
    await this.database.query(
      `insert into quiz_attempt (id, enrolment_id, edition_id, quiz_node_id, quiz_revision_id, purpose, number, seed, opened_at, deadline_at, sync_until)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        attempt.id,
        attempt.enrolmentId,
        attempt.editionId,
        attempt.quizNodeId,
        attempt.quizRevisionId,
        attempt.purpose,
        attempt.number,
        attempt.seed,
        attempt.openedAt,
        attempt.deadlineAt,
        attempt.syncUntil,
      ],
    );
    await this.database.query(
      `insert into attempt_item (attempt_id, slot, question_node_id, question_revision_id, option_order, points)
       select $1, i.slot, i.node, i.revision, i.shown::jsonb, i.points
       from unnest($2::int[], $3::uuid[], $4::uuid[], $5::text[], $6::int[]) as i(slot, node, revision, shown, points)`,
      [
        attempt.id,
        items.map((item) => item.slot),
        items.map((item) => item.questionNodeId),
        items.map((item) => item.questionRevisionId),
        items.map((item) => JSON.stringify(item.optionOrder)),
        items.map((item) => item.points),
      ],
    );
  }

  items(attemptId: string): Promise<ItemRow[]> {
    return this.database.prepared<ItemRow>(
      'attempt.items',
      `select slot, question_node_id as "questionNodeId", question_revision_id as "questionRevisionId",
         option_order as "optionOrder", points from attempt_item where attempt_id = $1 order by slot`,
      [attemptId],
    );
  }

  /** Questions of a person's earlier attempts at a quiz. */
  async seen(enrolmentId: string, quizNodeId: string): Promise<Set<string>> {
    const rows = await this.database.query<{ id: string }>(
      `select distinct i.question_node_id as id from attempt_item i join quiz_attempt a on a.id = i.attempt_id
       where a.enrolment_id = $1 and a.quiz_node_id = $2`,
      [enrolmentId, quizNodeId],
    );
    return new Set(rows.map((row) => row.id));
  }

  async close(
    id: string,
    handedInAt: Date,
    closedAt: Date,
    cause: 'handed_in' | 'time_up' | 'cohort_closed',
  ): Promise<void> {
    await this.database.prepared(
      'attempt.close',
      'update quiz_attempt set handed_in_at = $2, closed_at = $3, close_cause = $4 where id = $1 and closed_at is null',
      [id, handedInAt, closedAt, cause],
    );
  }
}
