import type { Person } from '../stage/person.js';
import type { AccountName } from '../stage/stage.js';
import { daysFromToday, typed } from './days.js';
import type { Setting } from './setting.js';

interface Member {
  readonly account: AccountName;
  readonly name: string;
  readonly duty: string;
  readonly facts: readonly string[];
  readonly vote: string;
  readonly comment?: string;
}

/** The council of `seed/revision.yaml`, which knows this course. The chair votes last and concludes. */
const MEMBERS: readonly Member[] = [
  {
    account: 'hdphanbien1',
    name: 'Trần Đức Minh',
    duty: 'Phản biện',
    facts: ['Giảng viên'],
    vote: 'Đạt',
    comment: 'Câu thêm vào đúng chỗ.',
  },
  {
    account: 'hdphanbien2',
    name: 'Bùi Thị Nga',
    duty: 'Phản biện',
    facts: ['Giảng viên'],
    vote: 'Đạt',
  },
  {
    account: 'hduyvien',
    name: 'Hà Văn Toản',
    duty: 'Ủy viên',
    facts: ['Đại diện nơi sử dụng'],
    vote: 'Không ý kiến',
  },
  { account: 'hdthuky', name: 'Lê Thị Thu Hằng', duty: 'Thư ký', facts: [], vote: 'Đạt' },
  { account: 'hdchutich', name: 'Nguyễn Văn Thắng', duty: 'Chủ tịch', facts: [], vote: 'Đạt' },
];

/** A council of five is set up by decision, its members vote on what was frozen, and the chair concludes. */
export async function councilSteps(
  setting: Setting,
  editor: Person,
  edition: string,
): Promise<void> {
  const { report } = setting;
  const path = `${edition}/council`;
  await report.step('a council of five is set up by decision, its composition checked', () =>
    convene(editor, path, setting),
  );
  await setting.look(editor, 'council, set up');
  for (const member of MEMBERS) {
    const person = await setting.comes(member.account);
    await report.step(`${member.duty} ${member.name} votes on the frozen edition`, () =>
      vote(person, path, member),
    );
    if (member.account === 'hdphanbien1') await setting.look(person, 'council, voted');
    if (member.duty === 'Chủ tịch') {
      await report.step('the chair writes what the council concluded', () => conclude(person));
      await setting.look(person, 'council, concluded');
    }
  }
}

async function convene(editor: Person, path: string, setting: Setting): Promise<void> {
  const { page } = editor;
  await editor.open(path);
  const phone = setting.screen.name === 'phone';
  await page.getByLabel('Số quyết định lập hội đồng').fill(`${phone ? 372 : 371}/QĐ-SNV`);
  await page.getByLabel('Ngày quyết định').fill(typed(daysFromToday(-12)));
  await page.getByLabel('Ngày gửi tài liệu').fill(typed(daysFromToday(-10)));
  for (const { name, duty, facts } of MEMBERS) {
    await page.getByLabel(`Nhiệm vụ của ${name}`).selectOption({ label: duty });
    const seat = page.getByRole('group', { name, exact: true });
    await seat.getByLabel('Số năm kinh nghiệm').fill('9');
    for (const fact of facts) await seat.getByLabel(fact, { exact: true }).check();
  }
  await page.getByText('Thành phần đúng quy định.').waitFor();
  await page.getByRole('button', { name: 'Lập hội đồng' }).click();
  await page.getByRole('table', { name: 'Thành viên' }).waitFor();
}

async function vote(person: Person, path: string, member: Member): Promise<void> {
  const { page } = person;
  await person.open(path);
  await page.getByRole('radio', { name: member.vote, exact: true }).check();
  if (member.comment !== undefined) {
    await page.getByLabel('Ý kiến', { exact: true }).fill(member.comment);
  }
  await page.getByRole('button', { name: 'Bỏ phiếu', exact: true }).click();
  const row = page.getByRole('row', { name: new RegExp(member.name) });
  await row.getByText(member.vote, { exact: true }).waitFor();
}

async function conclude({ page }: Person): Promise<void> {
  await page.getByText('Theo phiếu hiện nay: Đạt.').waitFor();
  await page.getByRole('button', { name: 'Ghi kết luận' }).click();
  await page.getByText(/^Kết luận lúc /).waitFor();
  await page.getByRole('link', { name: 'Biên bản (PDF)' }).waitFor();
}
