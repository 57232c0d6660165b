import type { RichAttributes, RichMark, RichNode } from '../rich-node.js';
import { isInline } from '../rich-node.js';
import { canonicalMarks, joinTexts } from './canonical-document.js';
import { isPlainObject, type JsonValue } from './canonical-json.js';
import { spellingForm, studyText } from './study-text.js';

/** Marks that change how words look and not what they say. */
const FORMATTING_MARKS: ReadonlySet<string> = new Set([
  'bold',
  'italic',
  'underline',
  'code',
  'highlight',
  'textStyle',
]);

/** Attributes that a reader does not take in: identity, and how a block is laid out. */
const LAYOUT_ATTRIBUTES: ReadonlySet<string> = new Set([
  'id',
  'align',
  'textAlign',
  'indent',
  'class',
  'style',
  'width',
  'height',
  'colwidth',
  'tight',
  'marker',
  'listStyle',
]);

/** On lists, `type` is the style of the marker (1, a, I). */
const LIST_TYPES: ReadonlySet<string> = new Set(['orderedList', 'bulletList', 'taskList']);

/** Whether a mark changes only how words look. */
export function isFormatting(mark: RichMark): boolean {
  return FORMATTING_MARKS.has(mark.type);
}

/** Whether an attribute of a block type says something to the reader. */
export function isStudied(type: string, attribute: string): boolean {
  if (LAYOUT_ATTRIBUTES.has(attribute)) return false;
  return !(attribute === 'type' && LIST_TYPES.has(type));
}

/**
 * What a learner would notice in a document: words, their order and structure, links and images.
 * Block ids, formatting, runs of white space, markers of lists and the placement of tones are gone.
 */
export function studyForm(node: RichNode): JsonValue {
  const children = node.content ?? [];
  const attrs = studyAttributes(node.type, node.attrs ?? {});
  const inline = children.length > 0 && children.every(isInline);
  return {
    type: node.type,
    ...(Object.keys(attrs).length > 0 && { attrs }),
    content: inline ? studyLine(children) : children.map(studyForm),
  };
}

/** Any JSON value with its texts as a reader takes them in. */
export function studyValue(value: JsonValue): JsonValue {
  if (typeof value === 'string') return studyText(value);
  if (Array.isArray(value)) return value.map((element: JsonValue) => studyValue(element));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value as Record<string, JsonValue | undefined>).flatMap(([key, member]) =>
      member === undefined ? [] : [[key, studyValue(member)] as const],
    ),
  );
}

function studyAttributes(type: string, attrs: RichAttributes): Record<string, JsonValue> {
  const studied = Object.entries(attrs).filter(
    ([name, value]) => isStudied(type, name) && value !== null,
  );
  return Object.fromEntries(studied.map(([name, value]) => [name, studyValue(value)]));
}

/** A line of text as runs; white space is collapsed over the whole line, not within each run. */
function studyLine(children: readonly RichNode[]): JsonValue {
  const runs: RichNode[] = [];
  for (const run of joinTexts(children.map(meaningOnly))) {
    if (run.type !== 'text') {
      runs.push(run);
      continue;
    }
    const text = spellingForm(run.text ?? '').replace(/\s+/gu, ' ');
    const kept = endsOpen(runs.at(-1)) ? text.trimStart() : text;
    if (kept !== '') runs.push({ ...run, text: kept });
  }
  return joinTexts(trimEnd(runs)).map(runForm);
}

/** Whether a space after this run would be one too many: at the start of a line or after a space. */
function endsOpen(run: RichNode | undefined): boolean {
  return run === undefined || (run.type === 'text' && (run.text ?? '').endsWith(' '));
}

function trimEnd(runs: readonly RichNode[]): readonly RichNode[] {
  const last = runs.at(-1);
  if (last?.type !== 'text') return runs;
  const text = (last.text ?? '').trimEnd();
  const before = runs.slice(0, -1);
  return text === '' ? before : [...before, { ...last, text }];
}

function runForm(run: RichNode): JsonValue {
  if (run.type !== 'text') {
    return { type: run.type, attrs: studyAttributes(run.type, run.attrs ?? {}) };
  }
  const links = (run.marks ?? []).map((mark) => ({
    type: mark.type,
    attrs: studyAttributes(mark.type, mark.attrs ?? {}),
  }));
  return { text: run.text ?? '', marks: links };
}

function meaningOnly(node: RichNode): RichNode {
  if (node.type === 'hardBreak') return { type: 'text', text: ' ' };
  const marks = canonicalMarks((node.marks ?? []).filter((mark) => !isFormatting(mark)));
  return {
    type: node.type,
    ...(node.attrs && { attrs: node.attrs }),
    ...(marks.length > 0 && { marks }),
    ...(node.text !== undefined && { text: node.text }),
  };
}
