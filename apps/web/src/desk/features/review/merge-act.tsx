import { useState } from 'react';
import { mergeChangeRequest } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Note } from '../../../ui/banner.js';
import { Button } from '../../../ui/button.js';
import { GitMergeIcon } from '../../../ui/icons.js';
import { Stack } from '../../../ui/layout.js';
import { Dialog } from '../../../ui/overlay.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { invalidate } from '../../data/query.js';
import { useRequestWords } from '../../kit/curriculum/request-words.js';
import type { RequestView } from '../../kit/curriculum/types.js';
import { OF_REVIEW } from './changes-of-review.js';
import { messages } from './messages/index.js';
import { RefusalNote } from './refusal-note.js';

/** Puts the approved request into the common curriculum, after saying what that does. */
export function MergeAct(props: { readonly request: RequestView; readonly disabled: boolean }) {
  const { t } = useMessages(messages);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button look="main" disabled={props.disabled} onClick={() => setAsking(true)}>
        <GitMergeIcon />
        {t('merge')}
      </Button>
      {asking && <MergeDialog request={props.request} onClose={() => setAsking(false)} />}
    </>
  );
}

function MergeDialog(props: { readonly request: RequestView; readonly onClose: () => void }) {
  const { t } = useMessages(messages);
  const words = useRequestWords();
  const { request, onClose } = props;
  const { number, threads } = request;
  // An erratum to an older edition goes to a line of its own, with a request that brings it to the common one.
  const edition = request.corrects ? (request.baseEdition?.label ?? '') : '';
  const aside = edition !== '';
  const act = useAct(mergeChangeRequest, {
    changes: OF_REVIEW,
    onDone: () => {
      toast(aside ? t('mergedAside', { number, edition }) : t('merged', { number }));
      onClose();
    },
  });
  const merge = async () => {
    const done = await act.run({ params: { requestId: request.id } });
    if (!done) await invalidate(...OF_REVIEW);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={aside ? t('mergeTitleAside', { number, edition }) : t('mergeTitle', { number })}
      actions={
        <>
          <Button look="main" busy={act.busy} onClick={() => void merge()}>
            <GitMergeIcon />
            {t('merge')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <Stack>
        <p>
          {aside
            ? t('mergeTextAside', { changes: words.changes(request), edition })
            : t('mergeText', { changes: words.changes(request) })}
        </p>
        {threads.open > 0 && (
          <Note look="warn">
            <p>{t('mergeOpenThreads', { count: threads.open })}</p>
          </Note>
        )}
        <p>{t('mergeLater')}</p>
        <p>{t('mergeUndo')}</p>
        <RefusalNote problem={act.problem} request={request} merging />
      </Stack>
    </Dialog>
  );
}
