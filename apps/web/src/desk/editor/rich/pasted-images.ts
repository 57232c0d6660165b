import type { ForeignImage } from '@cam-nang/content/editor';
import { imageFault, storeImage } from './image-upload.js';

/** More pictures than this are not taken out of one paste. */
const MOST_IMAGES = 30;
const DATA = /^data:(image\/[a-z+]+);base64,/i;

/** The pictures that the clipboard itself holds. */
export function heldImages(sources: readonly string[]): readonly string[] {
  return sources.filter((source) => DATA.test(source)).slice(0, MOST_IMAGES);
}

/** Stores pictures one after the other; one that is refused is missing in the answer. */
export async function storeImages(
  sources: readonly string[],
): Promise<ReadonlyMap<string, ForeignImage>> {
  const stored = new Map<string, ForeignImage>();
  for (const source of sources) {
    const file = fileOf(source);
    if (file === null || imageFault(file) !== undefined) continue;
    try {
      stored.set(source, await storeImage(file));
    } catch {
      // It is told among what was lost; the words of the page matter more.
    }
  }
  return stored;
}

/** The policy of the page lets no address `data:` be fetched, so that it is read here. */
function fileOf(source: string): Blob | null {
  const type = DATA.exec(source)?.[1];
  if (type === undefined) return null;
  try {
    const bytes = atob(source.slice(source.indexOf(',') + 1).replace(/\s+/g, ''));
    return new Blob([Uint8Array.from(bytes, (character) => character.charCodeAt(0))], { type });
  } catch {
    return null;
  }
}
