import type { ApiProblem } from '../../../lib/api/problem.js';
import { storableText } from '../../../lib/storable-text.js';
import type { Saved } from '../../../ui/tag.js';
import type { LocalReport } from './local-report.js';

/** The office's text, as far as saving needs it. */
export interface OfficeText {
  readonly version: number;
  readonly text: string;
  readonly updatedAt: string | null;
}

export interface ReportState {
  readonly text: string;
  readonly version: number;
  readonly saved: Saved | undefined;
  /** Storage refused: what was typed lives only as long as this page. */
  readonly unsafe: boolean;
  /** The office has another text than the one this was written over: one has to be chosen. */
  readonly other: OfficeText | undefined;
  readonly problem: ApiProblem | undefined;
}

/** What the saver needs from outside. */
export interface ReportDoors {
  readonly save: (body: { readonly version: number; readonly text: string }) => Promise<OfficeText>;
  readonly read: () => Promise<OfficeText>;
  /** Keeps the text on this device, or forgets it; answers whether it is safe there. */
  readonly keep: (report: LocalReport | undefined) => boolean;
  readonly asProblem: (error: unknown) => ApiProblem;
  readonly now: () => string;
}

const AFTER_MS = 1500;
const AGAIN_MS = 10_000;

/**
 * Takes a report from the keyboard to the office: at once on this device, then to the office after a pause,
 * again and again until it is received. Two texts never overwrite each other silently.
 */
export class ReportSaver {
  readonly #doors: ReportDoors;
  readonly #listeners = new Set<() => void>();
  #state: ReportState;
  #received: string;
  #sending: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(office: OfficeText, local: LocalReport | undefined, doors: ReportDoors) {
    this.#doors = doors;
    this.#received = office.text;
    const differs = local !== undefined && !isSame(local.text, office.text);
    const clash = differs && local.baseVersion !== office.version;
    this.#state = {
      text: differs ? local.text : office.text,
      version: office.version,
      saved: differs ? { at: 'device' } : undefined,
      unsafe: false,
      other: clash ? office : undefined,
      problem: undefined,
    };
    if (local !== undefined && !differs) doors.keep(undefined);
    if (differs && !clash) this.#later(AFTER_MS);
  }

  getState = (): ReportState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes what was typed: kept here before anything else happens. */
  type(typed: string): void {
    const text = storableText(typed);
    const { version: baseVersion, other } = this.#state;
    const safe = this.#doors.keep({ baseVersion, at: this.#doors.now(), text });
    this.#change({ text, unsafe: !safe, saved: { at: 'typing' } });
    if (other === undefined) this.#later(AFTER_MS);
  }

  /** Sends what the office does not have yet; resolves when it has it, or when it cannot be sent now. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#sending !== undefined) await this.#sending;
    if (this.#state.other !== undefined || this.isReceived) return;
    this.#sending = this.#send();
    await this.#sending;
    this.#sending = undefined;
    const { problem } = this.#state;
    if (this.isReceived || this.#state.other !== undefined) return;
    if (problem === undefined) await this.flush();
    else if (problem.isNetwork || problem.status >= 500) this.#later(AGAIN_MS);
  }

  /** Whether the office has the text on the screen. */
  get isReceived(): boolean {
    return this.#state.text === this.#received;
  }

  /** Settles two texts: the own one goes over the office's, or gives way to it. */
  settle(choice: 'own' | 'office'): void {
    const { other, text } = this.#state;
    if (other === undefined) return;
    this.#received = other.text;
    const { version } = other;
    if (choice === 'office') {
      this.#doors.keep(undefined);
      this.#change({ text: other.text, version, other: undefined, saved: received(other) });
      return;
    }
    this.#doors.keep({ baseVersion: version, at: this.#doors.now(), text });
    this.#change({ version, other: undefined, saved: { at: 'device' } });
    void this.flush();
  }

  /** The page goes away: no more tries from here; what is kept on the device stays. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  async #send(): Promise<void> {
    const { text, version } = this.#state;
    // What was wrong stays said until this try has an answer: nothing may move under a finger.
    this.#change({ saved: { at: 'waiting' } });
    try {
      this.#accept(await this.#doors.save({ version, text }), text);
    } catch (error) {
      const problem = this.#doors.asProblem(error);
      if (problem.code === 'request.stale') await this.#compare();
      else this.#change({ saved: { at: problem.isNetwork ? 'waiting' : 'failed' }, problem });
    }
  }

  #accept(office: OfficeText, sent: string): void {
    this.#received = sent;
    const { version } = office;
    const same = this.#state.text === sent;
    const local = { baseVersion: version, at: this.#doors.now(), text: this.#state.text };
    const safe = this.#doors.keep(same ? undefined : local);
    const saved: Saved | undefined = same ? received(office) : { at: 'typing' };
    this.#change({ version, saved, unsafe: !safe && !same, problem: undefined });
  }

  /** Somebody saved meanwhile, perhaps an earlier try of our own whose answer was lost. */
  async #compare(): Promise<void> {
    try {
      const office = await this.#doors.read();
      const { text } = this.#state;
      if (isSame(office.text, text)) return this.#accept(office, text);
      if (isSame(office.text, this.#received)) {
        return this.#change({ version: office.version, problem: undefined });
      }
      this.#change({ other: office, saved: { at: 'device' }, problem: undefined });
    } catch (error) {
      this.#change({ saved: { at: 'waiting' }, problem: this.#doors.asProblem(error) });
    }
  }

  #later(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), milliseconds);
  }

  #change(part: Partial<ReportState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}

/** The office keeps texts in one form of the accents; a phone may type the other. */
function isSame(one: string, other: string): boolean {
  return one.normalize('NFC') === other.normalize('NFC');
}

function received({ updatedAt }: OfficeText): Saved | undefined {
  return updatedAt === null ? undefined : { at: 'office', time: updatedAt };
}
