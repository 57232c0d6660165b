import type { ReactNode } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { cx } from '../../../ui/class-names.js';
import { Disclosure } from '../../../ui/lists.js';
import { messages } from './messages/index.js';
import { NoteAct, NoteActs } from './note-form.js';
import { ThreadActs } from './thread-acts.js';
import { EntryView } from './thread-entry.js';
import { threadAnchor, type ThreadView } from './thread-types.js';
import styles from './threads.module.css';
import type { AroundTakingOver } from './use-taking-over.js';

interface Props {
  readonly thread: ThreadView;
  /** What surrounds the taking over of a wording, where the text is open in an editor. */
  readonly around?: AroundTakingOver | undefined;
  /** Leads to the passage, where the card does not stand beside it. */
  readonly onShow?: ((thread: ThreadView) => void) | undefined;
}

/** What people say about one passage, as a note in the margin; what is settled is folded. */
export function ThreadCard(props: Props) {
  const { t } = useMessages(messages);
  const { thread } = props;
  const { open, blocking, openedBy, entries } = thread;
  return (
    <article
      id={threadAnchor(thread.id)}
      data-note={thread.id}
      data-open={open ? '' : undefined}
      tabIndex={-1}
      aria-label={t('by', { name: openedBy })}
      className={cx(styles.note, open && blocking && styles.must, !open && styles.done)}
    >
      {open ? (
        <ThreadBody {...props} />
      ) : (
        <Disclosure summary={t('resolvedSummary', { name: openedBy, count: spoken(entries) })}>
          <ThreadBody {...props} />
        </Disclosure>
      )}
    </article>
  );
}

function spoken(entries: ThreadView['entries']): number {
  return entries.filter(({ kind }) => kind === 'comment' || kind === 'suggestion').length;
}

function ThreadBody({ thread, around, onShow }: Props) {
  return (
    <>
      <Place thread={thread} onShow={onShow} />
      {thread.entries.map((entry, index) => (
        <EntryView
          key={entry.id}
          thread={thread}
          entry={entry}
          first={index === 0}
          around={around}
        />
      ))}
      <ThreadActs thread={thread} />
    </>
  );
}

/** Which words it is about, and what became of them. */
function Place({ thread, onShow }: Pick<Props, 'thread' | 'onShow'>) {
  const { t, rich } = useMessages(messages);
  const { quote, place, side } = thread;
  const words = useAbout(thread);
  if (place.state === 'changed' || place.state === 'gone') {
    return <OtherNow thread={thread} state={place.state} onShow={onShow} />;
  }
  if (side === 'before' && place.state === 'found') {
    return (
      <p className={styles.quote}>
        {quote === '' ? t('aboutOldBlock') : rich('aboutOld', { quote: <Words quote={quote} /> })}
      </p>
    );
  }
  if (onShow !== undefined) return <InEditor thread={thread} onShow={onShow} />;
  return words === null ? null : <p className={styles.quote}>{words}</p>;
}

/** The words that are spoken about, or the first ones of the block; null for a node as a whole. */
function useAbout({ quote, blockWords, place }: ThreadView): ReactNode {
  const { t, rich } = useMessages(messages);
  if (place.blockId === null) return null;
  if (quote !== '') return rich('about', { quote: <Words quote={quote} /> });
  if (blockWords === '') return t('aboutBlock');
  return rich('aboutBlockOf', { words: <Words quote={blockWords} /> });
}

/** The words are other ones now: which they were, and the way to what stands there now. */
function OtherNow(
  props: Pick<Props, 'thread' | 'onShow'> & { readonly state: 'changed' | 'gone' },
) {
  const { t, rich } = useMessages(messages);
  const { thread, state, onShow } = props;
  const { quote } = thread;
  const isBlock = state === 'gone' && quote === '';
  return (
    <>
      <p className={styles.moved}>
        {isBlock ? t('goneBlock') : rich(state, { quote: <Words quote={quote} /> })}
      </p>
      {onShow !== undefined && (
        <NoteActs>
          <NoteAct onClick={() => onShow(thread)}>
            {t(state === 'gone' ? 'toBeginning' : 'toChanged')}
          </NoteAct>
        </NoteActs>
      )}
    </>
  );
}

/** Beside a text that is being written: the way to the words, or that it is about no words. */
function InEditor(props: {
  readonly thread: ThreadView;
  readonly onShow: (thread: ThreadView) => void;
}) {
  const { t } = useMessages(messages);
  const { thread, onShow } = props;
  const { place } = thread;
  const words = useAbout(thread);
  if (place.blockId === null) return <p className={styles.quote}>{t('wholeNode')}</p>;
  return (
    <button
      type="button"
      className={styles.toQuote}
      title={t('toQuote')}
      onClick={() => onShow(thread)}
    >
      <span className={styles.quote}>{words}</span>
    </button>
  );
}

/** Words of the text, which are Vietnamese whatever the language of the screens. */
function Words({ quote }: { readonly quote: string }) {
  return <span lang="vi">{quote}</span>;
}
