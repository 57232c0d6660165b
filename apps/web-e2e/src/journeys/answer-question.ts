import type { Locator, Page } from 'playwright-core';
import { gapAnswers, plain, type KnownQuestion } from './answer-key.js';

type Answer = (form: Locator, question: KnownQuestion) => Promise<void>;

const ANSWERS: Readonly<Record<string, Answer>> = {
  single: choose('radio'),
  truefalse: choose('radio'),
  multiple: choose('checkbox'),
  kprim: async (form, { options = [] }) => {
    for (const { text, correct } of options) {
      const statement = form.getByRole('group', { name: text, exact: true });
      await statement.getByRole('button', { name: correct === true ? 'Đúng' : 'Sai' }).click();
    }
  },
  short: async (form, { accepted = [] }) => {
    await form.getByLabel('Câu trả lời của bạn').fill(accepted[0] ?? '');
  },
  numeric: async (form, { answer = 0 }) => {
    await form.getByLabel('Câu trả lời của bạn').fill(String(answer).replace('.', ','));
  },
  matching: async (form, { pairs = [] }) => {
    for (const { left, right } of pairs) {
      await form.getByLabel(plain(left), { exact: true }).selectOption({ label: right });
    }
  },
  ordering: (form) => form.getByRole('button', { name: 'Giữ thứ tự này' }).click(),
  gaps: async (form, { text = '' }) => {
    for (const [index, words] of gapAnswers(text).entries()) {
      await form.getByLabel(`Chỗ trống ${index + 1}`).fill(words);
    }
  },
};

/** Answers the question on the screen from the key; things to be put in order stay as they are. */
export async function answerQuestion(
  page: Page,
  key: ReadonlyMap<string, KnownQuestion>,
): Promise<void> {
  const form = page.getByRole('main').getByRole('group').first();
  const stem = plain(await form.locator('legend').innerText());
  const question = key.get(stem);
  if (question === undefined) throw new Error(`The seed has no question "${stem}".`);
  const answer = ANSWERS[question.type];
  if (answer === undefined) throw new Error(`Nobody can answer a question "${question.type}".`);
  await answer(form, question);
}

/** Answers the question on the screen with something that is not the key. */
export async function answerWrongly(
  page: Page,
  key: ReadonlyMap<string, KnownQuestion>,
): Promise<boolean> {
  const form = page.getByRole('main').getByRole('group').first();
  const question = key.get(plain(await form.locator('legend').innerText()));
  if (question?.type !== 'single' && question?.type !== 'truefalse') return false;
  const wrong = question.options?.find(({ correct }) => correct !== true);
  await option(form, 'radio', wrong?.text ?? '').check();
  return true;
}

function choose(role: 'radio' | 'checkbox'): Answer {
  return async (form, { options = [] }) => {
    for (const { text } of options.filter(({ correct }) => correct === true)) {
      await option(form, role, text).check();
    }
  };
}

/** An option by its whole words; its letter stands before them. */
function option(form: Locator, role: 'radio' | 'checkbox', text: string): Locator {
  const words = plain(text).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return form.getByRole(role, { name: new RegExp(`^[A-Z]? ?${words}$`) });
}
