import { CurriculumFacade, type CohortCount, type CohortCounts } from '@cam-nang/curriculum';
import { Injectable } from '@nestjs/common';
import { CohortRepository } from '../persistence/cohort.repository.js';

/** Running cohorts of a course and their trainees, by the major that they are pinned to. */
@Injectable()
export class RunningCohorts implements CohortCounts {
  constructor(
    private readonly cohorts: CohortRepository,
    private readonly curriculum: CurriculumFacade,
  ) {}

  async byMajor(courseId: string): Promise<ReadonlyMap<number, CohortCount>> {
    const rows = await this.cohorts.running(courseId);
    const editions = await this.curriculum.editionViews(rows.map((row) => row.pinnedEditionId));
    const counts = new Map<number, CohortCount>();
    for (const { pinnedEditionId, enrolled } of rows) {
      const major = editions.get(pinnedEditionId)?.major;
      if (major === undefined) continue;
      const { runningCohorts, trainees } = counts.get(major) ?? { runningCohorts: 0, trainees: 0 };
      counts.set(major, { runningCohorts: runningCohorts + 1, trainees: trainees + enrolled });
    }
    return counts;
  }
}
