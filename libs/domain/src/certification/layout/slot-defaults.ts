import type { LocalText, TextSlot } from './layout.js';

type Required = Pick<TextSlot, 'id' | 'x' | 'baseline' | 'width' | 'size'>;

/**
 * A text slot with the usual choices: Vietnamese, one line that may shrink, regular text face in
 * ink, aligned left.
 */
export function textSlot(
  text: LocalText,
  own: Required & Partial<Omit<TextSlot, 'kind' | 'text'>>,
): TextSlot {
  return {
    kind: 'text',
    text,
    language: 'vi',
    depth: 0,
    align: 'left',
    font: 'text',
    strongFont: 'textBold',
    colour: 'ink',
    leading: 1.3,
    tracking: 0,
    overflow: { steps: ['shrink', 'break'], maxLines: 1 },
    rise: 0,
    ...own,
  };
}

/** A text with the same words in both languages: figures, names, dates. */
export function same(text: string): LocalText {
  return { vi: text, en: text };
}
