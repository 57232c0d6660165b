import { Injectable } from '@nestjs/common';
import { foldForSearch } from '@cam-nang/domain';
import { Clock, Ids } from '@cam-nang/platform';
import {
  OrganisationRepository,
  type OrganisationRow,
} from './persistence/organisation.repository.js';
import { UnitRepository, type UnitRow } from './persistence/unit.repository.js';

/** Where a person serves, as named on a day: goes into enrolments and papers as text. */
export interface PlacementNames {
  readonly unitName: string;
  readonly unitCode: string | null;
  readonly provinceName: string | null;
  readonly organisationName: string | null;
  readonly organisationId: string | null;
}

/** The few questions other features may ask about units and organisations. */
@Injectable()
export class OrganisationFacade {
  constructor(
    private readonly unitRows: UnitRepository,
    private readonly organisationRows: OrganisationRepository,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** True when the unit lies at or below one of the roots today. */
  reaches(roots: readonly string[], unitId: string): Promise<boolean> {
    return this.unitRows.isUnder(unitId, roots, this.clock.today());
  }

  /** Ids of all units at or below the roots today. */
  idsUnder(roots: readonly string[]): Promise<string[]> {
    return this.unitRows.idsUnder(roots, this.clock.today());
  }

  /** Ids of the unit and of all units above it today. */
  async idsAbove(unitId: string): Promise<string[]> {
    return (await this.unitRows.chain(unitId, this.clock.today())).map((unit) => unit.id);
  }

  /** The unit at the top of the tree; made when the installation is still empty. */
  async rootUnit(): Promise<string> {
    return (await this.unitRows.root(this.clock.today())) ?? this.makeRoot();
  }

  units(ids: readonly string[]): Promise<UnitRow[]> {
    return this.unitRows.byIds(ids);
  }

  organisations(ids: readonly string[]): Promise<OrganisationRow[]> {
    return this.organisationRows.byIds(ids);
  }

  /** Names of a commune and what lies above it, as they are called today. Null for an unknown unit. */
  async placementOf(unitId: string): Promise<PlacementNames | null> {
    const chain = await this.unitRows.chain(unitId, this.clock.today());
    const [unit] = chain;
    if (unit === undefined) return null;
    const committee = await this.organisationRows.committeeOf(unitId, this.clock.today());
    return {
      unitName: unit.fullName,
      unitCode: unit.code,
      provinceName: chain.find((above) => above.level === 'province')?.fullName ?? null,
      organisationName: committee?.name ?? null,
      organisationId: committee?.id ?? null,
    };
  }

  /** The office of home affairs of a unit today, which papers of its courses come from. */
  officeOf(unitId: string): Promise<OrganisationRow | null> {
    return this.organisationRows.officeOf(unitId, this.clock.today());
  }

  /** Communes of today at or below the roots. */
  communesUnder(roots: readonly string[]): Promise<UnitRow[]> {
    return this.unitRows.communesUnder(roots, this.clock.today());
  }

  private async makeRoot(): Promise<string> {
    const id = this.ids.next();
    await this.unitRows.add({
      id,
      code: 'VN',
      level: 'country',
      kind: 'quoc-gia',
      fullName: 'Việt Nam',
      foldedName: foldForSearch('Việt Nam'),
      validFrom: '1945-09-02',
      validTo: null,
      legalBasis: null,
      isSample: false,
    });
    return id;
  }
}
