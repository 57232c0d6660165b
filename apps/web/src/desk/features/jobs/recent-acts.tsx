import { listAudit } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { may, useSession } from '../../../lib/session/session.js';
import { Link } from '../../../ui/link.js';
import { isBuilt } from '../../built-pages.js';
import { useRead } from '../../data/query.js';
import { useActionWords } from '../../kit/audit/action-words.js';
import { Block } from '../../kit/work.js';
import { href } from '../../routes.js';
import styles from './jobs.module.css';
import { messages } from './messages/index.js';

/** What happened last, for who may read the audit trail. */
export function RecentActs() {
  const { t } = useMessages(messages);
  const format = useFormat();
  const words = useActionWords();
  const asked = may(useSession(), 'audit.read');
  const { data } = useRead(listAudit, asked ? { query: { limit: 6 } } : undefined);
  if (data === undefined) return null;
  return (
    <Block
      title={t('recent')}
      aside={isBuilt('audit') ? <Link href={href('audit')}>{t('all')}</Link> : undefined}
    >
      <ol className={styles.recent}>
        {data.entries.map((entry) => (
          <li key={entry.seq}>
            <time dateTime={entry.at}>{format.time(entry.at)}</time>
            <span>
              <span lang="vi">{entry.actor ?? entry.subjectName ?? t('machine')}</span>:{' '}
              {words(entry.action)}
            </span>
          </li>
        ))}
      </ol>
    </Block>
  );
}
