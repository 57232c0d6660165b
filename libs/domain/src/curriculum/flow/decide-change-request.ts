import { ok, refused, type Result } from '../../shared/result.js';
import {
  applyChangeRequestEvent,
  changedSince,
  currentReviews,
  type ChangeRequest,
  type ChangeRequestCommand,
  type ChangeRequestContext,
  type ChangeRequestEvent,
  type ChangeRequestState,
  type Review,
} from './change-request.js';

type Decision = Result<readonly ChangeRequestEvent[]>;
type Command<K extends ChangeRequestCommand['kind']> = Extract<ChangeRequestCommand, { kind: K }>;

/** The states in which each command can be given at all. */
const ALLOWED: Readonly<Record<ChangeRequestCommand['kind'], readonly ChangeRequestState[]>> = {
  edit: ['draft', 'in_review', 'changes_requested', 'approved'],
  submit: ['draft', 'changes_requested'],
  review: ['in_review', 'approved'],
  merge: ['approved'],
  abandon: ['draft', 'in_review', 'changes_requested', 'approved'],
};

/**
 * What a command does to a change request, or why it is refused. Who may give a command at all is
 * the caller's question; here stand the rules that no right can lift: verdicts are about the content
 * and the kind that were seen, and nobody approves what they wrote.
 *
 * Refusals: `change_request.wrong_state`, `change_request.verdict_outdated`,
 * `permission.same_person`, `curriculum.nothing_changed`, `curriculum.hours_do_not_add_up`,
 * `curriculum.structure_invalid`, `curriculum.base_moved`, `request.invalid`.
 */
export function decideChangeRequest(
  request: ChangeRequest,
  command: ChangeRequestCommand,
  context: ChangeRequestContext,
): Decision {
  if (!ALLOWED[command.kind].includes(request.state)) {
    return refused('change_request.wrong_state', { state: request.state, command: command.kind });
  }
  switch (command.kind) {
    case 'edit':
      return edit(request, command);
    case 'submit':
      return submit(request, command, context);
    case 'review':
      return review(request, command, context);
    case 'merge':
      return merge(request, command, context);
    case 'abandon':
      return ok([{ kind: 'abandoned', by: command.by }]);
  }
}

/** The request after all events of a decision. */
export function afterEvents(
  request: ChangeRequest,
  events: readonly ChangeRequestEvent[],
): ChangeRequest {
  return events.reduce(applyChangeRequestEvent, request);
}

function edit(request: ChangeRequest, { by, overlayHash, requestKind }: Command<'edit'>): Decision {
  const same = changedSince(request, { overlayHash, requestKind }).length === 0;
  const reviewerIds = same ? [] : currentReviews(request).map(({ reviewerId }) => reviewerId);
  if (same && request.authorIds.includes(by)) return ok([]);
  return ok([
    { kind: 'edited', by, overlayHash, requestKind },
    ...(reviewerIds.length > 0 ? [{ kind: 'reviews_dismissed' as const, reviewerIds }] : []),
  ]);
}

function submit(
  request: ChangeRequest,
  { by }: Command<'submit'>,
  context: ChangeRequestContext,
): Decision {
  const problem = unfitForTheLine(context);
  if (problem) return problem;
  const { overlayHash } = request;
  const submitted = { kind: 'submitted' as const, by, overlayHash };
  const approved = context.openBlockingThreads === 0 && enoughApprovals(request, context);
  return ok(approved ? [submitted, { kind: 'approved', overlayHash }] : [submitted]);
}

function review(
  request: ChangeRequest,
  { by, verdict, overlayHash, requestKind, comment }: Command<'review'>,
  context: ChangeRequestContext,
): Decision {
  const changed = changedSince(request, { overlayHash, requestKind });
  if (changed.length > 0) {
    const now = { overlayHash: request.overlayHash, requestKind: request.kind };
    return refused('change_request.verdict_outdated', { ...now, changed });
  }
  if (verdict !== 'comment' && request.authorIds.includes(by)) {
    return refused('permission.same_person', { rule: 'author_is_not_reviewer' });
  }
  if (verdict !== 'approve' && comment.trim() === '') {
    return refused('request.invalid', { field: 'comment', reason: 'required' });
  }
  const given: Review = { reviewerId: by, verdict, overlayHash, requestKind };
  const reviewed = { kind: 'reviewed' as const, review: given, comment };
  if (verdict === 'comment') return ok([reviewed]);
  if (verdict === 'request_changes') return ok([reviewed, { kind: 'changes_requested', by }]);
  return approve(request, reviewed, context);
}

function approve(
  request: ChangeRequest,
  reviewed: Extract<ChangeRequestEvent, { kind: 'reviewed' }>,
  context: ChangeRequestContext,
): Decision {
  const objection = openObjections(context);
  if (objection) return objection;
  const after = applyChangeRequestEvent(request, reviewed);
  const settled = request.state === 'in_review' && enoughApprovals(after, context);
  const { overlayHash } = request;
  return ok(settled ? [reviewed, { kind: 'approved', overlayHash }] : [reviewed]);
}

function merge(
  request: ChangeRequest,
  { by }: Command<'merge'>,
  context: ChangeRequestContext,
): Decision {
  const { overlayHash, baseSeq } = request;
  const objection = openObjections(context);
  if (objection) return objection;
  if (!enoughApprovals(request, context)) {
    return refused('change_request.verdict_outdated', { overlayHash });
  }
  if (baseSeq !== context.headSeq) {
    return refused('curriculum.base_moved', { baseSeq, headSeq: context.headSeq });
  }
  return unfitForTheLine(context) ?? ok([{ kind: 'merged', by, overlayHash }]);
}

/** What somebody holds against the text is settled before it is approved, and before it reaches the line. */
function openObjections({ openBlockingThreads: count }: ChangeRequestContext): Decision | null {
  if (count === 0) return null;
  return refused('change_request.wrong_state', { reason: 'open_threads', count });
}

/** Approvals of the content as it stands, with nobody asking for changes to it. */
function enoughApprovals(
  request: ChangeRequest,
  { requiredApprovals }: ChangeRequestContext,
): boolean {
  const reviews = currentReviews(request);
  const approvals = reviews.filter(
    ({ verdict, reviewerId }) => verdict === 'approve' && !request.authorIds.includes(reviewerId),
  );
  const objected = reviews.some(({ verdict }) => verdict === 'request_changes');
  return !objected && approvals.length >= requiredApprovals;
}

function unfitForTheLine(context: ChangeRequestContext): Decision | null {
  const { effectiveChanges, hoursFit, failedChecks } = context;
  if (effectiveChanges === 0) return refused('curriculum.nothing_changed');
  if (!hoursFit) return refused('curriculum.hours_do_not_add_up');
  if (failedChecks.length > 0) return refused('curriculum.structure_invalid', { failedChecks });
  return null;
}
