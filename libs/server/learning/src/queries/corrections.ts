import type { readToday, ResponseOf } from '@cam-nang/contracts';
import { CurriculumFacade, type EditionView } from '@cam-nang/curriculum';
import { Injectable } from '@nestjs/common';
import { CorrectionRepository } from '../persistence/correction.repository.js';
import type { PersonStudy } from '../policies/person-study.js';
import type { PlanItem } from '../policies/study-plan.js';

export type CorrectionView = ResponseOf<
  typeof readToday
>['enrolments'][number]['corrections'][number];

/** Why a lesson was corrected, and by which edition. */
export type Correction = Pick<CorrectionView, 'editionLabel' | 'reason' | 'reasonEn'>;

/** Lessons in which an erratum has changed something since a person read them. */
@Injectable()
export class Corrections {
  constructor(
    private readonly repository: CorrectionRepository,
    private readonly curriculum: CurriculumFacade,
  ) {}

  /** What a person should look at again, in the order of the course. */
  async of(study: PersonStudy, edition: EditionView): Promise<CorrectionView[]> {
    const touched = [...study.plan.items.values()].filter(
      ({ nodeId }) => (study.lessons.get(nodeId)?.corrected.length ?? 0) > 0,
    );
    const notes = await this.notes(edition, touched);
    return touched.map(({ nodeId, label, title, titleEn }) => {
      const note = notes.get(nodeId);
      return {
        nodeId,
        label,
        title,
        titleEn,
        editionLabel: note?.editionLabel ?? edition.label,
        reason: note?.reason ?? '',
        reasonEn: note?.reasonEn ?? null,
      };
    });
  }

  /** What was said of the texts that lessons have in an edition, by node id. */
  async notes(
    edition: EditionView,
    lessons: readonly Pick<PlanItem, 'nodeId' | 'revisionId'>[],
  ): Promise<ReadonlyMap<string, Correction>> {
    if (lessons.length === 0) return new Map();
    const notes = await this.repository.notes(edition.id, lessons);
    const editions = await this.curriculum.editionViews(notes.map((note) => note.editionId));
    return new Map(
      notes.map(({ nodeId, editionId, reason, reasonEn }) => {
        const editionLabel = editions.get(editionId)?.label ?? edition.label;
        return [nodeId, { editionLabel, reason, reasonEn }] as const;
      }),
    );
  }
}
