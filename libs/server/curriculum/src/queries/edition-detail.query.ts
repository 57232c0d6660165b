import type { readEdition, ResponseOf } from '@cam-nang/contracts';
import { editionLabel, nextEditionNumber } from '@cam-nang/domain';
import { Clock, type Actor } from '@cam-nang/platform';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { COHORT_COUNTS, type CohortCount, type CohortCounts } from '../cohort-counts.js';
import { ChangeRequestStore } from '../persistence/change-request-store.js';
import type { CourseRow } from '../persistence/course-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { LineStore } from '../persistence/line-store.js';
import { CourseAccess } from './course-access.query.js';
import { correctionOf, isFounded } from '../policies/errata-line.js';
import { followUpChecks } from '../policies/follow-up-checks.js';
import { versionChecks } from '../policies/version-checks.js';
import { sinceSeq, type EditionDossier } from './edition-dossier.query.js';
import { EditionFiles } from './edition-files.query.js';
import { EditionHistories } from './edition-history.query.js';
import { EditionViews } from './edition-views.query.js';
import { WithdrawalOptions } from './withdrawal-options.query.js';

type Detail = ResponseOf<typeof readEdition>;

/** An edition with what would happen if it were issued, and whether the person may. */
@Injectable()
export class EditionDetails {
  constructor(
    private readonly access: CourseAccess,
    private readonly editions: EditionStore,
    private readonly files: EditionFiles,
    private readonly views: EditionViews,
    private readonly histories: EditionHistories,
    private readonly options: WithdrawalOptions,
    private readonly lines: LineStore,
    private readonly requests: ChangeRequestStore,
    private readonly clock: Clock,
    @Optional() @Inject(COHORT_COUNTS) private readonly cohorts?: CohortCounts,
  ) {}

  async read(actor: Actor, editionId: string): Promise<Detail> {
    const { course, edition } = await this.access.edition(actor, 'curriculum.read', editionId);
    const rows = await this.editions.ofCurricula([edition.curriculumId]);
    const dossier = await this.files.dossier(edition, rows);
    const candidate = edition.state === 'candidate';
    return {
      edition: await this.views.ofOne(edition),
      courseId: course.id,
      courseTitle: course.title,
      previous: await this.views.ofMaybe(dossier.previous),
      nextNumber: nextNumber(rows),
      checks: candidate ? await this.checks(edition, dossier) : [],
      erratumRefusals: candidate ? dossier.refusals.map((refusal) => ({ ...refusal })) : [],
      history: await this.histories.of(edition, sinceSeq(rows, edition.lineId, edition)),
      ...(await this.reach(course, edition)),
      withdrawing: await this.withdrawing(actor, course, edition, rows),
      correcting: await this.correcting(actor, course, edition, rows),
      allowed: await this.allowed(actor, course, { edition, rows, dossier }),
    };
  }

  private async checks(
    { kind, curriculumId }: EditionRow,
    { version }: EditionDossier,
  ): Promise<Detail['checks']> {
    const rules = versionChecks(version, new Map());
    if (kind === 'erratum') return rules;
    return [...rules, ...followUpChecks(await this.requests.ofCurriculum(curriculumId))];
  }

  /** An erratum reaches the cohorts of its major by itself; an amendment reaches none that run. */
  private async reach(
    course: CourseRow,
    { kind, major }: EditionRow,
  ): Promise<Pick<Detail, 'affected' | 'keeping'>> {
    const byMajor = (await this.cohorts?.byMajor(course.id)) ?? new Map<number, CohortCount>();
    const reached = kind === 'erratum' ? major : null;
    const all = [...byMajor];
    return {
      affected: sumOf(all.filter(([one]) => one === reached)),
      keeping: sumOf(all.filter(([one]) => one !== reached)),
    };
  }

  /** What withdrawing it would do and leave to be chosen; null for who may not, and where it cannot be. */
  private async withdrawing(
    actor: Actor,
    course: CourseRow,
    edition: EditionRow,
    rows: readonly EditionRow[],
  ): Promise<Detail['withdrawing']> {
    if (edition.state !== 'issued' || edition.withdrawnAt !== null) return null;
    if (!(await this.access.reaches(actor, 'edition.issue', course))) return null;
    const fallbacks = await this.options.fallbacks(edition, rows, this.clock.today());
    const byMajor = (await this.cohorts?.byMajor(course.id)) ?? new Map<number, CohortCount>();
    return {
      governs: fallbacks !== null,
      fallbacks: (fallbacks ?? []).map((row) => ({ id: row.id, label: editionLabel(row) })),
      following: sumOf([...byMajor].filter(([major]) => major === edition.major)),
    };
  }

  /** The next erratum to it, where the person may ask for one; null for what is not the latest of its major. */
  private async correcting(
    actor: Actor,
    course: CourseRow,
    edition: EditionRow,
    rows: readonly EditionRow[],
  ): Promise<Detail['correcting']> {
    if (course.recordOnly) return null;
    if (!(await this.access.reaches(actor, 'curriculum.edit', course))) return null;
    const lines = await this.lines.ofCurriculum(edition.curriculumId);
    const correction = correctionOf(edition, rows, lines);
    return correction && { next: correction.next, waiting: correction.waiting };
  }

  private async allowed(
    actor: Actor,
    course: CourseRow,
    {
      edition,
      rows,
      dossier: { course: facts, context },
    }: {
      readonly edition: EditionRow;
      readonly rows: readonly EditionRow[];
      readonly dossier: EditionDossier;
    },
  ): Promise<Detail['allowed']> {
    const signs = await this.access.reaches(actor, 'edition.issue', course);
    const prepares = await this.access.reaches(actor, 'edition.prepare', course);
    const candidate = edition.state === 'candidate';
    const by = actor.accountId;
    const hadPart = facts.preparedBy === by || facts.authorIds.includes(by);
    const unappraised = context.track === 'council' && facts.stage === 'candidate';
    const founded = isFounded(edition, rows);
    const whyNot = refusal({ signs, candidate, founded, hadPart, unappraised });
    return { issue: whyNot === null, return: candidate && (signs || prepares), whyNot };
  }
}

function sumOf(counts: readonly (readonly [number, CohortCount])[]): CohortCount {
  const sum = (pick: (count: CohortCount) => number) =>
    counts.reduce((total, [, count]) => total + pick(count), 0);
  return {
    runningCohorts: sum((count) => count.runningCohorts),
    trainees: sum((count) => count.trainees),
  };
}

interface Standing {
  readonly signs: boolean;
  readonly candidate: boolean;
  readonly founded: boolean;
  readonly hadPart: boolean;
  readonly unappraised: boolean;
}

function refusal(facts: Standing): string | null {
  if (!facts.candidate || !facts.founded) return 'edition.wrong_state';
  if (!facts.signs) return 'permission.denied';
  if (facts.hadPart) return 'permission.same_person';
  return facts.unappraised ? 'edition.not_appraised' : null;
}

function nextNumber(rows: readonly EditionRow[]): Detail['nextNumber'] {
  const issued = rows.filter((row) => row.state === 'issued');
  const newest = Math.max(0, ...issued.map((row) => row.major));
  const erratum = newest === 0 ? null : nextEditionNumber(issued, 'erratum', newest);
  return {
    amendment: editionLabel(nextEditionNumber(issued, 'amendment')),
    erratum: erratum === null ? null : editionLabel(erratum),
  };
}
