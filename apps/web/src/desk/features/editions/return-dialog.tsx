import { useState } from 'react';
import { listCourses, readCourse, readEdition, returnEdition } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button } from '../../../ui/button.js';
import { TextArea } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { Dialog } from '../../../ui/overlay.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import type { EditionDetail } from '../../kit/curriculum/types.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { messages } from './messages/index.js';

/** Sends a candidate back with an opinion that whoever prepared it reads. */
export function ReturnDialog(props: {
  readonly detail: EditionDetail;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useMessages(messages);
  const { open, onClose } = props;
  const { id: editionId, label } = props.detail.edition;
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const act = useAct(returnEdition, {
    changes: [readEdition, readCourse, listCourses],
    onDone: () => {
      toast(t('returnDone', { label }));
      onClose();
    },
  });
  const send = () => {
    const said = reason.trim();
    setMissing(said === '');
    if (said !== '') void act.run({ params: { editionId }, body: { reason: said } });
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('returnTitle', { label })}
      actions={
        <>
          <Button look="main" busy={act.busy} onClick={send}>
            {t('return')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <Stack>
        <p>{t('returnText', { label })}</p>
        <TextArea
          label={t('returnReason')}
          hint={t('returnHint')}
          lang="vi"
          value={reason}
          maxLength={2000}
          rows={4}
          error={missing ? t('returnMissing') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ProblemNote problem={act.problem} />
      </Stack>
    </Dialog>
  );
}
