import { useMemo, useState } from 'react';
import type { EditorView } from '@tiptap/pm/view';
import {
  cleanForeignText,
  foreignImageSources,
  type ForeignElement,
  type ForeignImage,
  type ForeignLoss,
} from '@cam-nang/content/editor';
import { isOwnPage, ownPage, pageOf } from './paste-page.js';
import { heldImages, storeImages } from './pasted-images.js';

/** What a paste is doing, or what it could not keep. */
export type PasteState =
  | { readonly at: 'storing'; readonly count: number }
  | { readonly at: 'done'; readonly losses: readonly ForeignLoss[] };

const NONE: ReadonlyMap<string, ForeignImage> = new Map();

/**
 * How the editor pastes: pages of somebody else are read to blocks, with what was lost told; pictures
 * that the clipboard holds are stored first. Its own pages stay as they are, and so do the lines of
 * plain text (and of a paste without formatting).
 */
class Pasting {
  private ready = false;

  constructor(private readonly tell: (state: PasteState | undefined) => void) {}

  /** Taken by the editor for every page that is pasted or dropped. */
  readonly html = (html: string, view: EditorView): string => {
    if (this.ready || isOwnPage(html)) return html;
    return this.read(pageOf(html), view, NONE);
  };

  readonly text = (text: string): string => cleanForeignText(text);

  /** True where pictures have to be stored before the page can be pasted. */
  takePage(view: EditorView, data: DataTransfer | null): boolean {
    const html = data?.getData('text/html') ?? '';
    if (html === '' || isOwnPage(html)) return false;
    const page = pageOf(html);
    const sources = heldImages(foreignImageSources(page));
    if (sources.length === 0) return false;
    void this.pasteWithImages(view, page, sources);
    return true;
  }

  private async pasteWithImages(
    view: EditorView,
    page: ForeignElement,
    sources: readonly string[],
  ): Promise<void> {
    this.tell({ at: 'storing', count: sources.length });
    const images = await storeImages(sources);
    if (view.isDestroyed) return;
    const html = this.read(page, view, images);
    this.ready = true;
    try {
      view.pasteHTML(html);
    } finally {
      this.ready = false;
    }
  }

  private read(
    page: ForeignElement,
    view: EditorView,
    images: ReadonlyMap<string, ForeignImage>,
  ): string {
    const { html, losses } = ownPage(page, view.state.schema, images);
    this.tell(losses.length === 0 ? undefined : { at: 'done', losses });
    return html;
  }
}

/** Pasting of one editor, with what is to be said about the last paste. */
export function usePaste() {
  const [state, tell] = useState<PasteState>();
  const pasting = useMemo(() => new Pasting(tell), []);
  return { pasting, state, forget: () => tell(undefined) };
}
