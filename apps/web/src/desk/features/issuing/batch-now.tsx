import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { rateOf, secondsLeft, sparkPoints, type Sample } from './batch-model.js';
import type { Batch } from './batch-types.js';
import styles from './issuing.module.css';
import { messages } from './messages/index.js';
import { useDuration } from './use-duration.js';

/** What is finished for good, how fast it goes and when it will end. */
export function BatchNow(props: { readonly batch: Batch; readonly samples: readonly Sample[] }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { batch, samples } = props;
  return (
    <div className={styles.now}>
      <p className={styles.big}>
        {format.number(batch.registered)}
        <small>
          {' '}
          / {format.number(batch.total)} {t('inRegister')}
        </small>
      </p>
      <Spark points={sparkPoints(samples)} />
      <p className={styles.rate}>
        <Pace batch={batch} samples={samples} />
      </p>
    </div>
  );
}

function Pace({ batch, samples }: { readonly batch: Batch; readonly samples: readonly Sample[] }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const duration = useDuration();
  const { startedAt, finishedAt, registered, total } = batch;
  if (finishedAt !== null) {
    const took = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
    return (
      <>
        <b>{t('finished', { time: duration.clock(finishedAt) })}</b>
        {t('took', { time: duration.length(Math.max(1, Math.round(took))) })}
      </>
    );
  }
  const rate = rateOf(samples);
  const left = secondsLeft(registered, total, rate);
  if (rate === undefined || left === undefined) {
    return registered === 0 ? t('waits') : t('stalled', { time: duration.clock(lastMove(batch)) });
  }
  return (
    <>
      <b>{t('rate', { rate: format.number(rate, 1) })}</b>
      {t('left', { time: duration.length(left) })}
    </>
  );
}

/** When a stage last moved. */
function lastMove({ stages, startedAt }: Batch): string {
  return stages.reduce(
    (last, stage) => (stage.updatedAt > last ? stage.updatedAt : last),
    startedAt,
  );
}

function Spark({ points }: { readonly points: readonly (readonly [number, number])[] }) {
  const { t } = useMessages(messages);
  if (points.length === 0) return <span />;
  const line = `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
  return (
    <svg
      className={styles.spark}
      viewBox="0 0 600 56"
      preserveAspectRatio="none"
      role="img"
      aria-label={t('spark')}
    >
      <path className={styles.sparkBase} d="M0 55.5H600" vectorEffect="non-scaling-stroke" />
      <path className={styles.sparkArea} d={`${line}V55.5H0Z`} />
      <path className={styles.sparkLine} d={line} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
