import { describe, expect, it } from '@jest/globals';
import { readModuleForm } from './module-form.js';

function form(entries: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  const filled = {
    title: 'Tiếp công dân',
    code: 'CD03',
    theory: '2',
    discussion: '1',
    practice: '2',
  };
  for (const [name, value] of Object.entries({ ...filled, ...entries })) data.append(name, value);
  return data;
}

describe('the form of a topic', () => {
  it('is read with its hours and outcomes', () => {
    const data = form({ moduleKind: 'elective' });
    data.append('outcomes', 'CDR1');
    data.append('outcomes', 'CDR5');
    const { values, errors } = readModuleForm(data);
    expect(errors).toEqual([]);
    expect(values).toMatchObject({
      hours: { theory: 2, discussion: 1, practice: 2 },
      moduleKind: 'elective',
      outcomes: ['CDR1', 'CDR5'],
    });
  });

  it('names every field at fault', () => {
    const { errors } = readModuleForm(
      form({ title: ' ', theory: '1,5', practice: '-1', discussion: '' }),
    );
    expect(errors).toEqual(['title', 'theory', 'discussion', 'practice']);
  });
});
