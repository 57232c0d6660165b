import type { readHandbook, readHandbookLesson, ResponseOf } from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import { Scope } from '@cam-nang/identity';
import { OrganisationFacade } from '@cam-nang/organisation';
import { Clock, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { CourseStore, type CourseRow } from '../persistence/course-store.js';
import { DocumentStore } from '../persistence/document-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { nodesOfKind, type CurriculumVersion } from '../policies/curriculum-version.js';
import { metaOf, metaText } from '../policies/node-meta.js';
import { outlineNodes } from '../policies/outline-nodes.js';
import { wireDocument } from '../policies/wire-document.js';
import { EditionViews } from './edition-views.query.js';
import { OpeningEditions } from './opening-editions.query.js';
import { Versions } from './versions.query.js';

/** What a handbook shows of the tree: never questions, and nothing that only a class needs. */
const SHOWN: ReadonlySet<string> = new Set(['root', 'module', 'lesson', 'annex', 'outcome']);

/** The edition in force on a day, for reading at work. */
@Injectable()
export class Handbook {
  constructor(
    private readonly courses: CourseStore,
    private readonly editions: EditionStore,
    private readonly documents: DocumentStore,
    private readonly versions: Versions,
    private readonly views: EditionViews,
    private readonly opening: OpeningEditions,
    private readonly scope: Scope,
    private readonly organisations: OrganisationFacade,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `edition.none_in_force`; `resource.not_found` for who may not read it */
  async read(
    actor: Actor | null,
    courseId: string,
    on: string | undefined,
  ): Promise<ResponseOf<typeof readHandbook>> {
    const course = await this.courses.byId(courseId);
    await this.demand(actor, course);
    if (course === null) throw new DomainError('resource.not_found');
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
      edition: await this.views.ofOne(edition),
      nodes: outlineNodes(version).filter((node) => SHOWN.has(node.kind)),
    };
  }

  /** The text of a lesson or annex in an issued edition, with its neighbours. */
  async lesson(
    actor: Actor | null,
    { editionId, nodeId }: { readonly editionId: string; readonly nodeId: string },
  ): Promise<ResponseOf<typeof readHandbookLesson>> {
    const edition = await this.issued(actor, editionId);
    const version = await this.versions.ofEdition(edition);
    const node = version.byId.get(nodeId);
    const hash = node?.docHash ?? null;
    if (node === undefined || hash === null) throw new DomainError('resource.not_found');
    const document = (await this.documents.byHashes([hash])).get(hash);
    if (document === undefined) throw new DomainError('resource.not_found');
    return {
      edition: await this.views.ofOne(edition),
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

  private async issued(actor: Actor | null, editionId: string): Promise<EditionRow> {
    const edition = await this.editions.byId(editionId);
    if (edition?.state !== 'issued') throw new DomainError('resource.not_found');
    await this.demand(actor, await this.courses.ofCurriculum(edition.curriculumId));
    return edition;
  }

  /**
   * A handbook is for everybody where the course says so; else for whoever serves in the owning
   * unit's country of communes (below it) or oversees it (above it).
   */
  private async demand(actor: Actor | null, course: CourseRow | null): Promise<void> {
    if (course?.handbookPublic === true) return;
    if (course === null || actor === null) throw new DomainError('resource.not_found');
    const place = { unitId: course.ownerUnitId, courseId: course.id };
    if (await this.scope.reaches(actor, 'handbook.read', place)) return;
    const below = new Set(await this.organisations.idsUnder([course.ownerUnitId]));
    const serves = this.scope.roots(actor, 'handbook.read').some((unit) => below.has(unit));
    if (!serves) throw new DomainError('resource.not_found');
  }
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
