import type { Page } from 'playwright-core';
import type { Person } from '../stage/person.js';
import { answerQuestion, answerWrongly } from './answer-question.js';
import { readAnswerKey, type KnownQuestion } from './answer-key.js';
import type { Setting } from './setting.js';

type Key = ReadonlyMap<string, KnownQuestion>;

/** Takes the practice quiz of the first module, with a closed tab in between, and follows a wrong answer. */
export async function practiceQuiz(setting: Setting, trainee: Person): Promise<void> {
  const { report } = setting;
  const key = readAnswerKey();
  await report.step('opens the practice quiz and gives answers, one of them wrong', async () => {
    await openQuiz(trainee, /^(\S+ )?Luyện tập: tổ chức chính quyền/, 'CD01');
    await giveAnswers(trainee.page, key, { count: 4, wrong: true });
  });
  await setting.look(trainee, 'practice quiz');
  await report.step('closes the tab; the answers are there when coming back', () =>
    comeBack(trainee, 4),
  );
  await report.step('hands in with empty answers and sees the marks', () => handIn(trainee, 4));
  await setting.look(trainee, 'result of the practice');
  await report.step('goes from a wrong answer back to the passage', async () => {
    const { page } = trainee;
    await page
      .getByRole('link', { name: /^Đọc lại: / })
      .first()
      .click();
    await page.waitForURL(/\/lessons\/[^/]+(#b-.+)?$/);
    await page.getByText(/^\d+\/\d+ phần đã đọc$/).waitFor();
  });
}

/** Takes the final quiz: the server's time, a closed tab, all questions, the result. */
export async function finalQuiz(setting: Setting, trainee: Person): Promise<void> {
  const { report } = setting;
  const key = readAnswerKey();
  await report.step('opens the final quiz; the clock of the server runs', async () => {
    await openQuiz(trainee, /^(\S+ )?Bài kiểm tra trắc nghiệm cuối khóa/, 'KT');
    await trainee.page.getByRole('timer').waitFor();
    await giveAnswers(trainee.page, key, { count: 10, wrong: false });
  });
  await setting.look(trainee, 'final quiz');
  await report.step('closes the tab and goes on where it was left', () => comeBack(trainee, 10));
  await report.step('answers the rest, hands in, and has passed', async () => {
    await giveAnswers(trainee.page, key, { count: 20, wrong: false });
    await handIn(trainee, 30);
    await trainee.page.getByRole('heading', { level: 1, name: 'Bạn đạt' }).waitFor();
    // What was right is shown after the close: until then nothing is called right or wrong.
    await trainee.page.getByText(/^Đáp án mở lúc /).waitFor();
    await trainee.page.getByText('30 đã trả lời, 0 còn trống.').waitFor();
  });
  await setting.look(trainee, 'result of the final quiz');
}

async function openQuiz(trainee: Person, name: RegExp, module: string): Promise<void> {
  const { page } = trainee;
  await trainee.open('/course');
  await page
    .getByRole('link', { name: new RegExp(module) })
    .first()
    .click();
  await page.getByRole('link', { name }).first().click();
  await page.getByRole('button', { name: 'Bắt đầu làm bài' }).click();
  await page.waitForURL(/\/attempts\//);
}

async function giveAnswers(
  page: Page,
  key: Key,
  { count, wrong }: { readonly count: number; readonly wrong: boolean },
): Promise<void> {
  let erred = !wrong;
  for (let given = 0; given < count; given += 1) {
    const where = page.getByText(/^Câu \d+\/\d+$/);
    const number = Number(/\d+/.exec(await where.innerText())?.[0]);
    const mistaken = !erred && (await answerWrongly(page, key));
    erred ||= mistaken;
    if (!mistaken) await answerQuestion(page, key);
    const next = page.getByRole('button', { name: `Câu ${number + 1}`, exact: true });
    const last = page.getByRole('button', { name: 'Xem lại rồi nộp' });
    await next.or(last).click();
  }
}

/** The tab is closed and opened again: what was given is there, and the office has it. */
async function comeBack(trainee: Person, answers: number): Promise<void> {
  const address = trainee.page.url();
  await trainee.closeTab();
  await trainee.page.goto(address);
  await trainee.page.getByText(`Câu ${answers + 1}/`).waitFor();
  const squares = trainee.page.getByRole('button', { name: /^Câu \d+: Sở đã nhận/ });
  await squares.nth(answers - 1).waitFor();
}

async function handIn({ page }: Person, answers: number): Promise<void> {
  const review = page.getByRole('heading', { name: 'Xem lại rồi nộp' });
  if (!(await review.isVisible())) await page.getByRole('button', { name: 'Nộp bài' }).click();
  await page.getByRole('button', { name: `Nộp bài với ${answers} câu` }).click();
  await page.waitForURL(/\/result$/);
}
