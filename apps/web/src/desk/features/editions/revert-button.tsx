import { useState } from 'react';
import {
  listChangeRequests,
  listCourses,
  openRevertRequest,
  readCourse,
} from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { may, useSession } from '../../../lib/session/session.js';
import { Button } from '../../../ui/button.js';
import { TextArea, TextField } from '../../../ui/field.js';
import { Undo2Icon } from '../../../ui/icons.js';
import { Stack } from '../../../ui/layout.js';
import { useGo } from '../../../ui/link.js';
import { Dialog } from '../../../ui/overlay.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';

interface Props {
  readonly edition: { readonly id: string; readonly label: string };
  /** The node to bring back; the whole curriculum without one. */
  readonly node?: { readonly nodeId: string; readonly title: string } | undefined;
}

/** Opens a change request that brings back what the edition says; it then goes the normal way. */
export function RevertButton(props: Props) {
  const { t } = useMessages(messages);
  const session = useSession();
  const [open, setOpen] = useState(false);
  if (!may(session, 'curriculum.edit')) return null;
  return (
    <>
      <Button block={props.node === undefined} onClick={() => setOpen(true)}>
        <Undo2Icon />
        {t(props.node === undefined ? 'revert.act' : 'revert.actNode')}
      </Button>
      {open && <RevertDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function RevertDialog({ edition, node, onClose }: Props & { readonly onClose: () => void }) {
  const { t } = useMessages(messages);
  const go = useGo();
  const { label } = edition;
  const what = node === undefined ? '' : ` ${node.title}`;
  const [title, setTitle] = useState(() => t('revert.titleOf', { label, what }).trim());
  const [reason, setReason] = useState('');
  const [pressed, setPressed] = useState(false);
  const act = useAct(openRevertRequest, {
    changes: [listChangeRequests, listCourses, readCourse],
    onDone: (request) => {
      toast(t('revert.done', { number: request.number }));
      go(href('changeRequest', { requestId: request.id }));
    },
  });
  const missing = title.trim() === '';
  const send = () => {
    setPressed(true);
    if (missing) return;
    const body = { nodeId: node?.nodeId ?? null, title: title.trim(), reason: reason.trim() };
    void act.run({ params: { editionId: edition.id }, body });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('revert.head', { label })}
      actions={
        <>
          <Button look="main" busy={act.busy} onClick={send}>
            {t('revert.open')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <Stack>
        <p>
          {node === undefined
            ? t('revert.all', { label })
            : t('revert.one', { label, title: node.title })}
        </p>
        <p>{t('revert.way')}</p>
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
        <ProblemNote problem={act.problem} />
      </Stack>
    </Dialog>
  );
}
