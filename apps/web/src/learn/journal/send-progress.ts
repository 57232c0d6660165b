import { saveProgress } from '@cam-nang/contracts/routes';
import { call } from '../../lib/api/call.js';
import { asProblem, mayPass } from '../../lib/api/problem.js';
import { forgetBlocks, keptBlocks, keptReadings, type ReadingPlace } from './kept-progress.js';

/** Sends what was read in lessons that were left before the office had it. */
export async function sendKeptProgress(accountId: string): Promise<void> {
  for (const place of keptReadings(accountId)) await sendOne(place);
}

async function sendOne(place: ReadingPlace): Promise<void> {
  const { enrolmentId, nodeId, revisionId } = place;
  const blocksRead = [...keptBlocks(place)];
  // The bookmark and the time are where the last visit left them.
  const body = { revisionId, blocksRead, lastBlockId: null, seconds: 0 };
  try {
    await call(saveProgress, { params: { enrolmentId, nodeId }, body });
  } catch (error) {
    const problem = asProblem(error);
    if (mayPass(problem) || problem.code === 'session.required') return;
    // It does not count any more; asking again would not change that.
  }
  forgetBlocks(place, new Set(blocksRead));
}
