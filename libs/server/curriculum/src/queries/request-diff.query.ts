import type { readRequestDiff, ResponseOf } from '@cam-nang/contracts';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { CourseAccess } from './course-access.query.js';
import { structureOnly, withoutKeys } from '../policies/key-free-diff.js';
import { RequestAccess } from './request-access.query.js';
import { Comparisons } from './comparisons.query.js';
import { Overlays } from './overlays.query.js';

/** What a request changes against its base, in words. */
@Injectable()
export class RequestDiffs {
  constructor(
    private readonly access: RequestAccess,
    private readonly courseAccess: CourseAccess,
    private readonly overlays: Overlays,
    private readonly comparisons: Comparisons,
  ) {}

  async read(actor: Actor, requestId: string): Promise<ResponseOf<typeof readRequestDiff>> {
    const { request, course } = await this.access.read(actor, 'curriculum.read', requestId);
    const overlay = await this.overlays.load(request);
    const whole = await this.comparisons.ofOverlay(overlay);
    const seesKeys = await this.courseAccess.reaches(actor, 'question.read', course);
    const diff = seesKeys ? whole : { ...whole, nodes: whole.nodes.map(withoutKeys) };
    return {
      overlayHash: overlay.hash,
      requestKind: request.kind,
      tree: structureOnly(diff),
      nodes: diff.nodes.map((node) => {
        const { nodeId, kind } = node;
        const placed = overlay.result.byId.get(nodeId) ?? overlay.base.byId.get(nodeId);
        return {
          nodeId,
          kind,
          label: placed?.label ?? '',
          title: placed?.title ?? '',
          reason: overlay.items.get(nodeId)?.reason ?? '',
          diff: node,
        };
      }),
    };
  }
}
