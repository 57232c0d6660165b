import { setImmediate } from 'node:timers/promises';
import {
  countNodes,
  diffTrees,
  withDocuments,
  type NodeDiff,
  type RichNode,
  type TreeDiff,
} from '@cam-nang/domain';
import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { DocumentStore } from '../persistence/document-store.js';
import type { CurriculumVersion } from '../policies/curriculum-version.js';
import type { Overlay } from '../policies/overlay.js';
import { changedTexts } from '../policies/request-checks.js';

/**
 * Changed nodes of the comparisons kept in memory: both versions never change, so neither does what differs.
 * A node with its words takes some ten kilobytes.
 */
const MOST_KEPT = 8_000;

interface Said {
  /** Hash of the text that it was compared with. */
  readonly against: string | null;
  readonly document: NodeDiff['document'];
}

/** Two versions of a curriculum compared, with the words of their texts. */
@Injectable()
export class Comparisons {
  readonly #kept = new Map<string, TreeDiff>();
  /** What a working text says otherwise than its base, as long as that text itself is kept. */
  readonly #ofWorking = new WeakMap<RichNode, Said>();

  constructor(
    private readonly database: Database,
    private readonly documents: DocumentStore,
  ) {}

  /** Two stored versions; `key` names the pair for ever. */
  async ofVersions(
    key: string,
    before: CurriculumVersion,
    after: CurriculumVersion,
  ): Promise<TreeDiff> {
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const diff = await this.compare(before.nodes, after.nodes, new Map());
    if (!this.database.inTransaction()) this.remember(key, diff);
    return diff;
  }

  /** What differs in some nodes of two stored versions, in reading order; no other text is read for it. */
  async ofNodes(
    key: string,
    before: CurriculumVersion,
    after: CurriculumVersion,
    nodeIds: ReadonlySet<string>,
  ): Promise<readonly NodeDiff[]> {
    const asked = ({ nodeId }: NodeDiff) => nodeIds.has(nodeId);
    const known = this.#kept.get(key);
    if (known !== undefined) return known.nodes.filter(asked);
    const structure = diffTrees(before.nodes, after.nodes);
    return this.inWords({ ...structure, nodes: structure.nodes.filter(asked) }, new Map());
  }

  /** A change request and what it is laid over. */
  ofOverlay(overlay: Overlay): Promise<TreeDiff> {
    return this.compare(overlay.base.nodes, overlay.result.nodes, changedTexts(overlay));
  }

  /** Two versions, some texts of which are working ones that stand under their revision in `working`. */
  async compare(
    before: CurriculumVersion['nodes'],
    after: CurriculumVersion['nodes'],
    working: ReadonlyMap<string, RichNode>,
  ): Promise<TreeDiff> {
    const diff = diffTrees(before, after);
    const nodes = await this.inWords(diff, working);
    return { ...diff, nodes, counts: countNodes(nodes) };
  }

  /** The nodes of a comparison of structure, with the words of their texts. */
  private async inWords(
    diff: TreeDiff,
    working: ReadonlyMap<string, RichNode>,
  ): Promise<NodeDiff[]> {
    const known = diff.nodes.map((node) => this.known(node, working) ?? node);
    const texts = await this.texts(known, working);
    const nodes: NodeDiff[] = [];
    for (const node of known) {
      if (!isUnread(node)) {
        nodes.push(node);
        continue;
      }
      const alone = withDocuments({ ...diff, nodes: [node] }, (id) => texts.get(id) ?? null);
      nodes.push(...alone.nodes);
      alone.nodes.forEach((said) => this.keepSaid(said, working));
      // A long lesson takes a tenth of a second: others get their turn in between.
      await setImmediate();
    }
    return nodes;
  }

  /** Texts of both sides by revision: working ones first, the others as they are stored. */
  private async texts(
    nodes: readonly NodeDiff[],
    working: ReadonlyMap<string, RichNode>,
  ): Promise<ReadonlyMap<string, RichNode>> {
    const sides = nodes
      .filter(isUnread)
      .flatMap(({ before, after }) => [before ?? [], after ?? []].flat())
      .flatMap(({ revisionId, docHash }) => (docHash === null ? [] : [{ revisionId, docHash }]))
      .filter(({ revisionId }) => !working.has(revisionId));
    const stored = await this.documents.byHashes(sides.map(({ docHash }) => docHash));
    const known = sides.flatMap(({ revisionId, docHash }) => {
      const text = stored.get(docHash);
      return text === undefined ? [] : [[revisionId, text] as const];
    });
    return new Map([...working, ...known]);
  }

  /** The node with the words of its text, where that very text was compared before. */
  private known(node: NodeDiff, working: ReadonlyMap<string, RichNode>): NodeDiff | undefined {
    const text = working.get(node.after?.revisionId ?? '');
    const said = text === undefined ? undefined : this.#ofWorking.get(text);
    if (said === undefined || said.against !== (node.before?.docHash ?? null)) return undefined;
    return { ...node, document: said.document };
  }

  private keepSaid({ before, after, document }: NodeDiff, working: ReadonlyMap<string, RichNode>) {
    const text = working.get(after?.revisionId ?? '');
    if (text !== undefined)
      this.#ofWorking.set(text, { against: before?.docHash ?? null, document });
  }

  private remember(key: string, diff: TreeDiff): void {
    this.#kept.set(key, diff);
    let kept = [...this.#kept.values()].reduce((sum, { nodes }) => sum + nodes.length, 0);
    for (const [oldest, { nodes }] of this.#kept) {
      // The newest is kept whatever its size: its rows are read next.
      if (kept <= MOST_KEPT || oldest === key) return;
      this.#kept.delete(oldest);
      kept -= nodes.length;
    }
  }
}

/** Whether the words of its text differ and were not compared yet. */
function isUnread({ documentChanged, document }: NodeDiff): boolean {
  return documentChanged && document === null;
}
