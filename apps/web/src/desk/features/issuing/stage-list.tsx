import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { CheckIcon } from '../../../ui/icons.js';
import { Track } from '../../../ui/progress.js';
import { Status } from '../../../ui/tag.js';
import { secondsLeft, stagesOf, type StageView } from './batch-model.js';
import type { Batch } from './batch-types.js';
import styles from './issuing.module.css';
import { messages } from './messages/index.js';
import { useDuration } from './use-duration.js';

/** The five stages of a batch, each with what it makes and how long it takes. */
export function StageList({ batch }: { readonly batch: Batch }) {
  const { t } = useMessages(messages);
  return (
    <ol className={styles.stages} aria-label={t('stages')}>
      {stagesOf(batch).map((stage, index) => (
        <StageRow key={stage.name} stage={stage} number={index + 1} batch={batch} />
      ))}
    </ol>
  );
}

function StageRow(props: {
  readonly stage: StageView;
  readonly number: number;
  readonly batch: Batch;
}) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { stage, batch } = props;
  const { done, total, failed } = stage;
  return (
    <li>
      <h2>
        <span>{props.number}</span>
        {t(`stage.${stage.name}`)}
      </h2>
      <div className={styles.track}>
        <Track label={t(`stage.${stage.name}`)} {...{ done, total, failed }} />
      </div>
      <span className={styles.figure}>
        <b>{format.number(done)}</b>
        <span className={styles.soft}> / {format.number(total)}</span>
      </span>
      <span className={`${styles.figure} ${styles.soft}`}>
        <Speed stage={stage} />
      </span>
      <span className={styles.soft}>
        {stage.name === 'register'
          ? t('makes.register', { first: batch.firstRegister, last: batch.lastRegister })
          : t(`makes.${stage.name}`)}
      </span>
      <span className={styles.end}>
        <StageEnd stage={stage} />
      </span>
    </li>
  );
}

function Speed({ stage }: { readonly stage: StageView }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  if (stage.rate !== undefined) return t('stageRate', { rate: format.number(stage.rate, 1) });
  return stage.finishedAt === null ? null : t('once');
}

function StageEnd({ stage }: { readonly stage: StageView }) {
  const { t } = useMessages(messages);
  const duration = useDuration();
  const { finishedAt, done, total, rate } = stage;
  if (finishedAt !== null) {
    return (
      <Status tone="ok" icon={CheckIcon}>
        {t('stageDone', { time: duration.clock(finishedAt) })}
      </Status>
    );
  }
  const left = secondsLeft(done, total, rate);
  if (left !== undefined) return t('stageLeft', { time: duration.length(left) });
  return <span className={styles.soft}>{t('stageWaits')}</span>;
}
