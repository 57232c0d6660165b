import type { readEditionNode, readOutline, ResponseOf } from '@cam-nang/contracts';
import { DomainError, type RichNode } from '@cam-nang/domain';
import { Scope } from '@cam-nang/identity';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { DocumentStore } from '../persistence/document-store.js';
import { CourseAccess } from './course-access.query.js';
import { hoursView } from '../policies/hours-view.js';
import { outlineNodes } from '../policies/outline-nodes.js';
import { wireDocument } from '../policies/wire-document.js';
import { EditionViews } from './edition-views.query.js';
import { Versions } from './versions.query.js';

/** Editions as the desk reads them. */
@Injectable()
export class EditionReader {
  constructor(
    private readonly access: CourseAccess,
    private readonly scope: Scope,
    private readonly versions: Versions,
    private readonly documents: DocumentStore,
    private readonly views: EditionViews,
  ) {}

  /** The tree of an edition with its hours. */
  async outline(actor: Actor, editionId: string): Promise<ResponseOf<typeof readOutline>> {
    const { course, edition } = await this.access.edition(actor, 'curriculum.read', editionId);
    const version = await this.versions.ofEdition(edition);
    return {
      edition: await this.views.ofOne(edition),
      courseId: course.id,
      nodes: outlineNodes(version),
      hours: hoursView(version),
    };
  }

  /** A node with all it says. Questions, which hold their answers, only for who may read questions. */
  async node(
    actor: Actor,
    { editionId, nodeId }: { readonly editionId: string; readonly nodeId: string },
  ): Promise<ResponseOf<typeof readEditionNode>> {
    const { course, edition } = await this.access.edition(actor, 'curriculum.read', editionId);
    const node = (await this.versions.ofEdition(edition)).byId.get(nodeId);
    if (node === undefined) throw new DomainError('resource.not_found');
    if (node.kind === 'question') {
      const place = { unitId: course.ownerUnitId, courseId: course.id };
      await this.scope.demand(actor, 'question.read', place);
    }
    const { slug, kind, title, meta, revisionId } = node;
    const document = wireDocument(await this.text(node.docHash));
    return {
      edition: await this.views.ofOne(edition),
      revisionId,
      node: { nodeId, slug, kind, title, meta: { ...meta }, document },
    };
  }

  private async text(docHash: string | null): Promise<RichNode | null> {
    if (docHash === null) return null;
    return (await this.documents.byHashes([docHash])).get(docHash) ?? null;
  }
}
