import { Controller } from '@nestjs/common';
import {
  listReports,
  markReport,
  readReport,
  readSubmission,
  saveReport,
  submitReport,
  type InputOf,
} from '@cam-nang/contracts';
import { CurrentActor, Endpoint, Input, RequirePermission, type Actor } from '@cam-nang/platform';
import { MarkerReports } from '../queries/marker-reports.js';
import { MarkReport } from '../use-cases/mark-report.js';
import { WriteReport } from '../use-cases/write-report.js';

@Controller()
export class ReportController {
  constructor(
    private readonly writing: WriteReport,
    private readonly markers: MarkerReports,
    private readonly marking: MarkReport,
  ) {}

  @Endpoint(readReport)
  @RequirePermission('report.own')
  read(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof readReport>) {
    return this.writing.read(actor, input.params.enrolmentId, input.params.taskNodeId);
  }

  @Endpoint(saveReport)
  @RequirePermission('report.own')
  save(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof saveReport>) {
    return this.writing.save(actor, input.params, input.body);
  }

  @Endpoint(submitReport)
  @RequirePermission('report.own')
  submit(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof submitReport>) {
    return this.writing.submit(actor, input.params, input.body.version);
  }

  @Endpoint(listReports)
  @RequirePermission('report.read')
  list(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof listReports>) {
    return this.markers.list(actor, input.params.cohortId);
  }

  @Endpoint(readSubmission)
  @RequirePermission('report.read')
  readSubmission(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof readSubmission>) {
    return this.markers.read(actor, input.params.submissionId);
  }

  @Endpoint(markReport)
  @RequirePermission('report.mark')
  mark(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof markReport>) {
    return this.marking.run(actor, input.params.submissionId, input.body);
  }
}
