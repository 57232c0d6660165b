import { diffDocuments, diffTrees, mergeNodes, plainText } from '@cam-nang/domain';
import { cpuMs, growthExponent } from '../measure/figures.js';
import type { Row } from '../measure/row.js';
import { branches } from './made-branches.js';
import { edited, editedTree, lesson, sha256, tree } from './made-texts.js';

const TURNS = 15;
const MERGE_TURNS = 5;
/** What comparing and merging cost in processor time. */
export function differenceRows(): Row[] {
  return [documentRow(), treeRow(), mergeRow()];
}

function documentRow(): Row {
  const sizes = [188, 750, 3_000];
  const costs = sizes.map((words) => {
    const before = lesson(words);
    const after = edited(before);
    return cpuMs(() => diffDocuments(before, after), TURNS);
  });
  const counted = plainText(lesson(3_000)).split(/\s+/).filter(Boolean).length;
  return cpuRow(`diff of a lesson of ${String(counted)} words`, sizes, 'words', costs, 50);
}

function treeRow(): Row {
  const sizes = [125, 500, 2_000];
  const costs = sizes.map((nodes) => {
    const before = tree(nodes);
    const after = editedTree(before);
    return cpuMs(() => diffTrees(before, after), TURNS);
  });
  return cpuRow('diff of two editions of 2,000 nodes', sizes, 'nodes', costs, 100);
}

/** Both branches change the same lessons, each another half of their paragraphs: no text is taken as it is. */
function mergeRow(): Row {
  const sizes = [19, 75, 300];
  const costs = sizes.map((changed) => {
    const { versions, docs } = branches(changed);
    const documentOf = (revisionId: string) => docs.get(revisionId) ?? null;
    const options = { hash: sha256, documentOf, resolutions: [] };
    const merged = mergeNodes(versions, options);
    const made = merged.nodes.filter(({ content }) => content.from === 'merged').length;
    if (made !== changed || merged.conflicts.length > 0) {
      throw new Error(`${String(made)} of ${String(changed)} lessons were merged.`);
    }
    return cpuMs(() => mergeNodes(versions, options), MERGE_TURNS);
  });
  const what = 'merge of two branches of 300 changed lessons';
  return cpuRow(what, sizes, 'lessons', costs, 2_000);
}

function cpuRow(
  what: string,
  sizes: readonly number[],
  unit: string,
  costs: readonly number[],
  limit: number,
): Row {
  const last = costs.at(-1) ?? Infinity;
  return {
    what,
    sizes: sizes.map((size) => `${String(size)} ${unit}`),
    figures: costs.map((cost) => `${cost.toFixed(1)} ms CPU`),
    growth: growthExponent(sizes, costs),
    growthLimit: 1.1,
    baseline: '–',
    result: `${last.toFixed(1)} ms CPU`,
    bar: `< ${String(limit)} ms CPU`,
    met: last < limit,
  };
}
