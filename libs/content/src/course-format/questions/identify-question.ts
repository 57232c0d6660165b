import type {
  ChoiceOption,
  GapsSegment,
  MatchingPair,
  OrderingItem,
  QuestionCommon,
  QuestionContent,
} from '@cam-nang/domain';

import { keepIds, type IdentifiedText } from './keep-ids.js';
import type { GapsPiece, OptionDraft, QuestionDraft } from './question-draft.js';

/**
 * The content of a question with an id for every part that answers refer to. The same file gives the
 * same ids; with the question of the edition before, parts that say the same keep theirs.
 */
export function identifyQuestion(
  draft: QuestionDraft,
  before: QuestionContent | null,
): QuestionContent {
  const common: QuestionCommon = {
    stem: draft.stem,
    feedback: draft.feedback,
    lessonId: draft.lesson.value,
    outcome: draft.outcome.value,
    difficulty: draft.difficulty,
    tags: draft.tags,
  };
  return { ...common, ...identifyParts(draft, before) };
}

/** What is left of a question of each type without what all types have. */
type Parts<Q = QuestionContent> = Q extends QuestionCommon ? Omit<Q, keyof QuestionCommon> : never;

function identifyParts(draft: QuestionDraft, before: QuestionContent | null): Parts {
  switch (draft.type) {
    case 'short':
      return { type: draft.type, accepted: draft.accepted };
    case 'numeric': {
      const { type, answer, tolerance, unit } = draft;
      return { type, answer, tolerance, unit };
    }
    case 'matching':
      return { type: draft.type, pairs: pairs(draft.pairs, before, draft.id.value) };
    case 'ordering':
      return { type: draft.type, order: items(draft.order, before, draft.id.value) };
    case 'gaps':
      return { type: draft.type, segments: segments(draft.pieces, before) };
    default:
      return { type: draft.type, options: options(draft.options, before) };
  }
}

function items(
  texts: readonly string[],
  before: QuestionContent | null,
  seed: string,
): readonly OrderingItem[] {
  const ids = keepIds('i', texts, before?.type === 'ordering' ? before.order : [], seed);
  return texts.map((text, index) => ({ id: ids[index] ?? '', text }));
}

function options(
  drafts: readonly OptionDraft[],
  before: QuestionContent | null,
): readonly (ChoiceOption & { readonly fraction?: number })[] {
  const known = before !== null && 'options' in before ? before.options : [];
  const texts = drafts.map((draft) => draft.text);
  const ids = keepIds('o', texts, known);
  return drafts.map((draft, index) => ({ id: ids[index] ?? '', ...draft }));
}

function pairs(
  drafts: readonly { readonly left: string; readonly right: string }[],
  before: QuestionContent | null,
  seed: string,
): readonly MatchingPair[] {
  const known = before?.type === 'matching' ? before.pairs : [];
  const lefts = known.map(({ id, left }): IdentifiedText => ({ id, text: left }));
  const rights = known.map(({ rightId, right }): IdentifiedText => ({ id: rightId, text: right }));
  const leftTexts = drafts.map(({ left }) => left);
  const rightTexts = drafts.map(({ right }) => right);
  const leftIds = keepIds('l', leftTexts, lefts);
  const rightIds = keepIds('r', rightTexts, rights, seed);
  return drafts.map(({ left, right }, index) => ({
    id: leftIds[index] ?? '',
    left,
    rightId: rightIds[index] ?? '',
    right,
  }));
}

function segments(
  pieces: readonly GapsPiece[],
  before: QuestionContent | null,
): readonly GapsSegment[] {
  const known = (before?.type === 'gaps' ? before.segments : []).flatMap((segment) =>
    'gapId' in segment ? [{ id: segment.gapId, text: segment.accepted.join('|') }] : [],
  );
  const gaps = pieces.flatMap((piece) => ('accepted' in piece ? [piece.accepted.join('|')] : []));
  const ids = keepIds('g', gaps, known);
  let gap = 0;
  return pieces.map((piece) =>
    'accepted' in piece ? { gapId: ids[gap++] ?? '', accepted: piece.accepted } : piece,
  );
}
