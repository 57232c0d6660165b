import { ok, refused, type Refusal, type Result } from '../../shared/result.js';
import type {
  EditionCommand,
  EditionContext,
  EditionCourse,
  EditionEvent,
  EditionStage,
  EditionTrack,
} from './edition-flow.js';

type Decision = Result<readonly EditionEvent[]>;
type Command<K extends EditionCommand['kind']> = Extract<EditionCommand, { kind: K }>;
type Stages = Readonly<Record<EditionCommand['kind'], readonly EditionStage[]>>;

/** The stages at which each command can be given at all, by track. */
const ALLOWED: Readonly<Record<EditionTrack, Stages>> = {
  signature: {
    prepare: ['assembling'],
    approve: [],
    return: ['candidate'],
    issue: ['candidate'],
    withdraw: ['issued'],
  },
  council: {
    prepare: ['assembling'],
    approve: ['candidate'],
    return: ['candidate', 'approved'],
    issue: ['approved'],
    withdraw: ['issued'],
  },
};

/**
 * What a command does to an edition on its way, or why it is refused. Who may give a command at all
 * is the caller's question; here stand the rules that no right can lift: what is signed is what was
 * frozen, and nobody signs what they wrote or prepared.
 *
 * Refusals: `edition.wrong_state`, `edition.manifest_changed`, `edition.decision_taken`,
 * `edition.date_in_past`, `edition.dates_overlap`, `edition.not_an_erratum`,
 * `permission.same_person`, `curriculum.nothing_changed`, `curriculum.hours_do_not_add_up`,
 * `request.invalid`.
 */
export function decideEdition(
  edition: EditionCourse,
  command: EditionCommand,
  context: EditionContext,
): Decision {
  if (!ALLOWED[context.track][command.kind].includes(edition.stage)) {
    return refused('edition.wrong_state', { state: edition.stage, command: command.kind });
  }
  switch (command.kind) {
    case 'prepare':
      return prepare(edition, command, context);
    case 'approve':
      return approve(edition, command);
    case 'return':
      return sendBack(command);
    case 'issue':
      return issue(edition, command, context);
    case 'withdraw':
      return withdraw(command, context);
  }
}

function prepare(
  edition: EditionCourse,
  { by, manifestHash }: Command<'prepare'>,
  context: EditionContext,
): Decision {
  const problem = contentProblem(edition, context);
  if (problem) return { ok: false, error: problem };
  return ok([{ kind: 'prepared', by, manifestHash }]);
}

function approve(edition: EditionCourse, { by, manifestHash }: Command<'approve'>): Decision {
  const problem = personProblem(edition, by) ?? manifestProblem(edition, manifestHash);
  return problem ? { ok: false, error: problem } : ok([{ kind: 'approved', by, manifestHash }]);
}

function sendBack({ by, reason }: Command<'return'>): Decision {
  if (reason.trim() === '') return required('reason');
  return ok([{ kind: 'returned', by, reason }]);
}

function issue(
  edition: EditionCourse,
  command: Command<'issue'>,
  context: EditionContext,
): Decision {
  const { by, manifestHash, decisionNo, decisionDate } = command;
  const problem =
    personProblem(edition, by) ??
    manifestProblem(edition, manifestHash) ??
    contentProblem(edition, context) ??
    decisionProblem(command, context);
  if (problem) return { ok: false, error: problem };
  const plan = context.plan ?? refused('request.invalid', { field: 'effectiveFrom' });
  if (!plan.ok) return plan;
  return ok([
    {
      kind: 'issued',
      by,
      manifestHash,
      decisionNo: decisionNo.trim(),
      decisionDate,
      plan: plan.value,
    },
  ]);
}

/** A withdrawal says nothing about the text, so whoever wrote or prepared it may sign one. */
function withdraw(command: Command<'withdraw'>, context: EditionContext): Decision {
  const { by, decisionDate, on, fallbackId } = command;
  const { fallbackIds } = context;
  const reason = command.reason.trim();
  const decisionNo = command.decisionNo.trim();
  if (reason === '') return required('reason');
  if (decisionNo === '') return required('decisionNo');
  const problem = withdrawalProblem({ decisionNo, decisionDate, on }, context);
  if (problem) return { ok: false, error: problem };
  if (fallbackId !== null && fallbackIds?.includes(fallbackId) !== true) {
    return invalid('fallbackId', 'not_possible');
  }
  const governed = fallbackIds !== null;
  return ok([
    { kind: 'withdrawn', by, decisionNo, decisionDate, reason, on, governed, fallbackId },
  ]);
}

/** What is withdrawn by the decision that issued it, or by one of before, was never withdrawn. */
function withdrawalProblem(
  { decisionNo, decisionDate, on }: Pick<Command<'withdraw'>, 'decisionNo' | 'decisionDate' | 'on'>,
  { today, issuedBy }: EditionContext,
): Refusal | null {
  const wrong = (field: string, reason: string): Refusal => ({
    code: 'request.invalid',
    details: { field, reason },
  });
  if (decisionDate > today) return wrong('decisionDate', 'in_future');
  if (issuedBy !== null && decisionDate < issuedBy.decisionDate) {
    return wrong('decisionDate', 'before_issue');
  }
  if (issuedBy?.decisionNo === decisionNo && issuedBy.decisionDate === decisionDate) {
    return wrong('decisionNo', 'issued_it');
  }
  return on < today ? { code: 'edition.date_in_past', details: { date: on } } : null;
}

function personProblem(edition: EditionCourse, by: string): Refusal | null {
  if (edition.authorIds.includes(by)) {
    return { code: 'permission.same_person', details: { rule: 'author_is_not_signer' } };
  }
  if (edition.preparedBy === by) {
    return { code: 'permission.same_person', details: { rule: 'preparer_is_not_signer' } };
  }
  return null;
}

function manifestProblem(edition: EditionCourse, manifestHash: string): Refusal | null {
  if (edition.manifestHash === manifestHash) return null;
  return { code: 'edition.manifest_changed', details: { manifestHash: edition.manifestHash } };
}

function contentProblem(edition: EditionCourse, context: EditionContext): Refusal | null {
  if (!context.changed) return { code: 'curriculum.nothing_changed', details: {} };
  if (!context.hoursFit) return { code: 'curriculum.hours_do_not_add_up', details: {} };
  const { erratumRefusals } = context;
  if (edition.kind !== 'erratum' || erratumRefusals.length === 0) return null;
  return { code: 'edition.not_an_erratum', details: { refusals: erratumRefusals } };
}

function decisionProblem(
  { decisionNo, decisionDate, effectiveFrom }: Command<'issue'>,
  { decisionTaken, mayBackdate, sealedOn, today }: EditionContext,
): Refusal | null {
  if (decisionNo.trim() === '') {
    return { code: 'request.invalid', details: { field: 'decisionNo', reason: 'required' } };
  }
  if (decisionDate > today) {
    return { code: 'request.invalid', details: { field: 'decisionDate', reason: 'in_future' } };
  }
  if (sealedOn !== null && decisionDate < sealedOn && !mayBackdate) {
    return { code: 'request.invalid', details: { field: 'decisionDate', reason: 'before_sealed' } };
  }
  if (decisionTaken) return { code: 'edition.decision_taken', details: { decisionNo } };
  if (effectiveFrom < today && !mayBackdate) {
    return { code: 'edition.date_in_past', details: { date: effectiveFrom } };
  }
  return null;
}

function required(field: string): Decision {
  return invalid(field, 'required');
}

function invalid(field: string, reason: string): Decision {
  return refused('request.invalid', { field, reason });
}
