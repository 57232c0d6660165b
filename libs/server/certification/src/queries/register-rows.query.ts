import type { listRegister, ResponseOf } from '@cam-nang/contracts';
import { parseVietnameseDate } from '@cam-nang/domain';
import { Injectable } from '@nestjs/common';
import { AmendmentRepository, type AmendmentRow } from '../persistence/amendment.repository.js';
import { DocumentRepository } from '../persistence/document.repository.js';
import type { EntryRow } from '../persistence/entry.repository.js';
import { printedBirthDate } from '../policies/printed-birth-date.js';

/** A line of the register as its readers see it. */
export type RegisterRow = ResponseOf<typeof listRegister>['rows'][number];

/** An amendment as anyone may see it. */
export type AmendmentView = RegisterRow['amendments'][number];

/** An amendment without who made it. */
export function amendmentView(row: AmendmentRow): AmendmentView {
  const { id, kind, decisionNo, decisionDate, field, oldValue, newValue, reason } = row;
  return { id, kind, decisionNo, decisionDate, field, oldValue, newValue, reason };
}

/** Lines of the register with their amendments; everything is said by what was printed. */
@Injectable()
export class RegisterRows {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly amendments: AmendmentRepository,
  ) {}

  async of(entries: readonly EntryRow[]): Promise<RegisterRow[]> {
    const ids = entries.map((entry) => entry.id);
    const made = new Set((await this.documents.byEntries(ids)).map((one) => one.entryId));
    const amendments = await this.amendments.ofEntries(ids);
    return entries.map((entry) => ({
      ...rowOf(entry),
      documentReady: made.has(entry.id),
      amendments: amendments.filter((one) => one.entryId === entry.id).map(amendmentView),
    }));
  }
}

function rowOf(entry: EntryRow): Omit<RegisterRow, 'documentReady' | 'amendments'> {
  const { printed, registerNo, registerNumber, serialNumber, issuedOn } = entry;
  return {
    ...{ registerNo, registerNumber, serialNumber, issuedOn },
    entryId: entry.id,
    typeId: entry.typeId,
    issuerId: entry.issuerId,
    year: entry.registerYear,
    fullName: printed.holderName,
    birthDate: printedBirthDate(printed.birthDate),
    unitName: printed.organisation ?? '',
    courseTitle: printed.courseTitle,
    cohortCode: printed.cohortLabel,
    grade: printed.grade,
    hours: printed.hours,
    editionLabel: printed.editionLabel,
    decisionNo: printed.decision.number,
    decisionDate: parseVietnameseDate(printed.decision.date) ?? issuedOn,
  };
}
