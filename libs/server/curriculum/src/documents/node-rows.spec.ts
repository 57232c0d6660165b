import { describe, expect, it } from '@jest/globals';
import {
  diffQuestions,
  type FieldChange,
  type JsonValue,
  type NodeDiff,
  type QuestionContent,
} from '@cam-nang/domain';
import { nodePlaces } from './node-rows.js';

const question: QuestionContent = {
  type: 'numeric',
  stem: 'Cộng **âm năm** với `2,5`?',
  feedback: '',
  lessonId: null,
  outcome: 'CDR5',
  difficulty: 'easy',
  tags: [],
  answer: '-2.50',
  tolerance: '0.05',
  unit: 'điểm',
};

const node = (other: Partial<NodeDiff>): NodeDiff =>
  ({
    kind: 'question',
    meta: [],
    renamed: null,
    document: null,
    question: null,
    moved: false,
    ...other,
  }) as NodeDiff;

const said = (diff: NodeDiff, side: 'before' | 'after') =>
  nodePlaces(diff).flatMap((place) =>
    place[side].map((line) => line.map(({ text }) => text).join('')),
  );

describe('a question in the printed comparison', () => {
  it('reads as it will be shown, with decimal commas, when it is new', () => {
    const meta = Object.entries(question).map(([name, after]): FieldChange => ({
      path: [name],
      after: after as JsonValue,
    }));
    const lines = said(node({ status: 'added', meta }), 'after').join('\n');
    expect(lines).toContain('Cộng âm năm với 2,5?');
    expect(lines).toContain('-2,50');
    expect(lines).toContain('0,05');
    expect(lines).not.toMatch(/\*\*|`|\d\.\d/);
  });

  it('shows a key that changed with decimal commas', () => {
    const diff = diffQuestions(question, { ...question, answer: '-2.75' });
    const changed = node({ status: 'changed', question: diff });
    expect(said(changed, 'before')).toContain('-2,50');
    expect(said(changed, 'after')).toContain('-2,75');
  });
});
