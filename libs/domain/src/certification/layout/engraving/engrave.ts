import type { Ornament } from '../layout.js';
import { engraveBorder, type Inks } from './border.js';
import { engraveFlourish, engraveRosette, engraveSeal } from './figures.js';
import type { Engraving, Shape } from './shape.js';

function whole(shapes: readonly Shape[]): Engraving[] {
  return [{ shapes, symmetry: 'none' }];
}

/**
 * The shapes of an ornament, lowest first. The same parameters always give the same paths, so an engine may keep
 * them for all documents of a layout.
 */
export function engrave(ornament: Ornament, inks: Inks): Engraving[] {
  switch (ornament.shape) {
    case 'border':
      return engraveBorder(ornament, inks);
    case 'rosette':
      return whole(engraveRosette(ornament, inks));
    case 'seal':
      return whole(engraveSeal(ornament, inks));
    case 'flourish':
      return whole(engraveFlourish(ornament, inks));
  }
}
