import { href } from '../routes.js';

/** Where one thing of a module leads; a meeting of the class leads to the module it is about. */
export function itemAddress(
  enrolmentId: string,
  item: { readonly kind: string; readonly nodeId: string },
): string {
  if (item.kind === 'meeting') return href('module', { enrolmentId, moduleId: item.nodeId });
  if (item.kind === 'quiz') return href('quiz', { enrolmentId, nodeId: item.nodeId });
  if (item.kind === 'report-task') return href('report', { enrolmentId, taskNodeId: item.nodeId });
  return href('lesson', { enrolmentId, nodeId: item.nodeId });
}
