import { Controller } from '@nestjs/common';
import {
  listCohorts,
  listRuleSets,
  moveCohortState,
  openCohort,
  previewCohort,
  readCohort,
  type InputOf,
} from '@cam-nang/contracts';
import { CurrentActor, Endpoint, Input, RequirePermission, type Actor } from '@cam-nang/platform';
import { ListCohorts } from '../queries/list-cohorts.query.js';
import { ListRuleSets } from '../queries/list-rule-sets.query.js';
import { MoveCohortState } from '../use-cases/move-cohort-state.js';
import { OpenCohort } from '../use-cases/open-cohort.js';

@Controller()
export class CohortController {
  constructor(
    private readonly cohorts: ListCohorts,
    private readonly ruleSets: ListRuleSets,
    private readonly openCase: OpenCohort,
    private readonly moveCase: MoveCohortState,
  ) {}

  @Endpoint(listRuleSets)
  @RequirePermission('rule-set.read')
  listRuleSets(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof listRuleSets>) {
    return this.ruleSets.run(actor, input.query);
  }

  @Endpoint(listCohorts)
  @RequirePermission('cohort.read')
  list(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof listCohorts>) {
    return this.cohorts.run(actor, input.query);
  }

  @Endpoint(previewCohort)
  @RequirePermission('cohort.open')
  preview(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof previewCohort>) {
    return this.cohorts.preview(actor, input.query);
  }

  @Endpoint(openCohort)
  @RequirePermission('cohort.open')
  open(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof openCohort>) {
    return this.openCase.run(actor, input.body);
  }

  @Endpoint(readCohort)
  @RequirePermission('cohort.read')
  read(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof readCohort>) {
    return this.cohorts.one(actor, input.params.cohortId);
  }

  @Endpoint(moveCohortState)
  @RequirePermission('cohort.manage')
  move(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof moveCohortState>) {
    return this.moveCase.run(actor, input.params.cohortId, input.body.to);
  }
}
