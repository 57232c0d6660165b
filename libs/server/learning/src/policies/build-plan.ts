import type { OutlineNode } from '@cam-nang/curriculum';
import type { ChoiceGroup, RevisionContent, StudyItemKind } from '@cam-nang/domain';
import type { PlanItem, PlanModule, StudyPlan } from './study-plan.js';

/** Nodes of a tree that are something to do. */
const ITEM_KINDS: ReadonlySet<string> = new Set(['lesson', 'quiz', 'report-task', 'survey']);

/** What a plan is made of: the tree in reading order, and what its nodes say. */
export interface PlanSources {
  readonly editionId: string;
  readonly nodes: readonly OutlineNode[];
  /** By revision id, of every node whose meta a plan needs. */
  readonly contents: ReadonlyMap<string, RevisionContent>;
  /** Blocks of a lesson by revision id. */
  readonly blocksTotal: (revisionId: string) => number;
}

/** Nodes whose content a plan needs. */
export function isPlanned(node: OutlineNode): boolean {
  return node.kind === 'root' || node.kind === 'module' || ITEM_KINDS.has(node.kind);
}

/** An edition as one studies it. Items lie in the module above them, however deep. */
export function buildPlan(sources: PlanSources): StudyPlan {
  const moduleIds = modulesByNode(sources.nodes);
  const items = sources.nodes.flatMap((node) => {
    const moduleNodeId = moduleIds.get(node.nodeId);
    if (moduleNodeId === undefined || !ITEM_KINDS.has(node.kind)) return [];
    return [planItem(node, moduleNodeId, sources)];
  });
  const modules = sources.nodes
    .filter((node) => node.kind === 'module')
    .map((node) =>
      planModule(
        node,
        sources,
        items.filter((item) => item.moduleNodeId === node.nodeId),
      ),
    );
  return {
    editionId: sources.editionId,
    groups: groupsOf(sources),
    modules,
    items: new Map(items.map((item) => [item.nodeId, item])),
  };
}

/** The module that a node lies in, by node id. */
function modulesByNode(nodes: readonly OutlineNode[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const node of nodes) {
    const above = node.parentId === null ? undefined : found.get(node.parentId);
    const own = node.kind === 'module' ? node.nodeId : above;
    if (own !== undefined) found.set(node.nodeId, own);
  }
  return found;
}

function groupsOf({ nodes, contents }: PlanSources): readonly ChoiceGroup[] {
  const root = nodes.find((node) => node.kind === 'root');
  const content = root === undefined ? undefined : contents.get(root.revisionId);
  return content?.kind === 'root' ? content.meta.groups : [];
}

function planModule(
  node: OutlineNode,
  { contents }: PlanSources,
  items: readonly PlanItem[],
): PlanModule {
  const content = contents.get(node.revisionId);
  const meta = content?.kind === 'module' ? content.meta : null;
  return {
    nodeId: node.nodeId,
    code: node.code ?? node.slug,
    label: node.label,
    title: node.title,
    titleEn: node.titleEn,
    summary: filled(meta?.summary),
    summaryEn: filled(meta?.summaryEn),
    kind: node.moduleKind ?? 'compulsory',
    hours: node.hours ?? { theory: 0, discussion: 0, practice: 0 },
    items,
  };
}

function planItem(node: OutlineNode, moduleNodeId: string, sources: PlanSources): PlanItem {
  const content = sources.contents.get(node.revisionId);
  return {
    nodeId: node.nodeId,
    revisionId: node.revisionId,
    moduleNodeId,
    kind: node.kind as StudyItemKind,
    label: node.label,
    title: node.title,
    titleEn: node.titleEn,
    ...factsOf(content),
    blocksTotal: content?.kind === 'lesson' ? sources.blocksTotal(node.revisionId) : 0,
  };
}

type Facts = Pick<PlanItem, 'summary' | 'summaryEn' | 'minutes' | 'quiz' | 'report'>;

const NO_FACTS: Facts = {
  summary: null,
  summaryEn: null,
  minutes: null,
  quiz: null,
  report: null,
};

/** What a plan keeps of an item's meta. */
function factsOf(content: RevisionContent | undefined): Facts {
  switch (content?.kind) {
    case 'lesson': {
      const { summary, summaryEn, minutes } = content.meta;
      return { ...NO_FACTS, summary: filled(summary), summaryEn: filled(summaryEn), minutes };
    }
    case 'quiz':
      return { ...NO_FACTS, quiz: content.meta, minutes: content.meta.timeLimitMinutes };
    case 'report-task':
      return { ...NO_FACTS, report: content.meta };
    default:
      return NO_FACTS;
  }
}

function filled(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
