import { useEffect, useState } from 'react';
import { isSharedDevice } from '../../../lib/session/shared-device.js';
import { readStored, writeStored } from '../../../lib/stored.js';
import { isSameMarking, markingOf, readMarking, type Marking } from './marking-model.js';
import type { Submission } from './report-types.js';

/** A mark being given. */
export interface MarkingState {
  readonly marking: Marking;
  readonly setMarking: (marking: Marking) => void;
  /** Something is typed that the server does not have. */
  readonly open: boolean;
  /** The form began with what was left unsaved on this device. */
  readonly resumed: boolean;
  /** Forgets what was kept on this device. */
  readonly forget: () => void;
}

/** Holds a mark and keeps what is not sent yet on this device; on a shared device in the page only. */
export function useMarking(submission: Submission): MarkingState {
  const key = `cam-nang.marking.${submission.submissionId ?? ''}`;
  const [known] = useState(() => markingOf(submission));
  const [kept] = useState(() => (isSharedDevice() ? undefined : readMarking(readStored(key))));
  const [marking, setMarking] = useState<Marking>(kept ?? known);
  const open = !isSameMarking(marking, known);
  useEffect(() => {
    if (!isSharedDevice()) writeStored(key, open ? JSON.stringify(marking) : null);
  }, [marking, open, key]);
  const resumed = kept !== undefined && !isSameMarking(kept, known);
  return { marking, setMarking, open, resumed, forget: () => writeStored(key, null) };
}
