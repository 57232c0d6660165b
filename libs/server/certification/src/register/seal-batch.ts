import { registerLeafHash } from '@cam-nang/domain';
import { Clock, Database, JobProgress } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { DecisionRepository } from '../persistence/decision.repository.js';
import { DocumentRepository } from '../persistence/document.repository.js';
import { SealingRepository, type SealableEntry } from '../persistence/sealing.repository.js';
import { TreeRepository, type NewLeaf } from '../persistence/tree.repository.js';
import { batchKey } from './batch-key.js';
import { documentLeaf, entryLeaf } from './leaves.js';
import { headKey, PublishHeads } from './publish-heads.js';
import { PublishedHeads } from './published-heads.js';
import { RegisterTree } from './register-tree.js';
import { sha256 } from './sha256.js';

/** Seals the papers of a decision: leaves in list order, a signed head, the head published. */
@Injectable()
export class SealBatch {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly decisions: DecisionRepository,
    private readonly documents: DocumentRepository,
    private readonly sealing: SealingRepository,
    private readonly tree: TreeRepository,
    private readonly registerTree: RegisterTree,
    private readonly heads: PublishedHeads,
    private readonly publishHeads: PublishHeads,
    private readonly progress: JobProgress,
  ) {}

  /**
   * Does what is left to do; may be repeated at any step. Nothing happens while papers are missing.
   *
   * @throws BrokenRegister when the stored tree does not continue what was signed before
   */
  async run(decisionId: string): Promise<void> {
    const batch = await this.decisions.batch(decisionId);
    if (batch === null || batch.state === 'done') return;
    if ((await this.documents.countOf(decisionId)) < batch.total) return;
    await this.decisions.moveBatch(decisionId, 'sealing', null);
    await this.database.run(() => this.append(decisionId));
    await this.publishHeads.run();
    await this.database.run(async () => {
      await this.decisions.moveBatch(decisionId, 'done', this.clock.now());
      await this.report(decisionId, batch.total);
    });
  }

  /**
   * One transaction: two leaves for each paper, and the head over all that is there now. It must
   * continue the newest head of the database and the newest one outside it.
   */
  private async append(decisionId: string): Promise<void> {
    await this.tree.lockAppending();
    const unsealed = await this.sealing.unsealed(decisionId);
    if (unsealed.length === 0) return;
    const signed = [await this.tree.newestHead(), await this.heads.newest()];
    const now = this.clock.now();
    const grown = await this.registerTree.append(unsealed.flatMap(leavesOf), now);
    for (const head of signed) {
      if (head !== null) await this.registerTree.demandConsistency(head, grown);
    }
    const { keyId, signature } = this.heads.sign({ ...grown, signedAt: now.toISOString() });
    const publishedAs = headKey(grown.size, grown.root);
    await this.tree.addHead({ ...grown, decisionId, signedAt: now, keyId, signature, publishedAs });
  }

  private report(decisionId: string, total: number): Promise<void> {
    return this.progress.report({ key: batchKey(decisionId), stage: 'seal', done: total, total });
  }
}

function leavesOf({ entry, document }: SealableEntry): NewLeaf[] {
  return [
    {
      kind: 'entry',
      refId: entry.id,
      leafHash: registerLeafHash(entryLeaf(entry), sha256),
    },
    {
      kind: 'document',
      refId: entry.id,
      leafHash: registerLeafHash(documentLeaf(document), sha256),
    },
  ];
}
