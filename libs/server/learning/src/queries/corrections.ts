import type { readToday, ResponseOf } from '@cam-nang/contracts';
import { CurriculumFacade } from '@cam-nang/curriculum';
import { Injectable } from '@nestjs/common';
import { CorrectionRepository } from '../persistence/correction.repository.js';
import type { PersonStudy } from '../policies/person-study.js';

export type CorrectionView = ResponseOf<
  typeof readToday
>['enrolments'][number]['corrections'][number];

/** Lessons in which an erratum has changed something since this person read them. */
@Injectable()
export class Corrections {
  constructor(
    private readonly notes: CorrectionRepository,
    private readonly curriculum: CurriculumFacade,
  ) {}

  async of(study: PersonStudy): Promise<CorrectionView[]> {
    const touched = [...study.lessons].flatMap(([nodeId, lesson]) => {
      const item = study.plan.items.get(nodeId);
      return lesson.corrected.length > 0 && item !== undefined ? [item] : [];
    });
    const notes = await this.notes.notes(study.plan.editionId, touched);
    const editions = await this.curriculum.editionViews(notes.map((note) => note.editionId));
    return touched.map((item) => {
      const note = notes.find((one) => one.nodeId === item.nodeId);
      return {
        nodeId: item.nodeId,
        label: item.label,
        title: item.title,
        titleEn: item.titleEn,
        editionLabel: editions.get(note?.editionId ?? '')?.label ?? '',
        reason: note?.reason ?? '',
        reasonEn: note?.reasonEn ?? null,
      };
    });
  }
}
