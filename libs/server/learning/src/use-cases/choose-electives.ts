import type { chooseElectives, ResponseOf } from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import { Clock, Database, type Actor } from '@cam-nang/platform';
import { TrainingFacade } from '@cam-nang/training';
import { Injectable } from '@nestjs/common';
import { cohortRest } from '../policies/cohort-phase.js';
import { choiceRefusal, groupViews } from '../policies/module-view.js';
import { PersonStudies } from '../queries/person-studies.js';

/** Chooses among elective modules: exactly as many as the group asks, all of it. */
@Injectable()
export class ChooseElectives {
  constructor(
    private readonly database: Database,
    private readonly training: TrainingFacade,
    private readonly studies: PersonStudies,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    place: { readonly enrolmentId: string; readonly groupCode: string },
    moduleNodeIds: readonly string[],
  ): Promise<ResponseOf<typeof chooseElectives>> {
    return this.database.run(async () => {
      const { cohort } = await this.training.own(actor.personId, place.enrolmentId);
      const rest = cohortRest(cohort, this.clock.now());
      const study = await this.studies.one(cohort, place.enrolmentId);
      const refusal = choiceRefusal(study, place.groupCode, rest);
      if (refusal !== null) throw new DomainError('study.locked', { ...refusal });
      const group = study.plan.groups.find((one) => one.code === place.groupCode);
      const wanted = [...new Set(moduleNodeIds)];
      const known = wanted.every((id) => group?.modules.includes(id) === true);
      if (group === undefined || !known || wanted.length !== group.choose) {
        throw new DomainError('request.invalid', {
          field: 'moduleNodeIds',
          choose: group?.choose ?? 0,
        });
      }
      await this.training.choose(place.enrolmentId, place.groupCode, wanted);
      const after = await this.studies.one(cohort, place.enrolmentId);
      return { groups: groupViews(after, rest) };
    });
  }
}
