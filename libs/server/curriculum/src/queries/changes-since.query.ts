import type { readChangesSince, ResponseOf } from '@cam-nang/contracts';
import { DomainError, type NodeDiff } from '@cam-nang/domain';
import { Accounts } from '@cam-nang/identity';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { DocumentStore } from '../persistence/document-store.js';
import { DraftStore } from '../persistence/draft-store.js';
import { JudgedStore } from '../persistence/judged-store.js';
import { OverlayStore } from '../persistence/overlay-store.js';
import { ReviewStore, type ReviewRow } from '../persistence/review-store.js';
import { judgedOverlay } from '../policies/judged-overlay.js';
import { withoutKeys } from '../policies/key-free-diff.js';
import type { Overlay } from '../policies/overlay.js';
import { olderSide, overlayThen, type OverlayThen } from '../policies/overlay-then.js';
import { changedTexts } from '../policies/request-checks.js';
import { Comparisons } from './comparisons.query.js';
import { CourseAccess } from './course-access.query.js';
import { Overlays } from './overlays.query.js';
import { RequestAccess } from './request-access.query.js';

type Since = ResponseOf<typeof readChangesSince>;

/** Who did something with a node since, and when last. */
interface Hands {
  readonly people: readonly string[];
  readonly last: Date | null;
}

const NOBODY: Hands = { people: [], last: null };

/** What a request says otherwise than in the version that a verdict was about. */
@Injectable()
export class ChangesSince {
  constructor(
    private readonly access: RequestAccess,
    private readonly courseAccess: CourseAccess,
    private readonly reviews: ReviewStore,
    private readonly drafts: DraftStore,
    private readonly judgedNodes: JudgedStore,
    private readonly documents: DocumentStore,
    private readonly overlayRows: OverlayStore,
    private readonly overlays: Overlays,
    private readonly comparisons: Comparisons,
    private readonly accounts: Accounts,
  ) {}

  /** @throws DomainError `resource.not_found`, also for a version that nobody judged */
  async read(actor: Actor, requestId: string, overlayHash: string): Promise<Since> {
    const { request, course } = await this.access.read(actor, 'curriculum.read', requestId);
    const { at: since, kept } = await this.judged(requestId, overlayHash);
    const now = await this.overlays.load(request);
    const touches = await this.overlayRows.touchedSince(requestId, since);
    const then = kept
      ? await this.keptThen(now, overlayHash)
      : overlayThen(now, {
          hash: overlayHash,
          drafts: await this.drafts.asOf(requestId, since),
          touched: new Set(touches.map(({ nodeId }) => nodeId)),
        });
    const seesKeys = await this.courseAccess.reaches(actor, 'question.read', course);
    const diffs = await this.compare(then, now);
    const saved = await this.drafts.savedSince(requestId, since);
    const hands = new Map<string, Hands>([
      ...touches.map(({ nodeId, by, at }) => [nodeId, { people: [by], last: at }] as const),
      ...saved.map(({ nodeId, people, last }) => [nodeId, { people, last }] as const),
    ]);
    const people = [...hands.values()].flatMap((one) => one.people);
    const names = await this.accounts.names([...new Set(people)]);
    return {
      since: since.toISOString(),
      overlayHash: now.hash,
      complete: then.exact,
      regrounded: await this.reviews.regroundedSince(requestId, overlayHash),
      nodes: diffs.map((diff) =>
        nodeView(now, seesKeys ? diff : withoutKeys(diff), { hands, names }),
      ),
    };
  }

  /** Of several verdicts on one version the last: so long the request stood as they saw it. */
  private async judged(requestId: string, overlayHash: string): Promise<ReviewRow> {
    const reviews = await this.reviews.ofRequests([requestId]);
    const last = reviews.findLast((review) => review.overlayHash === overlayHash);
    if (last === undefined) throw new DomainError('resource.not_found');
    return last;
  }

  /** The judged version as it was kept with the verdict. */
  private async keptThen(now: Overlay, overlayHash: string): Promise<OverlayThen> {
    const nodes = await this.judgedNodes.of(now.request.id, overlayHash);
    const hashes = nodes.flatMap(({ content }) => content?.docHash ?? []);
    const texts = await this.documents.byHashes(hashes);
    return { overlay: judgedOverlay(now, nodes, texts), exact: true };
  }

  private async compare({ overlay }: OverlayThen, now: Overlay): Promise<readonly NodeDiff[]> {
    const then = olderSide(overlay);
    const texts = new Map([...then.texts, ...changedTexts(now)]);
    const { nodes } = await this.comparisons.compare(then.nodes, now.result.nodes, texts);
    return nodes;
  }
}

function nodeView(
  now: Overlay,
  diff: NodeDiff,
  known: {
    readonly hands: ReadonlyMap<string, Hands>;
    readonly names: ReadonlyMap<string, string>;
  },
): Since['nodes'][number] {
  const { nodeId, kind } = diff;
  const { people, last } = known.hands.get(nodeId) ?? NOBODY;
  return {
    nodeId,
    kind,
    ...nameOf(now, diff),
    reason: now.items.get(nodeId)?.reason ?? '',
    by: people.map((id) => known.names.get(id) ?? ''),
    at: last?.toISOString() ?? null,
    diff,
  };
}

/** Number and title; of a node that the request has given up, the title that it had. */
function nameOf({ result, base }: Overlay, { nodeId, before }: NodeDiff) {
  const placed = result.byId.get(nodeId) ?? base.byId.get(nodeId);
  return { label: placed?.label ?? '', title: placed?.title ?? before?.title ?? '' };
}
