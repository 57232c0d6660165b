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

  /** The person's rights in a course, asked once for all of its requests. */
  async rights(actor: Actor, course: CourseRow): Promise<RequestRights> {
    const can = (permission: Permission) => this.access.reaches(actor, permission, course);
    return {
      accountId: actor.accountId,
      edits: await can('curriculum.edit'),
      submits: await can('change-request.submit'),
      reviews: await can('change-request.review'),
      merges: await can('change-request.merge'),
    };
  }
}

/** What a person may do with requests of a course, before their state is looked at. */
export interface RequestRights {
  readonly accountId: string;
  readonly edits: boolean;
  readonly submits: boolean;
  readonly reviews: boolean;
  readonly merges: boolean;
}

/** What the rights allow with a request in its state, by a person who may have written in it. */
export function allowedWith(
  { accountId, edits, submits, reviews, merges }: RequestRights,
  about: { readonly request: ChangeRequestRow; readonly editors: readonly string[] },
): Allowed {
  const { state, authorId } = about.request;
  const own = authorId === accountId;
  const wrote = own || about.editors.includes(accountId);
  const whyNotReview = refusalOfReview(state, reviews, wrote);
  return {
    edit: OPEN_STATES.has(state) && edits,
    amend: isAmendable(about.request) && edits,
    submit: SUBMITTABLE.has(state) && submits,
    review: whyNotReview === null,
    whyNotReview,
    merge: state === 'approved' && merges,
    abandon: OPEN_STATES.has(state) && (own || merges),
    wrote,
  };
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
