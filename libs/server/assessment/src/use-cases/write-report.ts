import { Injectable } from '@nestjs/common';
import { DomainError } from '@cam-nang/domain';
import { Clock, Database, Ids, type Actor } from '@cam-nang/platform';
import { TrainingFacade } from '@cam-nang/training';
import { ReportRepository, type SubmissionRow } from '../persistence/report.repository.js';
import { ReportViews, type ReportTask, type ReportView } from '../queries/report-view.js';

function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}

/** One's own reflective report: read, saved as it is written, handed in. */
@Injectable()
export class WriteReport {
  constructor(
    private readonly database: Database,
    private readonly training: TrainingFacade,
    private readonly reports: ReportRepository,
    private readonly views: ReportViews,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async read(actor: Actor, enrolmentId: string, taskNodeId: string): Promise<ReportView> {
    const { cohort } = await this.training.own(actor.personId, enrolmentId);
    const task = await this.views.taskOf(cohort, taskNodeId);
    return this.views.view(task, await this.reports.byTask(enrolmentId, taskNodeId), cohort);
  }

  /** Saves over the version that was read; `request.stale` when somebody saved meanwhile. */
  save(
    actor: Actor,
    place: { readonly enrolmentId: string; readonly taskNodeId: string },
    body: { readonly version: number; readonly text: string },
  ): Promise<ReportView> {
    return this.database.run(async () => {
      const { cohort } = await this.training.own(actor.personId, place.enrolmentId);
      const task = await this.views.taskOf(cohort, place.taskNodeId);
      const row = await this.rowOf(place, task);
      const version = row.version === 1 && body.version === 0 ? 1 : body.version;
      if (!(await this.views.view(task, row, cohort)).mayEdit) {
        throw new DomainError('report.wrong_state', { state: row.state });
      }
      const saved = await this.reports.save(
        row.id,
        version,
        body.text,
        countWords(body.text),
        this.clock.now(),
      );
      if (!saved) throw new DomainError('request.stale', { version: row.version });
      return this.read(actor, place.enrolmentId, place.taskNodeId);
    });
  }

  submit(
    actor: Actor,
    place: { readonly enrolmentId: string; readonly taskNodeId: string },
    version: number,
  ): Promise<ReportView> {
    return this.database.run(async () => {
      // Whoever closes the results meanwhile waits, and then sees this report.
      await this.training.holdCohortOf(place.enrolmentId);
      const { cohort } = await this.training.own(actor.personId, place.enrolmentId);
      const task = await this.views.taskOf(cohort, place.taskNodeId);
      const known = await this.reports.byTask(place.enrolmentId, place.taskNodeId);
      const row = known === null ? null : await this.reports.lock(known.id);
      if (row === null) throw new DomainError('report.wrong_state', { state: 'none' });
      if (row.state !== 'submitted') {
        const { mayEdit } = await this.views.view(task, row, cohort);
        if (!mayEdit || row.text.trim() === '') {
          throw new DomainError('report.wrong_state', { state: row.state });
        }
        if (row.version !== version)
          throw new DomainError('request.stale', { version: row.version });
        await this.reports.setState(row.id, 'submitted', this.clock.now());
      }
      return this.read(actor, place.enrolmentId, place.taskNodeId);
    });
  }

  private async rowOf(
    place: { readonly enrolmentId: string; readonly taskNodeId: string },
    task: ReportTask,
  ): Promise<SubmissionRow> {
    await this.reports.begin({
      id: this.ids.next(),
      ...place,
      taskRevisionId: task.revisionId,
      state: 'draft',
      text: '',
      words: 0,
      submittedAt: null,
      updatedAt: this.clock.now(),
      version: 1,
    });
    const row = await this.reports.byTask(place.enrolmentId, place.taskNodeId);
    if (row === null) throw new DomainError('resource.not_found');
    return row;
  }
}
