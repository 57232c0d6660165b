import type { readLesson, ResponseOf } from '@cam-nang/contracts';
import type { EditionView } from '@cam-nang/curriculum';
import { DomainError } from '@cam-nang/domain';
import { Clock, writtenJson, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { LessonAccessRepository } from '../persistence/lesson-access.repository.js';
import { cohortRest } from '../policies/cohort-phase.js';
import {
  lessonStanding,
  type LessonStanding,
  type ProgressRow,
} from '../policies/lesson-standing.js';
import type { LessonText } from '../policies/lesson-text.js';
import {
  itemsOf,
  moduleOf,
  type PlanItem,
  type PlanModule,
  type StudyPlan,
} from '../policies/study-plan.js';
import { CohortTermsReader } from './cohort-terms.js';
import { Corrections } from './corrections.js';
import { LessonTexts } from './lesson-texts.js';
import { StudyPlans } from './study-plans.js';

type Lesson = ResponseOf<typeof readLesson>;

/** The text of a lesson in the cohort's edition, with one's own progress. */
@Injectable()
export class LessonQuery {
  constructor(
    private readonly access: LessonAccessRepository,
    private readonly terms: CohortTermsReader,
    private readonly plans: StudyPlans,
    private readonly texts: LessonTexts,
    private readonly corrections: Corrections,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, enrolmentId: string, nodeId: string): Promise<Lesson> {
    const access = await this.access.read(actor.personId, enrolmentId, nodeId);
    if (access === null) throw new DomainError('resource.not_found');
    const rest = cohortRest(access.cohort, this.clock.now());
    if (rest?.lessonsOpen === false) throw new DomainError('study.locked', { ...rest.reason });
    const [edition, course] = await Promise.all([
      this.terms.edition(access.cohort),
      this.terms.titles(access.cohort.courseId),
    ]);
    const plan = await this.plans.of(edition.id);
    const item = plan.items.get(nodeId);
    const module = moduleOf(plan, item?.moduleNodeId ?? '');
    if (item?.kind !== 'lesson' || module === undefined) {
      throw new DomainError('study.not_in_edition');
    }
    const { text, standing } = await this.standing(item, access.progress);
    return {
      edition,
      courseTitle: course.title,
      courseTitleEn: course.titleEn,
      ...placeOf(module),
      ...lessonOf(item),
      document: writtenJson(text.document),
      progress: presentProgress(standing),
      correction: await this.correction(edition, item, standing),
      ...neighbours(plan, nodeId),
    };
  }

  private async standing(
    item: PlanItem,
    progress: readonly ProgressRow[],
  ): Promise<{ readonly text: LessonText; readonly standing: LessonStanding }> {
    const revisionIds = progress.map((row) => row.revisionId);
    const texts = await this.texts.of([item.revisionId, ...revisionIds]);
    const text = texts.get(item.revisionId);
    if (text === undefined) throw new DomainError('study.not_in_edition');
    return { text, standing: lessonStanding(text, progress, texts) };
  }

  private async correction(
    edition: EditionView,
    item: PlanItem,
    standing: LessonStanding,
  ): Promise<Lesson['correction']> {
    if (standing.corrected.length === 0) return null;
    const note = (await this.corrections.notes(edition, [item])).get(item.nodeId);
    return {
      editionLabel: note?.editionLabel ?? edition.label,
      reason: note?.reason ?? '',
      reasonEn: note?.reasonEn ?? null,
      blockIds: [...standing.corrected],
    };
  }
}

/** Progress in the words of the contract. */
export function presentProgress(standing: LessonStanding): Lesson['progress'] {
  return {
    blocksRead: [...standing.blocksRead],
    blocksTotal: standing.blocksTotal,
    lastBlockId: standing.lastBlockId,
    seconds: standing.seconds,
    state: standing.state,
    doneAt: standing.doneAt?.toISOString() ?? null,
  };
}

function placeOf(module: PlanModule) {
  return {
    moduleNodeId: module.nodeId,
    moduleCode: module.code,
    moduleTitle: module.title,
    moduleTitleEn: module.titleEn,
  };
}

function lessonOf({
  nodeId,
  revisionId,
  label,
  title,
  titleEn,
  summary,
  summaryEn,
  minutes,
}: PlanItem) {
  return { nodeId, revisionId, label, title, titleEn, summary, summaryEn, minutes };
}

function neighbours(plan: StudyPlan, nodeId: string): Pick<Lesson, 'previous' | 'next'> {
  const items = itemsOf(plan).filter((item) => item.kind !== 'survey');
  const at = items.findIndex((item) => item.nodeId === nodeId);
  const named = (item: PlanItem | undefined) =>
    item === undefined
      ? null
      : { nodeId: item.nodeId, label: item.label, title: item.title, kind: item.kind };
  return { previous: at > 0 ? named(items[at - 1]) : null, next: named(items[at + 1]) };
}
