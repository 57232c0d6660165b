import { Injectable } from '@nestjs/common';
import { DraftStore, type DraftHead, type DraftRow } from '../persistence/draft-store.js';

/** How much of working texts is kept in memory, of all requests together, by the length of their JSON. */
const MOST_KEPT = 32 * 1024 * 1024;

interface Kept {
  readonly row: DraftRow;
  readonly size: number;
}

/**
 * The working texts of requests. A request of hundreds of lessons is asked for at every save: what was read once is
 * read again only where its head says that it is another text by now.
 */
@Injectable()
export class WorkingTexts {
  readonly #kept = new Map<string, Kept>();
  #size = 0;

  constructor(private readonly rows: DraftStore) {}

  /** The same row object as long as the text stays the same, so that what was made of it can be kept beside it. */
  async ofRequest(requestId: string): Promise<DraftRow[]> {
    const heads = await this.rows.headsOf(requestId);
    const known = heads.flatMap((head) => this.known(requestId, head) ?? []);
    const found = new Map(known.map((row) => [row.nodeId, row]));
    const missing = heads.flatMap(({ nodeId }) => (found.has(nodeId) ? [] : [nodeId]));
    for (const row of await this.rows.ofNodes(requestId, missing)) {
      found.set(row.nodeId, row);
      this.remember(keyOf(requestId, row), { row, size: sizeOf(row) });
    }
    return heads.flatMap(({ nodeId }) => found.get(nodeId) ?? []);
  }

  /** A text that was rolled back has another hash or another moment than the one that was written after it. */
  private known(requestId: string, head: DraftHead): DraftRow | undefined {
    const key = keyOf(requestId, head);
    const kept = this.#kept.get(key);
    if (kept === undefined || !isOf(head, kept.row)) return undefined;
    this.remember(key, kept);
    return kept.row;
  }

  /** What was asked for last goes last of those that are forgotten. */
  private remember(key: string, kept: Kept): void {
    this.forget(key);
    this.#kept.set(key, kept);
    this.#size += kept.size;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= MOST_KEPT) return;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    this.#size -= this.#kept.get(key)?.size ?? 0;
    this.#kept.delete(key);
  }
}

function sizeOf({ title, meta, document }: DraftRow): number {
  return JSON.stringify([title, meta, document]).length;
}

function keyOf(requestId: string, { nodeId }: DraftHead): string {
  return `${requestId} ${nodeId}`;
}

function isOf(head: DraftHead, row: DraftRow): boolean {
  return (
    head.version === row.version &&
    head.contentHash === row.contentHash &&
    head.changedWords === row.changedWords &&
    head.savedBy === row.savedBy &&
    head.savedAt.getTime() === row.savedAt.getTime()
  );
}
