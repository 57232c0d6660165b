import {
  courseErrorLine,
  loadCourseEditions,
  resolveReferences,
  type CourseFileError,
  type LoadedCourse,
  type LoadedNode,
} from '@cam-nang/content/course-format';
import { addDays, DomainError, type RevisionContent } from '@cam-nang/domain';
import { RequestContext, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { CourseStore, type CourseRow } from '../persistence/course-store.js';
import { EditionStore } from '../persistence/edition-store.js';
import { LineStore } from '../persistence/line-store.js';
import { CreateCourse } from './create-course.js';
import { ImportTree, type ImportReasons } from './import-tree.js';
import { IssueEdition } from './issue-edition.js';
import { PrepareEdition } from './prepare-edition.js';

/** A course to be loaded from files, and in whose name. */
export interface CourseToLoad {
  /** Texts by path: `1.0/course.yaml`, `1.1/changes.yaml`, … */
  readonly files: ReadonlyMap<string, string>;
  /** Labels of the editions to load and issue; the others wait. */
  readonly editions: readonly string[];
  readonly ownerUnitId: string;
  readonly preparer: Actor;
  /** Signs; another person than the preparer. */
  readonly signer: Actor;
  /** Turns the clock to the day of an act. */
  readonly onDay: (day: string) => void;
}

/** The files do not hold; every reason names its file and line. */
export class CourseFilesError extends Error {
  override readonly name = 'CourseFilesError';

  constructor(readonly errors: readonly CourseFileError[]) {
    super(errors.map((error) => courseErrorLine(error, 'vi')).join('\n'));
  }
}

/** The first edition of the files names no decision: it gets this one, marked as a sample. */
const FIRST_DECISION = '57/QĐ-SNV (mẫu)';
const DAYS_BEFORE_EFFECT = 10;

/** Loads a course edition by edition and issues each by the acts of the screens. Loaded before: nothing happens. */
@Injectable()
export class LoadCourse {
  constructor(
    private readonly courses: CourseStore,
    private readonly lines: LineStore,
    private readonly editions: EditionStore,
    private readonly create: CreateCourse,
    private readonly tree: ImportTree,
    private readonly prepare: PrepareEdition,
    private readonly issue: IssueEdition,
  ) {}

  /** Answers the course's id. @throws CourseFilesError */
  async run(load: CourseToLoad): Promise<string> {
    const loaded = readEditions(load);
    const [first] = loaded;
    if (first === undefined)
      throw new DomainError('resource.not_found', { editions: load.editions });
    const known = await this.courses.byCode(rootOf(first).content.meta.code);
    if (known !== null) return known.id;
    load.onDay(dayOf(first));
    const course = await this.createCourse(first, load);
    for (const edition of loaded) {
      load.onDay(dayOf(edition));
      await this.importEdition(course, edition, load);
      await this.issueEdition(course, edition, load);
    }
    return course.id;
  }

  private createCourse(first: LoadedCourse, load: CourseToLoad): Promise<CourseRow> {
    const { title, meta } = rootOf(first).content;
    return this.create.run({
      code: meta.code,
      title,
      titleEn: meta.titleEn,
      ownerUnitId: load.ownerUnitId,
      handbookPublic: false,
      recordOnly: false,
      isSample: true,
    });
  }

  private async importEdition(
    course: CourseRow,
    edition: LoadedCourse,
    load: CourseToLoad,
  ): Promise<void> {
    const line = await this.lines.mainOf(course.curriculumId);
    if (line === null) throw new DomainError('resource.not_found');
    const author = { id: load.preparer.accountId, label: '' };
    const named = edition.nodes.map(({ slug, content }) => ({ slug, kind: content.kind }));
    const ids = await this.tree.nodeIds(course.curriculumId, named, author.id);
    const idOf = (slug: string) => ids.get(slug) ?? '';
    await this.tree.run({
      line,
      nodes: edition.nodes.map((node) => ({
        nodeId: idOf(node.slug),
        parentId: node.parent === null ? null : idOf(node.parent),
        content: resolveReferences(contentOf(node), idOf),
      })),
      kind: edition.edition.kind === 'erratum' ? 'erratum' : 'import',
      message: edition.edition.label,
      author,
      reasons: reasonsOf(edition, idOf),
    });
  }

  private async issueEdition(
    course: CourseRow,
    { edition }: LoadedCourse,
    load: CourseToLoad,
  ): Promise<void> {
    const title = edition.decision?.title ?? course.title;
    const editionId = await as(load.preparer, () =>
      this.prepare.run(load.preparer, course.id, { kind: edition.kind, title }),
    );
    const candidate = await this.editions.byId(editionId);
    if (candidate === null) throw new DomainError('resource.not_found');
    const decisionNo = edition.decision?.number ?? FIRST_DECISION;
    await as(load.signer, () =>
      this.issue.run(load.signer, editionId, {
        manifestHash: candidate.manifestHash,
        decisionNo,
        decisionDate: edition.decision?.signedOn ?? dayBefore(edition.force),
        decisionTitle: title,
        effectiveFrom: edition.force,
        confirmation: decisionNo,
      }),
    );
  }
}

function as<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
  return RequestContext.run({ correlationId: 'load-course', actor }, work);
}

function readEditions(load: CourseToLoad): LoadedCourse[] {
  return loadCourseEditions(load.files).flatMap(({ load: result }) => {
    if (!result.ok) throw new CourseFilesError(result.errors);
    return load.editions.includes(result.course.edition.label) ? [result.course] : [];
  });
}

function rootOf({ nodes }: LoadedCourse) {
  for (const node of nodes) if (node.content.kind === 'root') return { content: node.content };
  throw new DomainError('curriculum.structure_invalid');
}

function contentOf({ content }: LoadedNode): RevisionContent {
  return content;
}

function dayBefore(force: LoadedCourse['edition']['force']): string {
  return addDays(force, -DAYS_BEFORE_EFFECT);
}

/** The day on which an edition is prepared and signed. */
function dayOf({ edition }: LoadedCourse): string {
  return edition.decision?.signedOn ?? dayBefore(edition.force);
}

/** The reasons of the files for the nodes that stand in them. */
function reasonsOf(
  { edition, nodes }: LoadedCourse,
  idOf: (slug: string) => string,
): ImportReasons {
  const byPath = new Map(edition.reasons.map((reason) => [reason.path, reason]));
  return new Map(
    nodes.flatMap(({ slug, file }) => {
      const reason = byPath.get(file);
      if (reason === undefined) return [];
      const { reason: vi, reasonEn, proposedBy } = reason;
      const said = { reason: vi, reasonEn, ...(proposedBy === undefined ? {} : { proposedBy }) };
      return [[idOf(slug), said] as const];
    }),
  );
}
