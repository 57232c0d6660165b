import type { saveDraft, ResponseOf } from '@cam-nang/contracts';
import type { ApiProblem } from '../../../lib/api/problem.js';
import {
  otherIn,
  textOfView,
  type DraftContent,
  type DraftDecision,
  type DraftState,
  type KeptDraft,
  type OtherText,
  type SavedText,
} from './draft-state.js';
import type { DraftTexts } from './draft-texts.js';

export type SavedDraft = ResponseOf<typeof saveDraft>;

export interface SaverParts {
  /** The text that writing began on. */
  readonly from: SavedText;
  /** Sent from this device earlier without hearing whether it arrived. */
  readonly unanswered: DraftContent | undefined;
  /** What stands in the editor now. */
  readonly read: () => DraftContent;
  /** Whether it can be sent as it stands; a form with mistakes is only kept on this device. */
  readonly isReady?: () => boolean;
  /** Saves what was made from a text; the server merges it with what others saved since. */
  readonly send: (content: DraftContent, from: SavedText) => Promise<SavedDraft>;
  /** Keeps what is not saved yet on this device; undefined forgets it. Answers whether there was room. */
  readonly keep: (kept: KeptDraft | undefined) => boolean;
  readonly texts: DraftTexts;
  /** Gives what is new in the editor the names by which it is merged. */
  readonly nameBlocks?: () => void;
  /** Puts a merged text into the editor; the cursor stays with its words. */
  readonly adopt: (content: DraftContent) => void;
  readonly onSaved?: (view: SavedDraft) => void;
  /**
   * The words of others came into the editor: whose, or nobody's where they are those of the edition. One's own come
   * back after a wording was taken over: that is said there.
   */
  readonly onCameIn?: (savedBy: string | null) => void;
  readonly asProblem: (error: unknown) => ApiProblem;
}

interface Collision {
  readonly base: DraftContent;
  readonly other: OtherText;
}

/** Pause after the last key before saving; before keeping on this device; before trying again; longest wait. */
export const SAVE_AFTER = 3_000;
export const KEEP_AFTER = 400;
export const RETRY_AFTER = 10_000;
export const SAVE_AT_LATEST = 20_000;

/**
 * Saves a working text as it is written: on this device at once, at the server after a pause. What others
 * saved meanwhile is merged into the editor under the hands of the writer; where both wrote at one place
 * nothing is sent until somebody chooses.
 */
export class DraftSaver {
  private state: DraftState = { at: 'clean' };
  private readonly listeners = new Set<() => void>();
  private from: SavedText;
  private unanswered: DraftContent | undefined;
  private collision: Collision | undefined;
  private decisions: readonly DraftDecision[] = [];
  private dirty = false;
  private firstTouch = 0;
  private sending: Promise<void> | undefined;
  private saveTimer: ReturnType<typeof setTimeout> | undefined;
  private keepTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly parts: SaverParts) {
    this.from = parts.from;
    this.unanswered = parts.unanswered;
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
    if (this.collision === undefined) this.publish({ at: 'typing' });
    this.keepTimer ??= setTimeout(() => this.keepSoon(), KEEP_AFTER);
    const waited = Date.now() - this.firstTouch;
    this.schedule(Math.max(0, Math.min(SAVE_AFTER, SAVE_AT_LATEST - waited)));
  };

  /** Saves now; answers once everything written until now is at the server, or cannot get there. */
  readonly flush = async (): Promise<void> => {
    this.keepNow();
    while (this.dirty && this.collision === undefined) {
      const before = this.from;
      await this.save();
      if (this.from === before) return;
    }
  };

  /** Keeps what is unsaved on this device at once: the page is about to go. */
  readonly keepNow = (): boolean => {
    clearTimeout(this.keepTimer);
    this.keepTimer = undefined;
    if (!this.dirty) return true;
    const { from, unanswered } = this;
    return this.parts.keep({ from, unanswered, content: this.parts.read() });
  };

  /** Merges with what was decided; places whose words changed since are asked for again. */
  readonly decide = (decisions: readonly DraftDecision[]): void => {
    if (this.collision === undefined) return;
    const { base, other } = this.collision;
    this.decisions = decisions;
    this.takeIn(base, other, 0);
  };

  readonly stop = (): void => {
    clearTimeout(this.saveTimer);
    this.keepNow();
  };

  get savedVersion(): number {
    return this.from.version;
  }

  private keepSoon(): void {
    this.keepNow();
    if (this.collision === undefined) return;
    // What is shown as the writer's own text is what stands in the editor now.
    const { base, other } = this.collision;
    const { conflicts } = this.merged(base, other);
    if (conflicts.length > 0) this.publish({ at: 'collided', other, conflicts });
    else this.takeIn(base, other, SAVE_AFTER);
  }

  private schedule(pause: number): void {
    clearTimeout(this.saveTimer);
    this.saveTimer = setTimeout(() => void this.save(), pause);
  }

  private async save(): Promise<void> {
    clearTimeout(this.saveTimer);
    if (this.sending !== undefined) return this.sending;
    const isReady = this.parts.isReady?.() ?? true;
    if (!this.dirty || !isReady || this.collision !== undefined) return undefined;
    this.sending = this.sendNow().finally(() => {
      this.sending = undefined;
    });
    return this.sending;
  }

  /** What was sent without an answer goes again as it was: only so does it not meet itself at the server. */
  private async sendNow(): Promise<void> {
    const { from, unanswered: again } = this;
    const content = again ?? this.parts.read();
    this.unanswered = content;
    this.keepNow();
    this.dirty = false;
    this.publish({ at: 'saving' });
    try {
      const view = await this.parts.send(content, from);
      this.unanswered = undefined;
      this.arrived(content, view, again !== undefined);
    } catch (error) {
      this.failed(this.parts.asProblem(error), again !== undefined);
    }
  }

  private arrived(sent: DraftContent, view: SavedDraft, wasAgain: boolean): void {
    this.parts.onSaved?.(view);
    if (view.cameIn !== null || wasAgain) {
      // What was saved is this writer's in any case; what came in with it may be somebody else's.
      const other = { ...textOfView(view), mine: true, ...view.cameIn };
      return this.takeIn(sent, other, wasAgain ? 0 : SAVE_AFTER);
    }
    this.from = textOfView(view);
    return this.settle(view.savedAt, SAVE_AFTER);
  }

  private failed(problem: ApiProblem, wasAgain: boolean): void {
    this.dirty = true;
    if (problem.status === 0 || problem.status >= 500) {
      this.publish({ at: 'waiting', problem, kept: this.keepNow() });
      return this.schedule(RETRY_AFTER);
    }
    this.unanswered = undefined;
    const other = problem.code === 'curriculum.stale_draft' ? otherIn(problem.details) : null;
    if (other !== null) return this.takeIn(this.from.content, other, 0);
    this.keepNow();
    if (wasAgain) this.schedule(0);
    return this.publish({ at: 'refused', problem });
  }

  private merged(base: DraftContent, other: OtherText) {
    this.parts.nameBlocks?.();
    const sides = { base, saved: other.content, mine: this.parts.read() };
    return this.parts.texts.merge(sides, this.decisions);
  }

  /** Merges what stands in the editor at this moment with what others saved, and goes on from there. */
  private takeIn(base: DraftContent, other: OtherText, pause: number): void {
    const { texts } = this.parts;
    const { content, conflicts } = this.merged(base, other);
    this.dirty = true;
    if (conflicts.length > 0) {
      this.collision = { base, other };
      this.keepNow();
      return this.publish({ at: 'collided', other, conflicts });
    }
    this.collision = undefined;
    this.decisions = [];
    if (!texts.same(content, this.parts.read())) {
      this.parts.adopt(content);
      if (!other.mine) this.parts.onCameIn?.(other.savedBy);
    }
    this.from = other;
    this.dirty = !texts.same(content, other.content);
    return this.settle(other.savedAt, pause);
  }

  /** Everything is there, or the rest goes after a pause. */
  private settle(savedAt: string | null, pause: number): void {
    if (this.dirty) {
      this.publish({ at: 'typing' });
      this.keepNow();
      return this.schedule(pause);
    }
    this.parts.keep(undefined);
    return this.publish({ at: 'saved', time: savedAt ?? new Date().toISOString() });
  }

  private publish(next: DraftState): void {
    this.state = next;
    for (const listener of this.listeners) listener();
  }
}
