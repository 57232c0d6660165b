import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Disclosure } from '../../../ui/lists.js';
import { latestVerdicts } from '../../kit/curriculum/latest-verdicts.js';
import { isOpen } from '../../kit/curriculum/request-words.js';
import type { RequestView, Review } from '../../kit/curriculum/types.js';
import { VerdictWord } from '../../kit/curriculum/verdict-word.js';
import { Hash } from '../../kit/work.js';
import { messages } from './messages/index.js';
import styles from './review.module.css';
import { SinceVerdict } from './since-verdict.js';
import { shortHash } from './short-hash.js';

/** Who judged which version; a verdict on an older one is struck. */
export function VerdictList({ request }: { readonly request: RequestView }) {
  const { t } = useMessages(messages);
  const { reviews, approvals } = request;
  const latest = latestVerdicts(reviews);
  return (
    <section aria-labelledby="review-who">
      <h2 id="review-who" className={styles.head}>
        {t('who')} {isOpen(request) && <small>{t('approvals', approvals)}</small>}
      </h2>
      {latest.length === 0 ? (
        <p className={styles.soft}>{t('nobody')}</p>
      ) : (
        <Verdicts reviews={latest} request={request} since />
      )}
      {reviews.length > latest.length && (
        <div className={styles.more}>
          <Disclosure summary={t('allSaid', { count: reviews.length })}>
            <Verdicts reviews={reviews} request={request} />
          </Disclosure>
        </div>
      )}
    </section>
  );
}

/** With `since`, a verdict that fell says what came after it. */
function Verdicts(props: {
  readonly reviews: readonly Review[];
  readonly request: RequestView;
  readonly since?: boolean | undefined;
}) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { request } = props;
  return (
    <ul className={styles.verdicts}>
      {props.reviews.map((review) => (
        <li key={`${review.reviewerId}-${review.at}`}>
          <span>{review.reviewer}</span>
          <span className={styles.soft} title={t('at', { time: format.dateTime(review.at) })}>
            {t('version')} <Hash>{shortHash(review.overlayHash)}</Hash>
            {review.requestKind === 'erratum' && request.kind !== 'erratum' && (
              <> {t('asErratum')}</>
            )}
          </span>
          <span className={styles.end}>
            <VerdictWord review={review} />
          </span>
          {review.comment !== '' && (
            <p className={styles.said} lang="vi">
              {review.comment}
            </p>
          )}
          {props.since && !review.current && isOpen(request) && (
            <SinceVerdict requestId={request.id} review={review} now={request.overlayHash} />
          )}
        </li>
      ))}
    </ul>
  );
}
