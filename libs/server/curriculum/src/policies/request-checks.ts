import type { ErratumRefusal, RichNode } from '@cam-nang/domain';
import type { Overlay } from './overlay.js';
import { checksOf, versionChecks, type RequestCheck } from './version-checks.js';

/** Everything to be mended before a request can go on, and advice beside it. */
export function requestChecks(
  overlay: Overlay,
  refusals: readonly ErratumRefusal[] = [],
): RequestCheck[] {
  const nothing = overlay.effective.length === 0;
  return [
    ...checksOf({
      code: 'something_changed',
      blocking: true,
      broken: nothing ? [{ nodeId: null, params: {} }] : [],
    }),
    ...versionChecks(overlay.result, changedTexts(overlay)),
    ...erratumChecks(overlay, refusals),
    ...checksOf({ code: 'reason_given', blocking: false, broken: unexplained(overlay) }),
  ];
}

/** Comments that wait for an answer; those that must be met are a check of their own. They stop no author. */
export function threadChecks({
  open,
  blocking,
}: {
  readonly open: number;
  readonly blocking: number;
}): RequestCheck[] {
  const waiting = (count: number) => (count === 0 ? [] : [{ nodeId: null, params: { count } }]);
  return [
    ...checksOf({ code: 'objections_met', blocking: false, broken: waiting(blocking) }),
    ...checksOf({ code: 'comments_answered', blocking: false, broken: waiting(open - blocking) }),
  ];
}

/** Working texts that differ from their base, by node. */
export function changedTexts({ effective, drafts }: Overlay): ReadonlyMap<string, RichNode> {
  const texts = effective.flatMap(({ nodeId, revisionId }) => {
    const document = drafts.get(nodeId)?.document ?? null;
    return revisionId === null || document === null ? [] : [[nodeId, document] as const];
  });
  return new Map(texts);
}

function erratumChecks(
  { request }: Overlay,
  refusals: readonly ErratumRefusal[],
): readonly RequestCheck[] {
  if (request.kind !== 'erratum') return [];
  return checksOf({
    code: 'only_corrections',
    blocking: true,
    broken: refusals.map(({ code, nodeId, params }) => ({
      nodeId,
      params: { refusal: code, ...params },
    })),
  });
}

function unexplained({ effective, items, result, base }: Overlay) {
  return effective.flatMap(({ nodeId }) => {
    if ((items.get(nodeId)?.reason ?? '') !== '') return [];
    const title = (result.byId.get(nodeId) ?? base.byId.get(nodeId))?.title ?? '';
    return [{ nodeId, params: { title } }];
  });
}
