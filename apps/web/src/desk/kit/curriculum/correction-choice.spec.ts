import { describe, expect, it } from '@jest/globals';
import { correctionChoices, usualCorrection } from './correction-choice.js';
import type { EditionView } from './types.js';

function edition(label: string, state: EditionView['state'], issued = true): EditionView {
  const [major = 0, minor = 0] = label.split('.').map(Number);
  return {
    ...{ id: label, label, major, minor, state, kind: 'amendment', title: null },
    ...{ decisionNo: null, decisionDate: null, signer: null, preparedBy: null },
    ...{ forceFrom: null, forceTo: null, appliesFrom: null, appliesTo: null, manifestHash: '' },
    ...{ issuedAt: issued ? '2026-01-01T00:00:00.000Z' : null, withdrawal: null },
    ...{ servesAsFallback: false, recordOnly: false },
  };
}

const editions = [
  edition('4.0', 'candidate', false),
  edition('3.0', 'scheduled'),
  edition('2.0', 'in_force'),
  edition('1.1', 'superseded'),
];

const correctable = [
  { editionId: '3.0', next: '3.1', apart: false },
  { editionId: '2.0', next: '2.1', apart: true },
  { editionId: '1.1', next: '1.2', apart: true },
];

describe('editions that an erratum may be asked for', () => {
  it('are those that the server names, each with what comes after it and is issued', () => {
    const choices = correctionChoices({ editions, correctable });
    expect(choices.map((choice) => [choice.edition.label, choice.next, choice.newer])).toEqual([
      ['3.0', '3.1', []],
      ['2.0', '2.1', ['3.0']],
      ['1.1', '1.2', ['3.0', '2.0']],
    ]);
  });

  it('begin with the one in force, though another waits for its day', () => {
    const choices = correctionChoices({ editions, correctable });
    expect(usualCorrection(choices)?.edition.label).toBe('2.0');
  });

  it('begin with the newest where none is in force, and with nothing where there is none', () => {
    const waiting = correctionChoices({ editions, correctable: correctable.slice(0, 1) });
    expect(usualCorrection(waiting)?.edition.label).toBe('3.0');
    expect(usualCorrection([])).toBeUndefined();
  });
});
