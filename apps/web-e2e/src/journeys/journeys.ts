import { awardJourney } from './award-journey.js';
import { cohortJourney } from './cohort-journey.js';
import { composeJourney } from './compose-journey.js';
import type { Setting } from './setting.js';
import type { Spine } from './spine.js';
import { studyJourney } from './study-journey.js';
import { verifyJourney } from './verify-journey.js';

/** A way of people through the system. */
export interface Journey {
  readonly title: string;
  readonly run: (setting: Setting, spine: Spine) => Promise<void>;
}

/** In the order of the issue: each goes on with what those before it left. */
export const JOURNEYS: readonly Journey[] = [
  { title: 'a. A trainer changes the course and the next edition is issued', run: composeJourney },
  { title: 'b. An officer opens a cohort and enrols people', run: cohortJourney },
  {
    title: 'c. A trainee studies, is tested, and sees what the certificate needs',
    run: studyJourney,
  },
  { title: 'd. An award is computed, signed and made', run: awardJourney },
  { title: 'e. Anybody verifies the paper', run: verifyJourney },
];
