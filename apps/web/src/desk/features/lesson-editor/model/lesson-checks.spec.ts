import { describe, expect, it } from '@jest/globals';
import { lessonChecks, type EditorNode } from './lesson-checks.js';

const doc = (...content: EditorNode[]): EditorNode => ({ type: 'doc', content });
const text = (words: string): EditorNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text: words }],
});
const option = (checked: boolean): EditorNode => ({ type: 'taskItem', attrs: { checked } });
const check = (answer: string, ...items: EditorNode[]): EditorNode => ({
  type: 'check',
  attrs: { question: 'Đúng không?', answer },
  content: items.length === 0 ? [] : [{ type: 'taskList', content: items }],
});

const open = (document: EditorNode, words = 10) =>
  Object.fromEntries(
    lessonChecks(document, words)
      .filter(({ count }) => count > 0)
      .map(({ key, count }) => [key, count]),
  );

describe('what a lesson still needs', () => {
  it('begins with a text and a self-check', () => {
    expect(open(doc({ type: 'paragraph' }))).toEqual({ empty: 1, selfCheck: 1 });
    expect(open(doc(text('Tiếp dân'), check('Vì luật nói thế.')))).toEqual({});
  });

  it('counts pictures without a description and legal bases without a document', () => {
    const document = doc(
      { type: 'image', attrs: { file: 'a', alt: ' ' } },
      { type: 'legal', attrs: { document: '', from: '2026-07-01', to: '2026-01-01' } },
      check('Vì thế.'),
    );
    expect(open(document)).toEqual({ images: 1, legal: 1, dates: 1 });
  });

  it('wants a right option and an answer in every self-check', () => {
    const document = doc(
      text('a'),
      check('Vì thế.', option(false), option(false)),
      check('', option(true), option(false)),
      check('Vì thế.', option(true)),
    );
    expect(open(document)).toEqual({ answers: 2 });
  });

  it('wants headings in a long lesson only', () => {
    const document = doc(text('a'), check('Vì thế.'));
    expect(open(document, 900)).toEqual({ headings: 1 });
    expect(open(doc({ type: 'heading', content: [] }, text('a'), check('b')), 900)).toEqual({});
  });
});
