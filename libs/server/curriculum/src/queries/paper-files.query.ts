import { DomainError } from '@cam-nang/domain';
import { OrganisationFacade } from '@cam-nang/organisation';
import { Clock, Papers, type Actor, type FileBody, type PaperFormat } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { comparisonPaper } from '../documents/comparison-paper.js';
import { minutesPaper, type Remark } from '../documents/minutes-paper.js';
import { placeName, type PaperOffice } from '../documents/paper-office.js';
import { CouncilAccess } from './council-access.query.js';
import { CouncilViews } from './council-views.query.js';
import { CourseAccess } from './course-access.query.js';
import { EditionComparisons } from './edition-comparison.query.js';
import { Threads } from './threads.query.js';

/** The papers of an edition: its comparison table and the minutes of its council, as files. */
@Injectable()
export class PaperFiles {
  constructor(
    private readonly access: CourseAccess,
    private readonly councilAccess: CouncilAccess,
    private readonly comparisons: EditionComparisons,
    private readonly councils: CouncilViews,
    private readonly threads: Threads,
    private readonly organisations: OrganisationFacade,
    private readonly papers: Papers,
    private readonly clock: Clock,
  ) {}

  /** What differs, as the person may see it: keys of questions only where the right reaches. */
  async comparison(
    actor: Actor,
    editionId: string,
    { format, with: withId }: { readonly format: PaperFormat; readonly with?: string | undefined },
  ): Promise<FileBody> {
    const comparison = await this.comparisons.inWords(actor, editionId, withId);
    const { course } = await this.access.edition(actor, 'curriculum.read', editionId);
    const paper = comparisonPaper({
      comparison,
      courseTitle: course.title,
      office: await this.officeOf(course.ownerUnitId),
      printedOn: this.clock.today(),
      at: this.clock.now(),
    });
    return this.papers.write(paper, format, `Bảng so sánh ${course.code} ${comparison.to.label}`);
  }

  /** @throws DomainError `council.wrong_state` while the council has not decided */
  async minutes(actor: Actor, councilId: string, format: PaperFormat): Promise<FileBody> {
    const { edition } = await this.councilAccess.council(actor, 'curriculum.read', councilId);
    const council = await this.councils.read(actor, councilId);
    const { outcome, endedAt, stage } = council;
    if (outcome === null || endedAt === null) {
      throw new DomainError('council.wrong_state', { stage });
    }
    const course = await this.access.courseOf(actor, 'curriculum.read', edition.curriculumId);
    const office = await this.officeOf(course.ownerUnitId);
    const paper = minutesPaper({
      ...{ council, outcome, office, endedAt: new Date(endedAt) },
      sealedAt: edition.preparedAt,
      remarks: await this.remarks(actor, edition.id, endedAt),
    });
    return this.papers.write(paper, format, `Biên bản ${course.code} ${council.edition.label}`);
  }

  /** What was said before the end: answers given later are no part of the meeting. */
  private async remarks(actor: Actor, editionId: string, endedAt: string): Promise<Remark[]> {
    const { threads } = await this.threads.ofEdition(actor, editionId);
    return threads.flatMap(({ label, title, quote, entries }) =>
      entries
        .filter(({ kind, at, body }) => kind === 'comment' && body !== '' && at <= endedAt)
        .map(({ by, body }) => ({ name: by, place: `${label} ${title}`.trim(), quote, body })),
    );
  }

  private async officeOf(unitId: string): Promise<PaperOffice> {
    const [unit] = await this.organisations.units([unitId]);
    const name = unit?.fullName ?? '';
    const office = await this.organisations.officeOf(unitId);
    return { name: office?.name ?? name, place: placeName(name) };
  }
}
