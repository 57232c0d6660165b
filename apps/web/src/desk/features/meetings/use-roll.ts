import { useEffect, useState } from 'react';
import { isSharedDevice } from '../../../lib/session/shared-device.js';
import { readStored, writeStored } from '../../../lib/stored.js';
import {
  changedMarks,
  readDraft,
  rollOf,
  type Meeting,
  type Person,
  type Roll,
} from './roll-model.js';

/** A roll being taken. */
export interface RollState {
  readonly roll: Roll;
  readonly setRoll: (roll: Roll) => void;
  /** The roll began with what was left unsaved on this device. */
  readonly resumed: boolean;
  /** Forgets what was kept on this device. */
  readonly forget: () => void;
}

/** Holds a roll and keeps what is not recorded yet on this device; on a shared device in the page only. */
export function useRoll(meeting: Meeting, people: readonly Person[]): RollState {
  const key = `cam-nang.roll.${meeting.id}`;
  const [known] = useState(() => rollOf(meeting));
  const [kept] = useState(() => (isSharedDevice() ? undefined : readDraft(readStored(key))));
  const [roll, setRoll] = useState<Roll>({ ...known, ...kept });
  useEffect(() => {
    if (isSharedDevice()) return;
    const open = changedMarks(roll, known, people).length > 0;
    writeStored(key, open ? JSON.stringify(roll) : null);
  }, [roll, known, people, key]);
  const resumed =
    kept !== undefined && changedMarks({ ...known, ...kept }, known, people).length > 0;
  return { roll, setRoll, resumed, forget: () => writeStored(key, null) };
}
