import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Block, KeyList } from '../../kit/work.js';
import styles from './conflicts.module.css';
import { messages } from './messages/index.js';
import type { Conflict, Conflicts } from './model/conflict.js';

/** What keeping a choice causes, who chose before, what the main text took in. */
export function ConflictSide(props: { readonly data: Conflicts; readonly conflict: Conflict }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { decision } = props.conflict;
  return (
    <>
      <Block title={t('whenKept')}>
        <div className={styles.says}>
          <p>{t('bound')}</p>
          <p>{t('verdicts')}</p>
          {decision !== null && (
            <p>
              {t('by', { name: decision.decidedBy, time: format.dateTime(decision.decidedAt) })}
            </p>
          )}
        </div>
      </Block>
      {props.data.commits.length > 0 && (
        <Block title={t('commits')}>
          <ul className={styles.commits}>
            {props.data.commits.map(({ seq, message, author, at }) => (
              <li key={seq}>
                <span lang="vi">{message}</span>
                <small>
                  {author}, {format.dateTime(at)}
                </small>
              </li>
            ))}
          </ul>
        </Block>
      )}
      <Block title={t('keys')}>
        <KeyList
          keys={[
            { key: '1–5', does: t('keyChoose') },
            { key: 'N', does: t('keyNext') },
            { key: 'P', does: t('keyPrevious') },
          ]}
        />
      </Block>
    </>
  );
}
