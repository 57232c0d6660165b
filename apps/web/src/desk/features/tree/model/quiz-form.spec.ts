import { describe, expect, it } from '@jest/globals';
import type { QuizMeta } from '@cam-nang/domain';
import { drawField, readQuizForm } from './quiz-form.js';

const before: QuizMeta = {
  titleEn: 'Test',
  purpose: 'final',
  draws: [{ bankId: 'b', count: 4 }],
  timeLimitMinutes: 45,
  attempts: 2,
  passMark: 50,
  scale: 100,
  shuffle: true,
  review: 'afterClose',
  offline: false,
};
const banks = [
  { bankId: 'a', questions: 10 },
  { bankId: 'b', questions: 5 },
];

function read(said: Readonly<Record<string, string>>) {
  const data = new FormData();
  const whole = { title: 'Bài', passMark: '50', [drawField('b')]: '4', ...said };
  for (const [name, value] of Object.entries(whole)) data.set(name, value);
  return readQuizForm(data, banks, before);
}

describe('the settings of a quiz', () => {
  it('keep the order of the banks drawn from, with new ones after them', () => {
    const { values, errors } = read({ [drawField('a')]: '10', passMark: '55,5', attempts: '3' });
    expect(errors).toEqual({});
    expect(values.draws).toEqual([
      { bankId: 'b', count: 4 },
      { bankId: 'a', count: 10 },
    ]);
    expect(values).toMatchObject({ passMark: 55.5, attempts: 3, timeLimitMinutes: null });
    expect(values).toMatchObject({ shuffle: false, offline: false, scale: 100 });
  });

  it('name every field that cannot stay', () => {
    const { errors } = read({
      title: ' ',
      passMark: '101',
      attempts: '0',
      timeLimitMinutes: 'một giờ',
      [drawField('b')]: '6',
    });
    expect(errors).toEqual({
      title: 'missing',
      passMark: 'wrongMark',
      attempts: 'wrongWhole',
      timeLimitMinutes: 'wrongWhole',
      [drawField('b')]: 'tooMany',
    });
    expect(read({ [drawField('b')]: '' }).errors).toEqual({ draws: 'noDraw' });
  });
});
