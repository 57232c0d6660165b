import type { InputOf, ResponseOf, saveProgress } from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import { Clock, Database, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { LessonAccessRepository } from '../persistence/lesson-access.repository.js';
import { ProgressRepository } from '../persistence/progress.repository.js';
import { progressCounts } from '../policies/cohort-phase.js';
import { lessonStanding } from '../policies/lesson-standing.js';
import type { LessonText } from '../policies/lesson-text.js';
import { latestOther, mergeProgress } from '../policies/merge-progress.js';
import { CohortTermsReader } from '../queries/cohort-terms.js';
import { presentProgress } from '../queries/lesson.query.js';
import { LessonTexts } from '../queries/lesson-texts.js';
import { StudyPlans } from '../queries/study-plans.js';

type Input = InputOf<typeof saveProgress>;
type Output = ResponseOf<typeof saveProgress>;

/** Notes what was read. Sets only grow, so reports may come twice and in any order (law 3). */
@Injectable()
export class SaveProgress {
  constructor(
    private readonly database: Database,
    private readonly access: LessonAccessRepository,
    private readonly progress: ProgressRepository,
    private readonly terms: CohortTermsReader,
    private readonly plans: StudyPlans,
    private readonly texts: LessonTexts,
    private readonly clock: Clock,
  ) {}

  /**
   * The report may be about any revision of a lesson that the cohort studies: a device may have read
   * an earlier level of the edition, and what it read is not lost.
   */
  async run(actor: Actor, params: Input['params'], body: Input['body']): Promise<Output> {
    const text = await this.textOf(actor, params, body.revisionId);
    return this.database.run(() => this.note(params.enrolmentId, text, body));
  }

  private async note(enrolmentId: string, text: LessonText, body: Input['body']): Promise<Output> {
    const now = this.clock.now();
    const { nodeId, revisionId, studyHash } = text;
    const before = await this.progress.ofLesson(enrolmentId, nodeId);
    const row = await this.progress.lock({
      enrolmentId,
      nodeId,
      revisionId,
      studyHash,
      blocksTotal: text.blocks.length,
      carriedFrom: latestOther(before, revisionId)?.revisionId ?? null,
      at: now,
    });
    const merged = mergeProgress(row, body, text, now);
    const rows = [...before.filter((one) => one.revisionId !== revisionId), merged];
    const texts = await this.texts.of(rows.map((one) => one.revisionId));
    const standing = lessonStanding(text, rows, texts);
    const done = standing.state === 'done';
    const doneAt = done ? (standing.doneAt ?? now) : null;
    if (merged !== row || (done && row.state !== 'done')) {
      const state = done ? 'done' : 'started';
      await this.progress.save({ ...row, ...merged, state, doneAt, updatedAt: now });
    }
    const progress = presentProgress({ ...standing, doneAt });
    return { progress, receivedAt: now.toISOString() };
  }

  private async textOf(
    actor: Actor,
    { enrolmentId, nodeId }: Input['params'],
    revisionId: string,
  ): Promise<LessonText> {
    const access = await this.access.read(actor.personId, enrolmentId, nodeId);
    if (access === null) throw new DomainError('resource.not_found');
    const { enrolment, cohort } = access;
    if (!progressCounts(enrolment, cohort)) {
      const details = { state: enrolment.state, cohort: cohort.state };
      throw new DomainError('enrolment.not_active', details);
    }
    const plan = await this.plans.of((await this.terms.edition(cohort)).id);
    const text = (await this.texts.of([revisionId])).get(revisionId);
    if (plan.items.get(nodeId)?.kind !== 'lesson' || text?.nodeId !== nodeId) {
      throw new DomainError('study.not_in_edition');
    }
    return text;
  }
}
