import type { readChangeRequest, ResponseOf } from '@cam-nang/contracts';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import type { ChangeRequestRow } from '../persistence/change-request-store.js';
import type { CourseRow } from '../persistence/course-store.js';
import { CourseAccess } from '../policies/course-access.js';
import { OPEN_STATES } from '../policies/request-facts.js';

type Allowed = ResponseOf<typeof readChangeRequest>['allowed'];

/** What a person may do with a request now: rights, state and the duties kept apart. */
@Injectable()
export class RequestPermissions {
  constructor(private readonly access: CourseAccess) {}

  async of(
    actor: Actor,
    course: CourseRow,
    about: { readonly request: ChangeRequestRow; readonly editors: readonly string[] },
  ): Promise<Allowed> {
    const { state, authorId } = about.request;
    const open = OPEN_STATES.has(state);
    const own = authorId === actor.accountId;
    const wrote = own || about.editors.includes(actor.accountId);
    const can = (permission: Parameters<CourseAccess['reaches']>[1]) =>
      this.access.reaches(actor, permission, course);
    const inReview = state === 'in_review' || state === 'approved';
    const submittable = state === 'draft' || state === 'changes_requested';
    const merge = await can('change-request.merge');
    return {
      edit: open && (await can('curriculum.edit')),
      submit: submittable && (await can('change-request.submit')),
      review: inReview && !wrote && (await can('change-request.review')),
      merge: state === 'approved' && merge,
      abandon: open && (own || merge),
    };
  }
}
