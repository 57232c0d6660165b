import { randomBytes, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  assignNumbers,
  calendarDate,
  DomainError,
  formatNumber,
  makeVerificationCode,
  parseNumberPattern,
  VERIFICATION_CODE_BYTES,
  yearOf,
  type NumberKind,
  type NumberPattern,
} from '@cam-nang/domain';
import { Ids } from '@cam-nang/platform';
import type { CertificateTypeRow } from '../persistence/certificate-type.repository.js';
import type { DecisionRow } from '../persistence/decision.repository.js';
import { EntryRepository, type EntryRow } from '../persistence/entry.repository.js';
import { NumberSeriesRepository } from '../persistence/number-series.repository.js';
import { paperOf, type DecisionPrint, type ListedPerson } from '../policies/award-print.js';

/** The least length of a status list (W3C Bitstring Status List 1.0), and that of ours at first. */
const FIRST_STATUS_LIST = 131_072;

/** One place of a decision's list. */
export interface ListedLine {
  readonly enrolmentId: string;
  readonly position: number;
  readonly printed: ListedPerson;
}

type PrintedNumbers = Pick<EntryRow, 'serialNumber' | 'registerNumber' | 'verificationCode'>;

/** A signed list that is to be numbered. */
export interface SignedList {
  readonly decision: DecisionRow;
  readonly type: CertificateTypeRow;
  readonly editionId: string;
  readonly print: DecisionPrint;
  /** In list order. */
  readonly lines: readonly ListedLine[];
}

/** Takes numbers for a signed list and writes its lines into the register; the caller holds the transaction. */
@Injectable()
export class NumberEntries {
  constructor(
    private readonly entries: EntryRepository,
    private readonly series: NumberSeriesRepository,
    private readonly ids: Ids,
  ) {}

  /**
   * Numbers in list order from where the series stand, a code and a place in the status list for
   * each, and all that is printed. Whoever signs at the same time waits for the transaction's end.
   */
  async run(list: SignedList): Promise<readonly EntryRow[]> {
    const { decision, type, lines } = list;
    await this.entries.lockSigning();
    const registerYear = yearOf(calendarDate(decision.issuedOn));
    const key = { typeId: type.id, issuerId: decision.issuerId, registerYear };
    const counters = await this.series.take(key, lines.length);
    const indices = await this.freeIndices(lines.length);
    const patterns = {
      serial: patternOf('serial', type.serialPattern),
      register: patternOf('register', type.registerPattern),
    };
    const { numbered } = assignNumbers(counters, lines);
    const rows = numbered.map(({ item, serial, register }, index): EntryRow => {
      const parts = { year: registerYear, code: type.registerCode };
      const numbers = {
        serialNumber: formatNumber(patterns.serial, { ...parts, n: serial }),
        registerNumber: formatNumber(patterns.register, { ...parts, n: register }),
        verificationCode: makeVerificationCode(randomBytes(VERIFICATION_CODE_BYTES)),
      };
      return {
        ...this.entryOf(list, item, numbers),
        serialNo: serial,
        registerNo: register,
        registerYear,
        statusIndex: indices[index] ?? 0,
      };
    });
    await this.entries.add(rows);
    return rows;
  }

  /** A line with all that is printed, but for its running numbers. */
  private entryOf(
    { decision, type, editionId, print }: SignedList,
    { enrolmentId, position, printed }: ListedLine,
    numbers: PrintedNumbers,
  ): Omit<EntryRow, 'serialNo' | 'registerNo' | 'registerYear' | 'statusIndex'> {
    return {
      ...numbers,
      id: this.ids.next(),
      decisionId: decision.id,
      enrolmentId,
      personId: printed.personId,
      typeId: type.id,
      issuerId: decision.issuerId,
      position,
      editionId,
      printed: { ...paperOf(printed, print), ...numbers },
      issuedOn: decision.issuedOn,
      enteredAt: decision.signedAt,
    };
  }

  /** Random places of the status list that nobody has; the list doubles before it is half full. */
  private async freeIndices(count: number): Promise<readonly number[]> {
    const held = await this.entries.count();
    let length = FIRST_STATUS_LIST;
    while ((held + count) * 2 > length) length *= 2;
    const free = new Set<number>();
    while (free.size < count) {
      const drawn = Array.from({ length: count - free.size }, () => randomInt(length));
      const taken = await this.entries.takenIndices(drawn);
      for (const index of drawn) if (!taken.has(index)) free.add(index);
    }
    return [...free];
  }
}

function patternOf(kind: NumberKind, pattern: string): NumberPattern {
  const parsed = parseNumberPattern(kind, pattern);
  if (!parsed.ok) throw new DomainError('server.unexpected', { pattern, ...parsed.error });
  return parsed.value;
}
