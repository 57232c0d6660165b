import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { InputOf, ResponseOf, saveAnswers } from '@cam-nang/contracts';
import { DomainError, effectiveTime, parseResponse } from '@cam-nang/domain';
import { Clock, Database, type Actor } from '@cam-nang/platform';
import { AttemptRepository, type AttemptRow } from '../persistence/attempt.repository.js';
import { JournalQueue } from '../persistence/journal-queue.js';
import {
  JournalRepository,
  type NewEntry,
  type Receipt,
} from '../persistence/journal.repository.js';
import { PinnedAttempts, type PinnedAttempt } from '../queries/pinned-attempts.js';
import { GradeAttempt } from './grade-attempt.js';

type WireEntry = InputOf<typeof saveAnswers>['body']['entries'][number];
type Answer = ResponseOf<typeof saveAnswers>;

/** What an entry says, in one fixed order, so that its hash can be computed again from the row. */
function entryHash(attemptId: string, deviceId: string, entry: WireEntry): Buffer {
  const said = [
    attemptId,
    deviceId,
    entry.seq,
    entry.scope,
    entry.slot,
    entry.value,
    entry.deviceTime,
    entry.monotonicMs,
  ];
  return createHash('sha256')
    .update(entry.previousHash ?? '')
    .update(JSON.stringify(said))
    .digest();
}

/**
 * Appends what a device says about an attempt. Nothing is acknowledged before it is stored; what was
 * sent before gets its first receipt again; late entries are kept and marked, never dropped (law 3).
 */
@Injectable()
export class SaveAnswers {
  constructor(
    private readonly database: Database,
    private readonly pinned: PinnedAttempts,
    private readonly attempts: AttemptRepository,
    private readonly journal: JournalRepository,
    private readonly queue: JournalQueue,
    private readonly grade: GradeAttempt,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    params: InputOf<typeof saveAnswers>['params'],
    sent: readonly WireEntry[],
  ): Promise<Answer> {
    const attempt = await this.pinned.of(params.attemptId);
    if (attempt === null || attempt.personId !== actor.personId)
      throw new DomainError('resource.not_found');
    const receivedAt = this.clock.now();
    const entries = sent.map((entry) => storable(attempt, params, entry, receivedAt));
    const { deviceId } = params;
    const { accountId } = actor;
    const sentEntries = { deviceId, accountId, attemptId: attempt.id, receivedAt, entries };
    const fresh = await this.queue.append(sentEntries);
    const earlier = entries.filter((entry) => !fresh.has(entry.seq));
    const stored = earlier.length === 0 ? [] : await this.storedReceipts(actor, deviceId, earlier);
    const closed = await this.isClosed(attempt, fresh.size > 0);
    const made = entries
      .filter((entry) => fresh.has(entry.seq))
      .map((entry) => ({ ...entry, receivedAt }));
    return {
      receipts: [...stored, ...made].map(presentReceipt).sort((one, other) => one.seq - other.seq),
      serverTime: receivedAt.toISOString(),
      deadlineAt: attempt.deadlineAt?.toISOString() ?? null,
      closed,
    };
  }

  /** Receipts of entries sent before. The same place in a journal with other words is refused. */
  private async storedReceipts(
    actor: Actor,
    deviceId: string,
    entries: readonly NewEntry[],
  ): Promise<Receipt[]> {
    const stored = await this.journal.stored(
      deviceId,
      entries.map((entry) => entry.seq),
    );
    const hashes = new Map(entries.map((entry) => [entry.seq, entry.hash]));
    for (const receipt of stored) {
      const same = hashes.get(receipt.seq)?.equals(receipt.hash) === true;
      if (!same || receipt.accountId !== actor.accountId) {
        throw new DomainError('journal.sequence_reused', { seq: receipt.seq });
      }
    }
    return stored;
  }

  /**
   * Tells whether the attempt is closed, and grades it again when answers given in time arrived after.
   * An open attempt is not looked up: closing empties what is kept of it here.
   */
  private async isClosed(attempt: PinnedAttempt, changed: boolean): Promise<boolean> {
    if (attempt.closedAt === null && !this.pinned.mayBeOver(attempt, this.clock.now()))
      return false;
    const row = await this.attempts.byId(attempt.id);
    if (row === null || row.closedAt === null) return false;
    if (changed) await this.gradeAgain(row);
    return true;
  }

  private gradeAgain(attempt: AttemptRow): Promise<unknown> {
    return this.database.run(() => this.grade.again(attempt));
  }
}

/** Half a character or a zero in a text: as JSON they are escapes, which the database cannot keep. */
function isBroken(value: unknown): boolean {
  return /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(JSON.stringify(value) ?? '');
}

function storable(
  attempt: PinnedAttempt,
  params: { readonly attemptId: string; readonly deviceId: string },
  entry: WireEntry,
  receivedAt: Date,
): NewEntry {
  const item = attempt.items.get(entry.slot);
  if (item === undefined) throw new DomainError('answer.invalid', { slot: entry.slot });
  if (entry.scope === 'flag' && typeof entry.value !== 'boolean')
    throw new DomainError('answer.invalid', { slot: entry.slot });
  if (isBroken(entry.value)) throw new DomainError('answer.invalid', { slot: entry.slot });
  if (entry.scope === 'answer') {
    const parsed = parseResponse(item.type, entry.value);
    if (!parsed.ok)
      throw new DomainError('answer.invalid', { slot: entry.slot, path: parsed.error.path });
  }
  const time = effectiveTime(
    { clock: clockOf(entry), receivedAt: receivedAt.getTime() },
    attempt.openedAt.getTime(),
  );
  return {
    seq: entry.seq,
    scope: entry.scope,
    slot: entry.slot,
    nodeId: item.nodeId,
    revisionId: item.revisionId,
    value: entry.value,
    deviceTime: entry.deviceTime,
    monotonicMs: entry.monotonicMs,
    handshakeAt: entry.handshakeAt,
    handshakeMonotonicMs: entry.handshakeMonotonicMs,
    clockTrusted: !time.estimated,
    effectiveAt: new Date(time.at),
    late: attempt.deadlineAt !== null && time.at > attempt.deadlineAt.getTime(),
    previousHash: entry.previousHash === null ? null : Buffer.from(entry.previousHash, 'hex'),
    hash: entryHash(params.attemptId, params.deviceId, entry),
  };
}

function clockOf(entry: WireEntry) {
  const { handshakeAt, handshakeMonotonicMs, monotonicMs } = entry;
  if (handshakeAt !== null && handshakeMonotonicMs !== null && monotonicMs !== null) {
    const serverTime = new Date(handshakeAt).getTime();
    return {
      kind: 'handshake' as const,
      serverTime,
      sinceHandshake: monotonicMs - handshakeMonotonicMs,
    };
  }
  return { kind: 'device' as const, deviceTime: new Date(entry.deviceTime).getTime() };
}

function presentReceipt(
  receipt: Pick<Receipt, 'seq' | 'hash' | 'receivedAt' | 'late'>,
): Answer['receipts'][number] {
  return {
    seq: receipt.seq,
    hash: receipt.hash.toString('hex'),
    receivedAt: receipt.receivedAt.toISOString(),
    late: receipt.late,
  };
}
