import { DomainError, type RichNode } from '@cam-nang/domain';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import type { ThreadRow } from '../persistence/comment-store.js';
import type { CourseRow } from '../persistence/course-store.js';
import { DocumentStore } from '../persistence/document-store.js';
import { EditionStore } from '../persistence/edition-store.js';
import { ReviewStore } from '../persistence/review-store.js';
import type { CurriculumVersion, PlacedNode } from '../policies/curriculum-version.js';
import { OPEN_STATES } from '../policies/request-facts.js';
import { CouncilStore } from '../persistence/council-store.js';
import { CourseAccess } from './course-access.query.js';
import { Overlays } from './overlays.query.js';
import { RequestAccess } from './request-access.query.js';
import { Versions } from './versions.query.js';

/** What threads are about: a change request with its two sides, or a frozen edition. */
export interface ThreadSubject {
  readonly course: CourseRow;
  readonly requestId: string | null;
  readonly editionId: string | null;
  /** Code of the refusal once nothing can be said about it any more. */
  readonly closed: string | null;
  /** Accounts that alone may say something about it; null for everybody who may comment. */
  readonly speakers: ReadonlySet<string> | null;
  /** Accounts that wrote in it: none of them has the last word on what others hold against it (law 8). */
  readonly writers: readonly string[];
  readonly seenHash: string;
  readonly node: (nodeId: string, side: ThreadRow['side']) => PlacedNode | undefined;
  /** How many nodes a reader comes to before this one; what was taken out comes after all. */
  readonly orderOf: (nodeId: string) => number;
  readonly text: (nodeId: string, side: ThreadRow['side']) => Promise<RichNode | null>;
  readonly draftVersion: (nodeId: string) => number;
}

type Permission = 'curriculum.read' | 'curriculum.comment';

/** Loads what threads are about, within the reach of the person. */
@Injectable()
export class ThreadSubjects {
  constructor(
    private readonly requests: RequestAccess,
    private readonly courses: CourseAccess,
    private readonly editions: EditionStore,
    private readonly councils: CouncilStore,
    private readonly overlays: Overlays,
    private readonly versions: Versions,
    private readonly reviews: ReviewStore,
    private readonly documents: DocumentStore,
  ) {}

  /** `locks` for whoever says something: one after another. @throws DomainError `resource.not_found` */
  async request(actor: Actor, requestId: string, locks = false): Promise<ThreadSubject> {
    const reached = locks
      ? await this.requests.lock(actor, 'curriculum.comment', requestId)
      : await this.requests.read(actor, 'curriculum.read', requestId);
    const { request, course } = reached;
    const overlay = await this.overlays.load(request);
    const editors = await this.reviews.editors([requestId]);
    const node: ThreadSubject['node'] = (nodeId, side) =>
      (side === 'after' ? overlay.result : overlay.base).byId.get(nodeId);
    return {
      course,
      requestId,
      editionId: null,
      closed: OPEN_STATES.has(request.state) ? null : 'change_request.wrong_state',
      speakers: null,
      writers: [request.authorId, ...(editors.get(requestId) ?? [])],
      seenHash: overlay.hash,
      node,
      orderOf: orderIn(overlay.result),
      text: async (nodeId, side) => {
        const draft = side === 'after' ? overlay.drafts.get(nodeId) : undefined;
        if (draft !== undefined && node(nodeId, side) !== undefined) return draft.document;
        return this.stored(node(nodeId, side)?.docHash ?? null);
      },
      draftVersion: (nodeId) => overlay.drafts.get(nodeId)?.version ?? 0,
    };
  }

  /** The same of an edition, about which its council speaks while it sits. @throws DomainError `resource.not_found` */
  async edition(actor: Actor, editionId: string, locks = false): Promise<ThreadSubject> {
    const permission: Permission = locks ? 'curriculum.comment' : 'curriculum.read';
    const { course, edition: seen } = await this.courses.edition(actor, permission, editionId);
    if (locks) await this.editions.lockCurriculum(seen.curriculumId);
    const edition = locks ? await this.editions.byId(editionId) : seen;
    if (edition === null) throw new DomainError('resource.not_found');
    const speakers = await this.sittingOn(edition.id);
    const isOpen = edition.state === 'candidate' && speakers !== null;
    const version = await this.versions.ofEdition(edition);
    const node = (nodeId: string) => version.byId.get(nodeId);
    return {
      course,
      requestId: null,
      editionId,
      closed: isOpen ? null : 'edition.wrong_state',
      speakers: speakers ?? new Set(),
      writers: [],
      seenHash: edition.manifestHash,
      node,
      orderOf: orderIn(version),
      text: (nodeId) => this.stored(node(nodeId)?.docHash ?? null),
      draftVersion: () => 0,
    };
  }

  async ofThread(actor: Actor, thread: ThreadRow, locks = false): Promise<ThreadSubject> {
    if (thread.requestId !== null) return this.request(actor, thread.requestId, locks);
    if (thread.editionId !== null) return this.edition(actor, thread.editionId, locks);
    throw new DomainError('resource.not_found');
  }

  /** Questions, which hold their answers, are spoken about only by who may read them. */
  async demandReadable(
    actor: Actor,
    { course }: ThreadSubject,
    { kind }: Pick<PlacedNode, 'kind'>,
  ): Promise<void> {
    if (kind !== 'question' || (await this.courses.reaches(actor, 'question.read', course))) return;
    throw new DomainError('resource.not_found');
  }

  /** @throws DomainError `council.not_a_member` for whoever does not sit on what the council judges */
  demandSpeaker(actor: Actor, { speakers }: ThreadSubject): void {
    if (speakers === null || speakers.has(actor.accountId)) return;
    throw new DomainError('council.not_a_member');
  }

  /** The members of the council that judges an edition now; null when none does. */
  private async sittingOn(editionId: string): Promise<ReadonlySet<string> | null> {
    const councils = await this.councils.ofEditions([editionId]);
    const sitting = councils.filter(({ stage }) => stage === 'sitting').map(({ id }) => id);
    if (sitting.length === 0) return null;
    const members = await this.councils.members(sitting);
    return new Set(members.map(({ accountId }) => accountId));
  }

  private async stored(docHash: string | null): Promise<RichNode | null> {
    if (docHash === null) return null;
    return (await this.documents.byHashes([docHash])).get(docHash) ?? null;
  }
}

function orderIn({ nodes }: CurriculumVersion): ThreadSubject['orderOf'] {
  const order = new Map(nodes.map(({ nodeId }, index) => [nodeId, index]));
  return (nodeId) => order.get(nodeId) ?? nodes.length;
}
