import { useState } from 'react';
import { reviewChangeRequest } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button } from '../../../ui/button.js';
import { TextArea } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { Dialog } from '../../../ui/overlay.js';
import { toast } from '../../../ui/toast.js';
import { invalidate } from '../../data/query.js';
import { useAct } from '../../data/act.js';
import type { RequestView } from '../../kit/curriculum/types.js';
import { Hash } from '../../kit/work.js';
import { OF_REVIEW } from './changes-of-review.js';
import { messages } from './messages/index.js';
import { RefusalNote } from './refusal-note.js';
import { shortHash } from './short-hash.js';
import { useChangedWords } from './use-changed-words.js';
import type { Seen } from './use-seen.js';
import type { Verdict, Verdicts } from './use-verdicts.js';

const titles = {
  comment: 'verdictTitleComment',
  request_changes: 'verdictTitleChanges',
  approve: 'verdictTitleApprove',
} as const;

/** A verdict on exactly the version that is on the screen. Approval may be silent, the others say why. */
export function VerdictDialog(props: {
  readonly request: RequestView;
  readonly seen: Seen;
  readonly verdict: Verdict;
  readonly verdicts: Verdicts;
}) {
  const { t, rich } = useMessages(messages);
  const { request, verdict, verdicts } = props;
  const { overlayHash, requestKind } = props.seen.diff;
  const opening = useOpening(props.seen, verdicts.about);
  const comment = verdicts.comment ?? opening;
  const [missing, setMissing] = useState(false);
  const act = useAct(reviewChangeRequest, {
    changes: OF_REVIEW,
    onDone: () => {
      toast(t('verdictDone'));
      verdicts.type(undefined);
      verdicts.close();
    },
  });
  const send = async () => {
    const said = comment.trim();
    const silent = said === '' && verdict !== 'approve';
    setMissing(silent);
    if (silent) return;
    const body = { overlayHash, requestKind, verdict, comment: said };
    const done = await act.run({ params: { requestId: request.id }, body });
    // A refusal says that the request is not what this page shows.
    if (!done) await invalidate(...OF_REVIEW);
  };
  return (
    <Dialog
      open
      onClose={verdicts.close}
      title={t(titles[verdict], { number: request.number })}
      actions={
        <>
          <Button look="main" busy={act.busy} onClick={() => void send()}>
            {t('verdictSend')}
          </Button>
          <Button onClick={verdicts.close}>{t('cancel')}</Button>
        </>
      }
    >
      <Stack>
        <p>
          {rich(requestKind === 'erratum' ? 'verdictAboutErratum' : 'verdictAbout', {
            hash: <Hash>{shortHash(overlayHash)}</Hash>,
          })}
        </p>
        <TextArea
          label={t('verdictComment')}
          hint={t('verdictCommentHint')}
          lang="vi"
          rows={5}
          maxLength={4000}
          optional={verdict === 'approve'}
          value={comment}
          error={missing ? t('verdictMissing') : undefined}
          onChange={(event) => verdicts.type(event.currentTarget.value)}
        />
        <RefusalNote problem={act.problem} request={request} />
      </Stack>
    </Dialog>
  );
}

/** A comment from a place begins with the name of the place. */
function useOpening(seen: Seen, about: string | undefined): string {
  const words = useChangedWords();
  const node = seen.diff.nodes.find(({ nodeId }) => nodeId === about);
  return node === undefined ? '' : `${words.name(node)}: `;
}
