import { Injectable } from '@nestjs/common';
import { foldForSearch } from '@cam-nang/domain';
import { Scope } from '@cam-nang/identity';
import { OrganisationFacade } from '@cam-nang/organisation';
import type { Actor } from '@cam-nang/platform';

const KIND = /^(xa|phuong|thi tran|dac khu) /;

/** Finds a commune as people type it. */
export interface CommuneDirectory {
  /** Null when there is none of the name or code, or more than one of the name. */
  find(typed: string): string | null;
  nameOf(unitId: string): string | null;
}

/** Communes within a person's reach, by code and by name with marks and the word for the kind forgiven. */
@Injectable()
export class CommuneDirectories {
  constructor(
    private readonly organisations: OrganisationFacade,
    private readonly scope: Scope,
  ) {}

  async of(actor: Actor): Promise<CommuneDirectory> {
    const units = await this.organisations.communesUnder(
      this.scope.roots(actor, 'enrolment.import'),
    );
    const byCode = new Map(units.map((unit) => [unit.code, unit.id]));
    const byName = new Map<string, string | null>();
    for (const unit of units) {
      const plain = foldForSearch(unit.fullName);
      for (const key of new Set([plain, plain.replace(KIND, '')])) {
        byName.set(key, byName.has(key) ? null : unit.id);
      }
    }
    const names = new Map(units.map((unit) => [unit.id, unit.fullName]));
    return {
      find: (typed) => byCode.get(typed.trim()) ?? byName.get(foldForSearch(typed)) ?? null,
      nameOf: (unitId) => names.get(unitId) ?? null,
    };
  }
}
