import type { readOutline, ResponseOf } from '@cam-nang/contracts';
import { checkHours, type HoursCheck } from '@cam-nang/domain';
import { nodesOfKind, type CurriculumVersion } from './curriculum-version.js';
import { metaOf } from './node-meta.js';

/** The check of hours as screens show it: groups and modules by their codes. */
export type HoursView = ResponseOf<typeof readOutline>['hours'];

const NO_DAYS = { days: 0, periodsPerDay: 0, groups: [] };

/** Whether every admissible path of a version takes the periods of its days. */
export function hoursCheckOf(version: CurriculumVersion): HoursCheck {
  return checkHours(rootOf(version), modulesOf(version));
}

/** The same, for people. */
export function hoursView(version: CurriculumVersion): HoursView {
  const { days, periodsPerDay } = rootOf(version);
  const check = hoursCheckOf(version);
  const codeOf = (nodeId: string) => metaOf(version.byId.get(nodeId), 'module')?.code ?? nodeId;
  return {
    required: check.expected,
    days,
    periodsPerDay,
    paths: check.paths.map(({ choices, hours, total, difference }) => ({
      choices: choices.map(({ group, modules }) => ({ group, modules: modules.map(codeOf) })),
      hours: { ...hours },
      total,
      difference,
    })),
    addsUp: check.ok,
  };
}

function rootOf(version: CurriculumVersion) {
  const [root] = nodesOfKind(version, 'root');
  return metaOf(root, 'root') ?? NO_DAYS;
}

function modulesOf(version: CurriculumVersion) {
  return nodesOfKind(version, 'module').flatMap((node) => {
    const meta = metaOf(node, 'module');
    if (meta === null) return [];
    return [{ nodeId: node.nodeId, moduleKind: meta.moduleKind, hours: meta.hours }];
  });
}
