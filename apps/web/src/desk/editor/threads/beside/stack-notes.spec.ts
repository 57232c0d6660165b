import { describe, expect, it } from '@jest/globals';
import { stackNotes } from './stack-notes.js';

const note = (wanted: number | null, height = 50) => ({ wanted, height });

describe('notes in the margin', () => {
  it('stand beside their passages, or right under the note before', () => {
    // From 0 to 50; beside its passage at 100; no room at 120, so under it at 160; beside its own again at 400.
    expect(stackNotes([note(null), note(100), note(120), note(400)], 10)).toEqual([0, 50, 10, 190]);
  });

  it('begin at the top where nothing is above them', () => {
    expect(stackNotes([note(null, 20), note(null), note(5)], 10)).toEqual([0, 10, 10]);
    expect(stackNotes([], 10)).toEqual([]);
  });
});
