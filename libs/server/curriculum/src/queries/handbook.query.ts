import type { readHandbook, readHandbookLesson, ResponseOf } from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import { Clock, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { DocumentStore } from '../persistence/document-store.js';
import { nodesOfKind, type CurriculumVersion } from '../policies/curriculum-version.js';
import type { EditionView } from '../policies/edition-view.js';
import { metaOf, metaText } from '../policies/node-meta.js';
import { outlineNodes } from '../policies/outline-nodes.js';
import { wireDocument } from '../policies/wire-document.js';
import { EditionViews } from './edition-views.query.js';
import { HandbookAccess } from './handbook-access.query.js';
import { OpeningEditions } from './opening-editions.query.js';
import { Versions } from './versions.query.js';

/** What a handbook shows of the tree: never questions, and nothing that only a class needs. */
const SHOWN: ReadonlySet<string> = new Set(['root', 'module', 'lesson', 'annex', 'outcome']);

/** The edition in force on a day, for reading at work. */
@Injectable()
export class Handbook {
  constructor(
    private readonly access: HandbookAccess,
    private readonly documents: DocumentStore,
    private readonly versions: Versions,
    private readonly views: EditionViews,
    private readonly opening: OpeningEditions,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `edition.none_in_force`; `resource.not_found` for who may not read it */
  async read(
    actor: Actor | null,
    courseId: string,
    on: string | undefined,
  ): Promise<ResponseOf<typeof readHandbook>> {
    const course = await this.access.course(actor, courseId);
    const day = on ?? this.clock.today();
    const edition = await this.opening.on(course.curriculumId, day);
    if (edition === null) {
      const withdrawn = await this.opening.whyNone(course.curriculumId, day);
      throw new DomainError('edition.none_in_force', { on: day, withdrawn });
    }
    const version = await this.versions.ofEdition(edition);
    const { id, code, title, titleEn } = course;
    return {
      course: { id, code, title, titleEn },
      edition: forReaders(await this.views.ofOne(edition)),
      nodes: outlineNodes(version).filter((node) => SHOWN.has(node.kind)),
    };
  }

  /** The text of a lesson or annex in an issued edition, with its neighbours. */
  async lesson(
    actor: Actor | null,
    { editionId, nodeId }: { readonly editionId: string; readonly nodeId: string },
  ): Promise<ResponseOf<typeof readHandbookLesson>> {
    const edition = await this.access.issued(actor, editionId);
    const version = await this.versions.ofEdition(edition);
    const node = version.byId.get(nodeId);
    const hash = node?.docHash ?? null;
    if (node === undefined || hash === null) throw new DomainError('resource.not_found');
    const document = (await this.documents.byHashes([hash])).get(hash);
    if (document === undefined) throw new DomainError('resource.not_found');
    return {
      edition: forReaders(await this.views.ofOne(edition)),
      nodeId,
      revisionId: node.revisionId,
      label: node.label,
      title: node.title,
      titleEn: metaText(node, 'titleEn'),
      minutes: metaOf(node, 'lesson')?.minutes ?? null,
      document: wireDocument(document),
      ...neighbours(version, nodeId),
    };
  }
}

/** Readers are told who signed an edition; who prepared it is the office's own business. */
function forReaders(view: EditionView): EditionView {
  return { ...view, preparedBy: null };
}

function neighbours(version: CurriculumVersion, nodeId: string) {
  const lessons = nodesOfKind(version, 'lesson');
  const at = lessons.findIndex((lesson) => lesson.nodeId === nodeId);
  const named = (index: number) => {
    const lesson = at < 0 || index < 0 ? undefined : lessons[index];
    return lesson === undefined ? null : { nodeId: lesson.nodeId, title: lesson.title };
  };
  return { previous: named(at - 1), next: named(at + 1) };
}
