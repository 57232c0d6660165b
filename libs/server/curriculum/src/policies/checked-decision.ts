import { validateDocument } from '@cam-nang/content';
import { draftTitle, type decideConflict, type InputOf } from '@cam-nang/contracts';
import type { Choice, ConflictValue, NodeConflict, RichNode } from '@cam-nang/domain';
import { InvalidRequest } from '@cam-nang/platform';
import { checkedContent } from './content/check-content.js';

type AskedDecision = InputOf<typeof decideConflict>['body']['decision'];

/** A decision that this conflict can have, with words of one's own in the form in which they are kept. */
export function checkedDecision(
  conflict: NodeConflict,
  decision: AskedDecision,
): Choice<ConflictValue> {
  const { subject } = conflict;
  if (decision.choice === 'ours' || decision.choice === 'theirs') return decision;
  if (subject.kind === 'structure') throw refused('decision.choice', 'not_possible');
  if (decision.choice === 'both') {
    if (subject.kind !== 'block') throw refused('decision.choice', 'not_possible');
    return decision;
  }
  const { written } = decision;
  if (subject.kind === 'block') return { choice: 'written', written: checkedBlocks(written) };
  if (subject.kind === 'question') return { choice: 'written', written: checkedQuestion(written) };
  return { choice: 'written', written: checkedField(written, conflict) };
}

function checkedBlocks(written: unknown): readonly RichNode[] {
  const checked = validateDocument({ type: 'doc', content: written }, 'lesson');
  if (checked.ok) return checked.document.content;
  const fields = checked.errors.map(({ path, code, params }) => ({
    path: `decision.written${path.replace(/^\/content/, '').replaceAll('/', '.')}`,
    code,
    message: code,
    params,
  }));
  throw new InvalidRequest(fields, 'curriculum.document_invalid');
}

function checkedQuestion(written: unknown): ConflictValue {
  const meta = (written as { readonly meta?: unknown } | null)?.meta;
  const content = checkedContent('question', { title: '', meta, document: null }, null);
  return { title: content.title, meta: content.meta } as unknown as ConflictValue;
}

/**
 * A setting stays of its kind, and a title one that may stand; whether the whole is sound is checked when the line is
 * taken over. What both brought in under one id comes from nothing: then what they say tells of which kind it is.
 */
function checkedField(
  written: unknown,
  { subject, base, ours, theirs }: NodeConflict,
): ConflictValue {
  if (!isOfKind(written, base ?? ours ?? theirs)) throw refused('decision.written', 'wrong_kind');
  const isTitle = subject.kind === 'field' && subject.path.join('.') === 'title';
  if (isTitle && !draftTitle.safeParse(written).success) throw refused('decision.written', 'title');
  return (typeof written === 'string' ? written.normalize('NFC').trim() : written) as ConflictValue;
}

function isOfKind(written: unknown, like: ConflictValue): boolean {
  if (written === undefined || written === null) return false;
  return typeof written === typeof like && Array.isArray(written) === Array.isArray(like);
}

function refused(path: string, code: string): InvalidRequest {
  return new InvalidRequest([{ path, code, message: code }]);
}
