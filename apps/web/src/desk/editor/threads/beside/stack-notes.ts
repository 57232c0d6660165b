/** A note to be put beside its passage. */
export interface NoteSize {
  /** Where its passage begins; null for a note that is beside nothing and comes as soon as there is room. */
  readonly wanted: number | null;
  readonly height: number;
}

/** Room left above each note, so that it stands beside its passage or right under the note before it. */
export function stackNotes(notes: readonly NoteSize[], gap: number): readonly number[] {
  let end = 0;
  return notes.map(({ wanted, height }, index) => {
    const soonest = index === 0 ? 0 : end + gap;
    const from = Math.max(soonest, wanted ?? soonest);
    const room = from - end;
    end = from + height;
    return room;
  });
}
