import { randomUUID } from 'node:crypto';
import type { Database } from '@cam-nang/platform';

const MODULES = 40;
const LESSONS = 49;
/** Lessons that each edition changes. */
const CHANGED = 20;

/** A curriculum of some 2,000 nodes whose line grows by one commit an edition. */
export class LongLine {
  readonly id = randomUUID();
  readonly nodes = 1 + MODULES + MODULES * LESSONS;
  #head = 0;

  private constructor(
    private readonly database: Database,
    private readonly curriculumId: string,
  ) {}

  static async begin(database: Database): Promise<LongLine> {
    const line = new LongLine(database, randomUUID());
    await database.run(() => line.write());
    return line;
  }

  /** Adds editions until there are so many, each with twenty lessons changed. */
  async growTo(editions: number): Promise<void> {
    await this.database.run(async () => {
      while (this.#head < editions) await this.commit(() => this.change());
    });
  }

  private async write(): Promise<void> {
    await this.database.query('insert into curriculum (id, code) values ($1, $1::uuid::text)', [
      this.curriculumId,
    ]);
    await this.database.query(
      `insert into line (id, curriculum_id, kind, created_at) values ($1, $2, 'main', now())`,
      [this.id, this.curriculumId],
    );
    await this.database.query(
      `insert into node (id, curriculum_id, kind, slug, created_at)
       select gen_random_uuid(), $1, kind, slug, now() from (
         select 'root' as kind, 'root' as slug
         union all select 'module', 'm' || m from generate_series(1, $2::int) m
         union all select 'lesson', 'm' || m || '-' || l
           from generate_series(1, $2::int) m, generate_series(1, $3::int) l) nodes`,
      [this.curriculumId, MODULES, LESSONS],
    );
    await this.revise('true');
    await this.commit(() => this.openAll());
  }

  /** A new revision of every node for which the condition holds, as large as real ones. */
  private async revise(condition: string, values: readonly unknown[] = []): Promise<void> {
    await this.database.query(
      `insert into node_revision (id, node_id, title, meta, content_hash, study_hash, schema_version, author_label, at)
       select gen_random_uuid(), n.id, 'Tiếp nhận hồ sơ của công dân ' || n.slug,
         jsonb_build_object('titleEn', 'Receiving papers from citizens ' || n.slug, 'minutes', 20,
           'summary', repeat('Cán bộ tiếp nhận, kiểm tra, hẹn trả. ', 4),
           'summaryEn', repeat('The official receives, checks, sets a day. ', 4)),
         sha256(gen_random_uuid()::text::bytea), sha256(n.id::text::bytea), 1, 'bench', now()
       from node n where n.curriculum_id = $1 and ${condition}`,
      [this.curriculumId, ...values],
    );
  }

  private async openAll(): Promise<void> {
    await this.database.query(
      `insert into member (line_id, node_id, parent_id, rank, revision_id, seqs)
       select $1, n.id,
         case n.kind when 'module' then root.id when 'lesson' then module.id end,
         lpad(regexp_replace(n.slug, '^m([0-9]+-)?', ''), 4, '0'), r.id, int4range(1, null)
       from node n join node_revision r on r.node_id = n.id
         join node root on root.curriculum_id = n.curriculum_id and root.kind = 'root'
         left join node module on module.curriculum_id = n.curriculum_id and n.kind = 'lesson'
           and module.slug = split_part(n.slug, '-', 1)
       where n.curriculum_id = $2`,
      [this.id, this.curriculumId],
    );
  }

  private async change(): Promise<void> {
    const seq = this.#head + 1;
    // Another twenty lessons each time, all over the tree.
    const slugs = Array.from({ length: CHANGED }, (_, index) => {
      const lesson = (seq * CHANGED + index * 97) % (MODULES * LESSONS);
      return `m${String((lesson % MODULES) + 1)}-${String(Math.floor(lesson / MODULES) + 1)}`;
    });
    await this.revise('n.slug = any($2::text[])', [slugs]);
    await this.database.query(
      `with closed as (update member m set seqs = int4range(lower(m.seqs), $2::int) from node n
         where m.line_id = $1 and n.id = m.node_id and n.slug = any($3::text[]) and upper_inf(m.seqs)
         returning m.node_id, m.parent_id, m.rank, m.revision_id)
       insert into member (line_id, node_id, parent_id, rank, revision_id, seqs)
       select $1, c.node_id, c.parent_id, c.rank,
         (select r.id from node_revision r where r.node_id = c.node_id and r.id <> c.revision_id
            and not exists (select from member o where o.revision_id = r.id) limit 1),
         int4range($2::int, null)
       from closed c`,
      [this.id, seq, slugs],
    );
  }

  private async commit(work: () => Promise<void>): Promise<void> {
    await work();
    this.#head += 1;
    await this.database.query(
      `insert into line_commit (id, line_id, seq, kind, message, at, manifest_hash, chain_hash, changes)
       values (gen_random_uuid(), $1, $2, 'import', 'bench', now(), sha256('m'), sha256('c'), $3)`,
      [this.id, this.#head, CHANGED],
    );
    await this.database.query('update line set head_seq = $2 where id = $1', [this.id, this.#head]);
  }
}
