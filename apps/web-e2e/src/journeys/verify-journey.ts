import { canPaint, paintFirstPage, readQr } from './paper.js';
import type { Setting } from './setting.js';
import { left, type Spine } from './spine.js';

/** Anybody reads the QR code off the printed page and sees that the certificate is genuine. */
export async function verifyJourney(setting: Setting, spine: Spine): Promise<void> {
  const { report } = setting;
  const paper = left(spine.certificate, 'certificate');
  if (!canPaint()) {
    const reason = 'no pdftoppm on this machine';
    if ((process.env['CI'] ?? '') !== '') report.fail('the QR code of the page', reason);
    else report.skip('the QR code of the page', reason);
    return;
  }
  const address = await report.step(
    'the QR code on the image of the page leads to an address',
    async () => readQr(await paintFirstPage(paper.pdf)),
  );
  const passerby = await setting.arrive();
  const { page } = passerby;
  await report.step(
    'the address says that the paper is genuine, with its printed fields',
    async () => {
      await page.goto(address);
      const main = page.getByRole('main');
      await main.getByText(paper.fullName).first().waitFor();
      for (const text of [paper.serialNumber, paper.registerNumber, paper.editionLabel]) {
        await main.getByText(text).first().waitFor();
      }
    },
  );
  await setting.look(passerby, 'verification');
  await report.step('an address that was made up says that there is no such paper', async () => {
    await page.goto(address.replace(/[^/]+$/, 'AAAAAAAAAAAAAAAA'));
    await page.getByRole('heading', { level: 1 }).waitFor();
    if ((await page.getByText(paper.fullName).count()) > 0) throw new Error('It shows the paper.');
  });
  await setting.look(passerby, 'no such paper');
}
