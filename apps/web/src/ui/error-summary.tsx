import { useEffect, useRef } from 'react';
import { useMessages } from '../lib/i18n/catalogue.js';
import { messages } from './messages/index.js';
import styles from './field.module.css';

/** What has to be mended in a form, with a link to each field; takes the focus when it appears. */
export function ErrorSummary(props: {
  readonly errors: readonly { readonly fieldId: string; readonly text: string }[];
}) {
  const { t } = useMessages(messages);
  const box = useRef<HTMLDivElement>(null);
  const count = props.errors.length;
  useEffect(() => {
    if (count > 0) box.current?.focus();
  }, [count]);
  if (count === 0) return null;
  return (
    <div
      className={styles.errSum}
      ref={box}
      role="group"
      aria-labelledby="error-summary"
      tabIndex={-1}
    >
      <h2 id="error-summary">{t('errorSummary', { count })}</h2>
      <ul>
        {props.errors.map((error) => (
          <li key={error.fieldId}>
            <a href={`#${error.fieldId}`} onClick={(event) => focusField(event, error.fieldId)}>
              {error.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function focusField(event: { preventDefault: () => void }, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}
