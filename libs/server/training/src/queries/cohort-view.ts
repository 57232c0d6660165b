import { Inject, Injectable, Optional } from '@nestjs/common';
import type { readCohort, ResponseOf } from '@cam-nang/contracts';
import { CurriculumFacade } from '@cam-nang/curriculum';
import { DomainError } from '@cam-nang/domain';
import { Accounts, Scope } from '@cam-nang/identity';
import { OrganisationFacade } from '@cam-nang/organisation';
import { Clock, type Actor } from '@cam-nang/platform';
import { COHORT_MARKERS, type CohortMarkers } from '../cohort-markers.js';
import type { CohortRow } from '../persistence/cohort.repository.js';
import { RuleSetRepository } from '../persistence/rule-set.repository.js';
import {
  nextStates,
  rightToMove,
  takesAttendance,
  takesEnrolments,
} from '../policies/cohort-states.js';
import { editionTime, type EditionTime } from '../policies/edition-day.js';

export type CohortView = ResponseOf<typeof readCohort>;

/** What a row needs beside itself to be shown. */
interface Surroundings {
  readonly titles: ReadonlyMap<string, { readonly title: string; readonly titleEn: string }>;
  /** By cohort. */
  readonly editions: ReadonlyMap<string, CohortView['edition']>;
  readonly ruleSets: ReadonlyMap<string, CohortView['ruleSet']>;
  readonly units: ReadonlyMap<string, string>;
  readonly issuers: ReadonlyMap<string, string>;
  readonly managers: ReadonlyMap<string, string>;
}

/** Cohorts as the screens show them, with what the person may do. */
@Injectable()
export class CohortViews {
  constructor(
    private readonly curriculum: CurriculumFacade,
    private readonly organisations: OrganisationFacade,
    private readonly ruleSets: RuleSetRepository,
    private readonly accounts: Accounts,
    private readonly scope: Scope,
    private readonly clock: Clock,
    @Optional() @Inject(COHORT_MARKERS) private readonly markers: CohortMarkers | undefined,
  ) {}

  async one(actor: Actor, row: CohortRow): Promise<CohortView> {
    const [view] = await this.of(actor, [row]);
    if (view === undefined) throw new DomainError('resource.not_found');
    return view;
  }

  async of(actor: Actor, rows: readonly CohortRow[]): Promise<CohortView[]> {
    const around = await this.surroundings(rows);
    return Promise.all(rows.map((row) => this.present(actor, row, around)));
  }

  private async surroundings(rows: readonly CohortRow[]): Promise<Surroundings> {
    const distinct = (pick: (row: CohortRow) => string | null) => [
      ...new Set(rows.map(pick).filter((id) => id !== null)),
    ];
    const [courses, editions, ruleSets, units, issuers, managers] = await Promise.all([
      this.curriculum.courses(distinct((row) => row.courseId)),
      this.editionsOf(rows),
      this.ruleSets.byIds(distinct((row) => row.ruleSetId)),
      this.organisations.units(distinct((row) => row.ownerUnitId)),
      this.organisations.organisations(distinct((row) => row.issuerId)),
      this.accounts.names(distinct((row) => row.managerId)),
    ]);
    return {
      titles: new Map(courses.map((course) => [course.id, course])),
      editions,
      ruleSets: new Map(
        ruleSets.map(({ id, code, title, titleEn }) => [id, { id, code, title, titleEn }]),
      ),
      units: new Map(units.map((unit) => [unit.id, unit.fullName])),
      issuers: new Map(issuers.map((issuer) => [issuer.id, issuer.name])),
      managers,
    };
  }

  /** The editions that cohorts go by; those of one time are asked for together. */
  private async editionsOf(rows: readonly CohortRow[]): Promise<Surroundings['editions']> {
    const today = this.clock.today();
    const times = new Map(
      rows.map((row) => {
        const time = editionTime(row, today);
        return [timeKey(time), time] as const;
      }),
    );
    const found = await Promise.all(
      [...times].map(async ([key, time]) => {
        const those = rows.filter((row) => timeKey(editionTime(row, today)) === key);
        const pinned = [...new Set(those.map((row) => row.pinnedEditionId))];
        const editions = await this.curriculum.editionsApplying(pinned, time);
        return those.map(({ id, pinnedEditionId }) => [id, editions.get(pinnedEditionId)] as const);
      }),
    );
    return new Map(
      found.flat().flatMap(([id, edition]) => (edition === undefined ? [] : [[id, edition]])),
    );
  }

  private async present(actor: Actor, row: CohortRow, around: Surroundings): Promise<CohortView> {
    const { pinnedEditionId: _, resultsClosedOn: __, resultsClosedAt: ___, ...shown } = row;
    const { courseId, managerId, ...rest } = shown;
    const edition = around.editions.get(row.id);
    const ruleSet = around.ruleSets.get(row.ruleSetId);
    if (edition === undefined || ruleSet === undefined) throw new DomainError('resource.not_found');
    const { title, titleEn } = around.titles.get(courseId) ?? { title: '', titleEn: '' };
    return {
      ...rest,
      courseId,
      courseTitle: title,
      courseTitleEn: titleEn,
      ownerUnitName: around.units.get(row.ownerUnitId) ?? '',
      issuerName: around.issuers.get(row.issuerId) ?? '',
      edition,
      ruleSet,
      manager: managerId === null ? null : (around.managers.get(managerId) ?? null),
      allowed: await this.allowed(actor, row),
    };
  }

  private async allowed(actor: Actor, row: CohortRow): Promise<CohortView['allowed']> {
    const place = { unitId: row.ownerUnitId, courseId: row.courseId };
    const [manage, close, enrol, attendance, award] = await Promise.all([
      this.scope.reaches(actor, 'cohort.manage', place),
      this.scope.reaches(actor, 'mark.close', place),
      this.scope.reaches(actor, 'enrolment.manage', place),
      this.scope.reaches(actor, 'attendance.record', place),
      this.scope.reaches(actor, 'award.compute', place),
    ]);
    return {
      manage,
      enrol: enrol && takesEnrolments(row.state),
      correct: enrol,
      attendance: attendance && takesAttendance(row.state),
      computeAward: award && row.state !== 'planned' && row.state !== 'cancelled',
      ...(await this.steps(actor, row, { manage, close: manage && close })),
    };
  }

  /** Where the person may take the cohort; who gave marks in it leaves the closing to others. */
  private async steps(
    actor: Actor,
    { id, state }: CohortRow,
    { manage, close }: Readonly<Record<'manage' | 'close', boolean>>,
  ): Promise<Pick<CohortView['allowed'], 'nextStates' | 'closedByOthers'>> {
    const possible = nextStates(state);
    const closing = close && possible.some((to) => rightToMove(to) === 'mark.close');
    const marked = closing && ((await this.markers?.marked(actor.accountId, id)) ?? false);
    const may = (to: CohortRow['state']): boolean =>
      rightToMove(to) === 'mark.close' ? close && !marked : manage;
    return { nextStates: possible.filter(may), closedByOthers: marked };
  }
}

function timeKey({ day, until }: EditionTime): string {
  return `${day} ${until?.toISOString() ?? ''}`;
}
