import type { InputOf, prepareEdition } from '@cam-nang/contracts';
import { decideEdition, DomainError, nextEditionNumber, type EditionKind } from '@cam-nang/domain';
import {
  AUDIT_TRAIL,
  Clock,
  Database,
  Ids,
  InvalidRequest,
  type Actor,
  type AuditTrail,
} from '@cam-nang/platform';
import { Inject, Injectable } from '@nestjs/common';
import { PublishedHeads } from '../integrity/published-heads.js';
import { EditionEventStore } from '../persistence/edition-event-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { LineStore, type CommitPlace } from '../persistence/line-store.js';
import { errataPlace, latestOfMajor, latestStanding } from '../policies/errata-line.js';
import { CourseAccess } from '../queries/course-access.query.js';
import { labelsOf } from '../policies/curriculum-version.js';
import { failedRules, versionChecks } from '../policies/version-checks.js';
import {
  editionBefore,
  EditionDossiers,
  writtenSince,
  type EditionDossier,
} from '../queries/edition-dossier.query.js';
import { Versions } from '../queries/versions.query.js';

type Body = InputOf<typeof prepareEdition>['body'];
type Unfrozen = Parameters<typeof editionBefore>[1];

/**
 * Freezes the head of the main line, or of the line on which an older edition is corrected, as the
 * candidate of the next edition: numbers, numbering, manifest.
 */
@Injectable()
export class PrepareEdition {
  constructor(
    private readonly database: Database,
    private readonly access: CourseAccess,
    private readonly editions: EditionStore,
    private readonly lines: LineStore,
    private readonly events: EditionEventStore,
    private readonly versions: Versions,
    private readonly dossiers: EditionDossiers,
    private readonly heads: PublishedHeads,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Answers the candidate's id.
   *
   * @throws DomainError `edition.wrong_state` when a candidate waits already or nothing can be
   *   corrected yet, `edition.not_an_erratum` with the reasons, `curriculum.nothing_changed`,
   *   `curriculum.hours_do_not_add_up`, `curriculum.structure_invalid`
   */
  run(actor: Actor, courseId: string, body: Body): Promise<string> {
    return this.database.run(async () => {
      const course = await this.access.course(actor, 'edition.prepare', courseId);
      await this.editions.lockCurriculum(course.curriculumId);
      const rows = await this.editions.ofCurricula([course.curriculumId]);
      const { kind, number, corrected } = numbered(rows, body);
      const head = await this.lockedHead(course.curriculumId, { corrected, rows }, body);
      const erratumOfId = corrected?.id ?? null;
      const preparedAt = this.clock.now();
      const frozen = { ...number, kind, erratumOfId, preparedAt };
      const dossier = await this.dossier(head, rows, frozen);
      const by = actor.accountId;
      const command = { kind: 'prepare' as const, by, manifestHash: head.manifestHash };
      const decision = decideEdition(dossier.course, command, dossier.context);
      if (!decision.ok) throw new DomainError(decision.error.code, decision.error.details);
      refuseBrokenRules(dossier);
      return this.write(actor, dossier, {
        id: this.ids.next(),
        curriculumId: course.curriculumId,
        ...frozen,
        commitId: head.commitId,
        manifestHash: head.manifestHash,
        title: body.title,
        preparedBy: by,
      });
    });
  }

  /**
   * An erratum is of the line on which its edition is corrected. Where nobody names the edition and the main line
   * goes on from it, the guard tells whether what was merged there is one.
   */
  private async lockedHead(
    curriculumId: string,
    {
      corrected,
      rows,
    }: { readonly corrected: EditionRow | null; readonly rows: readonly EditionRow[] },
    { editionId }: Body,
  ): Promise<CommitPlace> {
    const lines = await this.lines.ofCurriculum(curriculumId);
    const place = corrected === null ? null : errataPlace(corrected, rows, lines);
    const main = lines.find(({ kind }) => kind === 'main') ?? null;
    const own = place !== null && (place.bound || editionId !== undefined);
    const line = own ? place.line : main;
    const locked = line === null ? null : await this.lines.lock(line.id);
    const head = locked === null ? null : await this.lines.headCommit(locked.id);
    if (head === null) throw new DomainError('curriculum.nothing_changed');
    return head;
  }

  private async dossier(
    head: CommitPlace,
    rows: readonly EditionRow[],
    frozen: Unfrozen,
  ): Promise<EditionDossier> {
    const previous = editionBefore(rows, frozen);
    return this.dossiers.of({
      place: head,
      kind: frozen.kind,
      stage: 'assembling',
      // Both tracks freeze alike; which one it goes is asked when it is judged.
      track: 'signature',
      preparedBy: null,
      frozenHash: null,
      previous,
      previousVersion: previous === null ? null : await this.versions.ofEdition(previous),
      version: await this.versions.at(head.lineId, head.seq),
      writtenSince: writtenSince(rows, head.lineId, frozen),
    });
  }

  private async write(
    actor: Actor,
    dossier: EditionDossier,
    candidate: Parameters<EditionStore['insertCandidate']>[0],
  ): Promise<string> {
    const { id, major, minor, kind, manifestHash, commitId } = candidate;
    await this.editions.insertCandidate(candidate);
    await this.editions.putLabels(id, labelsOf(dossier.version));
    await this.audit.record({
      action: 'edition.prepare',
      subject: { kind: 'edition', id },
      details: { major, minor, kind, manifestHash },
    });
    await this.events.append({
      editionId: id,
      event: 'prepared',
      actorId: actor.accountId,
      at: candidate.preparedAt,
      payload: { major, minor, kind, commitId, manifestHash },
    });
    this.database.afterCommit(() => this.heads.publish());
    return id;
  }
}

function numbered(rows: readonly EditionRow[], { kind: asked, editionId }: Body) {
  if (rows.some((row) => row.state === 'candidate')) {
    throw new DomainError('edition.wrong_state', { reason: 'candidate_waits' });
  }
  const issued = rows.filter((row) => row.state === 'issued');
  if (asked === 'erratum') return numberedErratum(issued, editionId);
  if (editionId !== undefined) {
    const message = 'Only an erratum corrects an issued edition.';
    throw new InvalidRequest([{ path: 'kind', code: 'not_an_erratum', message }]);
  }
  const kind: EditionKind = issued.length === 0 ? 'first' : asked;
  return { kind, number: nextEditionNumber(issued, kind), corrected: null };
}

function numberedErratum(issued: readonly EditionRow[], editionId: string | undefined) {
  const named = issued.find(({ id }) => id === editionId);
  if (editionId !== undefined && named === undefined) throw new DomainError('resource.not_found');
  const corrected =
    named === undefined ? latestStanding(issued) : latestOfMajor(issued, named.major);
  if (corrected === null) {
    throw new DomainError('edition.wrong_state', { reason: 'nothing_to_correct' });
  }
  const kind: EditionKind = 'erratum';
  return { kind, number: nextEditionNumber(issued, kind, corrected.major), corrected };
}

function refuseBrokenRules({ version }: EditionDossier): void {
  const failedChecks = failedRules(versionChecks(version, new Map()));
  if (failedChecks.length > 0) {
    throw new DomainError('curriculum.structure_invalid', { failedChecks });
  }
}
