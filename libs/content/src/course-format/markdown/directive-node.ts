import { parseCalendarDate, type JsonValue, type RichNode } from '@cam-nang/domain';

import { BLOCK_ATTRIBUTES, type AttributeRule } from '../../document/attribute-rules.js';
import { cleanText } from '../../validate/clean-text.js';
import { DIRECTIVES, type DirectiveAttribute } from './directive-rules.js';
import type { MarkdownFile } from './markdown-file.js';
import type { MarkdownBlock, MarkdownOf } from './markdown-tree.js';
import { taskListNode } from './task-list-node.js';

export type Directive = MarkdownOf<'containerDirective'>;

/** Reads the blocks inside a directive. */
export type ReadBlocks = (
  file: MarkdownFile,
  blocks: readonly MarkdownBlock[],
) => readonly RichNode[];

const CLOSING = /^\s*:{3,}\s*$/;

/** A course block; empty (with errors) when it is none. */
export function directiveNode(
  file: MarkdownFile,
  directive: Directive,
  readBlocks: ReadBlocks,
): readonly RichNode[] {
  const { name } = directive;
  const rules = Object.hasOwn(DIRECTIVES, name) ? DIRECTIVES[name] : undefined;
  if (rules === undefined) {
    file.report(directive, 'directive_unknown', { name });
    return [];
  }
  if (!CLOSING.test(file.lastLineOf(directive))) {
    file.report(directive, 'directive_not_closed', { name });
  }
  const attrs = readAttributes(file, directive, rules);
  const content = name === 'check' ? options(file, directive) : body(file, directive, readBlocks);
  return [{ type: name, attrs, ...(content.length > 0 && { content }) }];
}

function readAttributes(
  file: MarkdownFile,
  directive: Directive,
  rules: readonly DirectiveAttribute[],
): Record<string, JsonValue> {
  const { name } = directive;
  const given = directive.attributes ?? {};
  const known = new Set(rules.map((rule) => rule.name));
  for (const attribute of Object.keys(given).filter((key) => !known.has(key))) {
    file.report(directive, 'attribute_unknown', { name, attribute });
  }
  const entries = rules.flatMap((rule) => {
    const value = readAttribute(file, directive, rule);
    return value === null ? [] : [[rule.name, value] as const];
  });
  return Object.fromEntries(entries);
}

function readAttribute(
  file: MarkdownFile,
  directive: Directive,
  { name: attribute, isRequired }: DirectiveAttribute,
): string | null {
  const { name } = directive;
  const value = (directive.attributes?.[attribute] ?? '').trim();
  const rule = BLOCK_ATTRIBUTES[name]?.[attribute];
  if (value === '') {
    if (isRequired) file.report(directive, 'attribute_missing', { name, attribute });
    return null;
  }
  if (rule !== undefined && isValid(rule, value)) return cleanText(value);
  file.report(directive, 'attribute_invalid', { name, attribute });
  return null;
}

function isValid(rule: AttributeRule, value: string): boolean {
  switch (rule.kind) {
    case 'text':
    case 'optional-text':
      return value.length <= rule.max && cleanText(value) !== null;
    case 'optional-date':
      return parseCalendarDate(value) !== null;
    case 'choice':
      return rule.values.includes(value);
    default:
      return false;
  }
}

function body(
  file: MarkdownFile,
  directive: Directive,
  readBlocks: ReadBlocks,
): readonly RichNode[] {
  const { name, children } = directive;
  const label = children.find(isLabel);
  if (label !== undefined) file.report(label, 'directive_malformed');
  const content = readBlocks(
    file,
    children.filter((child) => !isLabel(child)),
  );
  if (children.length === 0) file.report(directive, 'directive_empty', { name });
  if (name === 'steps' && children.filter(isNumbered).length !== 1) {
    file.report(directive, 'steps_without_list');
  }
  return content;
}

/** `:::case[Label]`: the course format writes titles as attributes. */
function isLabel(block: MarkdownBlock): boolean {
  return block.type === 'paragraph' && block.data !== undefined && 'directiveLabel' in block.data;
}

function isNumbered(block: MarkdownBlock): boolean {
  return block.type === 'list' && block.ordered === true;
}

/** The options of a self-check: one task list, or nothing for an open question. */
function options(file: MarkdownFile, directive: Directive): readonly RichNode[] {
  const [list, ...more] = directive.children;
  if (list === undefined) return [];
  if (list.type === 'list' && more.length === 0) return [taskListNode(file, list)];
  file.report(more[0] ?? list, 'option_without_box');
  return [];
}
