import { listHeads } from '@cam-nang/contracts/routes';
import { addressOf } from '../../../lib/api/call.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Block, Details, Hash } from '../../kit/work.js';
import { messages } from './messages/index.js';
import { shortHash } from './register-model.js';
import styles from './register.module.css';
import type { Seal } from './register-types.js';

/** The newest seal of the register, and how anyone can check the whole of it. */
export function SealSide({ seal }: { readonly seal: Seal | null }) {
  const { t, rich } = useMessages(messages);
  return (
    <>
      <Block title={t('seal')}>
        {seal === null ? (
          <p className={styles.soft}>{t('noSeal')}</p>
        ) : (
          <>
            <SealFacts seal={seal} />
            <p className={styles.soft}>
              {t('sealText')}{' '}
              <a href={addressOf(listHeads, {})} download="register-heads.json">
                {t('heads')}
              </a>
            </p>
          </>
        )}
      </Block>
      <Block title={t('whole')}>
        <p className={styles.soft}>
          {rich('wholeText', { command: <code>npm run verify:register</code> })}
        </p>
        <p className={styles.soft}>{t('chooseLine')}</p>
      </Block>
    </>
  );
}

function SealFacts({ seal }: { readonly seal: Seal }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  return (
    <Details
      rows={[
        { name: t('sealSigned'), value: format.dateTime(seal.signedAt) },
        { name: t('sealSize'), value: format.number(seal.size) },
        { name: t('sealRoot'), value: <Hash>{shortHash(seal.root)}</Hash> },
        { name: t('sealKey'), value: <Hash>{seal.keyId}</Hash> },
      ]}
    />
  );
}
