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
import { Undo2Icon } from '../../../ui/icons.js';
import { useGo } from '../../../ui/link.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';
import { RequestDialog } from './request-dialog.js';

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
  const act = useAct(openRevertRequest, {
    changes: [listChangeRequests, listCourses, readCourse],
    onDone: (request) => {
      toast(t('revert.done', { number: request.number }));
      go(href('changeRequest', { requestId: request.id }));
    },
  });
  return (
    <RequestDialog
      head={t('revert.head', { label })}
      title={t('revert.titleOf', { label, what }).trim()}
      busy={act.busy}
      problem={act.problem}
      onSend={(said) => {
        const body = { ...said, nodeId: node?.nodeId ?? null };
        void act.run({ params: { editionId: edition.id }, body });
      }}
      onClose={onClose}
    >
      <p>
        {node === undefined
          ? t('revert.all', { label })
          : t('revert.one', { label, title: node.title })}
      </p>
      <p>{t('revert.way')}</p>
    </RequestDialog>
  );
}
