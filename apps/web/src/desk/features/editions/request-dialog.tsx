import { useState, type ReactNode } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import type { ApiProblem } from '../../../lib/api/problem.js';
import { Button } from '../../../ui/button.js';
import { TextArea, TextField } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { Dialog } from '../../../ui/overlay.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { messages } from './messages/index.js';

interface Props {
  readonly head: string;
  /** The name that the request has unless another is typed. */
  readonly title?: string;
  readonly busy: boolean;
  readonly problem: ApiProblem | undefined;
  readonly onSend: (said: { readonly title: string; readonly reason: string }) => void;
  readonly onClose: () => void;
  /** What the request will do, above its fields. */
  readonly children: ReactNode;
}

/** Asks for the name and the reason of a change request that is opened from an edition. */
export function RequestDialog(props: Props) {
  const { t } = useMessages(messages);
  const [title, setTitle] = useState(props.title ?? '');
  const [reason, setReason] = useState('');
  const [pressed, setPressed] = useState(false);
  const missing = title.trim() === '';
  const send = () => {
    setPressed(true);
    if (!missing) props.onSend({ title: title.trim(), reason: reason.trim() });
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={props.head}
      actions={
        <>
          <Button look="main" busy={props.busy} onClick={send}>
            {t('revert.open')}
          </Button>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <Stack>
        {props.children}
        <TextField
          label={t('revert.title')}
          lang="vi"
          value={title}
          maxLength={200}
          error={pressed && missing ? t('withdraw.missing') : undefined}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextArea
          label={t('reason')}
          lang="vi"
          value={reason}
          maxLength={2000}
          rows={3}
          optional
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ProblemNote problem={props.problem} />
      </Stack>
    </Dialog>
  );
}
