import { useState } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { parseTypedDate } from '../../../lib/i18n/typed.js';
import { Button } from '../../../ui/button.js';
import { DateField, TextField } from '../../../ui/field.js';
import styles from './handbook.module.css';
import { messages } from './messages/index.js';
import type { HandbookQuery } from './use-handbook-query.js';

/** Looks for a lesson by name, marks forgiven, and chooses the day whose text is read. */
export function HandbookSearch({ asked }: { readonly asked: HandbookQuery }) {
  const { t } = useMessages(messages);
  const [wrong, setWrong] = useState(false);
  const readOn = (typed: string) => {
    const on = typed.trim() === '' ? undefined : parseTypedDate(typed);
    setWrong(on === undefined && typed.trim() !== '');
    if (on !== undefined || typed.trim() === '') asked.ask({ on });
  };
  return (
    <div className={styles.search} role="search">
      <TextField
        label={t('find')}
        type="search"
        autoComplete="off"
        defaultValue={asked.find}
        onChange={(event) => asked.ask({ find: event.target.value })}
      />
      <DateField
        key={asked.on ?? ''}
        label={t('on')}
        date={asked.on}
        error={wrong ? t('onWrong') : undefined}
        onBlur={(event) => readOn(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') readOn(event.currentTarget.value);
        }}
      />
      {asked.on !== undefined && (
        <p>
          <Button onClick={() => asked.ask({ on: undefined })}>{t('today')}</Button>
        </p>
      )}
    </div>
  );
}
