import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Note } from '../../../ui/banner.js';
import type { RefusedEntry } from '../../journal/refused-entries.js';
import { messages } from './messages/index.js';

/** Says of one question that what was said last about it is not at the office, and what to do. */
export function RefusedNote({ refused }: { readonly refused: RefusedEntry | undefined }) {
  const { t } = useMessages(messages);
  if (refused === undefined) return null;
  const said = textOf(refused);
  return (
    <Note look="bad" alert>
      <p>{t('refusedText')}</p>
      {said !== '' && (
        <p>
          {t('refusedSaid')} <q lang="vi">{said}</q>
        </p>
      )}
    </Note>
  );
}

/** The words of an answer that has some. */
export function textOf({ entry }: RefusedEntry): string {
  const { value } = entry;
  if (value === null || typeof value !== 'object') return '';
  return 'text' in value && typeof value.text === 'string' ? value.text : '';
}
