import { useState } from 'react';
import { abandonChangeRequest } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button } from '../../../ui/button.js';
import { TextArea } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { Dialog } from '../../../ui/overlay.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import type { RequestView } from '../../kit/curriculum/types.js';
import { OF_REVIEW } from './changes-of-review.js';
import { messages } from './messages/index.js';
import { RefusalNote } from './refusal-note.js';

/** Gives the request up for good, with the reason. */
export function AbandonDialog(props: {
  readonly request: RequestView;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useMessages(messages);
  const { request, onClose } = props;
  const { number } = request;
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const act = useAct(abandonChangeRequest, {
    changes: OF_REVIEW,
    onDone: () => {
      toast(t('abandoned', { number }));
      onClose();
    },
  });
  const send = () => {
    const said = reason.trim();
    setMissing(said === '');
    if (said !== '') void act.run({ params: { requestId: request.id }, body: { reason: said } });
  };
  return (
    <Dialog
      open={props.open}
      onClose={onClose}
      title={t('abandonTitle', { number })}
      actions={
        <>
          <Button look="danger" busy={act.busy} onClick={send}>
            {t('abandonAct')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <Stack>
        <p>{t('abandonText')}</p>
        <TextArea
          label={t('abandonReason')}
          lang="vi"
          rows={3}
          maxLength={1000}
          value={reason}
          error={missing ? t('abandonMissing') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <RefusalNote problem={act.problem} request={request} />
      </Stack>
    </Dialog>
  );
}
