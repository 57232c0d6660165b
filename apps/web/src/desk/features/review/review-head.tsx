import { useState } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Button, LinkButton } from '../../../ui/button.js';
import { ListTreeIcon } from '../../../ui/icons.js';
import { Link } from '../../../ui/link.js';
import { RequestState, useRequestWords } from '../../kit/curriculum/request-words.js';
import type { RequestView } from '../../kit/curriculum/types.js';
import { Hash, WorkHead } from '../../kit/work.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import { AbandonDialog } from './abandon-dialog.js';
import { messages } from './messages/index.js';
import { shortHash } from './short-hash.js';

/** Which request this is, where it has got to, and the way to its tree. */
export function ReviewHead(props: {
  readonly request: RequestView;
  readonly seenHash: string | undefined;
}) {
  const { t, rich } = useMessages(messages);
  const format = useFormat();
  const words = useRequestWords();
  const { request } = props;
  usePlace(t('reviewOf', { number: request.number }), [
    { title: t('courses'), href: href('course', { courseId: request.courseId }) },
    { title: t('requests'), href: href('changeRequests') },
    { title: String(request.number) },
  ]);
  return (
    <WorkHead
      title={<span lang="vi">{request.title}</span>}
      facts={
        <>
          {words.name(request)}, {words.kind(request).toLocaleLowerCase()}{' '}
          <Base request={request} /> ·{' '}
          {request.follows !== null && (
            <>
              <Link href={href('review', { requestId: request.follows.id })}>
                {t('follows', { number: request.follows.number })}
              </Link>{' '}
              ·{' '}
            </>
          )}
          {rich('by', {
            name: <b>{request.author}</b>,
            date: format.date(request.createdAt),
          })}{' '}
          · <RequestState request={request} />
          {props.seenHash !== undefined && (
            <> · {rich('seeing', { hash: <Hash>{shortHash(props.seenHash)}</Hash> })}</>
          )}
        </>
      }
      actions={<HeadActs request={request} />}
    />
  );
}

/** What it is compared with; of an erratum written apart, the way to the edition that it corrects. */
function Base({ request }: { readonly request: RequestView }) {
  const { t } = useMessages(messages);
  const base = request.baseEdition;
  if (base === null) return t('againstNothing');
  if (!request.corrects) return t('against', { label: base.label });
  return (
    <Link href={href('edition', { editionId: base.id })}>
      {t('correcting', { label: base.label })}
    </Link>
  );
}

function HeadActs({ request }: { readonly request: RequestView }) {
  const { t } = useMessages(messages);
  const [abandoning, setAbandoning] = useState(false);
  return (
    <>
      <LinkButton href={href('changeRequest', { requestId: request.id })}>
        <ListTreeIcon />
        {t('tree')}
      </LinkButton>
      {request.allowed.abandon && (
        <Button look="danger" onClick={() => setAbandoning(true)}>
          {t('abandon')}
        </Button>
      )}
      <AbandonDialog request={request} open={abandoning} onClose={() => setAbandoning(false)} />
    </>
  );
}
