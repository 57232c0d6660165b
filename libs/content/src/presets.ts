import { getSchema, type Extensions } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import StarterKit from '@tiptap/starter-kit';

import { BLOCK_ATTRIBUTES } from './document/attribute-rules.js';
import { blockIdAttribute } from './nodes/block-id/block-id.js';
import { CaseNode } from './nodes/case/case.js';
import { CheckNode } from './nodes/check/check.js';
import { ContactNode } from './nodes/contact/contact.js';
import { documentNode } from './nodes/document/document-node.js';
import { FormNode } from './nodes/form/form.js';
import { ImageNode } from './nodes/image/image.js';
import { LegalNode } from './nodes/legal/legal.js';
import {
  BulletListNode,
  ListItemNode,
  ListKeys,
  OrderedListNode,
  TaskItemNode,
  TaskListNode,
} from './nodes/list/lists.js';
import { CodeMark } from './nodes/marks/code.js';
import { LinkMark } from './nodes/marks/link.js';
import { QaNode } from './nodes/qa/qa.js';
import { StepsNode } from './nodes/steps/steps.js';
import { TableCellNode, TableHeaderNode, TableNode, TableRowNode } from './nodes/table/tables.js';
import { WarningNode } from './nodes/warning/warning.js';

export const PRESET_NAMES = ['lesson', 'question', 'comment'] as const;

/** Which blocks a text may have: a whole lesson, the text of a question, or a comment beside one. */
export type PresetName = (typeof PRESET_NAMES)[number];

/** What is in tiptap's starter kit and not in this format, or is defined here instead. */
const REPLACED = {
  document: false,
  bulletList: false,
  orderedList: false,
  listItem: false,
  listKeymap: false,
  link: false,
  code: false,
  codeBlock: false,
  strike: false,
  underline: false,
} as const;

/** ProseMirror orders marks as their extensions stand here; it must be the order of MARK_ORDER. */
const WRITING: Extensions = [BulletListNode, OrderedListNode, ListItemNode, ListKeys];

const COURSE_BLOCKS: Extensions = [
  CaseNode,
  StepsNode,
  FormNode,
  LegalNode,
  WarningNode,
  QaNode,
  CheckNode,
  TaskListNode,
  TaskItemNode,
  ContactNode,
];

function lessonExtensions(): Extensions {
  return [
    documentNode('(block | courseBlock)+'),
    StarterKit.configure({ ...REPLACED, heading: { levels: [2, 3, 4] } }),
    LinkMark,
    CodeMark,
    ...WRITING,
    TableNode,
    TableRowNode,
    TableHeaderNode,
    TableCellNode,
    ImageNode,
    ...COURSE_BLOCKS,
    blockIdAttribute(Object.keys(BLOCK_ATTRIBUTES)),
  ];
}

function shortTextExtensions(marks: Extensions): Extensions {
  return [
    documentNode('block+'),
    StarterKit.configure({
      ...REPLACED,
      heading: false,
      blockquote: false,
      horizontalRule: false,
    }),
    ...marks,
    ...WRITING.map((extension) =>
      extension.name === 'listItem'
        ? ListItemNode.extend({ content: 'paragraph (paragraph | bulletList | orderedList)*' })
        : extension,
    ),
    blockIdAttribute(['paragraph', 'bulletList', 'orderedList', 'listItem']),
  ];
}

/** The tiptap extensions of a preset, without any view; the editor adds its node views to them. */
export function presetExtensions(preset: PresetName): Extensions {
  if (preset === 'lesson') return lessonExtensions();
  return shortTextExtensions(preset === 'comment' ? [LinkMark] : [CodeMark]);
}

const schemas = new Map<PresetName, Schema>();

/** The ProseMirror schema of a preset; needs no DOM, so it is the same on the server. */
export function presetSchema(preset: PresetName): Schema {
  const known = schemas.get(preset);
  if (known !== undefined) return known;
  const schema = getSchema(presetExtensions(preset));
  schemas.set(preset, schema);
  return schema;
}
