import { Injectable } from '@nestjs/common';
import { CurriculumFacade } from '@cam-nang/curriculum';
import { buildPlan, isPlanned } from '../policies/build-plan.js';
import type { StudyPlan } from '../policies/study-plan.js';
import { LessonTexts } from './lesson-texts.js';

/** Plans kept in memory: editions that cohorts study at one time. */
const MOST_KEPT = 30;

/** Editions as one studies them. An issued edition never changes, so a plan is built once and kept. */
@Injectable()
export class StudyPlans {
  readonly #kept = new Map<string, Promise<StudyPlan>>();

  constructor(
    private readonly curriculum: CurriculumFacade,
    private readonly texts: LessonTexts,
  ) {}

  of(editionId: string): Promise<StudyPlan> {
    const known = this.#kept.get(editionId);
    if (known !== undefined) return known;
    const plan = this.build(editionId);
    this.#kept.set(editionId, plan);
    plan.catch(() => this.#kept.delete(editionId));
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(oldest);
    }
    return plan;
  }

  private async build(editionId: string): Promise<StudyPlan> {
    const nodes = await this.curriculum.outline(editionId);
    const ids = nodes.filter(isPlanned).map((node) => node.revisionId);
    const revisions = await this.curriculum.revisions(ids);
    const blocks = new Map(
      [...revisions.values()].flatMap((revision) =>
        revision.content.kind === 'lesson'
          ? [[revision.id, this.texts.keep(revision).blocks.length] as const]
          : [],
      ),
    );
    return buildPlan({
      editionId,
      nodes,
      contents: new Map([...revisions].map(([id, revision]) => [id, revision.content])),
      blocksTotal: (revisionId) => blocks.get(revisionId) ?? 0,
    });
  }
}
