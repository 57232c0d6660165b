import { useState } from 'react';
import {
  listLegalDocuments,
  readLegalDocument,
  removeLegalChange,
} from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { may, useSession } from '../../../lib/session/session.js';
import { Button } from '../../../ui/button.js';
import { Link } from '../../../ui/link.js';
import { useAct } from '../../data/act.js';
import type { LegalDocument } from '../../kit/legal/legal-types.js';
import { Standing } from '../../kit/legal/standing.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { Block, Details } from '../../kit/work.js';
import { href } from '../../routes.js';
import { ChangeSheet } from './change-form.js';
import { FactsSheet } from './facts-form.js';
import styles from './legal-documents.module.css';
import { messages } from './messages/index.js';

type Change = LegalDocument['changedBy'][number];

/** One document: what it is, its days, what changes it, and what may be done with it or why not. */
export function LegalPanel({ document }: { readonly document: LegalDocument }) {
  const { t } = useMessages(messages);
  const [opens, setOpens] = useState<'amend' | 'change'>();
  const close = () => setOpens(undefined);
  const { allowed, changedBy, changes } = document;
  return (
    <div className={styles.panel}>
      <What document={document} />
      <Block title={t('changedBy')}>
        {changedBy.length === 0 && <p className={styles.soft}>{t('changedByNone')}</p>}
        <ChangeList of={document} changes={changedBy} removable={allowed.amend} />
      </Block>
      {changes.length > 0 && (
        <Block title={t('changes')}>
          <ChangeList of={document} changes={changes} removable={false} />
        </Block>
      )}
      {allowed.amend ? (
        <div className={styles.acts}>
          <Button size="small" onClick={() => setOpens('change')}>
            {t('addChange')}
          </Button>
          <Button size="small" onClick={() => setOpens('amend')}>
            {t('amend')}
          </Button>
        </div>
      ) : (
        <WhyNot />
      )}
      {opens === 'amend' && <FactsSheet document={document} onDone={close} onClose={close} />}
      {opens === 'change' && <ChangeSheet document={document} onClose={close} />}
    </div>
  );
}

function WhyNot() {
  const { t } = useMessages(messages);
  const keeps = may(useSession(), 'legal-document.keep');
  return <p className={styles.soft}>{t(keeps ? 'whyNot' : 'whyNotRole')}</p>;
}

function What({ document }: { readonly document: LegalDocument }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const day = (date: string | null) => (date === null ? t('notRecorded') : format.date(date));
  const by = (name: string, at: string) => t('byAt', { name, time: format.dateTime(at) });
  const { amendedBy, amendedAt, inForceTo } = document;
  return (
    <section>
      <h2 className={styles.name} lang="vi">
        {document.citedAs}
      </h2>
      <p lang="vi">{document.title}</p>
      <p className={styles.standing}>
        <Standing standing={document.standing} />
      </p>
      <Details
        rows={[
          { name: t('kind'), value: t(`kind.${document.kind}`) },
          { name: t('number'), value: document.number },
          { name: t('issuer'), value: <span lang="vi">{document.issuer}</span> },
          { name: t('signedOn'), value: day(document.signedOn) },
          { name: t('inForceFrom'), value: day(document.inForceFrom) },
          ...(inForceTo === null ? [] : [{ name: t('inForceTo'), value: day(inForceTo) }]),
          { name: t('addedBy'), value: by(document.addedBy, document.addedAt) },
          ...(amendedBy === null || amendedAt === null
            ? []
            : [{ name: t('amendedBy'), value: by(amendedBy, amendedAt) }]),
        ]}
      />
      {document.sourceUrl !== null && (
        <p className={styles.soft}>
          <a href={document.sourceUrl} rel="noreferrer noopener" target="_blank">
            {t('source')}
          </a>
        </p>
      )}
    </section>
  );
}

function ChangeList(props: {
  readonly of: LegalDocument;
  readonly changes: readonly Change[];
  readonly removable: boolean;
}) {
  const { t } = useMessages(messages);
  const remove = useAct(removeLegalChange, { changes: [listLegalDocuments, readLegalDocument] });
  return (
    <>
      <ul className={styles.changes}>
        {props.changes.map((change) => (
          <li key={change.id}>
            <ChangeWords change={change} />
            {props.removable && (
              <Button
                size="small"
                busy={remove.busy}
                aria-label={t('removeOf', { document: change.other.citedAs })}
                onClick={() =>
                  void remove.run({ params: { documentId: props.of.id, changeId: change.id } })
                }
              >
                {t('remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ProblemNote problem={remove.problem} />
    </>
  );
}

function ChangeWords({ change }: { readonly change: Change }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { effect, from, scope, other } = change;
  const said = [t(`effect.${effect}`), t('fromDay', { date: format.date(from) })].join(' ');
  return (
    <span>
      <Link href={href('legalDocuments', undefined, { document: other.id })} lang="vi">
        {other.citedAs}
      </Link>
      <small className={styles.sub}>
        {said}
        {scope !== '' && <span lang="vi">{`, ${scope}`}</span>}
      </small>
    </span>
  );
}
