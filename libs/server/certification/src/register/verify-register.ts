import {
  appendLeaf,
  checkSeries,
  EMPTY_FRONTIER,
  rootOf,
  toHex,
  type Frontier,
  type HashedNode,
} from '@cam-nang/domain';
import { Injectable } from '@nestjs/common';
import {
  RegisterAuditRepository,
  type SeriesNumbers,
} from '../persistence/register-audit.repository.js';
import { TreeRepository } from '../persistence/tree.repository.js';
import { HeadCheck, type Outside } from './head-check.js';
import { LeafSource, type RecomputedLeaf } from './leaf-source.js';
import { inTreeOrder, type RegisterFinding } from './register-finding.js';
import { sha256 } from './sha256.js';

const BATCH = 500;

/** The tree as it grows out of the rows. */
class Walk {
  readonly findings: RegisterFinding[] = [];
  readonly nodes = new Map<string, string>();
  #frontier: Frontier = EMPTY_FRONTIER;
  /** From the first leaf that is not the published one, all that follow would differ too. */
  #strayed = false;

  constructor(private readonly outside: Outside) {}

  get size(): number {
    return this.#frontier.size;
  }

  /** Takes the next leaf in; false when it is not the next. */
  take({ leaf, hash, subject, file }: RecomputedLeaf): boolean {
    const { position, leafHash } = leaf;
    if (position !== this.size) {
      this.find('leaf-missing', this.size, `leaf ${String(this.size)}`);
      return false;
    }
    if (hash === null) this.find('row-missing', position, subject);
    else if (toHex(hash) !== toHex(leafHash)) this.find('row-changed', position, subject);
    else this.holdAgainstPublished(position, toHex(hash), subject);
    if (file === 'missing') this.find('file-missing', position, subject);
    if (file === 'changed') this.find('file-changed', position, subject);
    const step = appendLeaf(this.#frontier, hash ?? leafHash, sha256);
    this.#frontier = step.frontier;
    for (const node of step.completed) {
      if (node.level > 0) this.nodes.set(nodeKey(node), toHex(node.hash));
    }
    this.holdAgainstHead();
    return true;
  }

  find(code: RegisterFinding['code'], position: number | null, subject: string): void {
    this.findings.push({ code, position, subject });
  }

  private holdAgainstPublished(position: number, hash: string, subject: string): void {
    const published = this.outside.leaves.get(position);
    if (this.#strayed || published === undefined || published === hash) return;
    this.#strayed = true;
    this.find('row-changed', position, subject);
  }

  private holdAgainstHead(): void {
    const head = this.outside.heads.find((one) => one.size === this.size);
    if (head === undefined || head.root === toHex(rootOf(this.#frontier, sha256))) return;
    this.find('root-differs', null, `head of ${String(head.size)} leaves`);
  }
}

function nodeKey({ level, index }: Pick<HashedNode, 'level' | 'index'>): string {
  return `${String(level)}/${String(index)}`;
}

/**
 * Works the register out anew, from rows and stored files, and holds it against every head
 * published outside the database. Rows changed with the triggers switched off, inserted or deleted
 * rows, a cut tail, a rebuilt tree, lost or changed files: all are found, the first in the order of
 * the tree first. A batch that is being made or sealed meanwhile is no finding.
 */
@Injectable()
export class VerifyRegister {
  constructor(
    private readonly tree: TreeRepository,
    private readonly audit: RegisterAuditRepository,
    private readonly headCheck: HeadCheck,
    private readonly source: LeafSource,
  ) {}

  /** Everything that is not as it was written; empty when all is. */
  async run(): Promise<RegisterFinding[]> {
    const outside = await this.headCheck.run();
    const { leaves, headed } = await this.audit.sizes();
    const walk = await this.walk(outside, leaves);
    const largest = outside.heads.at(-1)?.size ?? 0;
    if (walk.size === leaves && leaves < largest) {
      walk.find('tail-missing', leaves, `head of ${String(largest)} leaves`);
    }
    if (leaves > headed) {
      walk.find('leaf-without-head', headed, `${String(leaves - headed)} leaves`);
    }
    const found = [
      ...outside.findings,
      ...walk.findings,
      ...(await this.nodeFindings(walk)),
      ...(await this.strayFindings()),
      ...(await this.numberFindings()),
    ];
    return inTreeOrder(found);
  }

  private async walk(outside: Outside, leaves: number): Promise<Walk> {
    const walk = new Walk(outside);
    while (walk.size < leaves) {
      const rows = await this.tree.leaves(walk.size, BATCH);
      const known = rows.filter((row) => row.position < leaves);
      for (const leaf of await this.source.recompute(known)) {
        if (!walk.take(leaf)) return walk;
      }
      if (known.length === 0) break;
    }
    return walk;
  }

  /** Stored subtrees hold no news of their own, but proofs are made of them. */
  private async nodeFindings(walk: Walk): Promise<RegisterFinding[]> {
    if (walk.findings.length > 0) return [];
    const stored = await this.tree.storedNodes();
    const known = new Map(stored.map((node) => [nodeKey(node), toHex(node.hash)]));
    return [...walk.nodes].flatMap(([key, hash]): RegisterFinding[] =>
      known.get(key) === hash
        ? []
        : [{ code: 'node-changed', position: null, subject: `subtree ${key}` }],
    );
  }

  private async strayFindings(): Promise<RegisterFinding[]> {
    const rows = await this.audit.strayRows();
    return rows.map(({ kind, id, registerNumber }) => ({
      code: 'row-not-in-tree',
      position: null,
      subject: `${kind} ${registerNumber ?? id}`,
    }));
  }

  private async numberFindings(): Promise<RegisterFinding[]> {
    const series = await this.audit.series();
    return series.filter(isBroken).map(({ series: kind, year }) => ({
      code: 'numbers-broken',
      position: null,
      subject: kind === 'serial' ? 'serial numbers' : `register of ${String(year)}`,
    }));
  }
}

function isBroken({ numbers, last }: SeriesNumbers): boolean {
  return checkSeries(numbers).length > 0 || numbers.length !== (last ?? 0);
}
