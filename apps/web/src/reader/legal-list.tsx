import type { LegalNode } from '@cam-nang/content/read';
import { useFormat } from '../lib/i18n/format.js';
import { useMessages } from '../lib/i18n/catalogue.js';
import { CalendarClockIcon, CheckIcon, CircleXIcon, HistoryIcon } from '../ui/icons.js';
import { Tag } from '../ui/tag.js';
import { blockProps } from './block-anchor.js';
import { Inline } from './inline.js';
import { messages } from './messages/index.js';
import styles from './text.module.css';

/** Legal bases that follow each other: one ruled list, each with its state and dates. */
export function LegalList({ blocks }: { readonly blocks: readonly LegalNode[] }) {
  return (
    <ul className={styles.law}>
      {blocks.map((block) => (
        <LegalBasis key={block.attrs.id} block={block} />
      ))}
    </ul>
  );
}

function LegalBasis({ block }: { readonly block: LegalNode }) {
  const { document, article } = block.attrs;
  return (
    <li {...blockProps(block)}>
      <cite>{[document, article].filter(Boolean).join(', ')}</cite>
      <LegalTags block={block} />
      {block.content.length > 0 && (
        <div className={styles.text}>
          {block.content.map((paragraph) => (
            <p key={paragraph.attrs.id} {...blockProps(paragraph)}>
              <Inline nodes={paragraph.content} />
            </p>
          ))}
        </div>
      )}
    </li>
  );
}

const looks = {
  'in-force': { look: 'ok', icon: CheckIcon, key: 'inForce' },
  superseded: { look: 'warn', icon: HistoryIcon, key: 'superseded' },
  expired: { look: 'bad', icon: CircleXIcon, key: 'expired' },
} as const;

function LegalTags({ block }: { readonly block: LegalNode }) {
  const { t, locale } = useMessages(messages);
  const format = useFormat();
  const { from, to, state } = block.attrs;
  const { look, icon, key } = looks[state];
  return (
    <span className={styles.tags} lang={locale}>
      <Tag look={look} icon={icon}>
        {t(key)}
      </Tag>
      {from !== undefined && <Tag>{t('from', { date: format.date(from) })}</Tag>}
      {to !== undefined && (
        <Tag look="warn" icon={CalendarClockIcon}>
          {t('until', { date: format.date(to) })}
        </Tag>
      )}
    </span>
  );
}
