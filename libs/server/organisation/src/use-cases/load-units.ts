import { Injectable } from '@nestjs/common';
import { foldForSearch } from '@cam-nang/domain';
import { Database, Ids } from '@cam-nang/platform';
import { OrganisationRepository } from '../persistence/organisation.repository.js';
import {
  UnitRepository,
  type NewSuccession,
  type NewUnit,
} from '../persistence/unit.repository.js';

/** A unit of the file; `key` names it inside the file only. `until`: the first day on which it no longer was. */
export interface UnitLine {
  readonly key: string;
  readonly code: string;
  readonly level: NewUnit['level'];
  readonly kind: string;
  readonly name: string;
  readonly under: string | null;
  readonly from: string;
  readonly until: string | null;
  readonly basis: string | null;
}

export interface SuccessionLine {
  readonly from: string;
  readonly to: string;
  readonly kind: NewSuccession['kind'];
  readonly extent: NewSuccession['extent'];
  readonly on: string;
  readonly basis: string | null;
}

export interface OrganisationLine {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly shortName: string;
  readonly shortNameEn: string | null;
  readonly kind: string;
  readonly unit: string;
  readonly contact: string | null;
  readonly from: string;
  readonly until: string | null;
}

/** The units and organisations of a seed file, parsed. */
export interface UnitsFile {
  readonly units: readonly UnitLine[];
  readonly successions: readonly SuccessionLine[];
  readonly organisations: readonly OrganisationLine[];
  /** Every commune valid at the end also gets its committee as an organisation. */
  readonly committees: boolean;
}

/** Ids by the keys of the file. */
export interface LoadedUnits {
  readonly units: ReadonlyMap<string, string>;
  readonly organisations: ReadonlyMap<string, string>;
}

/** Writes units, successions and organisations down, once, in one transaction. Parents stand before children. */
@Injectable()
export class LoadUnits {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly unitRows: UnitRepository,
    private readonly organisationRows: OrganisationRepository,
  ) {}

  run(file: UnitsFile): Promise<LoadedUnits> {
    return this.database.run(async () => {
      const standing = await this.standingRoot(file);
      const units = new Map(file.units.map((unit) => [unit.key, this.ids.next()]));
      if (standing !== null) units.set(standing.key, standing.id);
      for (const unit of file.units) {
        if (unit.key !== standing?.key) await this.addUnit(unit, units);
      }
      for (const succession of file.successions) await this.addSuccession(succession, units);
      const organisations = new Map<string, string>();
      const committees = file.committees
        ? file.units.filter(isCommuneOfToday).map(committeeOf)
        : [];
      for (const organisation of [...file.organisations, ...committees]) {
        organisations.set(organisation.key, await this.addOrganisation(organisation, units));
      }
      return { units, organisations };
    });
  }

  /** The country of the file where it stands already: a history imported before made it. */
  private async standingRoot({ units }: UnitsFile): Promise<{ key: string; id: string } | null> {
    const country = units.find(({ level, under }) => level === 'country' && under === null);
    if (country === undefined) return null;
    const id = await this.unitRows.countryWith(country.code);
    return id === null ? null : { key: country.key, id };
  }

  private async addUnit(unit: UnitLine, ids: ReadonlyMap<string, string>): Promise<void> {
    const id = known(ids, unit.key);
    await this.unitRows.add({
      id,
      code: unit.code,
      level: unit.level,
      kind: unit.kind,
      fullName: unit.name,
      foldedName: foldForSearch(unit.name),
      validFrom: unit.from,
      validTo: unit.until,
      legalBasis: unit.basis,
      isSample: false,
    });
    if (unit.under !== null) {
      await this.unitRows.place(id, known(ids, unit.under), unit.from, unit.until);
    }
  }

  private addSuccession(line: SuccessionLine, ids: ReadonlyMap<string, string>): Promise<void> {
    return this.unitRows.succeed({
      id: this.ids.next(),
      fromId: known(ids, line.from),
      toId: known(ids, line.to),
      kind: line.kind,
      extent: line.extent,
      effectiveOn: line.on,
      legalBasis: line.basis,
    });
  }

  private async addOrganisation(
    line: OrganisationLine,
    units: ReadonlyMap<string, string>,
  ): Promise<string> {
    const id = this.ids.next();
    await this.organisationRows.add({
      id,
      name: line.name,
      nameEn: line.nameEn,
      shortName: line.shortName,
      shortNameEn: line.shortNameEn,
      kind: line.kind,
      unitId: known(units, line.unit),
      parentId: null,
      contact: line.contact,
      validFrom: line.from,
      validTo: line.until,
      isSample: true,
    });
    return id;
  }
}

function known(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The units file names "${key}" before it is defined.`);
  return id;
}

function isCommuneOfToday(unit: UnitLine): boolean {
  return unit.level === 'commune' && unit.until === null;
}

function committeeOf(unit: UnitLine): OrganisationLine {
  const name = `Ủy ban nhân dân ${unit.name.charAt(0).toLowerCase()}${unit.name.slice(1)}`;
  return {
    key: `committee-${unit.key}`,
    name,
    nameEn: null,
    shortName: 'Ủy ban',
    shortNameEn: null,
    kind: 'commune_committee',
    unit: unit.key,
    contact: null,
    from: unit.from,
    until: null,
  };
}
