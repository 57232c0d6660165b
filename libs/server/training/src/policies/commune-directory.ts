import { Injectable } from '@nestjs/common';
import { foldForSearch } from '@cam-nang/domain';
import { Scope } from '@cam-nang/identity';
import { OrganisationFacade } from '@cam-nang/organisation';
import type { Actor } from '@cam-nang/platform';

const KIND = /^(xa|phuong|thi tran|dac khu) /;
const PROVINCE_KIND = /^(?:tinh|thanh pho|tp\.?) ?/;
/** Lists often have the office in place of the commune: "UBND xã Mường Bi". */
const COMMITTEE = /^(?:ubnd|uy ban nhan dan) /;
const SHORT_KINDS: readonly (readonly [RegExp, string])[] = [
  [/^x\.\s*/, 'xa '],
  [/^p\.\s*/, 'phuong '],
];
/** "xã Mường Bi, tỉnh Phú Thọ", "Mường Bi - Phú Thọ", "Mường Bi (Phú Thọ)". */
const IN_PROVINCE = /^(.+?)\s*(?:,|\s[-–]\s|\()\s*([^,()]+?)\s*\)?$/;

/** Finds a commune as people type it. */
export interface CommuneDirectory {
  /** Null when there is none of the name or code, or more than one of the name. */
  find(typed: string): string | null;
  nameOf(unitId: string): string | null;
}

/** What somebody typed as the names of communes are kept: folded, the kind in full, the province behind a comma. */
function plainName(typed: string): string {
  const name = foldForSearch(typed).replace(COMMITTEE, '');
  const whole = SHORT_KINDS.reduce((text, [short, long]) => text.replace(short, long), name);
  return whole.replace(IN_PROVINCE, (_, commune: string, province: string) => {
    return `${commune}, ${province.replace(PROVINCE_KIND, '')}`;
  });
}

/** By every name that a commune goes by its id; null for a name of more than one. */
function namesOf(
  units: readonly { readonly id: string; readonly fullName: string; readonly above: string }[],
): ReadonlyMap<string, string | null> {
  const byName = new Map<string, string | null>();
  for (const { id, fullName, above } of units) {
    const plain = foldForSearch(fullName);
    const province = foldForSearch(above).replace(PROVINCE_KIND, '');
    const names = [plain, plain.replace(KIND, '')];
    for (const key of new Set(names.flatMap((name) => [name, `${name}, ${province}`]))) {
      byName.set(key, byName.has(key) ? null : id);
    }
  }
  return byName;
}

/**
 * Communes within a person's reach, by code and by name. Marks and the word for the kind are forgiven, and so are the
 * words for the people's committee before the name and the province behind it, if it is the right one.
 */
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
    const parentIds = new Set(units.flatMap(({ parentId }) => parentId ?? []));
    const parents = await this.organisations.units([...parentIds]);
    const above = new Map(parents.map(({ id, fullName }) => [id, fullName]));
    const byCode = new Map(units.map((unit) => [unit.code, unit.id]));
    const byName = namesOf(
      units.map((unit) => ({ ...unit, above: above.get(unit.parentId ?? '') ?? '' })),
    );
    const names = new Map(units.map((unit) => [unit.id, unit.fullName]));
    return {
      find: (typed) => byCode.get(typed.trim()) ?? byName.get(plainName(typed)) ?? null,
      nameOf: (unitId) => names.get(unitId) ?? null,
    };
  }
}
