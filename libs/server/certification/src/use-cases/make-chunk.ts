import { Injectable } from '@nestjs/common';
import { DomainError } from '@cam-nang/domain';
import { Database, JobProgress, Log, Outbox } from '@cam-nang/platform';
import { makeDocuments } from '../jobs/make-documents.job.js';
import { sealBatch } from '../jobs/seal-batch.job.js';
import { DecisionRepository, type BatchRow } from '../persistence/decision.repository.js';
import { DocumentRepository } from '../persistence/document.repository.js';
import { EntryRepository, type EntryRow } from '../persistence/entry.repository.js';
import { ProposalRepository } from '../persistence/proposal.repository.js';
import { PrintChecks } from '../queries/print-check.query.js';
import { batchKey } from '../register/batch-key.js';
import { MakeDocument } from './make-document.js';

/** Stages that a paper goes through one after the other, so that they share one count. */
const STAGES = ['render', 'store', 'register'] as const;
/** Papers between two notes of progress. */
const NOTE_EVERY = 5;

/** A stretch of a decision's list, both ends included. */
export interface Chunk {
  readonly decisionId: string;
  readonly from: number;
  readonly to: number;
}

/** Makes what is missing of a stretch of papers, and calls for the seal when all are there. */
@Injectable()
export class MakeChunk {
  constructor(
    private readonly database: Database,
    private readonly decisions: DecisionRepository,
    private readonly entries: EntryRepository,
    private readonly documents: DocumentRepository,
    private readonly proposals: ProposalRepository,
    private readonly prints: PrintChecks,
    private readonly makeDocument: MakeDocument,
    private readonly progress: JobProgress,
    private readonly outbox: Outbox,
    private readonly log: Log,
  ) {}

  /**
   * May be repeated and may run beside itself. A paper that fails does not hold up the others: it
   * becomes a job of its own, with attempts of its own; only a stretch of one fails as a whole.
   */
  async run(chunk: Chunk, signal: AbortSignal): Promise<void> {
    const batch = await this.decisions.batch(chunk.decisionId);
    if (batch === null || batch.state === 'done') return;
    await this.decisions.moveBatch(chunk.decisionId, 'making', null);
    const missing = await this.entries.withoutDocument(chunk.decisionId, chunk.from, chunk.to);
    const failed = await this.make(missing, chunk, batch, signal);
    if (failed.length > 0) await this.apart(chunk.decisionId, failed);
    await this.finish(batch);
  }

  private async make(
    missing: readonly EntryRow[],
    chunk: Chunk,
    batch: BatchRow,
    signal: AbortSignal,
  ): Promise<EntryRow[]> {
    const layout = await this.layout(chunk.decisionId);
    const failed: EntryRow[] = [];
    for (const [index, entry] of missing.entries()) {
      signal.throwIfAborted();
      try {
        await this.makeDocument.run(entry, layout);
      } catch (error) {
        if (signal.aborted || chunk.from === chunk.to) throw error;
        this.log.warn({ err: error, entryId: entry.id }, 'a certificate was not made');
        failed.push(entry);
      }
      if ((index + 1) % NOTE_EVERY === 0) await this.note(batch);
    }
    return failed;
  }

  private async layout(decisionId: string) {
    const decision = await this.decisions.byId(decisionId);
    if (decision === null) throw new DomainError('resource.not_found', { decisionId });
    const proposal = await this.proposals.byId(decision.proposalId);
    if (proposal === null) throw new DomainError('resource.not_found', { decisionId });
    return this.prints.layout(proposal.layoutId);
  }

  /** Each paper that failed goes on alone. */
  private async apart(decisionId: string, failed: readonly EntryRow[]): Promise<void> {
    const chunks = failed.map(({ position }) => ({ decisionId, from: position, to: position }));
    await this.database.run(() => this.outbox.addMany(makeDocuments, chunks));
  }

  private async note({ decisionId, total }: BatchRow): Promise<number> {
    const done = await this.documents.countOf(decisionId);
    for (const stage of STAGES) {
      await this.progress.report({ key: batchKey(decisionId), stage, done, total });
    }
    return done;
  }

  /** Counted after the last paper was committed: of several stretches the last sees all of them. */
  private async finish(batch: BatchRow): Promise<void> {
    const { decisionId, total } = batch;
    if ((await this.note(batch)) < total) return;
    await this.database.run(() => this.outbox.add({ topic: sealBatch, payload: { decisionId } }));
  }
}
