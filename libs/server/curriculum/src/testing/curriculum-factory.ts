import { DomainError } from '@cam-nang/domain';
import type { RevisionContent } from '@cam-nang/domain';
import type { CourseRow } from '../persistence/course-store.js';
import { LineStore, type LineRow } from '../persistence/line-store.js';
import { VersionStore } from '../persistence/version-store.js';
import { curriculumVersion, type CurriculumVersion } from '../policies/curriculum-version.js';
import { CreateCourse } from '../use-cases/create-course.js';
import { ImportTree, type ImportedNode } from '../use-cases/import-tree.js';
import { SMALL_TREE, smallContents } from './small-course.js';

/** Where providers come from: a Nest application or anything like it. */
export interface Providers {
  get<T>(token: abstract new (...args: never[]) => T): T;
}

/** A course with one commit on its line; `idOf` finds nodes by slug. */
export interface SmallCourse {
  readonly course: CourseRow;
  readonly line: LineRow;
  readonly commitId: string;
  readonly manifestHash: string;
  readonly nodes: readonly ImportedNode[];
  readonly idOf: (slug: string) => string;
}

/** Who and where; `alter` changes contents by slug before they are written. */
export interface SmallCourseOptions {
  readonly ownerUnitId: string;
  readonly authorId?: string | null;
  readonly code?: string;
  readonly alter?: (slug: string, content: RevisionContent) => RevisionContent;
}

/** The line as it stands now. */
export async function currentLine(app: Providers, course: CourseRow): Promise<LineRow> {
  const line = await app.get(LineStore).mainOf(course.curriculumId);
  if (line === null) throw new DomainError('resource.not_found');
  return line;
}

/** The curriculum as a commit left it, read anew. */
export async function readVersion(
  app: Providers,
  lineId: string,
  seq: number,
): Promise<CurriculumVersion> {
  return curriculumVersion(await app.get(VersionStore).asOf(lineId, seq));
}

/** Sets up the small course for specs: two modules, three lessons, two questions, a quiz; hours add up. */
export async function makeSmallCourse(
  app: Providers,
  options: SmallCourseOptions,
): Promise<SmallCourse> {
  const course = await app.get(CreateCourse).run({
    code: options.code ?? 'SC',
    title: 'Khóa học nhỏ',
    titleEn: 'Small course',
    ownerUnitId: options.ownerUnitId,
    handbookPublic: false,
    recordOnly: false,
    isSample: true,
  });
  const author = options.authorId ?? null;
  const ids = await app.get(ImportTree).nodeIds(course.curriculumId, SMALL_TREE, author);
  const idOf = (slug: string) => ids.get(slug) ?? slug;
  const nodes = importedNodes(idOf, options.alter);
  const committed = await app.get(ImportTree).run({
    line: await currentLine(app, course),
    nodes,
    kind: 'import',
    message: 'Nhập khóa học nhỏ',
    author: { id: author, label: 'Tổ biên soạn' },
  });
  const { commitId, manifestHash } = committed;
  return { course, line: await currentLine(app, course), commitId, manifestHash, nodes, idOf };
}

/** The next commit of the small course: its tree with some nodes altered, and those left out that are null. */
export async function commitAltered(
  app: Providers,
  small: SmallCourse,
  alter: (node: ImportedNode) => ImportedNode | null,
  author: { readonly id: string; readonly label: string },
): Promise<void> {
  await app.get(ImportTree).run({
    line: await currentLine(app, small.course),
    nodes: small.nodes.flatMap((node) => alter(node) ?? []),
    kind: 'merge',
    message: 'Sửa khóa học nhỏ',
    author,
  });
}

function importedNodes(
  idOf: (slug: string) => string,
  alter: SmallCourseOptions['alter'],
): ImportedNode[] {
  const contents = smallContents(idOf);
  return SMALL_TREE.flatMap(({ slug, parent }) => {
    const content = contents[slug];
    if (content === undefined) return [];
    return [
      {
        nodeId: idOf(slug),
        parentId: parent === null ? null : idOf(parent),
        content: alter?.(slug, content) ?? content,
      },
    ];
  });
}
