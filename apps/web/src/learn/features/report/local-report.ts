import { isSharedDevice } from '../../../lib/session/shared-device.js';

/** What this device keeps of a report that has not reached the office. */
export interface LocalReport {
  /** Version of the office's text that this one was written over. */
  readonly baseVersion: number;
  readonly at: string;
  readonly text: string;
}

/** Whose report, and of which task. */
export interface ReportPlace {
  readonly accountId: string;
  readonly enrolmentId: string;
  readonly taskNodeId: string;
}

function keyOf({ accountId, enrolmentId, taskNodeId }: ReportPlace): string {
  return `cam-nang.report.${accountId}.${enrolmentId}.${taskNodeId}`;
}

/** On a device that others use nothing outlives the tab. */
function store(): Storage {
  return isSharedDevice() ? sessionStorage : localStorage;
}

/** Keeps a text on this device, or forgets it. Answers whether it is safe here: storage may be full or forbidden. */
export function keepLocalReport(place: ReportPlace, report: LocalReport | undefined): boolean {
  try {
    if (report === undefined) store().removeItem(keyOf(place));
    else store().setItem(keyOf(place), JSON.stringify(report));
    return true;
  } catch {
    return false;
  }
}

/** The text that this device kept, if any; what cannot be read is none. */
export function readLocalReport(place: ReportPlace): LocalReport | undefined {
  try {
    const kept: unknown = JSON.parse(store().getItem(keyOf(place)) ?? 'null');
    return isReport(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function isReport(kept: unknown): kept is LocalReport {
  if (typeof kept !== 'object' || kept === null) return false;
  const { baseVersion, at, text } = kept as Partial<Record<keyof LocalReport, unknown>>;
  return typeof baseVersion === 'number' && typeof at === 'string' && typeof text === 'string';
}
