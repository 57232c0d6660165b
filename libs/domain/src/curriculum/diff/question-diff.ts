import { canonicalJson } from '../canon/canonical-json.js';
import { questionClassification, questionKey, questionStem } from '../canon/question-parts.js';
import type { QuestionContent, QuestionType } from '../question-content.js';
import { fieldChanges, type FieldChange } from './field-changes.js';
import { longestIncreasing } from './longest-increasing.js';
import { gapsText, questionParts, type QuestionPart } from './question-facets.js';
import { diffText, diffTextOrNull, type TextDiff } from './text-diff.js';
import { addWords, type WordCounts } from './tokens.js';

/** One text of a part that differs. */
export interface PartText {
  readonly field: string;
  readonly diff: TextDiff;
}

/** One part of a question (an option, a pair, an item, a gap), matched by its id. */
export interface PartDiff {
  readonly id: string;
  readonly status: 'same' | 'changed' | 'added' | 'removed';
  /** Whether it stands elsewhere among the parts. In an ordering that is a change of the key. */
  readonly moved: boolean;
  /** Every text of the part; wholly inserted or deleted when it was added or removed. */
  readonly texts: readonly PartText[];
  /** Not for eyes that must not see the key. */
  readonly key: readonly FieldChange[];
  readonly feedback: TextDiff | null;
}

/** Two revisions of a question compared. */
export interface QuestionDiff {
  readonly empty: boolean;
  readonly type: QuestionType;
  /** The old type, where it was another one. */
  readonly typeBefore?: QuestionType;
  readonly stem: TextDiff | null;
  /** The text with gaps. */
  readonly gapsText: TextDiff | null;
  readonly parts: readonly PartDiff[];
  readonly feedback: TextDiff | null;
  /** Lesson to reread, outcome, difficulty and tags. */
  readonly classification: readonly FieldChange[];
  /** Whether the taker sees something else; then no attempt can be graded again with the new key. */
  readonly stemChanged: boolean;
  /** Whether keys, weights, tolerance or feedback differ. */
  readonly keyChanged: boolean;
  /** Words that came and went in all texts, feedback included. */
  readonly words: WordCounts;
}

/** Compares two revisions of a question: words, parts by id, key, feedback and classification. */
export function diffQuestions(before: QuestionContent, after: QuestionContent): QuestionDiff {
  const stem = diffTextOrNull(before.stem, after.stem);
  const gaps = diffTextOrNull(gapsText(before) ?? '', gapsText(after) ?? '');
  const feedback = diffTextOrNull(before.feedback, after.feedback);
  const parts = diffParts(questionParts(before), questionParts(after));
  const classification = fieldChanges(
    questionClassification(before),
    questionClassification(after),
  );
  const retyped = before.type !== after.type;
  const stemChanged = canonicalJson(questionStem(before)) !== canonicalJson(questionStem(after));
  const keyChanged = canonicalJson(questionKey(before)) !== canonicalJson(questionKey(after));
  const texts = [stem, gaps, feedback, ...parts.flatMap(partTexts)];
  return {
    empty: !stemChanged && !keyChanged && classification.length === 0,
    type: after.type,
    ...(retyped && { typeBefore: before.type }),
    stem,
    gapsText: gaps,
    parts,
    feedback,
    classification,
    stemChanged,
    keyChanged,
    words: addWords(texts.flatMap((diff) => (diff ? [diff.words] : []))),
  };
}

function partTexts(part: PartDiff): readonly (TextDiff | null)[] {
  return [...part.texts.map(({ diff }) => diff), part.feedback];
}

/** The new parts in order, then the removed ones in their old order. */
function diffParts(
  before: readonly QuestionPart[],
  after: readonly QuestionPart[],
): readonly PartDiff[] {
  const olds = new Map(before.map((part, place) => [part.id, { part, place }]));
  const stayed = after.flatMap(({ id }) => {
    const old = olds.get(id);
    return old ? [{ id, place: old.place }] : [];
  });
  const run = longestIncreasing(stayed.map(({ place }) => place));
  const inPlace = new Set(run.map((index) => stayed[index]?.id));
  const present = after.map((part) => {
    const old = olds.get(part.id)?.part;
    return old ? changedPart(old, part, !inPlace.has(part.id)) : onePart('added', part);
  });
  const kept = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !kept.has(id)).map((part) => onePart('removed', part));
  return [...present, ...gone];
}

function changedPart(before: QuestionPart, after: QuestionPart, moved: boolean): PartDiff {
  const compared = compareParts(before, after);
  const reworded = compared.texts.some(({ diff }) => diff.segments.some(({ op }) => op !== 'same'));
  const differs = reworded || compared.key.length > 0 || compared.feedback !== null;
  return { id: after.id, status: differs ? 'changed' : 'same', moved, ...compared };
}

function onePart(status: 'added' | 'removed', part: QuestionPart): PartDiff {
  const nothing: QuestionPart = { id: part.id, texts: {}, key: {}, feedback: '' };
  const [before, after] = status === 'added' ? [nothing, part] : [part, nothing];
  return { id: part.id, status, moved: false, ...compareParts(before, after) };
}

function compareParts(
  before: QuestionPart,
  after: QuestionPart,
): Pick<PartDiff, 'texts' | 'key' | 'feedback'> {
  return {
    texts: textDiffs(before.texts, after.texts),
    key: fieldChanges(before.key, after.key),
    feedback: diffTextOrNull(before.feedback, after.feedback),
  };
}

function textDiffs(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly PartText[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.map((field) => ({
    field,
    diff: diffText(before[field] ?? '', after[field] ?? ''),
  }));
}
