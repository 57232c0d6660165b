import { useMessages } from '../../../lib/i18n/catalogue.js';
import { messages } from './messages/index.js';
import { SLASH_IDS, type SlashItem } from './slash/slash-items.js';

/** Every block that can be inserted, in the language of the screens. */
export function useSlashItems(): readonly SlashItem[] {
  const { t } = useMessages(messages);
  return SLASH_IDS.map((id) => ({
    id,
    title: t(`item.${id}`),
    hint: t(`hint.${id}`),
    words: t(`words.${id}`),
  }));
}
