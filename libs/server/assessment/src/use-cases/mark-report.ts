import { Inject, Injectable } from '@nestjs/common';
import type { InputOf, markReport } from '@cam-nang/contracts';
import { DomainError, type ReportTaskMeta } from '@cam-nang/domain';
import {
  AUDIT_TRAIL,
  Clock,
  Database,
  Ids,
  InvalidRequest,
  type Actor,
  type AuditTrail,
} from '@cam-nang/platform';
import { TrainingFacade } from '@cam-nang/training';
import { ReportRepository } from '../persistence/report.repository.js';
import {
  MarkerReports,
  takesMarks,
  type FoundSubmission,
  type SubmissionView,
} from '../queries/marker-reports.js';
import { inHundredths } from '../queries/report-view.js';

type Body = InputOf<typeof markReport>['body'];

/** Marks a report that was handed in; a new mark stands beside the earlier ones. */
@Injectable()
export class MarkReport {
  constructor(
    private readonly database: Database,
    private readonly reports: ReportRepository,
    private readonly markers: MarkerReports,
    private readonly training: TrainingFacade,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
  ) {}

  run(actor: Actor, submissionId: string, body: Body): Promise<SubmissionView> {
    return this.database.run(async () => {
      const row = await this.reports.lock(submissionId);
      // Whoever closes the results meanwhile waits, and then sees this mark and who gave it.
      if (row !== null) await this.training.holdCohortOf(row.enrolmentId);
      const found = await this.markers.around(actor, 'report.mark', row);
      demandMarkable(actor, found);
      const { meta } = found.task;
      const points = total(meta, body.criteria);
      await this.reports.addMark(this.ids.next(), {
        submissionId,
        markerId: actor.accountId,
        criteria: body.criteria,
        points,
        maxPoints: inHundredths(meta.maxPoints),
        comment: body.comment,
        markedAt: this.clock.now(),
      });
      const state = body.returnForImprovement ? 'returned' : 'marked';
      await this.reports.setState(submissionId, state, null);
      await this.audit.record({
        action: 'report.mark',
        subject: { kind: 'report', id: submissionId },
        details: { points, returned: body.returnForImprovement },
      });
      return this.markers.read(actor, submissionId);
    });
  }
}

function demandMarkable(actor: Actor, { row, enrolment, cohort }: FoundSubmission): void {
  if (enrolment.personId === actor.personId) throw new DomainError('permission.same_person');
  if (!takesMarks(cohort)) throw new DomainError('cohort.wrong_state', { state: cohort.state });
  if (row.state !== 'submitted' && row.state !== 'marked') {
    throw new DomainError('report.wrong_state', { state: row.state });
  }
}

/** Sum of the criteria; each exactly once and within its points. */
function total(meta: ReportTaskMeta, criteria: Body['criteria']): number {
  const ids = criteria.map((criterion) => criterion.id);
  const expected = meta.rubric.map((criterion) => criterion.id);
  if (ids.length !== expected.length || expected.some((id) => !ids.includes(id))) {
    const message = `needs each criterion once: ${expected.join(', ')}`;
    throw new InvalidRequest([{ path: 'criteria', code: 'custom', message }]);
  }
  const above = criteria.flatMap(({ id, points }, index) => {
    const most = inHundredths(meta.rubric.find((one) => one.id === id)?.points ?? 0);
    const message = `must be at most ${String(most)}`;
    const path = `criteria.${String(index)}.points`;
    return points > most ? [{ path, code: 'too_big', message, params: { maximum: most } }] : [];
  });
  if (above.length > 0) throw new InvalidRequest(above);
  return criteria.reduce((sum, criterion) => sum + criterion.points, 0);
}
