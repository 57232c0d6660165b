import { describe, expect, it } from '@jest/globals';

import type { QuestionContent } from '../question-content.js';
import { diffQuestions } from './question-diff.js';
import { textOf } from './text-diff.js';

const common = {
  stem: 'Thời hạn hòa giải là bao lâu?',
  feedback: 'Xem Điều 235.',
  lessonId: 'n1',
  outcome: 'CDR9',
  difficulty: 'easy',
  tags: ['đất đai'],
} as const;

const single: QuestionContent = {
  ...common,
  type: 'single',
  options: [
    { id: 'x', text: '45 ngày', correct: true, feedback: 'Đúng.' },
    { id: 'y', text: '30 ngày', correct: false, feedback: 'Sai.' },
  ],
};

const ordering: QuestionContent = {
  ...common,
  type: 'ordering',
  order: ['tiếp nhận', 'xác minh', 'kết luận'].map((text, n) => ({ id: `i${n}`, text })),
};

const gaps: QuestionContent = {
  ...common,
  type: 'gaps',
  segments: [{ text: 'Không quá ' }, { gapId: 'g', accepted: ['45'] }, { text: ' ngày' }],
};

const samples: readonly QuestionContent[] = [
  single,
  ordering,
  gaps,
  { ...common, type: 'short', accepted: ['phiếu việc'] },
  { ...common, type: 'numeric', answer: '45', tolerance: '0', unit: 'ngày' },
  {
    ...common,
    type: 'matching',
    pairs: [{ id: 'a', left: 'TM.', rightId: 'r', right: 'tập thể' }],
  },
];

describe('two revisions of a question compared', () => {
  it('differ in nothing when they are the same', () => {
    for (const question of samples) {
      const diff = diffQuestions(question, question);
      expect(diff).toMatchObject({ empty: true, stemChanged: false, keyChanged: false });
      expect(diff.parts.every(({ status, moved }) => status === 'same' && !moved)).toBe(true);
    }
  });

  it('differ in something whenever they are not the same question', () => {
    for (const a of samples) {
      for (const b of samples) {
        expect(diffQuestions(a, b).empty).toBe(a === b);
      }
    }
  });

  it('show a corrected key as that and leave the stem alone', () => {
    const corrected: QuestionContent = {
      ...single,
      options: single.options.map((option) => ({ ...option, correct: !option.correct })),
    };
    const diff = diffQuestions(single, corrected);
    expect(diff).toMatchObject({ keyChanged: true, stemChanged: false, stem: null });
    expect(diff.parts.map(({ key }) => key)).toEqual([
      [{ path: ['correct'], before: true, after: false }],
      [{ path: ['correct'], before: false, after: true }],
    ]);
    expect(diff.words).toEqual({ inserted: 0, deleted: 0 });
  });

  it('show an option reworded, one added, one removed, one elsewhere', () => {
    const [x, y] = single.options;
    const z = { id: 'z', text: '60 ngày', correct: false, feedback: '' };
    const reworded = diffQuestions(single, {
      ...single,
      options: [...(y ? [y] : []), ...(x ? [{ ...x, text: '45 ngày làm việc' }] : []), z],
    });
    expect(reworded.parts.map(({ id, status }) => [id, status])).toEqual([
      ['y', 'same'],
      ['x', 'changed'],
      ['z', 'added'],
    ]);
    expect(reworded.parts.filter(({ moved }) => moved)).toHaveLength(1);
    expect(reworded.words).toEqual({ inserted: 4, deleted: 0 });
    const fewer = diffQuestions(single, { ...single, options: single.options.slice(0, 1) });
    const [, gone] = fewer.parts;
    expect(gone).toMatchObject({ id: 'y', status: 'removed' });
    expect(gone?.texts.map(({ diff }) => textOf(diff, 'before'))).toEqual(['30 ngày']);
    expect(fewer.stemChanged).toBe(true);
  });

  it('take another right order for a change of the key', () => {
    const turned: QuestionContent = { ...ordering, order: [...ordering.order].reverse() };
    expect(diffQuestions(ordering, turned)).toMatchObject({ keyChanged: true, stemChanged: false });
  });

  it('show the text around gaps, and the accepted answers as key', () => {
    const reworded: QuestionContent = {
      ...gaps,
      segments: [
        { text: 'Không quá ' },
        { gapId: 'g', accepted: ['30'] },
        { text: ' ngày làm việc' },
      ],
    };
    const diff = diffQuestions(gaps, reworded);
    expect(diff.gapsText && textOf(diff.gapsText, 'after')).toBe('Không quá […] ngày làm việc');
    expect(diff.parts[0]?.key).toEqual([{ path: ['accepted'], before: ['45'], after: ['30'] }]);
  });

  it('keep where a question belongs apart from stem and key', () => {
    const diff = diffQuestions(single, { ...single, outcome: 'CDR1', tags: [] });
    expect(diff).toMatchObject({ empty: false, stemChanged: false, keyChanged: false });
    expect(diff.classification.map(({ path }) => path[0])).toEqual(['outcome', 'tags']);
  });
});
