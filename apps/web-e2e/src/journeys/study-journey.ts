import { readLesson, readStudyCourse, readToday, saveProgress } from '@cam-nang/contracts/routes';
import type { Person } from '../stage/person.js';
import { finalQuiz, practiceQuiz } from './quiz-steps.js';
import type { Setting } from './setting.js';
import { left, type Spine } from './spine.js';

/** How long a person looks at a stretch of text, and how far they then scroll. */
const READING_MS = 1700;
const SCROLL_PX = 350;

/** A trainee signs in for the first time, reads, takes both quizzes, and sees what the certificate needs. */
export async function studyJourney(setting: Setting, spine: Spine): Promise<void> {
  const { report } = setting;
  const trainee = await setting.arrive();
  await report.step('a trainee changes the code of the class sheet for a password', () =>
    firstSignIn(trainee, spine),
  );
  await report.step('today says what to do next, and why', () =>
    trainee.page.getByText('Vì sao là việc này:').waitFor(),
  );
  await setting.look(trainee, 'today');
  await report.step('reads the first parts of the lesson; the office receives the progress', () =>
    readParts(trainee),
  );
  await setting.look(trainee, 'lesson');
  await report.step('comes back to the passage that was left', () => resume(trainee));
  await report.step('a lesson comes with its text, before any script', () =>
    readWithoutScript(setting, trainee),
  );
  await practiceQuiz(setting, trainee);
  await report.step('chooses one of the elective topics', () => chooseElective(trainee));
  await report.step('the other lessons are read (past the screens)', () => readTheRest(trainee));
  await finalQuiz(setting, trainee);
}

async function firstSignIn(trainee: Person, spine: Spine): Promise<void> {
  const { username, oneTimeCode, password } = left(spine.trainee, 'trainee');
  const { page } = trainee;
  await trainee.open('/');
  await page.getByRole('button', { name: 'Vào bằng mã một lần' }).click();
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mã một lần', { exact: true }).fill(oneTimeCode);
  await page.getByLabel('Mật khẩu mới').fill(password);
  await page.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click();
  await page.getByRole('heading', { level: 1, name: 'Việc hôm nay' }).waitFor();
}

async function readParts({ page }: Person): Promise<void> {
  await page.getByRole('link', { name: /^Bắt đầu đọc/ }).click();
  const state = page.getByRole('banner').getByText(/^\d+\/\d+ phần đã đọc$/);
  await state.waitFor();
  const received = page.waitForResponse((answer) => answer.url().endsWith('/progress'));
  // A passage counts once it has stood before the eyes for a while; people scroll on as they read.
  while ((await state.innerText()).startsWith('0/')) {
    await page.waitForTimeout(READING_MS);
    await page.mouse.wheel(0, SCROLL_PX);
  }
  await received;
}

async function resume(trainee: Person): Promise<void> {
  const address = trainee.page.url();
  await trainee.closeTab();
  await trainee.open('/');
  await trainee.page.getByText(/^\d+\/\d+ phần · còn khoảng \d+ phút$/).waitFor();
  await trainee.page.getByRole('link', { name: /^Đọc tiếp/ }).click();
  await trainee.page.waitForURL(address);
  await trainee.page.waitForFunction(() => scrollY > 200);
}

async function readWithoutScript(setting: Setting, trainee: Person): Promise<void> {
  const text = trainee.page.getByRole('main').locator('[lang="vi"] > section');
  const words = await text.first().locator('p').first().innerText();
  const reader = await setting.withoutScript(trainee);
  await reader.open(new URL(trainee.page.url()).pathname);
  await reader.page.getByRole('main').getByText(words).waitFor();
  const parts = await reader.page.getByRole('main').locator('[lang="vi"] > section').count();
  if (parts !== (await text.count())) throw new Error(`Only ${parts} parts came with the page.`);
}

async function chooseElective(trainee: Person): Promise<void> {
  const { page } = trainee;
  await trainee.open('/course');
  await page.getByRole('checkbox', { name: /^CD09\. / }).check();
  await page.getByRole('button', { name: 'Lưu lựa chọn' }).click();
  await page.getByText('Đã lưu lựa chọn.').first().waitFor();
}

/** The journey reads one lesson with its eyes; the others are noted as read by the api. */
async function readTheRest(trainee: Person): Promise<void> {
  const { enrolments } = await trainee.call(readToday, {});
  for (const { summary } of enrolments) {
    const { enrolmentId } = summary;
    const { modules } = await trainee.call(readStudyCourse, { params: { enrolmentId } });
    const lessons = modules.flatMap(({ items }) => items.filter(({ kind }) => kind === 'lesson'));
    for (const { nodeId } of lessons) {
      const params = { enrolmentId, nodeId };
      const { revisionId, document } = await trainee.call(readLesson, { params });
      const blocksRead = blockIds(document);
      const lastBlockId = blocksRead.at(-1) ?? null;
      const body = { revisionId, blocksRead, lastBlockId, seconds: 600 };
      await trainee.call(saveProgress, { params, body });
    }
  }
}

function blockIds(document: { readonly content?: readonly unknown[] }): string[] {
  const blocks = (document.content ?? []) as readonly {
    readonly attrs?: { readonly id?: string };
  }[];
  return blocks.flatMap(({ attrs }) => attrs?.id ?? []);
}
