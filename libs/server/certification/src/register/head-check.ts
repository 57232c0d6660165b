import {
  appendLeaf,
  EMPTY_FRONTIER,
  fromHex,
  rootOf,
  toHex,
  type Frontier,
} from '@cam-nang/domain';
import { Storage, StoredFileMissing } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import * as z from 'zod/mini';
import { RegisterAuditRepository } from '../persistence/register-audit.repository.js';
import { TreeRepository, type HeadRow } from '../persistence/tree.repository.js';
import { headKey } from './publish-heads.js';
import { PublishedHeads, type HeadLine, type PublishedHead } from './published-heads.js';
import type { FindingCode, RegisterFinding } from './register-finding.js';
import { sha256 } from './sha256.js';

/** What stands outside the database: the heads, and the leaves that lie under them. */
export interface Outside {
  /** Genuine heads, the smallest tree first. */
  readonly heads: readonly PublishedHead[];
  /** Hex hashes of leaves by place, as far as the copies of the heads hold them. */
  readonly leaves: ReadonlyMap<number, string>;
  readonly findings: readonly RegisterFinding[];
}

const copySchema = z.object({
  from: z.int(),
  leaves: z.array(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
});

function finding(code: FindingCode, subject: string): RegisterFinding {
  return { code, position: null, subject };
}

const nameOf = (size: number): string => `head of ${String(size)} leaves`;

/** Reads the published heads and holds the database's heads against them. */
@Injectable()
export class HeadCheck {
  constructor(
    private readonly tree: TreeRepository,
    private readonly audit: RegisterAuditRepository,
    private readonly file: PublishedHeads,
    private readonly storage: Storage,
  ) {}

  /** The database is read first: what it has by then must be out, but for a batch that is being sealed. */
  async run(): Promise<Outside> {
    const rows = await this.tree.heads();
    const sealed = await this.audit.finished(rows.flatMap((row) => row.decisionId ?? []));
    const lines = await this.file.read();
    const heads = genuineHeads(lines);
    const leaves = new Map<number, string>();
    const copies = await this.copies(heads, leaves);
    return {
      heads,
      leaves,
      findings: [...lineFindings(lines), ...headFindings(rows, heads, sealed), ...copies],
    };
  }

  /** Copies count only as far as they lead to the signed roots. */
  private async copies(
    heads: readonly PublishedHead[],
    leaves: Map<number, string>,
  ): Promise<RegisterFinding[]> {
    const findings: RegisterFinding[] = [];
    let frontier: Frontier | null = EMPTY_FRONTIER;
    for (const head of heads) {
      const copy = await this.copy(head);
      if (copy === null) findings.push(finding('head-copy-missing', nameOf(head.size)));
      // Behind a copy that is gone or wrong, the later ones can no longer be held against their roots.
      if (copy === null || frontier === null) {
        frontier = null;
        continue;
      }
      frontier = grown(frontier, copy, head);
      if (frontier === null) findings.push(finding('head-copy-changed', nameOf(head.size)));
      else copy.leaves.forEach((hash, index) => leaves.set(copy.from + index, hash));
    }
    return findings;
  }

  private async copy(head: PublishedHead): Promise<z.infer<typeof copySchema> | null> {
    const bytes = await this.storage.get(headKey(head.size, head.root)).catch((error: unknown) => {
      if (error instanceof StoredFileMissing) return null;
      throw error;
    });
    if (bytes === null) return null;
    const parsed = copySchema.safeParse(jsonOrNull(bytes.toString('utf8')));
    return parsed.success ? parsed.data : { from: -1, leaves: [] };
  }
}

/** The frontier with a copy's leaves, when they lead to the head's root; else null. */
function grown(
  frontier: Frontier,
  copy: z.infer<typeof copySchema>,
  head: PublishedHead,
): Frontier | null {
  if (copy.from !== frontier.size || copy.from + copy.leaves.length !== head.size) return null;
  const next = copy.leaves.reduce(
    (edge, leaf) => appendLeaf(edge, fromHex(leaf), sha256).frontier,
    frontier,
  );
  return toHex(rootOf(next, sha256)) === head.root ? next : null;
}

function genuineHeads(lines: readonly HeadLine[]): PublishedHead[] {
  const bySize = new Map<number, PublishedHead>();
  for (const line of lines) {
    if ('head' in line && !bySize.has(line.head.size)) bySize.set(line.head.size, line.head);
  }
  return [...bySize.values()].sort((one, other) => one.size - other.size);
}

function lineFindings(lines: readonly HeadLine[]): RegisterFinding[] {
  return lines.flatMap((line) => {
    if ('head' in line) return [];
    const code = line.problem === 'unreadable' ? 'head-unreadable' : 'head-forged';
    return [finding(code, `line ${String(line.line)}`)];
  });
}

function headFindings(
  rows: readonly HeadRow[],
  heads: readonly PublishedHead[],
  sealed: ReadonlySet<string>,
): RegisterFinding[] {
  const published = new Map(heads.map((head) => [head.size, head]));
  const kept = new Set(rows.map((row) => row.size));
  const ofRows = rows.flatMap((row) => {
    const head = published.get(row.size);
    if (head === undefined) {
      const awaited = row.decisionId !== null && !sealed.has(row.decisionId);
      return awaited ? [] : [finding('head-unpublished', nameOf(row.size))];
    }
    return head.root === row.root ? [] : [finding('head-changed', nameOf(row.size))];
  });
  const removed = heads.filter((head) => !kept.has(head.size));
  return [...ofRows, ...removed.map((head) => finding('head-removed', nameOf(head.size)))];
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
