import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Tag } from '../../../ui/tag.js';
import { TextRuns } from '../../kit/changes/segments.js';
import { messages } from './messages/index.js';
import { SuggestionActs } from './suggestion-acts.js';
import type { Suggestion, ThreadEntry, ThreadView } from './thread-types.js';
import styles from './threads.module.css';
import type { AroundTakingOver } from './use-taking-over.js';
import { useWhen } from './use-when.js';

interface Props {
  readonly thread: ThreadView;
  readonly entry: ThreadEntry;
  /** The one that opened the thread says whether it holds the approval up. */
  readonly first: boolean;
  readonly around?: AroundTakingOver | undefined;
}

/** One thing that was said or done. */
export function EntryView(props: Props) {
  const { entry, thread } = props;
  const { suggestion, body } = entry;
  return (
    <div className={styles.entry}>
      <By {...props} />
      {suggestion !== null && <Wording suggestion={suggestion} />}
      {body !== '' && (
        <p className={styles.body} lang="vi">
          {body}
        </p>
      )}
      {suggestion?.state === 'open' && (
        <SuggestionActs thread={thread} entry={entry} around={props.around} />
      )}
    </div>
  );
}

function By({ thread, entry, first }: Props) {
  const { t, rich } = useMessages(messages);
  const when = useWhen();
  const name = <b>{entry.by}</b>;
  const time = when(entry.at);
  const { kind } = entry;
  if (kind === 'comment' || kind === 'suggestion') {
    return (
      <p className={styles.by}>
        {rich(kind === 'comment' ? 'says' : 'proposes', { name, time })}
        {first && thread.blocking && thread.open && (
          <>
            {' · '}
            <span className={styles.mustWord}>{t('must')}</span>
          </>
        )}
      </p>
    );
  }
  return <p className={styles.by}>{rich(`did.${kind}`, { name, time })}</p>;
}

/** A proposed wording laid over the words that it was made for. */
function Wording({ suggestion }: { readonly suggestion: Suggestion }) {
  const { t } = useMessages(messages);
  const { state, diff } = suggestion;
  return (
    <>
      <p className={styles.wording} lang="vi">
        <TextRuns diff={diff} view="both" />
      </p>
      {state !== 'open' && (
        <Tag look={state === 'taken_over' ? 'ok' : 'line'}>{t(`suggestion.${state}`)}</Tag>
      )}
    </>
  );
}
