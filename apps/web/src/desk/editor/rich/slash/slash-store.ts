import type { SlashItem } from './slash-items.js';

/** The menu while it is open. */
export interface SlashMenuState {
  readonly items: readonly SlashItem[];
  readonly query: string;
  readonly index: number;
  /** Where the menu is drawn; the editor keeps it beside the cursor. */
  readonly element: HTMLElement;
  readonly choose: (item: SlashItem) => void;
}

/** Joins the editor, which opens and closes the menu, with the part that shows it. */
export class SlashStore {
  private state: SlashMenuState | undefined;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getState = (): SlashMenuState | undefined => this.state;

  set(state: SlashMenuState | undefined): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }

  /** What a key does to the open menu; true when it meant something. */
  key(key: string): boolean {
    const { state } = this;
    if (state === undefined || state.items.length === 0) return false;
    const count = state.items.length;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: count - 1 };
    const step = steps[key];
    if (step !== undefined) {
      this.set({ ...state, index: (state.index + step) % count });
      return true;
    }
    const item = state.items[state.index];
    if ((key !== 'Enter' && key !== 'Tab') || item === undefined) return false;
    state.choose(item);
    return true;
  }
}
