import type { JsonValue, RichMark, RichNode } from '@cam-nang/domain';

import { BLOCK_ATTRIBUTES, MARK_ATTRIBUTES, MARK_ORDER } from '../document/attribute-rules.js';
import { presetSchema } from '../presets.js';
import { checkAttributes, pointer, usableId } from './check-attributes.js';
import { cleanText } from './clean-text.js';
import { DOCUMENT_LIMITS } from './limits.js';
import type { ValidationRun } from './validation-run.js';

type Members = Readonly<Record<string, unknown>>;

const NODE_KEYS: ReadonlySet<string> = new Set(['type', 'attrs', 'content', 'marks', 'text']);
const MARK_KEYS: ReadonlySet<string> = new Set(['type', 'attrs']);

/**
 * Copies a node of unknown origin, keeping only what the format knows and reporting the rest. Null
 * when there is nothing to keep. What is copied has fresh objects throughout.
 */
export function checkNode(
  run: ValidationRun,
  path: string,
  input: unknown,
  depth: number,
): RichNode | null {
  if (run.isOver || !run.countNode(path)) return null;
  const node = asMembers(input);
  if (node === null || typeof node['type'] !== 'string') {
    run.report.add(path, 'not_a_node');
    return null;
  }
  if (depth > DOCUMENT_LIMITS.depth) {
    run.report.add(path, 'too_deep', { max: DOCUMENT_LIMITS.depth });
    return null;
  }
  const { type } = node;
  if (!Object.hasOwn(presetSchema(run.preset).nodes, type)) {
    run.report.add(path, 'node_unknown', { type: type.slice(0, 60) });
    return null;
  }
  checkKeys(run, path, node, NODE_KEYS);
  return type === 'text' ? checkTextNode(run, path, node) : checkElement(run, path, node, depth);
}

/** An object with members, or null for everything else that JSON can hold. */
export function asMembers(input: unknown): Members | null {
  const plain = typeof input === 'object' && input !== null && !Array.isArray(input);
  return plain ? (input as Members) : null;
}

function checkElement(
  run: ValidationRun,
  path: string,
  node: Members,
  depth: number,
): RichNode | null {
  const type = String(node['type']);
  const rules = BLOCK_ATTRIBUTES[type];
  const attrs = checkedAttributes(run, `${path}/attrs`, node['attrs'], rules ?? {});
  const id = rules === undefined ? null : usableId(asMembers(node['attrs'])?.['id']);
  const all = id === null ? attrs : { id, ...attrs };
  const content = checkChildren(run, `${path}/content`, node['content'], depth);
  if (type !== 'hardBreak') rejectMarks(run, path, node['marks']);
  return {
    type,
    ...(Object.keys(all).length > 0 && { attrs: all }),
    ...(content.length > 0 && { content }),
  };
}

function checkTextNode(run: ValidationRun, path: string, node: Members): RichNode | null {
  const { text } = node;
  if (typeof text !== 'string' || text === '') {
    run.report.add(`${path}/text`, 'text_invalid');
    return null;
  }
  run.countCharacters(path, text.length);
  if (text.length > DOCUMENT_LIMITS.run) {
    run.report.add(`${path}/text`, 'text_too_long', { max: DOCUMENT_LIMITS.run });
    return null;
  }
  const clean = cleanText(text);
  if (clean === null) run.report.add(`${path}/text`, 'text_control_character');
  const marks = checkMarks(run, `${path}/marks`, node['marks']);
  if (clean === null || clean === '') return null;
  return { type: 'text', text: clean, ...(marks.length > 0 && { marks }) };
}

function checkChildren(
  run: ValidationRun,
  path: string,
  input: unknown,
  depth: number,
): readonly RichNode[] {
  if (input === undefined || input === null) return [];
  if (!Array.isArray(input)) {
    run.report.add(path, 'content_invalid');
    return [];
  }
  const children: RichNode[] = [];
  for (const [index, child] of input.entries()) {
    if (run.isOver) break;
    const checked = checkNode(run, `${path}/${index}`, child, depth + 1);
    if (checked !== null) children.push(checked);
  }
  return children;
}

function checkMarks(run: ValidationRun, path: string, input: unknown): readonly RichMark[] {
  if (input === undefined || input === null) return [];
  if (!Array.isArray(input) || input.length > MARK_ORDER.length) {
    run.report.add(path, 'mark_unknown');
    return [];
  }
  const marks = new Map<string, RichMark>();
  for (const [index, mark] of input.entries()) {
    const checked = checkMark(run, `${path}/${index}`, mark);
    if (checked === null) continue;
    if (marks.has(checked.type)) run.report.add(`${path}/${index}`, 'mark_twice');
    marks.set(checked.type, checked);
  }
  return [...marks.values()];
}

function checkMark(run: ValidationRun, path: string, input: unknown): RichMark | null {
  const mark = asMembers(input);
  const type = mark?.['type'];
  if (mark === null || typeof type !== 'string' || !Object.hasOwn(MARK_ATTRIBUTES, type)) {
    run.report.add(path, 'mark_unknown');
    return null;
  }
  checkKeys(run, path, mark, MARK_KEYS);
  if (!Object.hasOwn(presetSchema(run.preset).marks, type)) {
    run.report.add(path, 'mark_not_allowed', { type });
    return null;
  }
  const rules = MARK_ATTRIBUTES[type] ?? {};
  const attrs = checkedAttributes(run, `${path}/attrs`, mark['attrs'], rules);
  return { type, ...(Object.keys(attrs).length > 0 && { attrs }) };
}

/** Marks of a line break mean nothing and are dropped; marks of a block cannot be meant. */
function rejectMarks(run: ValidationRun, path: string, input: unknown): void {
  const none =
    input === undefined || input === null || (Array.isArray(input) && input.length === 0);
  if (!none) run.report.add(`${path}/marks`, 'mark_not_allowed', { type: '*' });
}

function checkedAttributes(
  run: ValidationRun,
  path: string,
  input: unknown,
  rules: Parameters<typeof checkAttributes>[3],
): Record<string, JsonValue> {
  const attrs = input === undefined || input === null ? {} : asMembers(input);
  if (attrs !== null) return checkAttributes(run, path, attrs, rules);
  run.report.add(path, 'attribute_invalid');
  return {};
}

function checkKeys(
  run: ValidationRun,
  path: string,
  members: Members,
  known: ReadonlySet<string>,
): void {
  for (const key of Object.keys(members)) {
    if (!known.has(key)) run.report.add(`${path}/${pointer(key)}`, 'key_unknown');
  }
}
