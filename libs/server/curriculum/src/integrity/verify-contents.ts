import { revisionHashes, toHex, type RevisionContent } from '@cam-nang/domain';
import { Storage, StoredFileMissing } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { imageKey } from '../persistence/image-key.js';
import { IntegrityStore, type StoredRevision } from '../persistence/integrity-store.js';
import { finding, type Finding } from './finding.js';
import { sha256 } from './sha256.js';

/** Checks every document, revision and picture in a lesson against its own hashes. */
@Injectable()
export class VerifyContents {
  constructor(
    private readonly store: IntegrityStore,
    private readonly storage: Storage,
  ) {}

  async *findings(): AsyncGenerator<Finding> {
    for await (const { hash, body } of this.store.blobs()) {
      if (toHex(sha256(body)) === hash) continue;
      yield finding('document', hash, 'its bytes do not have the hash it is stored under');
    }
    for await (const revision of this.store.revisions()) yield* revisionFindings(revision);
    for await (const hash of this.store.pictures()) yield* await this.pictureFindings(hash);
  }

  private async pictureFindings(hash: string): Promise<readonly Finding[]> {
    try {
      const bytes = await this.storage.get(imageKey(hash));
      if (toHex(sha256(bytes)) === hash) return [];
      return [finding('picture', hash, 'its bytes are not those that were appraised')];
    } catch (error) {
      if (!(error instanceof StoredFileMissing)) throw error;
      return [finding('picture', hash, 'it is not in the storage')];
    }
  }
}

function* revisionFindings(revision: StoredRevision): Generator<Finding> {
  const { kind, title, meta, document, slug, id } = revision;
  const content = { kind, title, meta, doc: document } as unknown as RevisionContent;
  const hashes = revisionHashes(content, sha256);
  for (const [name, hash] of Object.entries(hashes)) {
    if (hash === revision[name as keyof typeof hashes]) continue;
    yield finding('revision', `${id} of ${slug}`, `its ${name} is not of what it says`);
  }
}
