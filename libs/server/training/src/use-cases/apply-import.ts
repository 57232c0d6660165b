import { Inject, Injectable } from '@nestjs/common';
import type { applyImport, ResponseOf } from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import {
  AUDIT_TRAIL,
  Clock,
  Database,
  Keys,
  type Actor,
  type AuditTrail,
} from '@cam-nang/platform';
import type { CohortRow } from '../persistence/cohort.repository.js';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';
import { ImportRepository, type ReadyRow } from '../persistence/import.repository.js';
import { EnrolledPeople } from '../policies/enrolled-people.js';
import { KnownPeople, type Known } from '../policies/known-people.js';
import { ReachableCohort } from '../queries/reachable-cohort.js';
import { IMPORT_KEY, presentReport } from './check-import.js';
import { EnrolPerson, type Enrolled, type Newcomer } from './enrol-person.js';

type Answer = ResponseOf<typeof applyImport>;

/** Enrols the good rows of a checked list, all or none; rows with errors stay out. */
@Injectable()
export class ApplyImport {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportRepository,
    private readonly enrolments: EnrolmentRepository,
    private readonly enrol: EnrolPerson,
    private readonly known: KnownPeople,
    private readonly reachable: ReachableCohort,
    private readonly keys: Keys,
    private readonly clock: Clock,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
  ) {}

  run(
    actor: Actor,
    place: { readonly cohortId: string; readonly importId: string },
    skipErrors: boolean,
  ): Promise<Answer> {
    return this.database.run(async () => {
      const cohort = await this.reachable.locked(actor, 'enrolment.import', place.cohortId);
      const report = await this.imports.lock(cohort.id, place.importId);
      if (report === null) throw new DomainError('resource.not_found');
      if (report.state === 'applied')
        return { report: presentReport(report), enrolled: 0, codes: [] };
      if (report.errors.length > 0 && !skipErrors) {
        throw new DomainError('import.rows_invalid', {
          rows: new Set(report.errors.map((error) => error.row)).size,
        });
      }
      const wanted = report.rows.filter((row) => row.outcome !== 'already_enrolled');
      this.enrol.checkRoom(cohort, wanted.length);
      const enrolled = await this.enrolAll(actor, cohort, wanted);
      await this.imports.applied(report.id, report.rows, this.clock.now());
      await this.audit.record({
        action: 'enrolment.apply-import',
        subject: { kind: 'cohort', id: cohort.id },
        details: { importId: report.id, enrolled: enrolled.length },
      });
      return {
        report: presentReport({ ...report, state: 'applied' }),
        enrolled: enrolled.length,
        codes: enrolled.flatMap(({ code }) => code ?? []),
      };
    });
  }

  /** Someone enrolled since the list was checked is passed over, not an error. */
  private async enrolAll(
    actor: Actor,
    cohort: CohortRow,
    rows: readonly ReadyRow[],
  ): Promise<Enrolled[]> {
    const people = new EnrolledPeople(await this.enrolments.ofCohort(cohort.id));
    const newcomers = rows.map((row) => recognised(people, row, this.opened(row.number)));
    const known = await this.known.of(newcomers);
    const enrolled: Enrolled[] = [];
    for (const newcomer of newcomers) {
      if (!isPresent(people, newcomer, known))
        enrolled.push(await this.enrol.enrol(actor, cohort, newcomer, known));
    }
    return enrolled;
  }

  private opened(number: ReadyRow['number']): string | null {
    if (number === null) return null;
    const sealed = { keyId: number.keyId, cipher: Buffer.from(number.cipher, 'base64') };
    return this.keys.open(IMPORT_KEY, sealed, 'enrolment-import');
  }
}

/** With who it is, when somebody without a number is or was in the cohort. */
function recognised(
  people: EnrolledPeople,
  row: ReadyRow,
  personalNumber: string | null,
): Newcomer {
  const alike = personalNumber === null ? people.alike(row) : null;
  return { ...row, personalNumber, ...(alike && { personId: alike.personId }) };
}

function isPresent(people: EnrolledPeople, newcomer: Newcomer, known: Known): boolean {
  const { personId, personalNumber } = newcomer;
  const id = personalNumber ? known.bearer(personalNumber)?.id : personId;
  return id !== undefined && people.withId(id)?.active === true;
}
