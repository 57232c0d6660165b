import { useState } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Banner } from '../../../ui/banner.js';
import { Button } from '../../../ui/button.js';
import { GitMergeIcon, RotateCcwIcon } from '../../../ui/icons.js';
import { Link } from '../../../ui/link.js';
import { fallenApprovals } from '../../kit/curriculum/latest-verdicts.js';
import { isOpen } from '../../kit/curriculum/request-words.js';
import type { RequestView } from '../../kit/curriculum/types.js';
import { Hash } from '../../kit/work.js';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';
import styles from './review.module.css';
import { shortHash } from './short-hash.js';
import type { Seen } from './use-seen.js';

/** The request has changed since it was read: says so, and shows the new version when asked. */
export function NewerVersion({ seen }: { readonly seen: Seen }) {
  const { t, rich } = useMessages(messages);
  const [busy, setBusy] = useState(false);
  if (!seen.outdated) return null;
  const renew = async () => {
    setBusy(true);
    await seen.renew();
    setBusy(false);
  };
  return (
    <div className={styles.newer}>
      <Banner look="warn" icon={RotateCcwIcon}>
        <b>{t('newer')}</b> {seen.amended && t('newerKind')}{' '}
        {seen.now !== seen.diff.overlayHash &&
          rich('newerText', {
            seen: <Hash>{shortHash(seen.diff.overlayHash)}</Hash>,
            now: <Hash>{shortHash(seen.now)}</Hash>,
          })}
      </Banner>
      <Button size="small" busy={busy} onClick={() => void renew()}>
        {t('newerShow')}
      </Button>
    </div>
  );
}

/** The common curriculum has gone on since the request was opened. */
export function MovedGround({ request }: { readonly request: RequestView }) {
  const { t } = useMessages(messages);
  const fallen = isOpen(request) ? fallenApprovals(request.reviews) : [];
  if (!request.outdated) return null;
  return (
    <Banner look="warn" icon={GitMergeIcon}>
      <b>{t('moved')}</b>{' '}
      {request.movesTo === null ? t('movedText') : t('movedLine', { edition: request.movesTo })}{' '}
      {t('movedFine')}
      {fallen.length > 0 && (
        <> {t('fallen', { names: fallen.map(({ reviewer }) => reviewer).join(', ') })}</>
      )}{' '}
      {isOpen(request) && (
        <Link href={href('conflicts', { requestId: request.id })}>{t('toConflicts')}</Link>
      )}
    </Banner>
  );
}
