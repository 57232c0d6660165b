import type { ApiProblem } from '../../../lib/api/problem.js';
import type { DraftView } from '../../kit/curriculum/types.js';

/** What a person writes in a node: its title, its settings, its text. */
export interface DraftContent {
  readonly title: string;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly document: DraftView['node']['document'];
}

/** The text that somebody else saved meanwhile. */
export interface OtherDraft extends DraftContent {
  readonly version: number;
  readonly savedAt: string;
  readonly savedBy: string;
}

/** Where what was typed has got to. */
export type DraftState =
  | { readonly at: 'clean' }
  | { readonly at: 'typing' }
  | { readonly at: 'saving' }
  | { readonly at: 'saved'; readonly time: string }
  /** No answer from the server: kept on this device, tried again by itself. */
  | { readonly at: 'waiting'; readonly problem: ApiProblem }
  /** The server refused the content: it has to be mended. */
  | { readonly at: 'refused'; readonly problem: ApiProblem }
  /** Saved elsewhere meanwhile: both texts are kept until somebody chooses. */
  | { readonly at: 'stale'; readonly other: OtherDraft | null };

export interface SaverParts {
  /** Version of the text that was opened. */
  readonly version: number;
  /** What stands in the editor now. */
  readonly read: () => DraftContent;
  /** Whether it can be sent as it stands; a form with mistakes is only kept on this device. */
  readonly isReady?: () => boolean;
  readonly send: (content: DraftContent, baseVersion: number) => Promise<DraftView>;
  /** Keeps what is not saved yet on this device; undefined forgets it. */
  readonly keep: (content: DraftContent | undefined, baseVersion: number) => void;
  readonly onSaved?: (view: DraftView) => void;
  readonly asProblem: (error: unknown) => ApiProblem;
}

/** Pause after the last key before saving; before keeping on this device; before trying again; longest wait. */
export const SAVE_AFTER = 3_000;
export const KEEP_AFTER = 400;
export const RETRY_AFTER = 10_000;
export const SAVE_AT_LATEST = 20_000;

/** Saves a working text as it is written: on this device at once, at the server after a pause. */
export class DraftSaver {
  private state: DraftState = { at: 'clean' };
  private readonly listeners = new Set<() => void>();
  private version: number;
  private dirty = false;
  private firstTouch = 0;
  private sending: Promise<void> | undefined;
  private saveTimer: ReturnType<typeof setTimeout> | undefined;
  private keepTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly parts: SaverParts) {
    this.version = parts.version;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getState = (): DraftState => this.state;

  /** Something was written. */
  readonly touch = (): void => {
    if (!this.dirty) this.firstTouch = Date.now();
    this.dirty = true;
    if (this.state.at !== 'stale') this.publish({ at: 'typing' });
    this.keepTimer ??= setTimeout(() => this.keepNow(), KEEP_AFTER);
    const waited = Date.now() - this.firstTouch;
    this.schedule(Math.max(0, Math.min(SAVE_AFTER, SAVE_AT_LATEST - waited)));
  };

  /** Saves now; answers once everything written until now is at the server, or cannot get there. */
  readonly flush = async (): Promise<void> => {
    this.keepNow();
    while (this.dirty && this.state.at !== 'stale') {
      const before = this.version;
      await this.save();
      if (this.version === before) return;
    }
  };

  /** Keeps what is unsaved on this device at once: the page is about to go. */
  readonly keepNow = (): void => {
    clearTimeout(this.keepTimer);
    this.keepTimer = undefined;
    if (!this.dirty) return;
    this.parts.keep(this.parts.read(), this.version);
  };

  /** The own text goes on top of the other one. */
  readonly keepMine = (): void => {
    if (this.state.at !== 'stale') return;
    this.version = this.state.other?.version ?? 0;
    this.dirty = true;
    this.publish({ at: 'typing' });
    this.schedule(0);
  };

  /** The other text has been taken into the editor. */
  readonly tookOther = (): void => {
    if (this.state.at !== 'stale') return;
    const { other } = this.state;
    this.version = other?.version ?? 0;
    this.dirty = false;
    this.parts.keep(undefined, this.version);
    this.publish(other === null ? { at: 'clean' } : { at: 'saved', time: other.savedAt });
  };

  /** Found on opening: what this device kept was written on an older text. */
  readonly foundStale = (other: OtherDraft | null): void => {
    this.dirty = true;
    this.publish({ at: 'stale', other });
  };

  readonly stop = (): void => {
    clearTimeout(this.saveTimer);
    this.keepNow();
  };

  get savedVersion(): number {
    return this.version;
  }

  private schedule(pause: number): void {
    clearTimeout(this.saveTimer);
    this.saveTimer = setTimeout(() => void this.save(), pause);
  }

  private async save(): Promise<void> {
    clearTimeout(this.saveTimer);
    if (this.sending !== undefined) return this.sending;
    const isReady = this.parts.isReady?.() ?? true;
    if (!this.dirty || !isReady || this.state.at === 'stale') return undefined;
    this.sending = this.sendNow(this.parts.read()).finally(() => {
      this.sending = undefined;
    });
    return this.sending;
  }

  private async sendNow(content: DraftContent): Promise<void> {
    this.dirty = false;
    this.publish({ at: 'saving' });
    try {
      const view = await this.parts.send(content, this.version);
      this.version = view.version;
      this.arrived(view);
    } catch (error) {
      this.failed(this.parts.asProblem(error));
    }
  }

  private arrived(view: DraftView): void {
    this.parts.onSaved?.(view);
    if (this.dirty) {
      this.publish({ at: 'typing' });
      this.keepNow();
      return this.schedule(SAVE_AFTER);
    }
    this.parts.keep(undefined, this.version);
    return this.publish({ at: 'saved', time: view.savedAt ?? new Date().toISOString() });
  }

  private failed(problem: ApiProblem): void {
    this.dirty = true;
    this.keepNow();
    if (problem.code === 'curriculum.stale_draft') {
      return this.publish({ at: 'stale', other: otherIn(problem.details) });
    }
    if (problem.status === 0 || problem.status >= 500) {
      this.publish({ at: 'waiting', problem });
      return this.schedule(RETRY_AFTER);
    }
    return this.publish({ at: 'refused', problem });
  }

  private publish(next: DraftState): void {
    this.state = next;
    for (const listener of this.listeners) listener();
  }
}

/** The other text as the refusal of a stale save carries it. */
export function otherIn(details: Readonly<Record<string, unknown>>): OtherDraft | null {
  const { current } = details;
  return typeof current === 'object' && current !== null && 'version' in current
    ? (current as OtherDraft)
    : null;
}
