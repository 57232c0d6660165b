import { submitChangeRequest } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button, LinkButton } from '../../../ui/button.js';
import { SendIcon } from '../../../ui/icons.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { invalidate } from '../../data/query.js';
import type { RequestView } from '../../kit/curriculum/types.js';
import { ActDesk, Hash } from '../../kit/work.js';
import { href } from '../../routes.js';
import { AmendAct } from './amend-act.js';
import { OF_REVIEW } from './changes-of-review.js';
import { messages } from './messages/index.js';
import { RefusalNote } from './refusal-note.js';
import { shortHash } from './short-hash.js';

/** Sending to review, or why it is not time for it. */
export function SubmitBar({ request }: { readonly request: RequestView }) {
  const { t, rich } = useMessages(messages);
  const act = useAct(submitChangeRequest, {
    changes: OF_REVIEW,
    onDone: () => toast(t('submitted')),
  });
  const { allowed, state } = request;
  if (!allowed.submit) {
    return (
      <ActDesk say={t(state === 'draft' ? 'waitsAuthor' : 'waitsMend')}>
        <LinkButton href={href('changeRequests')}>{t('requests')}</LinkButton>
      </ActDesk>
    );
  }
  const open = request.checks.filter(({ blocking, met }) => blocking && !met).length;
  const submit = async () => {
    const done = await act.run({ params: { requestId: request.id } });
    if (!done) await invalidate(...OF_REVIEW);
  };
  const hash = <Hash>{shortHash(request.overlayHash)}</Hash>;
  return (
    <ActDesk
      say={open > 0 ? t('cannotSubmit', { count: open }) : <>{rich('saySubmit', { hash })}</>}
    >
      <RefusalNote problem={act.problem} request={request} />
      <AmendAct request={request} />
      <Button look="main" busy={act.busy} disabled={open > 0} onClick={() => void submit()}>
        <SendIcon />
        {t('submit')}
      </Button>
    </ActDesk>
  );
}
