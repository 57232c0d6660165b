import { CurriculumFacade } from '@cam-nang/curriculum';
import { Injectable } from '@nestjs/common';
import { buildPlan, isPlanned } from '../policies/build-plan.js';
import type { StudyPlan } from '../policies/study-plan.js';
import { LessonTexts } from './lesson-texts.js';

const MOST_KEPT = 50;

/** Plans of study by edition. An issued edition never changes, so its plan is kept in memory. */
@Injectable()
export class StudyPlans {
  readonly #kept = new Map<string, Promise<StudyPlan>>();

  constructor(
    private readonly curriculum: CurriculumFacade,
    private readonly texts: LessonTexts,
  ) {}

  of(editionId: string): Promise<StudyPlan> {
    const kept = this.#kept.get(editionId);
    if (kept !== undefined) return kept;
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    const plan = this.build(editionId);
    this.#kept.set(editionId, plan);
    plan.catch(() => this.#kept.delete(editionId));
    return plan;
  }

  private async build(editionId: string): Promise<StudyPlan> {
    const nodes = await this.curriculum.outline(editionId);
    const planned = nodes.filter(isPlanned);
    const revisions = await this.curriculum.revisions(planned.map((node) => node.revisionId));
    const lessons = planned.filter((node) => node.kind === 'lesson');
    const texts = await this.texts.of(lessons.map((node) => node.revisionId));
    return buildPlan({
      editionId,
      nodes,
      contents: new Map([...revisions].map(([id, revision]) => [id, revision.content])),
      blocksTotal: (revisionId) => texts.get(revisionId)?.blocks.length ?? 0,
    });
  }
}
