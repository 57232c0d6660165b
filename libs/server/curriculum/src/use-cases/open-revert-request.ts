import type { InputOf, openRevertRequest } from '@cam-nang/contracts';
import { DomainError, type RichNode } from '@cam-nang/domain';
import { Clock, Database, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { ChangeRequestStore } from '../persistence/change-request-store.js';
import { DocumentStore } from '../persistence/document-store.js';
import { DraftStore } from '../persistence/draft-store.js';
import { OverlayStore, type OverlayEdit } from '../persistence/overlay-store.js';
import { ReviewStore } from '../persistence/review-store.js';
import type { CurriculumVersion, PlacedNode } from '../policies/curriculum-version.js';
import { changedWords } from '../policies/node-words.js';
import { revertAll, revertNode, type RevertPlan } from '../policies/revert-plan.js';
import { CourseAccess } from '../queries/course-access.query.js';
import { Versions } from '../queries/versions.query.js';
import { OpenChangeRequest } from './open-change-request.js';

type Body = InputOf<typeof openRevertRequest>['body'];

interface Sides {
  readonly head: CurriculumVersion;
  readonly texts: ReadonlyMap<string, RichNode>;
}

/** Begins a change request that brings back what an issued edition says; it then goes the normal way. */
@Injectable()
export class OpenRevertRequest {
  constructor(
    private readonly database: Database,
    private readonly access: CourseAccess,
    private readonly opening: OpenChangeRequest,
    private readonly requests: ChangeRequestStore,
    private readonly overlayRows: OverlayStore,
    private readonly drafts: DraftStore,
    private readonly documents: DocumentStore,
    private readonly reviews: ReviewStore,
    private readonly versions: Versions,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers the request's id.
   *
   * @throws DomainError `edition.wrong_state` for what was never issued, `resource.not_found` for a
   *   node that cannot be brought back, `curriculum.nothing_changed` when the head says it already
   */
  run(actor: Actor, editionId: string, { nodeId, title, reason }: Body): Promise<string> {
    return this.database.run(async () => {
      const { course, edition } = await this.access.edition(actor, 'curriculum.edit', editionId);
      if (edition.state !== 'issued') {
        throw new DomainError('edition.wrong_state', { state: edition.state });
      }
      const kind = 'amendment' as const;
      const requestId = await this.opening.run(actor, course.id, { title, reason, kind });
      const request = await this.requests.byId(requestId);
      if (request === null) throw new DomainError('resource.not_found');
      const head = await this.versions.at(request.baseLineId, request.baseSeq);
      const then = await this.versions.ofEdition(edition);
      const plan = nodeId === null ? revertAll(head, then) : revertNode(head, then, nodeId);
      if (plan === null) throw new DomainError('resource.not_found');
      refuseEmpty(plan);
      if (plan.contents.some((node) => node.kind === 'question')) {
        await this.access.courseOf(actor, 'question.edit', course.curriculumId);
      }
      const edit = { requestId, at: this.clock.now(), by: actor.accountId };
      await this.write(edit, plan, { head, texts: await this.texts(head, plan) });
      await this.reviews.recordEditor(requestId, edit.by, edit.at);
      return requestId;
    });
  }

  private async write(edit: OverlayEdit, plan: RevertPlan, sides: Sides): Promise<void> {
    for (const { nodeId, parentId, rank } of plan.placements) {
      await this.overlayRows.place(edit, nodeId, { parentId, rank });
    }
    await this.overlayRows.setDeleted(edit, plan.removed);
    for (const node of plan.contents) {
      await this.overlayRows.touch(edit, node.nodeId);
      await this.draft(edit, node, sides);
    }
  }

  /** The edition's content as the working text: equal content becomes the same revision again. */
  private async draft(edit: OverlayEdit, node: PlacedNode, { head, texts }: Sides): Promise<void> {
    const textOf = ({ docHash }: PlacedNode) =>
      docHash === null ? null : (texts.get(docHash) ?? null);
    const now = head.byId.get(node.nodeId);
    const document = textOf(node);
    await this.drafts.save(edit.requestId, {
      nodeId: node.nodeId,
      version: 1,
      title: node.title,
      meta: node.meta,
      document,
      savedAt: edit.at,
      savedBy: edit.by,
      contentHash: node.contentHash,
      changedWords: changedWords(now === undefined ? null : { node: now, document: textOf(now) }, {
        node: { ...node, revisionId: node.nodeId },
        document,
      }),
    });
  }

  private texts(
    head: CurriculumVersion,
    { contents }: RevertPlan,
  ): Promise<ReadonlyMap<string, RichNode>> {
    const hashes = contents.flatMap((node) => [
      node.docHash,
      head.byId.get(node.nodeId)?.docHash ?? null,
    ]);
    return this.documents.byHashes([...new Set(hashes.filter((hash) => hash !== null))]);
  }
}

function refuseEmpty({ contents, placements, removed }: RevertPlan): void {
  if (contents.length + placements.length + removed.length > 0) return;
  throw new DomainError('curriculum.nothing_changed');
}
