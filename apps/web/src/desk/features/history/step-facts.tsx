import type { ReactNode } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Link } from '../../../ui/link.js';
import { Tag } from '../../../ui/tag.js';
import { href } from '../../routes.js';
import styles from './history.module.css';
import type { StepFacts } from './history-types.js';
import { messages } from './messages/index.js';

/** The edition that holds a version, or that none does yet. */
export function StepEdition({ step }: { readonly step: StepFacts }) {
  const { t } = useMessages(messages);
  if (step.edition === null) return <Tag look="line">{t('notIssued')}</Tag>;
  const { id, label } = step.edition;
  return <Link href={href('edition', { editionId: id })}>{t('edition', { label })}</Link>;
}

/** Who, when, through which request, by which decision, and why. */
export function StepFactList({ step }: { readonly step: StepFacts }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { author, reason, proposedBy } = step;
  return (
    <dl className={styles.facts}>
      <Fact name={t('at')}>
        <time dateTime={step.at}>{format.dateTime(step.at)}</time>
      </Fact>
      <Fact name={t('by')}>{author === null ? t('nobody') : <span lang="vi">{author}</span>}</Fact>
      <Fact name={t('through')}>
        <StepRequest step={step} />
      </Fact>
      <Fact name={t('decision')}>
        <StepDecision step={step} />
      </Fact>
      <Fact name={t('why')}>
        {reason === '' ? t('whyNone') : <span lang="vi">{reason}</span>}
        {proposedBy !== null && ` (${t('proposedBy', { name: proposedBy })})`}
      </Fact>
    </dl>
  );
}

function Fact(props: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function StepRequest({ step: { request } }: { readonly step: StepFacts }) {
  const { t } = useMessages(messages);
  if (request === null) return <>{t('throughNone')}</>;
  return (
    <Link href={href('review', { requestId: request.id })}>
      <span lang="vi">{`${request.number}. ${request.title}`}</span>
    </Link>
  );
}

function StepDecision({ step: { edition } }: { readonly step: StepFacts }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  if (edition === null || edition.decisionNo === null) return <>{t('decisionNone')}</>;
  const { decisionNo: number, decisionDate, forceFrom, withdrawnOn } = edition;
  const dated =
    decisionDate === null || forceFrom === null
      ? t('decisionPlain', { number })
      : t('decisionDated', {
          number,
          date: format.date(decisionDate),
          from: format.date(forceFrom),
        });
  if (withdrawnOn === null) return <>{dated}</>;
  return (
    <>
      {dated} · <b>{t('withdrawn', { date: format.date(withdrawnOn) })}</b>
    </>
  );
}
