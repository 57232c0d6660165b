import type { DraftView, OverlayNode } from '../../kit/curriculum/types.js';

/** What a form of settings answers with. */
export interface Settings {
  readonly title: string;
  readonly meta: Readonly<Record<string, unknown>>;
}

export interface SettingsFormProps {
  readonly id: string;
  readonly draft: DraftView;
  readonly nodes: readonly OverlayNode[];
  readonly onSave: (settings: Settings) => void;
}
