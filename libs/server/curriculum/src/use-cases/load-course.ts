import {
  courseErrorLine,
  loadCourseEditions,
  type CourseFileError,
  type EditionDecision,
  type LoadedCourse,
} from '@cam-nang/content/course-format';
import { DomainError } from '@cam-nang/domain';
import { Accounts } from '@cam-nang/identity';
import { Database, RequestContext, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { CourseStore, type CourseRow } from '../persistence/course-store.js';
import { EditionStore } from '../persistence/edition-store.js';
import { LineStore } from '../persistence/line-store.js';
import { fileReasons, namedNodes, treeNodes } from '../policies/loaded-tree.js';
import { CreateCourse } from './create-course.js';
import { ImportTree } from './import-tree.js';
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

/** An edition of the files with the decision it is issued by. */
interface DecidedEdition extends LoadedCourse {
  readonly decision: EditionDecision;
}

/**
 * Loads a course edition by edition and issues each by the acts of the screens: all of it or nothing.
 * Loaded before: nothing happens.
 */
@Injectable()
export class LoadCourse {
  constructor(
    private readonly database: Database,
    private readonly courses: CourseStore,
    private readonly lines: LineStore,
    private readonly editions: EditionStore,
    private readonly create: CreateCourse,
    private readonly tree: ImportTree,
    private readonly prepare: PrepareEdition,
    private readonly issue: IssueEdition,
    private readonly accounts: Accounts,
  ) {}

  /** Answers the course's id. @throws CourseFilesError */
  async run(load: CourseToLoad): Promise<string> {
    const loaded = readEditions(load);
    const [first] = loaded;
    if (first === undefined)
      throw new DomainError('resource.not_found', { editions: load.editions });
    return this.database.run(async () => {
      const known = await this.courses.byCode(rootOf(first).content.meta.code);
      if (known !== null) return known.id;
      load.onDay(first.decision.signedOn);
      const course = await this.createCourse(first, load);
      for (const edition of loaded) {
        load.onDay(edition.decision.signedOn);
        await this.importEdition(course, edition, load);
        await this.issueEdition(course, edition, load);
      }
      return course.id;
    });
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
    load: Pick<CourseToLoad, 'preparer'>,
  ): Promise<void> {
    const line = await this.lines.mainOf(course.curriculumId);
    if (line === null) throw new DomainError('resource.not_found');
    const id = load.preparer.accountId;
    const author = { id, label: (await this.accounts.names([id])).get(id) ?? '' };
    const ids = await this.tree.nodeIds(course.curriculumId, namedNodes(edition), id);
    const idOf = (slug: string) => ids.get(slug) ?? '';
    await this.tree.run({
      line,
      nodes: treeNodes(edition, idOf),
      kind: edition.edition.kind === 'erratum' ? 'erratum' : 'import',
      message: edition.edition.label,
      author,
      reasons: fileReasons(edition, idOf),
    });
  }

  private async issueEdition(
    course: CourseRow,
    { edition, decision }: DecidedEdition,
    load: CourseToLoad,
  ): Promise<void> {
    const { title, number: decisionNo, signedOn: decisionDate } = decision;
    const editionId = await as(load.preparer, () =>
      this.prepare.run(load.preparer, course.id, { kind: edition.kind, title }),
    );
    const candidate = await this.editions.byId(editionId);
    if (candidate === null) throw new DomainError('resource.not_found');
    await as(load.signer, () =>
      this.issue.run(load.signer, editionId, {
        manifestHash: candidate.manifestHash,
        decisionNo,
        decisionDate,
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

function readEditions(load: CourseToLoad): DecidedEdition[] {
  return loadCourseEditions(load.files).flatMap(({ folder, load: result }) => {
    if (!result.ok) throw new CourseFilesError(result.errors);
    const { course } = result;
    return load.editions.includes(course.edition.label) ? [decided(course, folder)] : [];
  });
}

function decided(course: LoadedCourse, folder: string): DecidedEdition {
  const { decision } = course.edition;
  if (decision !== null) return { ...course, decision };
  const place = { file: `${folder}/course.yaml`, line: 1, column: 1 };
  throw new CourseFilesError([{ ...place, code: 'key_missing', params: { key: 'decision' } }]);
}

function rootOf({ nodes }: LoadedCourse) {
  for (const node of nodes) if (node.content.kind === 'root') return { content: node.content };
  throw new DomainError('curriculum.structure_invalid');
}
