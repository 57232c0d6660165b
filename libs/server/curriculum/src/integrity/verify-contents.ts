import { revisionHashes, toHex, type RevisionContent } from '@cam-nang/domain';
import { Injectable } from '@nestjs/common';
import { IntegrityStore, type StoredRevision } from '../persistence/integrity-store.js';
import { finding, type Finding } from './finding.js';
import { sha256 } from './sha256.js';

/** Checks every document and revision against its own hashes. */
@Injectable()
export class VerifyContents {
  constructor(private readonly store: IntegrityStore) {}

  async *findings(): AsyncGenerator<Finding> {
    for await (const { hash, body } of this.store.blobs()) {
      if (toHex(sha256(body)) === hash) continue;
      yield finding('document', hash, 'its bytes do not have the hash it is stored under');
    }
    for await (const revision of this.store.revisions()) yield* revisionFindings(revision);
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
