import { readBatch } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { LinkButton } from '../../../ui/button.js';
import { ListIcon, StampIcon } from '../../../ui/icons.js';
import { Loaded } from '../../../ui/states.js';
import { useRead } from '../../data/query.js';
import { LiveState, Pane, WorkHead } from '../../kit/work.js';
import { usePageParams } from '../../page.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import { InTopBar } from '../../shell/top-slot.js';
import { BatchNow } from './batch-now.js';
import { BatchResult, BatchSide } from './batch-side.js';
import type { Batch } from './batch-types.js';
import { FailureTable } from './failure-table.js';
import { messages } from './messages/index.js';
import { StageList } from './stage-list.js';
import { useLiveBatch } from './use-live-batch.js';

/** The making of the certificates of one decision, as it happens. */
export function IssuingPage() {
  const { decisionId } = usePageParams('issuing');
  const batch = useRead(readBatch, { params: { decisionId } });
  return (
    <Loaded from={batch} page>
      {(data) => <Issuing batch={data} />}
    </Loaded>
  );
}

function Issuing({ batch }: { readonly batch: Batch }) {
  const { t } = useMessages(messages);
  const { live, samples } = useLiveBatch(batch);
  const { proposalId, decisionNo, state, cohortCode } = batch;
  usePlace(`${t('title')} ${decisionNo}`, [
    { title: t('awards'), href: href('awards') },
    { title: cohortCode, href: href('award', { proposalId }) },
    { title: decisionNo },
  ]);
  return (
    <>
      {state !== 'done' && (
        <InTopBar>
          <LiveState live={live}>{t(live ? 'live' : 'notLive')}</LiveState>
        </InTopBar>
      )}
      <IssuingHead batch={batch} />
      <BatchNow batch={batch} samples={samples} />
      <StageList batch={batch} />
      <Pane side={<BatchSide batch={batch} />} sideLabel={t('sealed')}>
        <BatchResult batch={batch} />
        <FailureTable failures={batch.failures} />
      </Pane>
    </>
  );
}

const titles = {
  numbered: 'making',
  making: 'making',
  sealing: 'making',
  done: 'done',
  paused: 'paused',
} as const;

function IssuingHead({ batch }: { readonly batch: Batch }) {
  const { t, rich } = useMessages(messages);
  const format = useFormat();
  const { proposalId, total, state } = batch;
  return (
    <WorkHead
      title={t(titles[state], { count: total })}
      facts={
        <>
          {rich('facts', {
            decision: <b>{batch.decisionNo}</b>,
            date: format.date(batch.decisionDate),
            cohort: batch.cohortCode,
            signer: batch.signerName,
          })}
          {' · '}
          {rich('numbers', {
            firstSerial: <b>{batch.firstSerial}</b>,
            lastSerial: <b>{batch.lastSerial}</b>,
            firstRegister: <b>{batch.firstRegister}</b>,
            lastRegister: <b>{batch.lastRegister}</b>,
          })}
        </>
      }
      actions={
        <>
          <LinkButton href={href('award', { proposalId })}>
            <ListIcon />
            {t('award')}
          </LinkButton>
          <LinkButton href={href('register')}>
            <StampIcon />
            {t('register')}
          </LinkButton>
        </>
      }
    />
  );
}
