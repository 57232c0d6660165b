import type { InputOf, openChangeRequest } from '@cam-nang/contracts';
import { DomainError, editionLabel } from '@cam-nang/domain';
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
import { ChangeRequestStore } from '../persistence/change-request-store.js';
import type { CourseRow } from '../persistence/course-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { LineStore, type CommitPlace } from '../persistence/line-store.js';
import { ReviewStore } from '../persistence/review-store.js';
import { latestOfMajor, latestStanding } from '../policies/errata-line.js';
import { CourseAccess } from '../queries/course-access.query.js';
import { ForkLine } from './fork-line.js';

type Body = InputOf<typeof openChangeRequest>['body'];

/** Begins a change request on the head of the main line, or an erratum where those to its edition are written. */
@Injectable()
export class OpenChangeRequest {
  constructor(
    private readonly database: Database,
    private readonly access: CourseAccess,
    private readonly requests: ChangeRequestStore,
    private readonly editions: EditionStore,
    private readonly lines: LineStore,
    private readonly forks: ForkLine,
    private readonly reviews: ReviewStore,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Answers the request's id.
   *
   * @throws DomainError `resource.not_found`, `change_request.wrong_state`, `edition.wrong_state` for an
   *   edition that is not the latest of its major, or withdrawn; `request.invalid` for more than an erratum
   */
  run(actor: Actor, courseId: string, body: Body): Promise<string> {
    return this.database.run(async () => {
      const course = await this.access.course(actor, 'curriculum.edit', courseId);
      await this.editions.lockCurriculum(course.curriculumId);
      const head = await this.head(course, body);
      if (head === null || course.recordOnly) {
        throw new DomainError('change_request.wrong_state', { reason: 'nothing_to_change' });
      }
      const { title, reason, kind } = body;
      const at = this.clock.now();
      const id = this.ids.next();
      await this.requests.insert({
        ...{ id, title, reason, kind },
        curriculumId: course.curriculumId,
        number: await this.requests.nextNumber(course.curriculumId),
        baseCommitId: head.commitId,
        authorId: actor.accountId,
        at,
      });
      const who = { actorId: actor.accountId, at };
      await this.reviews.record({ requestId: id, event: 'opened', ...who });
      await this.audit.record({
        action: 'change-request.open',
        subject: { kind: 'change-request', id },
        details: { courseId },
      });
      return id;
    });
  }

  private async head(course: CourseRow, body: Body): Promise<CommitPlace | null> {
    if (body.editionId === undefined) return this.unnamedHead(course, body);
    if (body.kind !== 'erratum') {
      const message = 'Only an erratum corrects an issued edition.';
      throw new InvalidRequest([{ path: 'kind', code: 'not_an_erratum', message }]);
    }
    const rows = await this.editions.ofCurricula([course.curriculumId]);
    const edition = rows.find(({ id, state }) => id === body.editionId && state === 'issued');
    if (edition === undefined) throw new DomainError('resource.not_found');
    refuseUncorrectable(edition, rows);
    return this.forks.run(edition, rows);
  }

  /** An erratum that names no edition is one to the newest that stands. */
  private async unnamedHead(
    { curriculumId }: CourseRow,
    { kind }: Body,
  ): Promise<CommitPlace | null> {
    const rows = kind === 'erratum' ? await this.editions.ofCurricula([curriculumId]) : [];
    const newest = latestStanding(rows);
    if (newest !== null) return this.forks.run(newest, rows);
    const main = await this.lines.mainOf(curriculumId);
    return main === null ? null : this.lines.headCommit(main.id);
  }
}

/** An erratum corrects what stands, and says what that is where another edition was named. */
function refuseUncorrectable(edition: EditionRow, rows: readonly EditionRow[]): void {
  const latest = latestOfMajor(rows, edition.major);
  if (latest?.id === edition.id) return;
  throw new DomainError('edition.wrong_state', {
    reason: edition.withdrawnAt === null ? 'not_latest_of_major' : 'withdrawn',
    latest: latest === null ? null : editionLabel(latest),
  });
}
