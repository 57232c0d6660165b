import { useState } from 'react';
import { listProposals, readProposal, returnProposal } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button } from '../../../ui/button.js';
import { TextArea } from '../../../ui/field.js';
import { Dialog } from '../../../ui/overlay.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import type { Proposal } from './award-types.js';
import { messages } from './messages/index.js';
import { RefusalNote } from './refusal-note.js';

/** Sends a submitted list back with a reason. */
export function ReturnDialog(props: {
  readonly proposal: Proposal;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useMessages(messages);
  const { proposal, open, onClose } = props;
  const [reason, setReason] = useState('');
  const act = useAct(returnProposal, {
    changes: [readProposal, listProposals],
    onDone: () => {
      toast(t('returnDone'));
      onClose();
    },
  });
  const send = () =>
    void act.run({ params: { proposalId: proposal.id }, body: { reason: reason.trim() } });
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('returnTitle', { cohort: proposal.cohort.code })}
      actions={
        <>
          <Button look="main" busy={act.busy} disabled={reason.trim() === ''} onClick={send}>
            {t('return')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <TextArea
        label={t('returnReason')}
        hint={t('returnHint')}
        value={reason}
        maxLength={1000}
        rows={4}
        onChange={(event) => setReason(event.target.value)}
      />
      <RefusalNote problem={act.problem} />
    </Dialog>
  );
}
