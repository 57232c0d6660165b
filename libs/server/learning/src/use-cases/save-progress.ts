import type { InputOf, ResponseOf, saveProgress } from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import { Clock, Database, type Actor } from '@cam-nang/platform';
import { TrainingFacade } from '@cam-nang/training';
import { Injectable } from '@nestjs/common';
import { ProgressRepository } from '../persistence/progress.repository.js';
import { progressCounts } from '../policies/cohort-phase.js';
import { lessonStanding } from '../policies/lesson-standing.js';
import type { LessonText } from '../policies/lesson-text.js';
import { mergeProgress } from '../policies/merge-progress.js';
import { presentProgress } from '../queries/lesson.query.js';
import { LessonTexts } from '../queries/lesson-texts.js';
import { StudyPlans } from '../queries/study-plans.js';

type Input = InputOf<typeof saveProgress>;

/** Notes what was read. Sets only grow, so reports may come twice and in any order (law 3). */
@Injectable()
export class SaveProgress {
  constructor(
    private readonly database: Database,
    private readonly training: TrainingFacade,
    private readonly progress: ProgressRepository,
    private readonly plans: StudyPlans,
    private readonly texts: LessonTexts,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    { enrolmentId, nodeId }: Input['params'],
    body: Input['body'],
  ): Promise<ResponseOf<typeof saveProgress>> {
    const text = await this.textOf(actor, enrolmentId, nodeId, body.revisionId);
    const now = this.clock.now();
    return this.database.run(async () => {
      const row = await this.progress.lock({
        enrolmentId,
        nodeId,
        revisionId: text.revisionId,
        studyHash: text.studyHash,
        blocksTotal: text.blocks.length,
        carriedFrom: null,
        at: now,
      });
      const merged = mergeProgress(row, body, text, now);
      const others = await this.progress.ofLesson(enrolmentId, nodeId);
      const rows = [...others.filter((one) => one.revisionId !== text.revisionId), merged];
      const texts = await this.texts.of(rows.map((one) => one.revisionId));
      const standing = lessonStanding(text, rows, texts);
      const done = standing.state === 'done' && merged.state !== 'done';
      if (merged !== row || done) {
        await this.progress.save({
          ...row,
          ...merged,
          state: standing.state === 'done' ? 'done' : 'started',
          doneAt: standing.state === 'done' ? (row.doneAt ?? now) : null,
        });
      }
      const view = presentProgress(standing);
      return {
        progress: done ? { ...view, doneAt: view.doneAt ?? now.toISOString() } : view,
        receivedAt: now.toISOString(),
      };
    });
  }

  /** The text that was read: of the cohort's edition now, or of an earlier level of it. */
  private async textOf(
    actor: Actor,
    enrolmentId: string,
    nodeId: string,
    revisionId: string,
  ): Promise<LessonText> {
    const { enrolment, cohort } = await this.training.own(actor.personId, enrolmentId);
    if (!progressCounts(enrolment, cohort)) {
      throw new DomainError('enrolment.not_active', {
        state: enrolment.state,
        cohort: cohort.state,
      });
    }
    const plan = await this.plans.of((await this.training.editionOf(cohort)).id);
    const text = (await this.texts.of([revisionId])).get(revisionId);
    if (plan.items.get(nodeId)?.kind !== 'lesson' || text?.nodeId !== nodeId) {
      throw new DomainError('study.not_in_edition');
    }
    return text;
  }
}
