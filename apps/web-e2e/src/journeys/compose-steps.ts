import type { Page } from 'playwright-core';
import type { Person } from '../stage/person.js';
import type { Setting } from './setting.js';

const LESSON = 'Chính quyền hai cấp: Hội đồng nhân dân, Ủy ban nhân dân xã ai quyết việc gì';
const SENTENCE = 'Trước khi nhận việc, hỏi văn bản giao việc.';
const WARNING = 'Nhận việc bằng lời rồi làm sai thẩm quyền thì xã chịu.';
const QUESTION = /muốn dành 90 triệu đồng ngân sách xã/;
const FEEDBACK = 'Đọc tên cơ quan trong câu giao quyền trước khi trả lời.';

/** A change request as the journey knows it. */
export interface Request {
  readonly path: string;
  readonly title: string;
}

/** The trainer opens a change request, writes in a lesson and a question, and sends it to review. */
export async function composeSteps(setting: Setting, trainer: Person): Promise<Request> {
  const { report } = setting;
  const { page } = trainer;
  const title = `Rõ hơn về văn bản giao việc (${setting.screen.name})`;
  await report.step('the trainer opens a change request on the course', () =>
    openRequest(trainer, title),
  );
  const path = new URL(page.url()).pathname;
  await report.step('sees modules and lessons as a tree, with hours that add up', () =>
    seeTree(trainer),
  );
  await setting.look(trainer, 'tree of the request');
  await report.step('writes in a lesson: a sentence, and a warning from the menu of blocks', () =>
    writeLesson(trainer),
  );
  await setting.look(trainer, 'lesson editor');
  await report.step('says why, and sees in words what differs from the edition in force', () =>
    compareLesson(trainer),
  );
  await setting.look(trainer, 'lesson compared');
  await report.step('changes the feedback of a question', () =>
    writeQuestion(trainer, path, `${FEEDBACK} (${setting.screen.name})`),
  );
  await setting.look(trainer, 'question editor');
  return { path, title };
}

async function openRequest(trainer: Person, title: string): Promise<void> {
  const { page } = trainer;
  await trainer.open('/desk/courses');
  await page.getByRole('link', { name: /^BDCBX/ }).click();
  await page.getByRole('button', { name: 'Mở đề nghị thay đổi' }).click();
  const dialog = page.getByRole('dialog', { name: 'Mở đề nghị thay đổi' });
  await dialog.getByLabel('Tên đề nghị').fill(title);
  await dialog.getByLabel('Vì sao đổi').fill('Học viên hỏi nhiều về việc nhận lệnh miệng.');
  await dialog.getByRole('button', { name: 'Mở', exact: true }).click();
  await page.waitForURL(/\/desk\/changes\/[^/]+$/);
}

async function seeTree({ page }: Person): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Cây giáo trình đang soạn' }).waitFor();
  await page.getByText('40 tiết, đủ ở mọi lộ trình').waitFor();
  const tree = page.getByRole('treegrid');
  await tree.getByRole('row', { name: /Tổ chức chính quyền địa phương 2 cấp; vị trí/ }).waitFor();
}

async function writeLesson({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: /^Mở Tổ chức chính quyền địa phương 2 cấp/ }).click();
  await page.getByRole('rowheader', { name: LESSON }).click();
  await page.getByRole('link', { name: 'Mở bài để viết' }).click();
  const editor = page.getByRole('textbox', { name: new RegExp(`^Nội dung của `) });
  await editor.getByRole('heading').first().click();
  // As long as a hand takes: the browser tells the editor of the cursor's new place a moment later.
  await page.keyboard.press('End', { delay: 80 });
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(SENTENCE);
  await page.keyboard.press('Enter');
  await page.keyboard.type('/luu y');
  await page.getByRole('option', { name: /Lưu ý/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(WARNING);
  await page
    .getByText(/^Đã lưu \d/)
    .first()
    .waitFor();
}

async function compareLesson({ page }: Person): Promise<void> {
  await giveReason(page, 'Nhắc hỏi văn bản giao việc.');
  await page.getByLabel('So với bản đã ban hành').check();
  await page.getByRole('insertion').filter({ hasText: SENTENCE }).waitFor();
}

async function writeQuestion(trainer: Person, request: string, feedback: string): Promise<void> {
  const { page } = trainer;
  await trainer.open(`${request}/questions`);
  await page.getByRole('link', { name: QUESTION }).click();
  await page.getByLabel('Lời giải chung').fill(feedback);
  await page
    .getByText(/^Đã lưu \d/)
    .first()
    .waitFor();
  await giveReason(page, 'Lời giải rõ hơn.');
}

/** The reason is saved when the field is left. */
async function giveReason(page: Page, reason: string): Promise<void> {
  const field = page.getByLabel('Lý do đổi');
  await field.fill(reason);
  await field.blur();
  await page.getByText('Đã lưu lý do.').first().waitFor();
}
