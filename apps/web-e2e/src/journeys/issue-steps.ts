import type { Person } from '../stage/person.js';
import type { Request } from './compose-steps.js';
import { councilSteps } from './council-steps.js';
import { daysFromToday, typed } from './days.js';
import type { Setting } from './setting.js';

/** Review, merge, preparation, appraisal and issue of what a trainer has written. */
export async function issueSteps(
  setting: Setting,
  trainer: Person,
  request: Request,
): Promise<void> {
  const { report } = setting;
  await report.step('sees the whole difference in words and sends it to review', () =>
    sendToReview(trainer, request),
  );
  await setting.look(trainer, 'review, sent');
  const reviewer = await setting.comes('phanbien');
  await report.step('a reviewer finds it on the first page, reads it, and approves', () =>
    approve(reviewer, request),
  );
  await setting.look(reviewer, 'review, approved');
  await report.step('the editor merges it', () => merge(trainer, request));
  const label = await report.step('and prepares the next edition of what was merged', () =>
    prepare(trainer, setting),
  );
  await setting.look(trainer, 'edition prepared');
  await councilSteps(setting, trainer, new URL(trainer.page.url()).pathname);
  const director = await setting.comes('giamdoc');
  await report.step(`the director sees what edition ${label} changes`, () =>
    readDossier(director, label),
  );
  await setting.look(director, 'edition before its issue');
  await report.step('issues it with decision number and date of effect', () =>
    issue(director, setting, label),
  );
  await setting.look(director, 'edition issued');
}

async function sendToReview(trainer: Person, { path, title }: Request): Promise<void> {
  const { page } = trainer;
  await trainer.open(`${path}/review`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByRole('insertion').first().waitFor();
  await page.getByRole('button', { name: 'Gửi xem xét' }).click();
  await page.getByText('Đã gửi đề nghị để xem xét.').first().waitFor();
}

async function approve(reviewer: Person, { title }: Request): Promise<void> {
  const { page } = reviewer;
  const task = page.getByRole('link', {
    name: new RegExp(`^Duyệt đề nghị \\d+: .*${quoted(title)}`),
  });
  await task.click();
  await page.getByRole('insertion').first().waitFor();
  await page.getByRole('button', { name: 'Chấp thuận', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Chấp thuận đề nghị/ });
  await dialog.getByLabel('Lời của bạn').fill('Câu thêm vào đúng chỗ, dễ nhớ.');
  await dialog.getByRole('button', { name: 'Gửi ý kiến' }).click();
  await page.getByText('Đã ghi ý kiến của bạn.').first().waitFor();
}

async function merge(trainer: Person, { path }: Request): Promise<void> {
  const { page } = trainer;
  await trainer.open(`${path}/review`);
  await page.getByRole('button', { name: 'Ghép', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Ghép đề nghị/ });
  await dialog.getByRole('button', { name: 'Ghép', exact: true }).click();
  await page
    .getByText(/^Đã ghép đề nghị \d+ vào giáo trình chung\./)
    .first()
    .waitFor();
}

/** @returns the number of the edition that was prepared */
async function prepare(trainer: Person, setting: Setting): Promise<string> {
  const { page } = trainer;
  await trainer.open('/desk/editions');
  await page
    .getByRole('button', { name: /^Lập ấn bản/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByLabel('Tên ấn bản')
    .fill(`Bản có câu hỏi văn bản giao việc (${setting.screen.name})`);
  await dialog.getByRole('button', { name: 'Niêm và lập ấn bản' }).click();
  await page.waitForURL(/\/desk\/editions\/[^/]+$/);
  const heading = page.getByRole('heading', { level: 1, name: /\d+\.\d+/ });
  return /\d+\.\d+/.exec(await heading.innerText())?.[0] ?? '';
}

async function readDossier({ page }: Person, label: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`^Ban hành ấn bản ${quoted(label)}`) }).click();
  await page.getByRole('heading', { level: 1, name: `Ban hành ấn bản ${label}` }).waitFor();
  await page.getByText('Bảng đối chiếu').first().waitFor();
}

async function issue({ page }: Person, setting: Setting, label: string): Promise<void> {
  const phone = setting.screen.name === 'phone';
  const number = `${phone ? 402 : 401}/QĐ-SNV`;
  await page.getByLabel('Số quyết định', { exact: true }).fill(number);
  await page.getByLabel('Ngày ký').fill(typed(daysFromToday(0)));
  // Two editions cannot take effect on one day.
  await page.getByLabel('Có hiệu lực từ').fill(typed(daysFromToday(phone ? 1 : 0)));
  await page.getByLabel('Tên quyết định').fill('Ban hành ấn bản tiếp theo của chương trình (mẫu)');
  await page.getByLabel('Gõ lại số quyết định để xác nhận').fill(number);
  await page.getByRole('button', { name: 'Ký và ban hành' }).click();
  await page.getByText(`Đã ban hành ấn bản ${label}.`).first().waitFor();
}

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
