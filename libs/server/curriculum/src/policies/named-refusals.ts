import type { ErratumRefusal } from '@cam-nang/domain';
import type { CurriculumVersion } from './curriculum-version.js';

/** Refusals with the number and title of the node that each is about, as the newer side has it, else the older. */
export function namedRefusals(
  refusals: readonly ErratumRefusal[],
  before: CurriculumVersion,
  after: CurriculumVersion,
): readonly ErratumRefusal[] {
  return refusals.map((refusal) => {
    const node = [after, before].flatMap(({ byId }) => byId.get(refusal.nodeId ?? '') ?? [])[0];
    if (node === undefined) return refusal;
    const title = `${node.label} ${node.title}`.trim();
    return { ...refusal, params: { ...refusal.params, title } };
  });
}
