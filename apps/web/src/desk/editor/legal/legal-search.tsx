import { useState } from 'react';
import { listLegalDocuments } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { BareInput, Field } from '../../../ui/field.js';
import { useRead } from '../../data/query.js';
import { useOptionKeys } from '../../kit/use-option-keys.js';
import styles from '../../kit/legal/legal.module.css';
import type { LegalDocument } from '../../kit/legal/legal-types.js';
import { messages } from '../../kit/legal/messages/index.js';
import { useStandingWords } from '../../kit/legal/standing.js';
import { useRested } from '../../kit/legal/use-rested.js';

/** As many as can be looked over; more letters narrow the rest. */
const MOST = 12;

/** Finds a document of the register while one types; arrows and Enter choose. */
export function LegalSearch(props: {
  readonly onPick: (document: LegalDocument) => void;
  readonly label?: string | undefined;
  readonly error?: string | undefined;
  /** A document that is no choice: the one that asks. */
  readonly except?: string | undefined;
}) {
  const { t } = useMessages(messages);
  const [typed, setTyped] = useState('');
  const search = useRested(typed.trim());
  const found = useRead(
    listLegalDocuments,
    { query: { search, limit: MOST } },
    { keepPrevious: true },
  );
  const all = found.data?.documents ?? [];
  const documents = all.filter(({ id }) => id !== props.except);
  const keys = useOptionKeys(documents.length, (index) => {
    const document = documents[index];
    if (document !== undefined) props.onPick(document);
  });
  const more = (found.data?.total ?? 0) - all.length;
  return (
    <div>
      <Field label={props.label ?? t('search')} error={props.error}>
        {(ids) => (
          <BareInput
            {...ids}
            {...keys.field}
            value={typed}
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              keys.setActive(0);
            }}
          />
        )}
      </Field>
      <ul className={styles.options} id={keys.listId} role="listbox" aria-label={t('found')}>
        {documents.map((document, index) => (
          <Option
            key={document.id}
            id={keys.optionId(index)}
            document={document}
            active={index === keys.active}
            onPick={() => props.onPick(document)}
          />
        ))}
      </ul>
      <p className={styles.say} role="status">
        {found.data !== undefined && documents.length === 0 && t('none')}
        {more > 0 && t('more', { count: more })}
      </p>
    </div>
  );
}

function Option(props: {
  readonly id: string;
  readonly document: LegalDocument;
  readonly active: boolean;
  readonly onPick: () => void;
}) {
  const words = useStandingWords();
  const { document } = props;
  return (
    <li id={props.id} role="option" aria-selected={props.active} onClick={props.onPick}>
      <b lang="vi">{document.citedAs}</b>
      <span lang="vi">{document.title}</span>
      <small>{words(document.standing)}</small>
    </li>
  );
}
