import { Injectable } from '@nestjs/common';
import type { InputOf, listUnits, ResponseOf } from '@cam-nang/contracts';
import { foldForSearch } from '@cam-nang/domain';
import { Clock, type Actor } from '@cam-nang/platform';
import { UnitRepository } from '../persistence/unit.repository.js';

/** Units within the scope of all grants of the person who asks. */
@Injectable()
export class ListUnits {
  constructor(
    private readonly units: UnitRepository,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    query: InputOf<typeof listUnits>['query'],
  ): Promise<ResponseOf<typeof listUnits>> {
    const units = await this.units.list({
      roots: actor.roles.map((grant) => grant.unitId),
      onDay: query.on ?? this.clock.today(),
      level: query.level ?? null,
      folded: query.search === undefined ? null : foldForSearch(query.search),
    });
    return { units };
  }
}
