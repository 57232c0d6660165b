import { deviceStorage } from '../../../lib/session/shared-device.js';

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

/** Keeps a text on this device, or forgets it. Answers whether it is safe here: storage may be full or forbidden. */
export function keepLocalReport(place: ReportPlace, report: LocalReport | undefined): boolean {
  const storage = deviceStorage();
  if (storage === undefined) return false;
  try {
    if (report === undefined) storage.removeItem(keyOf(place));
    else storage.setItem(keyOf(place), JSON.stringify(report));
    return true;
  } catch {
    return false;
  }
}

/** The text that this device kept, if any; what cannot be read is none. */
export function readLocalReport(place: ReportPlace): LocalReport | undefined {
  try {
    const kept: unknown = JSON.parse(deviceStorage()?.getItem(keyOf(place)) ?? 'null');
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
