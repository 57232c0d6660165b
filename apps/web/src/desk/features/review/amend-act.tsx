import { useState } from 'react';
import { amendChangeRequest } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button } from '../../../ui/button.js';
import { Stack } from '../../../ui/layout.js';
import { Dialog } from '../../../ui/overlay.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { CheckList } from '../../kit/curriculum/check-list.js';
import type { RequestView } from '../../kit/curriculum/types.js';
import { OF_TEXT } from './changes-of-review.js';
import { messages } from './messages/index.js';
import { RefusalNote } from './refusal-note.js';

/** Makes an amendment of an erratum that is more than one; shown only where the guard refuses it. */
export function AmendAct({ request }: { readonly request: RequestView }) {
  const { t } = useMessages(messages);
  const [asking, setAsking] = useState(false);
  const refused = request.checks.filter(({ code, met }) => code === 'only_corrections' && !met);
  if (!request.allowed.amend || refused.length === 0) return null;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('amend')}</Button>
      {asking && (
        <AmendDialog request={request} refused={refused} onClose={() => setAsking(false)} />
      )}
    </>
  );
}

function AmendDialog(props: {
  readonly request: RequestView;
  readonly refused: RequestView['checks'];
  readonly onClose: () => void;
}) {
  const { t } = useMessages(messages);
  const { request, refused, onClose } = props;
  const { id, number } = request;
  const act = useAct(amendChangeRequest, {
    changes: OF_TEXT,
    onDone: () => {
      toast(t('amended', { number }));
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('amendTitle', { number })}
      actions={
        <>
          <Button
            look="main"
            busy={act.busy}
            onClick={() => void act.run({ params: { requestId: id } })}
          >
            {t('amendAct')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <Stack>
        <p>{t('amendWhy')}</p>
        <CheckList checks={refused} />
        <p>{t('amendKeeps')}</p>
        <p>{t(request.corrects ? 'amendMain' : 'amendWay')}</p>
        <RefusalNote problem={act.problem} request={request} />
      </Stack>
    </Dialog>
  );
}
