import { Injectable } from '@nestjs/common';
import {
  DEFAULT_SYNC_WINDOW_MS,
  emptyResponse,
  parseResponse,
  readJournal,
  type AnswerEntry,
  type JournalReading,
  type JournalRules,
  type QuestionResponse,
  type QuestionType,
} from '@cam-nang/domain';
import type { AttemptRow } from '../persistence/attempt.repository.js';
import { JournalRepository, type EntryRow } from '../persistence/journal.repository.js';

function entryOf(row: EntryRow): AnswerEntry<unknown> {
  const { handshakeAt, handshakeMonotonicMs, monotonicMs } = row;
  const timed = handshakeAt !== null && handshakeMonotonicMs !== null && monotonicMs !== null;
  return {
    device: row.deviceId,
    sequence: row.seq,
    questionId: `${row.scope}:${row.slot}`,
    value: row.value,
    clock: timed
      ? {
          kind: 'handshake',
          serverTime: handshakeAt.getTime(),
          sinceHandshake: monotonicMs - handshakeMonotonicMs,
        }
      : { kind: 'device', deviceTime: row.deviceTime.getTime() },
    receivedAt: row.receivedAt.getTime(),
  };
}

/** The times of an attempt as the rules of the journal want them. */
export function journalRules(attempt: AttemptRow): JournalRules {
  return {
    startedAt: attempt.openedAt.getTime(),
    deadline: attempt.deadlineAt?.getTime() ?? null,
    syncWindow: DEFAULT_SYNC_WINDOW_MS,
    handedInAt: attempt.handedInAt?.getTime() ?? null,
  };
}

/** What a slot holds as the journal stands: the answer that counts and whether it is flagged. */
export interface SlotState {
  readonly response: QuestionResponse | null;
  readonly savedAt: Date | null;
  readonly flagged: boolean;
}

/** Reads the journal of an attempt by the rules, whatever order its entries arrived in. */
@Injectable()
export class JournalReader {
  constructor(private readonly journal: JournalRepository) {}

  async read(attempt: AttemptRow): Promise<JournalReading<unknown>> {
    const rows = await this.journal.ofAttempt(attempt.id);
    return readJournal(rows.map(entryOf), journalRules(attempt));
  }
}

/** The state of a slot in a reading; a response to another type of question is none. */
export function slotState(
  reading: JournalReading<unknown>,
  slot: number,
  type: QuestionType,
): SlotState {
  const answer = reading.answers.get(`answer:${slot}`);
  const flag = reading.answers.get(`flag:${slot}`);
  const parsed = answer === undefined ? null : parseResponse(type, answer.entry.value);
  return {
    response: parsed !== null && parsed.ok ? parsed.value : null,
    savedAt: answer === undefined ? null : new Date(answer.entry.receivedAt),
    flagged: flag?.entry.value === true,
  };
}

/** The response to grade: what counts, or the empty one. */
export function responseToGrade(state: SlotState, type: QuestionType): QuestionResponse {
  return state.response ?? emptyResponse(type);
}
