import { setTimeout as pause } from 'node:timers/promises';
import type { readBatch, ResponseOf } from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import { Clock, Closing, JobProgress, type Actor, type StageProgress } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { BatchFailureRepository } from '../persistence/batch-failure.repository.js';
import { DecisionRepository } from '../persistence/decision.repository.js';
import { DocumentRepository } from '../persistence/document.repository.js';
import { EntryRepository } from '../persistence/entry.repository.js';
import { TreeRepository } from '../persistence/tree.repository.js';
import { batchKey } from '../register/batch-key.js';
import { ReachableProposals } from './reachable-proposal.query.js';

/** Where the making of a batch stands. */
export type BatchView = ResponseOf<typeof readBatch>;

/** What of a batch never changes. */
type Fixed = Pick<
  BatchView,
  | 'decisionId'
  | 'proposalId'
  | 'cohortCode'
  | 'decisionNo'
  | 'decisionDate'
  | 'signerName'
  | 'firstSerial'
  | 'lastSerial'
  | 'firstRegister'
  | 'lastRegister'
>;

const EVERY_MS = 1_000;
/** Then the stream ends and the browser opens it again: whoever has lost the right to see it is refused. */
const END_MS = 600_000;

/** Stages in the order a paper goes through them. */
const STAGES = ['number', 'render', 'store', 'register', 'seal'];

/** The making of a decision's papers, at one moment or as it happens. */
@Injectable()
export class Batches {
  constructor(
    private readonly reachable: ReachableProposals,
    private readonly decisions: DecisionRepository,
    private readonly entries: EntryRepository,
    private readonly documents: DocumentRepository,
    private readonly failures: BatchFailureRepository,
    private readonly tree: TreeRepository,
    private readonly progress: JobProgress,
    private readonly clock: Clock,
    private readonly closing: Closing,
  ) {}

  async read(actor: Actor, decisionId: string): Promise<BatchView> {
    return this.view(await this.fixed(actor, decisionId));
  }

  /** The batch whenever it changes, until it is done. Refuses before the first event. */
  async watch(actor: Actor, decisionId: string): Promise<AsyncIterable<BatchView>> {
    return this.follow(await this.fixed(actor, decisionId));
  }

  private async *follow(fixed: Fixed): AsyncGenerator<BatchView> {
    const { signal } = this.closing;
    const end = performance.now() + END_MS;
    for (let last = ''; !signal.aborted && performance.now() < end;) {
      const view = await this.view(fixed);
      const seen = JSON.stringify({ ...view, serverTime: '' });
      if (seen !== last) yield view;
      last = seen;
      if (view.state === 'done') return;
      await pause(EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  private async fixed(actor: Actor, decisionId: string): Promise<Fixed> {
    const { decision, cohort } = await this.reachable.decision(actor, 'award.read', decisionId);
    const ends = await this.entries.ends(decisionId);
    if (ends === null) throw new DomainError('resource.not_found');
    const [first, last] = ends;
    const { proposalId, decisionNo, decisionDate, signerName } = decision;
    return {
      ...{ decisionId, proposalId, decisionNo, decisionDate, signerName },
      cohortCode: cohort.code,
      firstSerial: first.serialNumber,
      lastSerial: last.serialNumber,
      firstRegister: first.registerNumber,
      lastRegister: last.registerNumber,
    };
  }

  private async view(fixed: Fixed): Promise<BatchView> {
    const { decisionId } = fixed;
    const [batch, registered, stages, failures, head] = await Promise.all([
      this.decisions.batch(decisionId),
      this.documents.countOf(decisionId),
      this.progress.read(batchKey(decisionId)),
      this.failures.of(decisionId),
      this.tree.headOf(decisionId),
    ]);
    if (batch === null) throw new DomainError('resource.not_found');
    return {
      ...fixed,
      registered,
      state: batch.state,
      total: batch.total,
      startedAt: batch.startedAt.toISOString(),
      finishedAt: batch.finishedAt?.toISOString() ?? null,
      stages: inOrder(stages).map(({ startedAt, updatedAt, finishedAt, ...stage }) => ({
        ...stage,
        startedAt: startedAt.toISOString(),
        updatedAt: updatedAt.toISOString(),
        finishedAt: finishedAt?.toISOString() ?? null,
      })),
      failures: failures.map(({ failedAt, ...failure }) => ({
        ...failure,
        failedAt: failedAt.toISOString(),
        retriedAt: null,
      })),
      head:
        head === null
          ? null
          : { size: head.size, root: head.root, signedAt: head.signedAt.toISOString() },
      serverTime: this.clock.now().toISOString(),
    };
  }
}

function inOrder(stages: readonly StageProgress[]): StageProgress[] {
  return [...stages].sort((one, other) => STAGES.indexOf(one.stage) - STAGES.indexOf(other.stage));
}
