import { Database, Storage } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { toHex } from '@cam-nang/domain';
import { TreeRepository, type HeadRow } from '../persistence/tree.repository.js';
import { BrokenRegister } from './register-tree.js';
import { PublishedHeads, type PublishedHead } from './published-heads.js';

/** The storage copy of a head also holds the hashes of the leaves it added, so that a changed row can be named. */
export interface StoredHead extends PublishedHead {
  /** Size of the head before; 0 for the first. */
  readonly from: number;
  /** Lower-case hexadecimal, in order. */
  readonly leaves: readonly string[];
}

/** Storage key of a head, in the order of sizes. */
export function headKey(size: number, root: string): string {
  return `register-heads/${String(size).padStart(12, '0')}-${root.slice(0, 16)}.json`;
}

/** A head as it is published. */
export function publishedHead(row: HeadRow): PublishedHead {
  return {
    size: row.size,
    root: row.root,
    signedAt: row.signedAt.toISOString(),
    keyId: row.keyId,
    signature: row.signature.toString('base64'),
    decisionId: row.decisionId,
  };
}

/** Puts signed heads outside the database: into the file of heads and into storage. */
@Injectable()
export class PublishHeads {
  constructor(
    private readonly database: Database,
    private readonly tree: TreeRepository,
    private readonly file: PublishedHeads,
    private readonly storage: Storage,
  ) {}

  /** Publishes every head that is not out yet; what an earlier crash left out is made good. */
  async run(): Promise<void> {
    await this.database.run(async () => {
      await this.tree.lockPublishing();
      const heads = await this.tree.heads();
      const out = new Set<string>();
      for (const line of await this.file.read()) {
        if ('head' in line) out.add(`${String(line.head.size)} ${line.head.root}`);
      }
      for (const [index, head] of heads.entries()) {
        if (out.has(`${String(head.size)} ${head.root}`)) continue;
        await this.publish(head, heads[index - 1]?.size ?? 0);
      }
    });
  }

  /** The file comes last: a head that stands in it is out everywhere. */
  private async publish(head: HeadRow, from: number): Promise<void> {
    if (!this.file.isGenuine(publishedHead(head))) {
      throw new BrokenRegister(
        `The head of ${String(head.size)} leaves is not signed by this installation`,
      );
    }
    const leaves = await this.tree.leaves(from, head.size - from);
    const hashes = leaves.map((leaf) => toHex(leaf.leafHash));
    const stored: StoredHead = { ...publishedHead(head), from, leaves: hashes };
    await this.storage.put(head.publishedAs, Buffer.from(`${JSON.stringify(stored)}\n`), {
      mediaType: 'application/json',
    });
    await this.file.append([publishedHead(head)]);
  }
}
