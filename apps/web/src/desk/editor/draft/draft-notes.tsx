import { useState, type ReactNode } from 'react';
import { useProblemText } from '../../../lib/api/problem-text.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Banner, Note } from '../../../ui/banner.js';
import { Button } from '../../../ui/button.js';
import { UserIcon } from '../../../ui/icons.js';
import { VisuallyHidden } from '../../../ui/layout.js';
import text from '../../../ui/text.module.css';
import { Initials } from '../../kit/people.js';
import styles from './draft.module.css';
import type { DraftSaver } from './draft-saver.js';
import type { DraftState } from './draft-state.js';
import { messages } from './messages/index.js';
import type { OpenedDraft } from './use-draft-saver.js';
import type { LeaseState } from './use-lease.js';

/** Somebody else writes here: who, until when, and the way to write anyway. */
export function LeaseBanner(props: { readonly lease: LeaseState; readonly insist: () => void }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { lease } = props;
  if (lease.status === 'shared') {
    return (
      <Banner look="info" icon={UserIcon}>
        {t('leaseShared', { name: lease.holder })}
      </Banner>
    );
  }
  if (lease.status !== 'held') return null;
  return (
    <Banner look="warn" icon={UserIcon}>
      {t('leaseHeld', { name: lease.holder, time: format.time(lease.until) })}{' '}
      <Button size="small" onClick={props.insist}>
        {t('insist')}
      </Button>
    </Banner>
  );
}

/** Who else is in this text, beside the saved state. */
export function AlsoHere({ lease }: { readonly lease: LeaseState }) {
  const { t } = useMessages(messages);
  if (lease.status !== 'held' && lease.status !== 'shared') return null;
  const words = t('alsoHere', { name: lease.holder });
  return (
    <span className={styles.presence} title={words}>
      <Initials name={lease.holder} />
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}

/** What happened to the last save, what is safe, and what to do. */
export function DraftNotes(props: {
  readonly state: DraftState;
  readonly saver: DraftSaver;
  readonly opened: OpenedDraft;
  readonly editable: boolean;
  /** More about a refusal: the fields at fault. */
  readonly refusal?: ReactNode;
}) {
  const { t } = useMessages(messages);
  const say = useProblemText();
  const { state, saver } = props;
  if (!props.editable) return <Note look="plain">{t('readOnly')}</Note>;
  if (state.at === 'waiting') {
    return (
      <Note look="warn" alert>
        <p>{t(state.kept ? 'waiting' : 'waitingUnkept')}</p>
        <p className={text.xs}>{say(state.problem)}</p>
        <Button size="small" onClick={() => void saver.flush()}>
          {t('retry')}
        </Button>
      </Note>
    );
  }
  if (state.at === 'refused') {
    return (
      <Note look="bad" alert>
        <p>{t('refused')}</p>
        {props.refusal ?? <p>{say(state.problem)}</p>}
      </Note>
    );
  }
  return state.at === 'collided' ? null : <RestoredNote opened={props.opened} />;
}

function RestoredNote({ opened }: { readonly opened: OpenedDraft }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const [seen, setSeen] = useState(false);
  if (opened.restored === undefined || seen) return null;
  return (
    <Note look="ok">
      <p>{t('restored', { time: format.dateTime(opened.restored.at) })}</p>
      <Button size="small" onClick={() => setSeen(true)}>
        {t('dismiss')}
      </Button>
    </Note>
  );
}
