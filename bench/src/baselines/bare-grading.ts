import { randomUUID } from 'node:crypto';
import pg from 'pg';

/**
 * The statements of handing an attempt in, in one transaction, with as many connections as the api has:
 * nothing is graded, the grading that is written was made before.
 */
const LOCK = `select a.id, a.enrolment_id, n.person_id, n.cohort_id, a.edition_id, a.quiz_node_id, a.quiz_revision_id,
    a.purpose, a.number, a.opened_at, a.deadline_at, a.sync_until, a.handed_in_at, a.closed_at
  from quiz_attempt a join enrolment n on n.id = a.enrolment_id where a.id = $1 for update of a`;
const LATEST = `select distinct on (g.attempt_id) g.id, g.attempt_id, g.cause, g.points, g.max_points, g.score, g.scale,
    g.passed, g.items, g.graded_at
  from grading g where g.attempt_id = any($1::uuid[]) order by g.attempt_id, g.graded_at desc, g.id desc`;
const CLOSE = `update quiz_attempt set handed_in_at = $2, closed_at = $3, close_cause = $4
  where id = $1 and closed_at is null`;
const ITEMS = `select slot, question_node_id, question_revision_id, option_order, points
  from attempt_item where attempt_id = $1 order by slot`;
const JOURNAL = `select device_id, seq, scope, slot, value, device_time, monotonic_ms::float8, handshake_at,
    handshake_monotonic_ms::float8, received_at
  from journal_entry where scope_id = $1 and scope in ('answer', 'flag')`;
const REVISION = `select r.id, r.node_id, n.curriculum_id, n.kind, n.slug, r.title, r.meta, encode(r.doc_hash, 'hex'),
    encode(r.content_hash, 'hex'), encode(r.study_hash, 'hex'), encode(r.stem_hash, 'hex'),
    encode(r.key_hash, 'hex'), r.schema_version
  from node_revision r join node n on n.id = r.node_id where r.id = any($1::uuid[])`;
const STORE = `insert into grading (id, attempt_id, cause, points, max_points, score, scale, passed, items, graded_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

export class BareGrading {
  readonly #pool: pg.Pool;

  constructor(databaseUrl: string) {
    this.#pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  }

  /** All at the same time; milliseconds until the last is committed. `items` is what is written as graded. */
  async waveMs(attemptIds: readonly string[], revisionId: string, items: string): Promise<number> {
    const startedAt = performance.now();
    await Promise.all(attemptIds.map((id) => this.#handIn(id, revisionId, items)));
    return performance.now() - startedAt;
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  async #handIn(id: string, revisionId: string, items: string): Promise<void> {
    const client = await this.#pool.connect();
    const now = new Date();
    const run = (name: string, text: string, values: unknown[]): Promise<unknown> =>
      client.query({ name, text, values });
    try {
      await client.query('begin');
      await run('lock', LOCK, [id]);
      await run('latest', LATEST, [[id]]);
      await run('close', CLOSE, [id, now, now, 'handed_in']);
      await run('items', ITEMS, [id]);
      await run('journal', JOURNAL, [id]);
      await run('revision', REVISION, [[revisionId]]);
      const figures = ['handed_in', 3000, 3000, 10_000, 10_000, true];
      await run('store', STORE, [randomUUID(), id, ...figures, items, now]);
      await client.query('commit');
    } finally {
      client.release();
    }
  }
}
