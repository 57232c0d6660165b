import type { readDraft, ResponseOf } from '@cam-nang/contracts';
import { DomainError, type RichNode } from '@cam-nang/domain';
import { readingMinutes, type RichDocument } from '@cam-nang/content/read';
import { Accounts } from '@cam-nang/identity';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { DocumentStore } from '../persistence/document-store.js';
import { CourseAccess } from './course-access.query.js';
import type { PlacedNode } from '../policies/curriculum-version.js';
import type { Overlay } from '../policies/overlay.js';
import { RequestAccess } from './request-access.query.js';
import { OPEN_STATES } from '../policies/request-facts.js';
import { wireDocument } from '../policies/wire-document.js';
import { LeaseViews } from './lease-views.query.js';
import { Overlays } from './overlays.query.js';

type DraftView = ResponseOf<typeof readDraft>;

/** The working text of a node beside the text it started from. */
@Injectable()
export class DraftViews {
  constructor(
    private readonly access: RequestAccess,
    private readonly courseAccess: CourseAccess,
    private readonly overlays: Overlays,
    private readonly documents: DocumentStore,
    private readonly leases: LeaseViews,
    private readonly accounts: Accounts,
  ) {}

  /** @throws DomainError `resource.not_found`, also for a question to whoever may not read questions */
  async read(
    actor: Actor,
    place: { readonly requestId: string; readonly nodeId: string },
  ): Promise<DraftView> {
    const { requestId, nodeId } = place;
    const { request, course } = await this.access.read(actor, 'curriculum.read', requestId);
    const overlay = await this.overlays.load(request);
    const node = overlay.result.byId.get(nodeId) ?? overlay.base.byId.get(nodeId);
    if (node === undefined) throw new DomainError('resource.not_found');
    const mayRead =
      node.kind !== 'question' || (await this.courseAccess.reaches(actor, 'question.read', course));
    if (!mayRead) throw new DomainError('resource.not_found');
    const mayEdit = await this.courseAccess.reaches(actor, 'curriculum.edit', course);
    const editable = mayEdit && OPEN_STATES.has(request.state) && overlay.result.byId.has(nodeId);
    const contents = await this.contents(overlay, node);
    const lease = await this.leases.current(actor, place);
    return { requestId, nodeId, ...contents, lease, editable };
  }

  private async contents(overlay: Overlay, node: PlacedNode) {
    const draft = overlay.drafts.get(node.nodeId);
    const before = overlay.base.byId.get(node.nodeId);
    const baseText = await this.text(before?.docHash ?? null);
    const base = before === undefined ? null : contentOf(before, baseText);
    const reason = overlay.items.get(node.nodeId)?.reason ?? '';
    const common = { base, reason, hash: (draft ?? node).contentHash };
    if (draft === undefined) {
      const written = { version: 0, savedAt: null, savedBy: null, words: 0 };
      return {
        ...common,
        ...written,
        node: contentOf(node, baseText),
        minutes: minutesOf(baseText),
      };
    }
    const { version, title, meta, document, savedAt, savedBy, changedWords: words } = draft;
    const names = await this.accounts.names([savedBy]);
    return {
      ...common,
      ...{ version, words, minutes: minutesOf(document) },
      node: contentOf({ ...node, title, meta }, document),
      savedAt: savedAt.toISOString(),
      savedBy: names.get(savedBy) ?? '',
    };
  }

  private async text(docHash: string | null): Promise<RichNode | null> {
    if (docHash === null) return null;
    return (await this.documents.byHashes([docHash])).get(docHash) ?? null;
  }
}

function minutesOf(document: RichNode | null): number {
  return document === null ? 0 : readingMinutes(document as RichDocument);
}

function contentOf(
  node: Pick<PlacedNode, 'nodeId' | 'slug' | 'kind' | 'title'> & {
    readonly meta: Readonly<Record<string, unknown>>;
  },
  document: RichNode | null,
): DraftView['node'] {
  const { nodeId, slug, kind, title, meta } = node;
  return { nodeId, slug, kind, title, meta: { ...meta }, document: wireDocument(document) };
}
