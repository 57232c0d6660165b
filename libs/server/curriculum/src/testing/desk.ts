import { makeActor, makeSmallCountry, type SmallCountry } from '@cam-nang/identity/testing';
import type { Role } from '@cam-nang/domain';
import type { Actor } from '@cam-nang/platform';
import type { Providers } from './curriculum-factory.js';

type Person = Actor & { readonly fullName: string };

/** The people of a spec at the office of a province, and strangers with the same roles next door. */
export interface Desk {
  readonly places: SmallCountry;
  readonly trainer: Person;
  readonly otherTrainer: Person;
  readonly editor: Person;
  readonly reviewer: Person;
  readonly director: Person;
  readonly ministry: Person;
  readonly administrator: Person;
  readonly trainee: Person;
  readonly strangerTrainer: Person;
  readonly strangerEditor: Person;
  readonly strangerDirector: Person;
}

/** Makes the people. */
export async function makeDesk(app: Providers): Promise<Desk> {
  const places = await makeSmallCountry(app);
  const at = (unitId: string) => (fullName: string, role: Role) =>
    makeActor(app, { fullName, roles: [role], unitId });
  const here = at(places.province);
  const there = at(places.otherProvince);
  return {
    places,
    trainer: await here('Quách Thị Hằng', 'trainer'),
    otherTrainer: await here('Bùi Văn Đức', 'trainer'),
    editor: await here('Đinh Thu Hòa', 'editor-in-chief'),
    reviewer: await here('Hà Thị Dung', 'reviewer'),
    director: await here('Hà Quang Tiến', 'signing-director'),
    ministry: await at(places.country)('Lê Thị Ánh', 'ministry-officer'),
    administrator: await at(places.country)('Khà Văn Lâm', 'system-administrator'),
    trainee: await at(places.commune)('Bùi Thị Hoa Yến', 'trainee'),
    strangerTrainer: await there('Lò Văn Panh', 'trainer'),
    strangerEditor: await there('Cầm Thị Xuân', 'editor-in-chief'),
    strangerDirector: await there('Hoàng Văn Thức', 'signing-director'),
  };
}
