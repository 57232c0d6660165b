import type { InputOf, openChangeRequest } from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import { AUDIT_TRAIL, Clock, Database, Ids, type Actor, type AuditTrail } from '@cam-nang/platform';
import { Inject, Injectable } from '@nestjs/common';
import { ChangeRequestStore } from '../persistence/change-request-store.js';
import { EditionStore } from '../persistence/edition-store.js';
import { LineStore } from '../persistence/line-store.js';
import { ReviewStore } from '../persistence/review-store.js';
import { CourseAccess } from '../queries/course-access.query.js';

/** Begins a change request on the head of the line. */
@Injectable()
export class OpenChangeRequest {
  constructor(
    private readonly database: Database,
    private readonly access: CourseAccess,
    private readonly requests: ChangeRequestStore,
    private readonly editions: EditionStore,
    private readonly lines: LineStore,
    private readonly reviews: ReviewStore,
    @Inject(AUDIT_TRAIL) private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Answers the request's id. @throws DomainError `resource.not_found`, `change_request.wrong_state` */
  run(
    actor: Actor,
    courseId: string,
    body: InputOf<typeof openChangeRequest>['body'],
  ): Promise<string> {
    return this.database.run(async () => {
      const course = await this.access.course(actor, 'curriculum.edit', courseId);
      await this.editions.lockCurriculum(course.curriculumId);
      const line = await this.lines.mainOf(course.curriculumId);
      const head = line === null ? null : await this.lines.headCommit(line.id);
      if (head === null || course.recordOnly) {
        throw new DomainError('change_request.wrong_state', { reason: 'nothing_to_change' });
      }
      const at = this.clock.now();
      const id = this.ids.next();
      await this.requests.insert({
        ...body,
        id,
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
}
