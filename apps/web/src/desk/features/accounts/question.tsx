import type { ReactNode } from 'react';
import type { ApiProblem } from '../../../lib/api/problem.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button, ButtonRow, type ButtonLook } from '../../../ui/button.js';
import { Stack } from '../../../ui/layout.js';
import { Dialog } from '../../../ui/overlay.js';
import styles from './accounts.module.css';
import { messages } from './messages/index.js';
import { Refusal } from './refusal.js';

/** An act on an account, after saying what it means. */
export function Question(props: {
  readonly title: string;
  readonly act: string;
  readonly look: ButtonLook;
  /** Why it cannot be done yet. */
  readonly wait?: string | undefined;
  readonly busy: boolean;
  readonly problem: ApiProblem | undefined;
  readonly onAct: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useMessages(messages);
  return (
    <Dialog open title={props.title} onClose={props.onClose}>
      <Stack>
        {props.children}
        <Refusal problem={props.problem} />
        <ButtonRow>
          <Button
            look={props.look}
            busy={props.busy}
            disabled={props.wait !== undefined}
            onClick={props.onAct}
          >
            {props.act}
          </Button>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
        </ButtonRow>
        {props.wait !== undefined && <p className={styles.soft}>{props.wait}</p>}
      </Stack>
    </Dialog>
  );
}
