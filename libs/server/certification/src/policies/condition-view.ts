import type { computeAward, ResponseOf } from '@cam-nang/contracts';
import type { OutlineNode } from '@cam-nang/curriculum';
import type { Condition } from '@cam-nang/domain';

/** A condition with its figures and the title of what it is about. */
export type ConditionView = ResponseOf<typeof computeAward>['eligible'][number]['unmet'][number];

/** A condition for people, with the titles of the edition. */
export function conditionView(
  condition: Condition,
  outline: readonly OutlineNode[],
): ConditionView {
  const node = outline.find((one) => one.nodeId === condition.nodeId);
  return { ...condition, nodeTitle: node?.title ?? null, nodeTitleEn: node?.titleEn ?? null };
}
