import type { chooseElectives, ResponseOf } from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import { Clock, Database, InvalidRequest, type Actor } from '@cam-nang/platform';
import { TrainingFacade } from '@cam-nang/training';
import { Injectable } from '@nestjs/common';
import { LessonAccessRepository } from '../persistence/lesson-access.repository.js';
import { cohortRest } from '../policies/cohort-phase.js';
import { choiceRefusal, groupViews } from '../policies/module-view.js';
import type { StudyPlan } from '../policies/study-plan.js';
import { PersonStudies } from '../queries/person-studies.js';

/** Chooses among elective modules: exactly as many as the group asks, all of it. */
@Injectable()
export class ChooseElectives {
  constructor(
    private readonly database: Database,
    private readonly training: TrainingFacade,
    private readonly access: LessonAccessRepository,
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
      await this.access.lock(place.enrolmentId);
      const rest = cohortRest(cohort, this.clock.now());
      const study = await this.studies.one(cohort, place.enrolmentId);
      const refusal = choiceRefusal(study, place.groupCode, rest);
      if (refusal !== null) throw new DomainError('study.locked', { ...refusal });
      const wanted = checkedChoice(study.plan, place.groupCode, moduleNodeIds);
      await this.training.choose(place.enrolmentId, place.groupCode, wanted);
      const after = await this.studies.one(cohort, place.enrolmentId);
      return { groups: groupViews(after, rest) };
    });
  }
}

/** The modules asked for, each once; refuses others than the group's and any other number. */
function checkedChoice(
  plan: StudyPlan,
  groupCode: string,
  moduleNodeIds: readonly string[],
): readonly string[] {
  const group = plan.groups.find((one) => one.code === groupCode);
  const wanted = [...new Set(moduleNodeIds)];
  const foreign = wanted.some((nodeId) => group?.modules.includes(nodeId) !== true);
  if (group !== undefined && !foreign && wanted.length === group.choose) return wanted;
  const choose = group?.choose ?? 0;
  throw new InvalidRequest([
    {
      path: 'body.moduleNodeIds',
      code: 'wrong_choice',
      message: `choose ${String(choose)} modules of the group`,
      params: { choose },
    },
  ]);
}
