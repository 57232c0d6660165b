import type { ForeignLoss } from '@cam-nang/content/editor';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import text from '../../../ui/text.module.css';
import styles from './losses.module.css';
import { messages } from './messages/index.js';

/** What a text from elsewhere could not keep: what, how often, near which words. */
export function LossList({ losses }: { readonly losses: readonly ForeignLoss[] }) {
  const { t } = useMessages(messages);
  return (
    <ul className={styles.losses}>
      {losses.map((loss) => (
        <li key={`${loss.code} ${loss.under}`}>
          {t(loss.code)}
          {loss.count > 1 && <> · {t('times', { count: loss.count })}</>}
          <div className={text.sm} lang="vi">
            {[loss.near, loss.under === '' ? '' : t('under', { title: loss.under })]
              .filter((part) => part !== '')
              .join(' · ')}
          </div>
        </li>
      ))}
    </ul>
  );
}
