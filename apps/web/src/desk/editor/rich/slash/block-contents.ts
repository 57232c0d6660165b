import type { JSONContent } from '@tiptap/core';
import type { SlashId } from './slash-items.js';

const PARAGRAPH: JSONContent = { type: 'paragraph' };
const option = (checked: boolean): JSONContent => ({
  type: 'taskItem',
  attrs: { checked },
  content: [PARAGRAPH],
});

/** Options of a self-check to begin with. */
export const TWO_OPTIONS: JSONContent = {
  type: 'taskList',
  content: [option(true), option(false)],
};

/** A new block of each kind as the schema wants it; kinds with a command of their own have none. */
export const BLOCK_CONTENTS: Readonly<Partial<Record<SlashId, JSONContent>>> = {
  case: { type: 'case', content: [PARAGRAPH] },
  steps: {
    type: 'steps',
    content: [{ type: 'orderedList', content: [{ type: 'listItem', content: [PARAGRAPH] }] }],
  },
  form: { type: 'form', content: [PARAGRAPH] },
  legal: { type: 'legal', content: [PARAGRAPH] },
  warning: { type: 'warning', content: [PARAGRAPH] },
  qa: { type: 'qa', content: [PARAGRAPH] },
  check: { type: 'check', content: [TWO_OPTIONS] },
  contact: { type: 'contact', content: [PARAGRAPH] },
};
