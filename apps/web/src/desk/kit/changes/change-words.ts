import type { JsonValue } from '@cam-nang/domain';
import { shownDate } from '@cam-nang/content/read';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { messages } from './messages/index.js';
import type { vi } from './messages/vi.js';
import type { BlockRow } from './document-rows.js';

type Key = keyof typeof vi;

/** The key of a word that may not exist. */
function known(key: string): key is Key {
  return key in messages.vi;
}

/** Words for what happened to blocks and settings. */
export function useChangeWords() {
  const { t, locale } = useMessages(messages);
  const comma = (decimal: string) => (locale === 'vi' ? decimal.replace('.', ',') : decimal);
  const plain = (key: string) => (known(key) ? t(key as 'empty') : undefined);
  const value = (name: string, raw: JsonValue | undefined): string =>
    valueWord(name, raw, { plain, comma, empty: t('empty') });
  const groupField = ([of, code = '', name = '']: readonly string[]) => {
    const key = `field.groups.${name}`;
    return of === 'groups' && known(key) ? t(key as 'field.groups.title', { code }) : undefined;
  };
  return {
    /** "Đổi chữ", "Đổi căn cứ". */
    said: (row: BlockRow) => {
      if (row.change === 'changed' && row.formatOnly) return t('say.format');
      if (row.change === 'changed' && row.block.type === 'legal') return t('say.legal');
      return row.change === 'same' ? '' : t(`say.${row.change}`);
    },
    /** "đoạn 4". */
    block: ({ block, no }: Pick<BlockRow, 'block' | 'no'>) => {
      const key = `block.${block.type}`;
      return known(key) ? t(key as 'block.other', { no }) : t('block.other', { no });
    },
    /** Name of a setting: "Tiết thực hành". */
    field: (path: readonly string[]) =>
      groupField(path) ??
      plain(`field.${path.join('.')}`) ??
      plain(`field.${path.at(-1) ?? ''}`) ??
      path.join('.'),
    value,
  };
}

/** What values are said with. */
interface Saying {
  /** A word that may not exist. */
  readonly plain: (key: string) => string | undefined;
  /** A decimal as people of the language write it. */
  readonly comma: (decimal: string) => string;
  readonly empty: string;
}

function valueWord(name: string, raw: JsonValue | undefined, saying: Saying): string {
  const { plain, comma, empty } = saying;
  if (raw === undefined || raw === null || raw === '') return empty;
  if (typeof raw === 'boolean') return booleanWord(name, raw, plain);
  if (typeof raw === 'string') return stringWord(name, raw, saying);
  if (typeof raw === 'number') return comma(String(raw));
  const inside: readonly JsonValue[] = Array.isArray(raw) ? raw : Object.values(raw);
  // Ids of other nodes inside a setting say nothing to people.
  const words = inside.filter((one) => !isId(one)).map((one) => valueWord(name, one, saying));
  return words.join(Array.isArray(raw) ? ', ' : ' · ') || empty;
}

/** Exact decimals, which are stored with a point and read with a comma. */
const DECIMALS: ReadonlySet<string> = new Set(['answer', 'tolerance']);

function booleanWord(
  name: string,
  raw: boolean,
  plain: (key: string) => string | undefined,
): string {
  const [yes, no] = name === 'correct' || name === 'checked' ? ['right', 'wrong'] : ['yes', 'no'];
  return plain((raw ? yes : no) ?? '') ?? String(raw);
}

function isId(value: JsonValue): boolean {
  return typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value);
}

function stringWord(name: string, raw: string, { plain, comma }: Saying): string {
  if (DECIMALS.has(name)) return comma(raw);
  if (/^\d{4}-\d{2}-\d{2}$/.test(raw)) return shownDate(raw);
  return plain(`value.${raw}`) ?? raw;
}
