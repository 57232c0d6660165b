import { DOCUMENT_LIMITS } from '@cam-nang/content/editor';
import { useFormat } from '../../../lib/i18n/format.js';

/** How much a lesson may hold at most, as people read it. */
export function useMost() {
  const format = useFormat();
  const { characters, nodes } = DOCUMENT_LIMITS;
  return { characters: format.number(characters), parts: format.number(nodes) };
}
