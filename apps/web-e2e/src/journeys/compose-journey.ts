import { composeSteps } from './compose-steps.js';
import { issueSteps } from './issue-steps.js';
import type { Setting } from './setting.js';

/** A trainer changes the course, others judge it, and a director issues the next edition. */
export async function composeJourney(setting: Setting): Promise<void> {
  const trainer = await setting.comes('giangvien');
  const request = await composeSteps(setting, trainer);
  await issueSteps(setting, trainer, request);
}
