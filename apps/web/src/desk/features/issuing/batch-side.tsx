import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Checks } from '../../kit/marks.js';
import { Block, Details, Hash } from '../../kit/work.js';
import type { Batch } from './batch-types.js';
import styles from './issuing.module.css';
import { messages } from './messages/index.js';
import { useDuration } from './use-duration.js';

/** What cannot be lost, and the seal of the register once it stands. */
export function BatchSide({ batch }: { readonly batch: Batch }) {
  const { t } = useMessages(messages);
  return (
    <>
      <Seal batch={batch} />
      <Block title={t('sure')}>
        <Checks
          checks={[
            { key: 'numbers', verdict: 'yes', text: t('sureNumbers', { count: batch.total }) },
            { key: 'seen', verdict: 'yes', text: t('sureSeen') },
            { key: 'signature', verdict: 'yes', text: t('sureSignature') },
          ]}
        />
        {batch.state !== 'done' && <p className={styles.leave}>{t('leave')}</p>}
      </Block>
    </>
  );
}

function Seal({ batch: { head } }: { readonly batch: Batch }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  return (
    <Block title={t('sealed')}>
      {head === null ? (
        <p className={styles.leave}>{t('headNone')}</p>
      ) : (
        <Details
          rows={[
            { name: t('headSigned'), value: format.dateTime(head.signedAt) },
            { name: t('headSize'), value: format.number(head.size) },
            { name: t('headRoot'), value: <Hash>{head.root.slice(0, 16)}</Hash> },
          ]}
        />
      )}
    </Block>
  );
}

/** The numbers a batch took and when it was made. */
export function BatchResult({ batch }: { readonly batch: Batch }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const duration = useDuration();
  const range = (first: string, last: string) => t('range', { first, last });
  const { startedAt, finishedAt } = batch;
  const moment = (instant: string) => `${duration.clock(instant)}, ${format.date(instant)}`;
  return (
    <Block title={t('result')}>
      <Details
        rows={[
          { name: t('count'), value: format.number(batch.total) },
          { name: t('serials'), value: range(batch.firstSerial, batch.lastSerial) },
          { name: t('registers'), value: range(batch.firstRegister, batch.lastRegister) },
          { name: t('started'), value: moment(startedAt) },
          ...(finishedAt === null ? [] : [{ name: t('ended'), value: moment(finishedAt) }]),
        ]}
      />
    </Block>
  );
}
