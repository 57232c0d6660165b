import { DecisionStore } from './persistence/decision-store.js';
import { ConflictViews } from './queries/conflict-views.query.js';
import { TrialMerges } from './queries/trial-merges.query.js';
import { DecideConflict } from './use-cases/decide-conflict.js';
import { TakeOverHead } from './use-cases/take-over-head.js';

/** Change requests merged with what their line became. */
export const MERGING = [ConflictViews, DecideConflict, DecisionStore, TakeOverHead, TrialMerges];
