import { writeDocument } from '@cam-nang/content/course-format';
import type { RichDocument } from '@cam-nang/content/read';
import { Injectable } from '@nestjs/common';
import { batches } from '../persistence/batches.js';
import { CourseStore, type CourseRow } from '../persistence/course-store.js';
import { DocumentStore } from '../persistence/document-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { NodeStore } from '../persistence/node-store.js';
import {
  nodesOfKind,
  type CurriculumVersion,
  type PlacedNode,
} from '../policies/curriculum-version.js';
import { currentSource } from '../policies/history-tree.js';
import { Versions } from './versions.query.js';

/** An article as a file. */
export interface ArticleFile {
  readonly path: string;
  readonly text: string;
}

const ARTICLES_AT_ONCE = 200;
const ID = /^[0-9a-f-]{36}$/;

/** The articles of an edition as files, and who has them. */
@Injectable()
export class HistoryTexts {
  constructor(
    private readonly courses: CourseStore,
    private readonly editions: EditionStore,
    private readonly nodes: NodeStore,
    private readonly documents: DocumentStore,
    private readonly versions: Versions,
  ) {}

  /** A course by its code or id, or by the id of its curriculum. */
  async course(name: string): Promise<CourseRow | null> {
    const byCode = await this.courses.byCode(name.normalize('NFC'));
    if (byCode !== null || !ID.test(name)) return byCode;
    return (await this.courses.byId(name)) ?? (await this.courses.ofCurriculum(name));
  }

  inForce({ curriculumId }: CourseRow, date: string): Promise<EditionRow | null> {
    return this.editions.inForce(curriculumId, date);
  }

  /** Every lesson of the edition, a few at a time, so that memory stays small. */
  async *files(edition: EditionRow): AsyncGenerator<ArticleFile> {
    const version = await this.versions.ofEdition(edition);
    const rows = await this.nodes.ofFiles(edition.curriculumId);
    const paths = new Map(rows.map(({ id, path }) => [id, path]));
    const lessons = nodesOfKind(version, 'lesson');
    for (const some of batches(lessons, ARTICLES_AT_ONCE)) {
      const texts = await this.texts(some);
      for (const node of some) {
        const path = paths.get(node.nodeId) ?? ownPath(version, paths, node);
        yield { path, text: texts.get(node.nodeId) ?? '' };
      }
    }
  }

  /** As they were written, while they say the same; else written anew from what the lesson says. */
  private async texts(lessons: readonly PlacedNode[]): Promise<ReadonlyMap<string, string>> {
    const sourceOf = new Map(lessons.map((row) => [row.nodeId, currentSource(row)]));
    const sources = await this.documents.sources(
      [...sourceOf.values()].flatMap((hash) => hash ?? []),
    );
    const written = lessons.filter(({ nodeId }) => !sources.has(sourceOf.get(nodeId) ?? ''));
    const documents = await this.documents.byHashes(
      written.flatMap(({ docHash }) => docHash ?? []),
    );
    return new Map(
      lessons.map(({ nodeId, title, docHash }) => {
        const source = sources.get(sourceOf.get(nodeId) ?? '');
        return [nodeId, source ?? articleText(title, documents.get(docHash ?? ''))];
      }),
    );
  }
}

function articleText(title: string, document: object | undefined): string {
  const body = document === undefined ? '' : writeDocument(document as RichDocument).markdown;
  return `# ${title}\n\n${body}`;
}

/** A lesson that came of no file stands in the folder of its chapter, under its own name. */
function ownPath(
  version: CurriculumVersion,
  paths: ReadonlyMap<string, string>,
  { parentId, slug }: PlacedNode,
): string {
  const chapter = version.byId.get(parentId ?? '');
  const key = paths.get(chapter?.nodeId ?? '') ?? `${chapter?.slug ?? ''}/`;
  const folder = key === './' ? '' : key;
  return `${folder}${slug.replaceAll('/', '-')}.md`;
}
