import {
  calendarDate,
  compareEditionNumbers,
  decideEdition,
  diffTrees,
  erratumRefusals,
  manifestHash,
  type EditionContext,
  type EditionCourse,
  type EditionKind,
  type EditionNumber,
  type EditionTrack,
  type ErratumRefusal,
} from '@cam-nang/domain';
import { Clock } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { sha256 } from '../integrity/sha256.js';
import { CommitStore } from '../persistence/commit-store.js';
import { CourseStore } from '../persistence/course-store.js';
import type { EditionRow } from '../persistence/edition-store.js';
import type { CurriculumVersion } from '../policies/curriculum-version.js';
import { seqOnLine } from '../policies/errata-line.js';
import { namedRefusals } from '../policies/named-refusals.js';
import { hoursCheckOf } from '../policies/hours-view.js';
import { Comparisons } from './comparisons.query.js';

/** A frozen or about to be frozen curriculum, by where it stands on the line. */
export interface FrozenPlace {
  readonly lineId: string;
  readonly seq: number;
  readonly manifestHash: string;
}

/** Everything that the rules of editions look at. */
export interface EditionDossier {
  readonly previous: EditionRow | null;
  readonly version: CurriculumVersion;
  readonly refusals: readonly ErratumRefusal[];
  readonly course: EditionCourse;
  readonly context: EditionContext;
}

/** What is known of an edition before it is judged. */
export interface DossierQuestion {
  readonly place: FrozenPlace;
  readonly kind: EditionKind;
  readonly stage: EditionCourse['stage'];
  readonly preparedBy: string | null;
  readonly frozenHash: string | null;
  readonly previous: EditionRow | null;
  readonly previousVersion: CurriculumVersion | null;
  readonly version: CurriculumVersion;
  /** How far the line of `place` had come at the edition before: whoever wrote later is an author. */
  readonly writtenSince: number;
  /** Whether a council lets it through before it is signed. */
  readonly track: EditionTrack;
}

/** Gathers what is to be known before an edition is prepared, issued or shown. */
@Injectable()
export class EditionDossiers {
  constructor(
    private readonly commits: CommitStore,
    private readonly courses: CourseStore,
    private readonly comparisons: Comparisons,
    private readonly clock: Clock,
  ) {}

  async of(question: DossierQuestion): Promise<EditionDossier> {
    const { place, kind, stage, preparedBy, frozenHash, previous, version, track } = question;
    const before = question.previousVersion;
    const refusals = kind === 'erratum' ? await this.refusals(question) : [];
    const { lineId, seq } = place;
    const authorIds = await this.commits.authorsBetween(lineId, question.writtenSince, seq);
    return {
      previous,
      version,
      refusals,
      course: { stage, kind, manifestHash: frozenHash, preparedBy, authorIds },
      context: {
        track,
        today: calendarDate(this.clock.today()),
        changed: !diffTrees(before?.nodes ?? [], version.nodes).empty,
        hoursFit: hoursCheckOf(version).ok,
        erratumRefusals: refusals,
        decisionTaken: false,
        sealedOn: null,
        issuedBy: null,
        mayBackdate: false,
        plan: null,
        fallbackIds: null,
      },
    };
  }

  private async refusals(question: DossierQuestion): Promise<readonly ErratumRefusal[]> {
    const { place, previous, previousVersion, version } = question;
    if (previous === null || previousVersion === null) return [];
    const key = comparisonKey(previous, place);
    const diff = await this.comparisons.ofVersions(key, previousVersion, version);
    const limits = await this.courses.erratumLimits(previous.curriculumId);
    return namedRefusals(erratumRefusals(diff, limits), previousVersion, version);
  }
}

/** Names a comparison for ever: neither side ever changes. */
export function comparisonKey(from: FrozenPlace, to: FrozenPlace): string {
  return `${from.lineId} ${from.seq} ${to.lineId} ${to.seq}`;
}

/** What of an edition says which one it is compared with. */
type Following = Pick<EditionRow, 'major' | 'minor' | 'kind' | 'erratumOfId' | 'preparedAt'>;

/**
 * The edition that one goes on from: what an erratum corrects, else the issued edition right before its number
 * that was not withdrawn by the time it was frozen, or the very one before where none stood; null for the first.
 */
export function editionBefore(
  rows: readonly EditionRow[],
  { erratumOfId, preparedAt, ...number }: Following,
): EditionRow | null {
  const corrected = rows.find(({ id }) => id === erratumOfId);
  if (corrected !== undefined) return corrected;
  const earlier = earlierThan(rows, number);
  const stood = earlier.filter(
    ({ withdrawnAt }) => withdrawnAt === null || withdrawnAt > preparedAt,
  );
  return stood.at(-1) ?? earlier.at(-1) ?? null;
}

/**
 * How far the line of an edition had come at the one it goes on from: what was merged later is what it adds. On a
 * line of errata a withdrawn one counts too, for its words were taken back there.
 */
export function sinceSeq(rows: readonly EditionRow[], lineId: string, edition: Following): number {
  const before =
    edition.kind === 'erratum' ? earlierThan(rows, edition).at(-1) : editionBefore(rows, edition);
  return seqOnLine(rows, lineId, before ?? null);
}

/**
 * From where on those who wrote count as authors of an edition: everything that differs from the one it goes on from,
 * so a request that came with a withdrawn erratum and still stands there counts too.
 */
export function writtenSince(
  rows: readonly EditionRow[],
  lineId: string,
  edition: Following,
): number {
  return seqOnLine(rows, lineId, editionBefore(rows, edition));
}

function earlierThan(rows: readonly EditionRow[], number: EditionNumber): EditionRow[] {
  return rows
    .filter((row) => row.state === 'issued' && compareEditionNumbers(row, number) < 0)
    .sort(compareEditionNumbers);
}

/** The manifest of a version, worked out anew from what it holds. */
export function manifestOf(version: CurriculumVersion): string {
  const hashes = new Map(version.nodes.map((node) => [node.revisionId, node.contentHash]));
  return manifestHash(version.nodes, (id) => hashes.get(id) ?? '', sha256);
}

/** Whether a command would be let through, and if not, why. */
export function refusalOf(
  { course, context }: Pick<EditionDossier, 'course' | 'context'>,
  command: Parameters<typeof decideEdition>[1],
): string | null {
  const decision = decideEdition(course, command, context);
  return decision.ok ? null : decision.error.code;
}
