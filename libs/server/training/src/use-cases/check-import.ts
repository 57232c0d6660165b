import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { checkImport, ResponseOf, UploadedFile } from '@cam-nang/contracts';
import {
  calendarDate,
  DomainError,
  maySharePersonalNumber,
  readPersonList,
  type Bearer,
  type RowNote,
  type RowReading,
} from '@cam-nang/domain';
import { People } from '@cam-nang/identity';
import {
  AUDIT_TRAIL,
  Clock,
  Database,
  Ids,
  Keys,
  type Actor,
  type AuditTrail,
  type FileBody,
} from '@cam-nang/platform';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';
import {
  ImportRepository,
  type ImportRow,
  type ReadyRow,
  type RowError,
} from '../persistence/import.repository.js';
import { CommuneDirectories, type CommuneDirectory } from '../policies/commune-directory.js';
import {
  EnrolledPeople,
  repeatedRows,
  type Present,
  type Typed,
} from '../policies/enrolled-people.js';
import { ReachableCohort } from '../queries/reachable-cohort.js';

export type ImportReport = ResponseOf<typeof checkImport>;

/** Name of the key that seals personal numbers while a list waits to be applied. */
export const IMPORT_KEY = 'enrolment-import';
const MOST_ERRORS = 2000;
const MOST_PREVIEWED = 300;
const NUMBER_OF_ANOTHER = {
  column: 'personalNumber',
  code: 'number-of-another',
  params: {},
} as const;

const BIRTH_DATE_MISSING = { column: 'birthDate', code: 'missing', params: {} } as const;
const SAME_AS_ENROLLED = { column: 'fullName', code: 'same-as-enrolled', params: {} } as const;

/** A row that says who somebody is. */
type PersonReading = RowReading & { readonly person: NonNullable<RowReading['person']> };

/** Reads a list of people and says row by row what would happen; nothing is enrolled yet. */
@Injectable()
export class CheckImport {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportRepository,
    private readonly enrolments: EnrolmentRepository,
    private readonly people: People,
    private readonly reachable: ReachableCohort,
    private readonly communes: CommuneDirectories,
    private readonly keys: Keys,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
  ) {}

  async template(actor: Actor, cohortId: string): Promise<FileBody> {
    const cohort = await this.reachable.of(actor, 'enrolment.import', cohortId);
    // What reads and writes workbooks is large: it is loaded when somebody needs it.
    const { writeTemplate } = await import('../workbook/write-template.js');
    return {
      content: await writeTemplate(cohort.code),
      fileName: `danh-sach-${cohort.code.replaceAll('/', '-')}.xlsx`,
    };
  }

  async run(actor: Actor, cohortId: string, file: UploadedFile): Promise<ImportReport> {
    await this.reachable.of(actor, 'enrolment.import', cohortId);
    const directory = await this.communes.of(actor);
    const context = { today: calendarDate(this.clock.today()), findUnit: directory.find };
    const { readList } = await import('../workbook/read-list.js');
    const { rows, passedOver } = await readList(file.bytes);
    const readings = readPersonList(rows, context);
    if (readings.length === 0) throw new DomainError('import.unreadable', { why: 'no rows' });
    const { ready, errors } = await this.judge(cohortId, readings, directory);
    const report: ImportRow = {
      id: this.ids.next(),
      cohortId,
      fileSha256: createHash('sha256').update(file.bytes).digest(),
      fileName: file.name.slice(0, 200),
      rowsTotal: readings.length,
      rowsOk: ready.filter((row) => row.outcome !== 'already_enrolled').length,
      errors: errors.slice(0, MOST_ERRORS),
      state: 'checked',
      passedOver,
      rows: ready,
    };
    await this.database.run(async () => {
      await this.imports.add(report, this.clock.now(), actor.accountId);
      await this.audit.record({
        action: 'enrolment.check-import',
        subject: { kind: 'cohort', id: cohortId },
        details: { importId: report.id, rows: report.rowsTotal, ok: report.rowsOk },
      });
    });
    return presentReport(report);
  }

  /** What would happen with each row, and what is to be mended, in the order of the rows. */
  private async judge(
    cohortId: string,
    readings: readonly RowReading[],
    directory: CommuneDirectory,
  ): Promise<{ readonly ready: readonly ReadyRow[]; readonly errors: readonly RowError[] }> {
    const people = new EnrolledPeople(await this.enrolments.ofCohort(cohortId));
    const bearers = await this.people.withNumbers(numbersOf(readings));
    const repeated = repeatedRows();
    const ready: ReadyRow[] = [];
    const errors: RowError[] = [];
    for (const reading of readings) {
      errors.push(...reading.errors.map((note) => ({ ...note, row: reading.row })));
      const { person } = reading;
      if (person === null) continue;
      const typed = {
        fullName: person.name.fullName,
        birthDate: person.birthDate,
        unitName: directory.nameOf(person.unitId),
      };
      const again = repeated(typed);
      const number = person.personalNumber;
      const bearer = number === null ? null : (bearers.get(number) ?? null);
      const error = errorAbout(typed, bearer);
      if (error !== null) {
        errors.push({ ...error, row: reading.row });
        continue;
      }
      const alike = people.alike(typed);
      const outcome =
        number === null
          ? outcomeByLikeness(alike, again)
          : outcomeByNumber(bearer, bearer === null ? null : people.withId(bearer.id));
      const doubts = outcome === 'new' && alike !== null ? [SAME_AS_ENROLLED] : [];
      const row = { ...reading, person, doubts: [...reading.doubts, ...doubts] };
      ready.push(this.readyRow(row, outcome, directory));
    }
    return { ready, errors };
  }

  private readyRow(
    { row, person, doubts }: PersonReading,
    outcome: ReadyRow['outcome'],
    directory: CommuneDirectory,
  ): ReadyRow {
    return {
      row,
      doubts,
      fullName: person.name.fullName,
      birthDate: person.birthDate,
      gender: person.gender,
      unitId: person.unitId,
      unitName: directory.nameOf(person.unitId),
      positionTitle: person.positionTitle,
      email: person.email,
      phone: person.phone,
      number: this.sealed(person.personalNumber),
      outcome,
    };
  }

  private sealed(number: string | null): ReadyRow['number'] {
    if (number === null) return null;
    const { keyId, cipher } = this.keys.seal(IMPORT_KEY, number, 'enrolment-import');
    return { keyId, cipher: cipher.toString('base64') };
  }
}

function numbersOf(readings: readonly RowReading[]): string[] {
  return readings.flatMap(({ person }) => person?.personalNumber ?? []);
}

/** The paper says when somebody was born, and without that nobody of the cohort could be awarded. */
function errorAbout(typed: Typed, bearer: Bearer | null): RowNote | null {
  if (bearer !== null && !maySharePersonalNumber(typed, bearer)) return NUMBER_OF_ANOTHER;
  return (bearer ?? typed).birthDate === null ? BIRTH_DATE_MISSING : null;
}

/** Somebody without a number: who is in the cohort, or stands in the list before, is not enrolled again. */
function outcomeByLikeness(alike: Present | null, again: boolean): ReadyRow['outcome'] {
  if (alike === null) return again ? 'already_enrolled' : 'new';
  return alike.active || again ? 'already_enrolled' : 'known_person';
}

function outcomeByNumber(bearer: object | null, present: Present | null): ReadyRow['outcome'] {
  if (bearer === null) return 'new';
  return present?.active ? 'already_enrolled' : 'known_person';
}

/** A report as the screen shows it; personal numbers never leave the server. */
export function presentReport(report: ImportRow): ImportReport {
  const wrong = new Set(report.errors.map((error) => error.row));
  const preview = report.rows.slice(0, MOST_PREVIEWED).map((row) => ({
    row: row.row,
    fullName: row.fullName,
    birthDate: row.birthDate,
    unitName: row.unitName,
    positionTitle: row.positionTitle,
    outcome: wrong.has(row.row) ? ('error' as const) : row.outcome,
    doubts: (row.doubts ?? []).map((note) => ({ ...note, params: { ...note.params } })),
  }));
  return {
    importId: report.id,
    fileName: report.fileName,
    state: report.state,
    rowsTotal: report.rowsTotal,
    rowsOk: report.rowsOk,
    passedOver: report.passedOver.map((one) => ({ ...one })),
    errors: [...report.errors].map((error) => ({ ...error, params: { ...error.params } })),
    preview,
  };
}
