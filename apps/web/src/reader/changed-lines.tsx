import { useMessages } from '../lib/i18n/catalogue.js';
import text from '../ui/text.module.css';
import styles from './history.module.css';
import { messages } from './messages/index.js';

/** A run of words that stayed, went or came. */
export interface ChangedRun {
  readonly op: 'same' | 'delete' | 'insert';
  readonly text: string;
}

/** Lines of a text in which words came or went, each with its sign and, for readers, its word. */
export function ChangedLines({ lines }: { readonly lines: readonly (readonly ChangedRun[])[] }) {
  return (
    <div lang="vi" className={styles.lines}>
      {lines.map((line, index) => (
        <p key={index}>
          {line.map((run, at) => (
            <Run key={at} run={run} />
          ))}
        </p>
      ))}
    </div>
  );
}

function Run({ run }: { readonly run: ChangedRun }) {
  const { t, locale } = useMessages(messages);
  if (run.op === 'same') return <>{run.text}</>;
  const Tag = run.op === 'insert' ? 'ins' : 'del';
  return (
    <Tag>
      <span className={text.vh} lang={locale}>
        {` ${t(run.op === 'insert' ? 'inserted' : 'deleted')} `}
      </span>
      {run.text}
      <span className={text.vh} lang={locale}>{` ${t('end')} `}</span>
    </Tag>
  );
}
