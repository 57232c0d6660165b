import { Controller } from '@nestjs/common';
import {
  applyImport,
  checkImport,
  correctPerson,
  enrolPerson,
  importTemplate,
  listEnrolments,
  withdrawEnrolment,
  type InputOf,
} from '@cam-nang/contracts';
import { CurrentActor, Endpoint, Input, RequirePermission, type Actor } from '@cam-nang/platform';
import { ListEnrolments } from '../queries/list-enrolments.query.js';
import { ApplyImport } from '../use-cases/apply-import.js';
import { CheckImport } from '../use-cases/check-import.js';
import { CorrectPerson } from '../use-cases/correct-person.js';
import { EnrolPerson } from '../use-cases/enrol-person.js';
import { WithdrawEnrolment } from '../use-cases/withdraw-enrolment.js';

@Controller()
export class EnrolmentController {
  constructor(
    private readonly enrolments: ListEnrolments,
    private readonly enrolCase: EnrolPerson,
    private readonly withdrawCase: WithdrawEnrolment,
    private readonly correctCase: CorrectPerson,
    private readonly checkCase: CheckImport,
    private readonly applyCase: ApplyImport,
  ) {}

  @Endpoint(listEnrolments)
  @RequirePermission('cohort.read')
  list(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof listEnrolments>) {
    return this.enrolments.run(actor, input.params.cohortId);
  }

  @Endpoint(enrolPerson)
  @RequirePermission('enrolment.manage')
  enrol(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof enrolPerson>) {
    return this.enrolCase.run(actor, input.params.cohortId, input.body);
  }

  @Endpoint(withdrawEnrolment)
  @RequirePermission('enrolment.manage')
  withdraw(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof withdrawEnrolment>) {
    return this.withdrawCase.run(actor, input.params.enrolmentId, input.body.reason);
  }

  @Endpoint(correctPerson)
  @RequirePermission('enrolment.manage')
  correct(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof correctPerson>) {
    return this.correctCase.run(actor, input.params.enrolmentId, input.body);
  }

  @Endpoint(importTemplate)
  @RequirePermission('enrolment.import')
  template(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof importTemplate>) {
    return this.checkCase.template(actor, input.params.cohortId);
  }

  @Endpoint(checkImport)
  @RequirePermission('enrolment.import')
  check(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof checkImport>) {
    return this.checkCase.run(actor, input.params.cohortId, input.body.file);
  }

  @Endpoint(applyImport)
  @RequirePermission('enrolment.import')
  apply(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof applyImport>) {
    return this.applyCase.run(actor, input.params, input.body.skipErrors);
  }
}
