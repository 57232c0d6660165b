import { createHash } from 'node:crypto';
import { registerLeafHash, type TreeHash } from '@cam-nang/domain';
import { Storage, StoredFileMissing } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { AmendmentRepository } from '../persistence/amendment.repository.js';
import { DocumentRepository, type DocumentRow } from '../persistence/document.repository.js';
import { EntryRepository } from '../persistence/entry.repository.js';
import type { LeafRow } from '../persistence/tree.repository.js';
import { amendmentLeaf, documentLeaf, entryLeaf } from './leaves.js';
import { sha256 } from './sha256.js';

/** A leaf with what its row says now. */
export interface RecomputedLeaf {
  readonly leaf: LeafRow;
  /** Of the row as it stands; null when the row is gone. */
  readonly hash: TreeHash | null;
  /** "entry 37/2026-BD". */
  readonly subject: string;
  /** The stored file of a document: as registered, gone or changed. Null for leaves without a file. */
  readonly file: 'intact' | 'missing' | 'changed' | null;
}

/** Works leaves out anew from the rows and files they stand for. */
@Injectable()
export class LeafSource {
  constructor(
    private readonly entries: EntryRepository,
    private readonly documents: DocumentRepository,
    private readonly amendments: AmendmentRepository,
    private readonly storage: Storage,
  ) {}

  async recompute(leaves: readonly LeafRow[]): Promise<RecomputedLeaf[]> {
    const idsOf = (kind: LeafRow['kind']) =>
      leaves.filter((leaf) => leaf.kind === kind).map((leaf) => leaf.refId);
    const entries = await this.entries.byIds([...idsOf('entry'), ...idsOf('document')]);
    const documents = await this.documents.byEntries(idsOf('document'));
    const amendments = await this.amendments.byIds(idsOf('amendment'));
    const numbers = new Map(entries.map((entry) => [entry.id, entry.registerNumber]));
    const hashes = new Map<string, TreeHash>([
      ...entries.map(
        (row) => [`entry ${row.id}`, registerLeafHash(entryLeaf(row), sha256)] as const,
      ),
      ...documents.map(
        (row) => [`document ${row.entryId}`, registerLeafHash(documentLeaf(row), sha256)] as const,
      ),
      ...amendments.map(
        (row) => [`amendment ${row.id}`, registerLeafHash(amendmentLeaf(row), sha256)] as const,
      ),
    ]);
    const files = await this.files(documents);
    return leaves.map((leaf) => {
      const { kind, refId } = leaf;
      return {
        leaf,
        hash: hashes.get(`${kind} ${refId}`) ?? null,
        subject: `${kind} ${numbers.get(refId) ?? refId}`,
        file: kind === 'document' ? (files.get(refId) ?? null) : null,
      };
    });
  }

  private async files(
    documents: readonly DocumentRow[],
  ): Promise<ReadonlyMap<string, 'intact' | 'missing' | 'changed'>> {
    const found = new Map<string, 'intact' | 'missing' | 'changed'>();
    for (const { entryId, storageKey, sha256: registered } of documents) {
      const bytes = await this.storage.get(storageKey).catch((error: unknown) => {
        if (error instanceof StoredFileMissing) return null;
        throw error;
      });
      const hash = bytes === null ? null : createHash('sha256').update(bytes).digest('hex');
      found.set(entryId, hash === null ? 'missing' : hash === registered ? 'intact' : 'changed');
    }
    return found;
  }
}
