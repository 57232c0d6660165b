import type { ConflictValue } from '@cam-nang/domain';
import type { Decision, PlaceOfConflict } from './place.js';
import { writtenOf, writtenText } from './written.js';

export const CHOICES = ['ours', 'theirs', 'bothOurs', 'bothTheirs', 'written'] as const;

/** What a person can choose; the keys 1 to 5 in this order. */
export type ChoiceName = (typeof CHOICES)[number];

/** The choices that a conflict has. */
export function choicesFor(conflict: PlaceOfConflict): readonly ChoiceName[] {
  const { kind } = conflict.subject;
  if (kind === 'structure' || kind === 'question') return ['ours', 'theirs'];
  const written = writtenText(conflict) === null ? [] : (['written'] as const);
  if (kind === 'field') return ['ours', 'theirs', ...written];
  const isThere = (value: ConflictValue) => Array.isArray(value) && value.length > 0;
  const both = isThere(conflict.ours) && isThere(conflict.theirs);
  return ['ours', 'theirs', ...(both ? (['bothOurs', 'bothTheirs'] as const) : []), ...written];
}

/** The name of a decision that was made. */
export function nameOf(decision: Decision): ChoiceName {
  if (decision.choice !== 'both') return decision.choice;
  return decision.first === 'ours' ? 'bothOurs' : 'bothTheirs';
}

/** The decision that a choice stands for. */
export function decisionOf(conflict: PlaceOfConflict, choice: ChoiceName, text: string): Decision {
  switch (choice) {
    case 'ours':
    case 'theirs':
      return { choice };
    case 'bothOurs':
      return { choice: 'both', first: 'ours' };
    case 'bothTheirs':
      return { choice: 'both', first: 'theirs' };
    case 'written':
      return { choice: 'written', written: writtenOf(conflict, text) };
  }
}
