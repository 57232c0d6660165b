import type { readChangeRequest, ResponseOf } from '@cam-nang/contracts';
import type { Permission } from '@cam-nang/domain';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import type { ChangeRequestRow } from '../persistence/change-request-store.js';
import type { CourseRow } from '../persistence/course-store.js';
import { CourseAccess } from './course-access.query.js';
import { isAmendable, OPEN_STATES } from '../policies/request-facts.js';

const SUBMITTABLE: ReadonlySet<string> = new Set(['draft', 'changes_requested']);
const REVIEWABLE: ReadonlySet<string> = new Set(['in_review', 'approved']);

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
    const can = (permission: Permission) => this.access.reaches(actor, permission, course);
    const own = authorId === actor.accountId;
    const wrote = own || about.editors.includes(actor.accountId);
    const edits = await can('curriculum.edit');
    const merges = await can('change-request.merge');
    const whyNotReview = refusalOfReview(state, await can('change-request.review'), wrote);
    return {
      edit: OPEN_STATES.has(state) && edits,
      amend: isAmendable(about.request) && edits,
      submit: SUBMITTABLE.has(state) && (await can('change-request.submit')),
      review: whyNotReview === null,
      whyNotReview,
      merge: state === 'approved' && merges,
      abandon: OPEN_STATES.has(state) && (own || merges),
    };
  }
}

/** Right first: whoever may never judge is not told to wait for another state. */
function refusalOfReview(
  state: string,
  mayReview: boolean,
  wrote: boolean,
): Allowed['whyNotReview'] {
  if (!mayReview) return 'permission.denied';
  if (!REVIEWABLE.has(state)) return 'change_request.wrong_state';
  return wrote ? 'permission.same_person' : null;
}
