import type { Person } from '../stage/person.js';
import type { Request } from './compose-steps.js';
import type { Setting } from './setting.js';

/** Review, merge, preparation and issue of what a trainer has written. */
export async function issueSteps(
  setting: Setting,
  trainer: Person,
  { path }: Request,
): Promise<void> {
  const { report } = setting;
  const { page } = trainer;
  await report.step('sees the whole difference in words and sends it to review', async () => {
    await trainer.open(`${path}/review`);
    await page.getByRole('heading', { level: 1, name: /^Xem xét đề nghị/ }).waitFor();
    await page.getByRole('insertion').first().waitFor();
    await page.getByRole('button', { name: 'Gửi xem xét' }).click();
    await page.getByText('Đã gửi đề nghị để xem xét.').first().waitFor();
  });
  await setting.look(trainer, 'review, sent');
}
