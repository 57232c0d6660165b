import { Inject, Injectable } from '@nestjs/common';
import type { enrolPerson, InputOf, ResponseOf } from '@cam-nang/contracts';
import { DomainError, maySharePersonalNumber } from '@cam-nang/domain';
import { Accounts, People, Scope, type PersonParticulars } from '@cam-nang/identity';
import { OrganisationFacade } from '@cam-nang/organisation';
import { AUDIT_TRAIL, Clock, Database, Ids, type Actor, type AuditTrail } from '@cam-nang/platform';
import type { CohortRow } from '../persistence/cohort.repository.js';
import { EnrolmentRepository, type Placement } from '../persistence/enrolment.repository.js';
import { takesEnrolments } from '../policies/cohort-states.js';
import { EnrolledPeople } from '../policies/enrolled-people.js';
import { KnownPeople, type Known } from '../policies/known-people.js';
import { demandPlausible } from '../policies/plausible-person.js';
import { ReachableCohort } from '../queries/reachable-cohort.js';
import { presentEnrolment } from '../queries/list-enrolments.query.js';

type Body = InputOf<typeof enrolPerson>['body'];
type IssuedCode = NonNullable<ResponseOf<typeof enrolPerson>['code']>;

/** Someone to be enrolled: a person, and where that person serves. */
export interface Newcomer extends PersonParticulars {
  /** Set when the office already knows who it is. */
  readonly personId?: string;
  readonly unitId: string | null;
  readonly positionTitle: string | null;
}

/** What came of enrolling one person. */
export interface Enrolled {
  readonly enrolmentId: string;
  /** For an account that never had a password: what to hand out. */
  readonly code: IssuedCode | null;
}

/** Enrols people, one or many; the caller holds the transaction and the cohort's lock. */
@Injectable()
export class EnrolPerson {
  constructor(
    private readonly database: Database,
    private readonly enrolments: EnrolmentRepository,
    private readonly people: People,
    private readonly accounts: Accounts,
    private readonly organisations: OrganisationFacade,
    private readonly scope: Scope,
    private readonly reachable: ReachableCohort,
    private readonly knownPeople: KnownPeople,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
  ) {}

  run(actor: Actor, cohortId: string, body: Body): Promise<ResponseOf<typeof enrolPerson>> {
    demandPlausible(body, this.clock.today());
    return this.database.run(async () => {
      const cohort = await this.reachable.locked(actor, 'enrolment.manage', cohortId);
      if (body.unitId !== undefined)
        await this.scope.demand(actor, 'enrolment.manage', body.unitId);
      this.checkRoom(cohort, 1);
      const newcomer = await this.recognised(cohort.id, newcomerOf(body));
      const { enrolmentId, code } = await this.enrol(actor, cohort, newcomer);
      await this.audit.record({
        action: 'enrolment.enrol',
        subject: { kind: 'enrolment', id: enrolmentId },
        details: { cohortId },
      });
      const row = await this.enrolments.byId(enrolmentId);
      if (row === null) throw new DomainError('resource.not_found');
      return { enrolment: presentEnrolment(row), code };
    });
  }

  /** Refuses when the cohort takes nobody any more or has no room for so many. */
  checkRoom(cohort: CohortRow, wanted: number): void {
    if (!takesEnrolments(cohort.state)) {
      throw new DomainError('cohort.wrong_state', { state: cohort.state });
    }
    const free = cohort.capacity - cohort.enrolled;
    if (wanted > free) {
      throw new DomainError('cohort.full', { capacity: cohort.capacity, free, wanted });
    }
  }

  /**
   * Enrols one person, known by personal number or new; `known` is what was read of many at once. Throws `enrolment.already_enrolled`, or
   * `enrolment.number_of_another` where name and date of birth are not those known under the number.
   */
  async enrol(
    actor: Actor,
    cohort: CohortRow,
    newcomer: Newcomer,
    known?: Known,
  ): Promise<Enrolled> {
    const read = known ?? (await this.knownPeople.of([newcomer]));
    const knownId = newcomer.personId ?? bearerOf(newcomer, read);
    const personId = knownId ?? (await this.people.add(newcomer));
    const { placement, organisationId } = placementOf(newcomer, read);
    const id = await this.enrolments.add({
      id: this.ids.next(),
      cohortId: cohort.id,
      personId,
      state: cohort.state === 'running' ? 'studying' : 'confirmed',
      placement,
      organisationId,
      at: this.clock.now(),
      by: actor.accountId,
    });
    if (id === null) throw new DomainError('enrolment.already_enrolled');
    await this.note(actor, id, 'enrolled');
    const unitId = newcomer.unitId ?? cohort.ownerUnitId;
    const { fullName } = newcomer;
    return { enrolmentId: id, code: await this.account({ personId, fullName, unitId, id }, read) };
  }

  /** With who it is, when somebody without a number is in the cohort already. */
  private async recognised(cohortId: string, newcomer: Newcomer): Promise<Newcomer> {
    if (newcomer.personalNumber || newcomer.unitId === null) return newcomer;
    const [unit] = await this.organisations.units([newcomer.unitId]);
    const people = new EnrolledPeople(await this.enrolments.ofCohort(cohortId));
    const alike = people.alike({ ...newcomer, unitName: unit?.fullName ?? null });
    return alike === null ? newcomer : { ...newcomer, personId: alike.personId };
  }

  /** The account with the role of a trainee; the code of one that was never entered. */
  private async account(
    person: {
      readonly personId: string;
      readonly fullName: string;
      readonly unitId: string;
      readonly id: string;
    },
    known: Known,
  ): Promise<IssuedCode | null> {
    const { personId, fullName, unitId, id: enrolmentId } = person;
    const existing = known.account(personId);
    const account = existing ?? (await this.accounts.add({ personId, fullName }, known.usernames));
    const accountId = account.id;
    await this.accounts.grant({ accountId, role: 'trainee', unitId, basis: 'enrolment' });
    const first =
      existing === null
        ? await this.accounts.issueCode(accountId)
        : await this.accounts.firstCode(accountId);
    if (first === null) return null;
    const { code, expiresAt } = first;
    return {
      enrolmentId,
      fullName,
      username: account.username,
      oneTimeCode: code,
      expiresAt: expiresAt.toISOString(),
    };
  }

  private note(actor: Actor, enrolmentId: string, event: string): Promise<void> {
    return this.enrolments.note({
      id: this.ids.next(),
      enrolmentId,
      event,
      actorId: actor.accountId,
      at: this.clock.now(),
      payload: {},
    });
  }
}

const NOWHERE = {
  unitName: '',
  unitCode: null,
  provinceName: null,
  organisationName: null,
  organisationId: null,
};

function bearerOf(newcomer: Newcomer, known: Known): string | null {
  const { personalNumber } = newcomer;
  const bearer = personalNumber ? known.bearer(personalNumber) : null;
  if (bearer !== null && !maySharePersonalNumber(newcomer, bearer))
    throw new DomainError('enrolment.number_of_another');
  return bearer?.id ?? null;
}

function placementOf(
  { unitId, positionTitle }: Newcomer,
  known: Known,
): { placement: Placement; organisationId: string | null } {
  const names = (unitId === null ? null : known.placement(unitId)) ?? NOWHERE;
  const { unitName, unitCode, provinceName, organisationName, organisationId } = names;
  return {
    placement: { unitName, unitCode, provinceName, organisationName, positionTitle },
    organisationId,
  };
}

const NOT_TOLD = {
  birthDate: null,
  gender: null,
  ethnicity: null,
  email: null,
  phone: null,
  personalNumber: null,
  unitId: null,
  positionTitle: null,
};

/** The newcomer of a request, with null for what it leaves out. */
function newcomerOf(body: Body): Newcomer {
  const told = Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== undefined),
  ) as Partial<Newcomer>;
  return { ...NOT_TOLD, ...told, fullName: body.fullName };
}
