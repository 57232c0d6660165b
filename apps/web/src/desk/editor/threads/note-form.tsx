import { useRef, useState, type ReactNode } from 'react';
import type { ApiProblem } from '../../../lib/api/problem.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button, ButtonRow } from '../../../ui/button.js';
import { TextArea } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { messages } from './messages/index.js';
import { focusAfter, type FocusAfter } from './note-focus.js';
import styles from './threads.module.css';

/** Acts of a note, in one line of words. */
export function NoteActs({ children }: { readonly children: ReactNode }) {
  return <div className={styles.acts}>{children}</div>;
}

/** One act of a note. */
export function NoteAct(props: {
  readonly busy?: boolean | undefined;
  readonly onClick: (pressed: Element) => void;
  readonly children: ReactNode;
}) {
  return (
    <Button look="word" busy={props.busy} onClick={(event) => props.onClick(event.currentTarget)}>
      {props.children}
    </Button>
  );
}

/** What was typed and is not at the server, by note: a form may close under the hand of its writer. */
const typed = new Map<string, string>();

/** A few words in a note: an answer, a reason. What was typed stays until it is at the server. */
export function NoteForm(props: {
  /** Which note it is: the same words are there again when the form is opened anew. */
  readonly of: string;
  readonly label: string;
  readonly missing: string;
  readonly send: string;
  readonly longest: number;
  readonly act: {
    readonly run: (words: string) => Promise<boolean>;
    readonly busy: boolean;
    readonly problem: ApiProblem | undefined;
  };
  /** Where the focus goes once it is sent. */
  readonly after: FocusAfter;
  readonly onClose: () => void;
}) {
  const { t } = useMessages(messages);
  const { act, of } = props;
  const [words, setWords] = useState(() => typed.get(of) ?? '');
  const [missing, setMissing] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const send = () => {
    const said = words.trim();
    setMissing(said === '');
    if (said === '') return;
    const goOn = focusAfter(form.current, props.after);
    void act.run(said).then((sent) => {
      if (!sent) return;
      typed.delete(of);
      goOn();
    });
  };
  const close = () => {
    const goBack = focusAfter(form.current, 'same');
    props.onClose();
    goBack();
  };
  const write = (next: string) => {
    typed.set(of, next);
    setWords(next);
  };
  return (
    <div ref={form} className={styles.form}>
      <Stack gap={2}>
        <TextArea
          label={props.label}
          lang="vi"
          rows={3}
          autoFocus
          maxLength={props.longest}
          value={words}
          error={missing ? props.missing : undefined}
          onChange={(event) => write(event.currentTarget.value)}
        />
        <ProblemNote problem={act.problem} />
        <ButtonRow>
          <Button size="small" busy={act.busy} onClick={send}>
            {props.send}
          </Button>
          <Button size="small" look="quiet" onClick={close}>
            {t('cancel')}
          </Button>
        </ButtonRow>
      </Stack>
    </div>
  );
}
