import { DomainError, planIssue, calendarDate, type IssuePlan } from '@cam-nang/domain';
import { Clock, Database, Ids } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { PublishedHeads } from '../integrity/published-heads.js';
import type { CourseRow } from '../persistence/course-store.js';
import { EditionEventStore } from '../persistence/edition-event-store.js';
import { EditionRecordStore } from '../persistence/edition-record-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { LineStore, type CommitPlace, type LineRow } from '../persistence/line-store.js';
import { datedEditions } from '../policies/edition-state.js';
import { isEmptyPlan, planSnapshot, type HistoryPlan } from '../policies/history-tree.js';
import { SnapshotError } from '../policies/snapshot-error.js';
import { HistoryTrees } from '../queries/history-trees.query.js';
import type { ArticleSource } from './keep-articles.js';
import { WriteSnapshot } from './write-snapshot.js';

/** The articles of a day, as somebody else published them. */
export interface Snapshot extends ArticleSource {
  readonly date: string;
  readonly title: string | null;
  /** Whether it holds everything; else only what differs from the day before. */
  readonly whole: boolean;
  /** SHA-256 of the normal form of every article, by path. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly removed: readonly string[];
}

/** What became of a snapshot. */
export interface SnapshotImport {
  readonly state: 'imported' | 'known';
  readonly edition: EditionRow;
  readonly plan: HistoryPlan;
}

/** Makes a dated edition of a snapshot: one transaction, all of it or nothing. */
@Injectable()
export class ImportSnapshot {
  constructor(
    private readonly database: Database,
    private readonly lines: LineStore,
    private readonly editions: EditionStore,
    private readonly records: EditionRecordStore,
    private readonly events: EditionEventStore,
    private readonly trees: HistoryTrees,
    private readonly write: WriteSnapshot,
    private readonly heads: PublishedHeads,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * A snapshot that is an edition already changes nothing.
   *
   * @throws SnapshotError when the day has an edition that says something else, or comes before the
   *   newest one; DomainError `edition.wrong_state` while a candidate waits
   */
  run(course: CourseRow, snapshot: Snapshot): Promise<SnapshotImport> {
    return this.database.run(async () => {
      await this.editions.lockCurriculum(course.curriculumId);
      const rows = await this.editions.ofCurricula([course.curriculumId]);
      const standing = rows.find(
        (row) => row.state === 'issued' && row.forceFrom === snapshot.date,
      );
      if (standing !== undefined) return this.known(standing, snapshot);
      const plan = issuePlan(rows, snapshot.date);
      const line = await this.lockedLine(course);
      const tree = await this.trees.at(course.curriculumId, line.id, line.headSeq);
      const changes = planSnapshot(tree, snapshot);
      await this.write.run({ course, line, tree, plan: changes, snapshot });
      const head = await this.lines.headCommit(line.id);
      if (head === null) throw new SnapshotError(snapshot.date, 'there is no article in it');
      const edition = await this.record(course, snapshot, { head, rows, plan });
      return { state: 'imported', edition, plan: changes };
    });
  }

  private async known(edition: EditionRow, snapshot: Snapshot): Promise<SnapshotImport> {
    const tree = await this.trees.at(edition.curriculumId, edition.lineId, edition.seq);
    const plan = planSnapshot(tree, snapshot);
    if (isEmptyPlan(plan)) return { state: 'known', edition, plan };
    const [path = ''] = [...plan.changed, ...plan.added, ...plan.removed];
    throw new SnapshotError(
      `${snapshot.date}/${path}`,
      `differs from edition ${edition.major}.${edition.minor}, which is in force from that day and never changes`,
    );
  }

  private async lockedLine({ curriculumId }: CourseRow): Promise<LineRow> {
    const line = await this.lines.mainOf(curriculumId);
    const locked = line === null ? null : await this.lines.lock(line.id);
    if (locked === null) throw new DomainError('resource.not_found');
    return locked;
  }

  private async record(
    course: CourseRow,
    { date, title }: Snapshot,
    made: { head: CommitPlace; rows: readonly EditionRow[]; plan: IssuePlan },
  ): Promise<EditionRow> {
    const { head, rows, plan } = made;
    const { curriculumId } = course;
    const id = this.ids.next();
    const at = this.clock.now();
    const major = Math.max(0, ...rows.map((row) => row.major)) + 1;
    const { commitId, manifestHash } = head;
    await this.closeRanges(rows, plan);
    await this.records.insert({
      ...{ id, curriculumId, major, commitId, manifestHash },
      kind: major === 1 ? 'first' : 'amendment',
      title: title ?? course.title,
      decisionDate: date,
      at,
      ranges: { force: plan.force, applies: plan.applies },
    });
    const numbered = { major, minor: 0, manifestHash };
    const issued = { decisionNo: null, decisionDate: date, ...plan, closings: undefined };
    const log = { actorId: null, at };
    await this.events.append({
      ...{ editionId: id, event: 'prepared', ...log },
      payload: { ...numbered, kind: major === 1 ? 'first' : 'amendment', commitId, record: true },
    });
    await this.events.append({
      ...{ editionId: id, event: 'issued', ...log },
      payload: { ...numbered, ...issued },
    });
    for (const { editionId, range, to } of plan.closings) {
      const payload = { range, to, by: id };
      await this.events.append({ editionId, event: 'range_closed', ...log, payload });
    }
    this.database.afterCommit(() => this.heads.publish());
    const edition = await this.editions.byId(id);
    if (edition === null) throw new DomainError('resource.not_found');
    return edition;
  }

  private async closeRanges(rows: readonly EditionRow[], plan: IssuePlan): Promise<void> {
    for (const row of rows) {
      const closing = plan.closings.find(
        ({ editionId, range }) => editionId === row.id && range === 'force',
      );
      if (closing === undefined || row.forceFrom === null || row.appliesFrom === null) continue;
      await this.editions.shorten(row.id, {
        force: { from: row.forceFrom, to: closing.to },
        applies: { from: row.appliesFrom, to: row.appliesTo },
      });
    }
  }
}

/** A day takes over from the newest edition, or there is no place for it in the line. */
function issuePlan(rows: readonly EditionRow[], date: string): IssuePlan {
  const waiting = rows.some(({ state }) => state !== 'issued' && state !== 'returned');
  if (waiting) throw new DomainError('edition.wrong_state', { reason: 'candidate_waits' });
  const effectiveFrom = calendarDate(date);
  const number = { major: 1, minor: 0, kind: 'amendment' as const };
  const plan = planIssue(datedEditions(rows), { ...number, effectiveFrom });
  if (plan.ok) return plan.value;
  const newest = rows.map(({ forceFrom }) => forceFrom ?? '').sort();
  throw new SnapshotError(
    date,
    `comes before the newest edition, which is in force from ${newest.at(-1) ?? ''}; history is only ever continued`,
  );
}
