import type { RevisionContent } from '@cam-nang/domain';
import { Clock } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { CourseStore, type CourseRow } from './persistence/course-store.js';
import { DocumentStore } from './persistence/document-store.js';
import { EditionStore } from './persistence/edition-store.js';
import { RevisionStore, type RevisionRow } from './persistence/revision-store.js';
import { nodesOfKind, type CurriculumVersion } from './policies/curriculum-version.js';
import type { EditionView } from './policies/edition-view.js';
import { metaOf } from './policies/node-meta.js';
import { outlineNodes, type OutlineNode } from './policies/outline-nodes.js';
import { EditionViews } from './queries/edition-views.query.js';
import { OpeningEditions, type WithdrawnFrom } from './queries/opening-editions.query.js';
import { Versions } from './queries/versions.query.js';

/** A revision with all it says. It never changes, so callers may keep it. */
export interface RevisionView {
  readonly id: string;
  readonly nodeId: string;
  readonly slug: string;
  readonly title: string;
  readonly content: RevisionContent;
  /** Hashes are lower-case hex. Equal content: the same revision, to the letter. */
  readonly contentHash: string;
  /** Equal: the same text to study. */
  readonly studyHash: string;
  /** Questions only. Equal: the taker saw the same; a regrade needs that. */
  readonly stemHash: string | null;
  /** Questions only. Equal: marked by the same key. */
  readonly keyHash: string | null;
}

/** A question of a bank as an edition pins it. */
export interface BankQuestion {
  readonly nodeId: string;
  readonly revisionId: string;
}

/** The few questions that the features to the right may ask about curricula. */
@Injectable()
export class CurriculumFacade {
  constructor(
    private readonly courseRows: CourseStore,
    private readonly editions: EditionStore,
    private readonly revisionRows: RevisionStore,
    private readonly documents: DocumentStore,
    private readonly versions: Versions,
    private readonly views: EditionViews,
    private readonly opening: OpeningEditions,
    private readonly clock: Clock,
  ) {}

  courses(ids: readonly string[]): Promise<CourseRow[]> {
    return this.courseRows.byIds(ids);
  }

  courseByCode(code: string): Promise<CourseRow | null> {
    return this.courseRows.byCode(code);
  }

  /** The edition that a cohort opening on the day is pinned to. */
  async editionInForce(courseId: string, day: string): Promise<EditionView | null> {
    const course = await this.courseRows.byId(courseId);
    if (course === null) return null;
    return this.views.ofMaybe(await this.opening.on(course.curriculumId, day));
  }

  /** The withdrawal because of which no cohort can open on the day; null where there is another cause. */
  async withdrawalBefore(courseId: string, day: string): Promise<WithdrawnFrom | null> {
    const course = await this.courseRows.byId(courseId);
    return course === null ? null : this.opening.whyNone(course.curriculumId, day);
  }

  /** Editions by id, as they stand today. */
  async editionViews(ids: readonly string[]): Promise<ReadonlyMap<string, EditionView>> {
    const views = await this.views.of(await this.editions.byIds(ids));
    return new Map(views.map((view) => [view.id, view]));
  }

  /**
   * What cohorts pinned to these editions go by on a day: of the same major, the erratum level that
   * applies then; the pinned edition itself where none does, though it be withdrawn: cohorts go on.
   * With `until`, without what was issued or withdrawn later on that day.
   */
  async editionsApplying(
    ids: readonly string[],
    time: { readonly day: string; readonly until: Date | null },
  ): Promise<ReadonlyMap<string, EditionView>> {
    const pinned = await this.editions.byIds(ids);
    const applying = await Promise.all(
      pinned.map(async (edition) => (await this.editions.applying(edition, time)) ?? edition),
    );
    const views = await this.views.of(applying);
    return new Map(
      pinned.flatMap(({ id }, index) => {
        const view = views[index];
        return view === undefined ? [] : [[id, view] as const];
      }),
    );
  }

  /** The newest edition of the same curriculum in force today, when it is another major. */
  async newerThan(editionId: string): Promise<EditionView | null> {
    const edition = await this.editions.byId(editionId);
    if (edition === null) return null;
    const inForce = await this.opening.on(edition.curriculumId, this.clock.today());
    return inForce === null || inForce.major <= edition.major ? null : this.views.ofOne(inForce);
  }

  /** Errata of the edition's major issued up to its level, oldest first. */
  async errataUpTo(editionId: string): Promise<EditionView[]> {
    const edition = await this.editions.byId(editionId);
    if (edition === null) return [];
    const all = await this.editions.ofCurricula([edition.curriculumId]);
    const errata = all.filter(
      ({ state, major, minor }) =>
        state === 'issued' && major === edition.major && minor > 0 && minor <= edition.minor,
    );
    return this.views.of(errata.sort((a, b) => a.minor - b.minor));
  }

  /** The tree of an edition in reading order. */
  async outline(editionId: string): Promise<OutlineNode[]> {
    const version = await this.version(editionId);
    return version === null ? [] : outlineNodes(version);
  }

  /** A node as an edition has it; null when the edition does not have it. */
  async node(editionId: string, nodeId: string): Promise<RevisionView | null> {
    const placed = (await this.version(editionId))?.byId.get(nodeId);
    if (placed === undefined) return null;
    const texts = await this.documents.byHashes(placed.docHash === null ? [] : [placed.docHash]);
    return revisionView({ ...placed, id: placed.revisionId }, texts);
  }

  /** Revisions by id, with their texts. */
  async revisions(ids: readonly string[]): Promise<ReadonlyMap<string, RevisionView>> {
    const rows = await this.revisionRows.byIds(ids);
    const hashes = rows.flatMap(({ docHash }) => (docHash === null ? [] : [docHash]));
    const texts = await this.documents.byHashes(hashes);
    return new Map(rows.map((row) => [row.id, revisionView(row, texts)]));
  }

  /** Questions of banks as an edition pins them, by bank. */
  async bankQuestions(
    editionId: string,
    bankIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly BankQuestion[]>> {
    const version = await this.version(editionId);
    return new Map(
      bankIds.map((bankId) => {
        const questions = version?.children(bankId) ?? [];
        return [bankId, questions.map(({ nodeId, revisionId }) => ({ nodeId, revisionId }))];
      }),
    );
  }

  /** Learning outcomes of an edition, by code. */
  async outcomes(
    editionId: string,
  ): Promise<ReadonlyMap<string, { readonly text: string; readonly textEn: string }>> {
    const version = await this.version(editionId);
    const nodes = version === null ? [] : nodesOfKind(version, 'outcome');
    return new Map(
      nodes.flatMap((node) => {
        const meta = metaOf(node, 'outcome');
        return meta === null ? [] : [[meta.code, { text: node.title, textEn: meta.titleEn }]];
      }),
    );
  }

  private version(editionId: string): Promise<CurriculumVersion | null> {
    return this.versions.ofEditionId(editionId);
  }
}

/** What is stored was checked when it was written, so kind and meta belong together. */
function revisionView(
  row: Omit<RevisionRow, 'curriculumId' | 'schemaVersion'>,
  texts: Awaited<ReturnType<DocumentStore['byHashes']>>,
): RevisionView {
  const doc = row.docHash === null ? null : (texts.get(row.docHash) ?? null);
  const content = {
    kind: row.kind,
    title: row.title,
    meta: row.meta,
    doc,
  } as unknown as RevisionContent;
  const { id, nodeId, slug, title, contentHash, studyHash, stemHash, keyHash } = row;
  return { id, nodeId, slug, title, content, contentHash, studyHash, stemHash, keyHash };
}
