import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Link } from '../../../ui/link.js';
import { Cell, ColumnHead, RowHead, TableRow, WorkTable } from '../../../ui/table.js';
import { Tag } from '../../../ui/tag.js';
import { latestVerdicts } from '../../kit/curriculum/latest-verdicts.js';
import { RequestState, useRequestWords } from '../../kit/curriculum/request-words.js';
import { VerdictWord } from '../../kit/curriculum/verdict-word.js';
import { href } from '../../routes.js';
import styles from './change-requests.module.css';
import type { Listed } from './listed.js';
import { messages } from './messages/index.js';

/** Change requests as rows. */
export function RequestTable({ rows }: { readonly rows: readonly Listed[] }) {
  const { t } = useMessages(messages);
  return (
    <WorkTable caption={t('title')} edge stickyHead className={styles.table}>
      <thead>
        <tr>
          <ColumnHead>{t('request')}</ColumnHead>
          <ColumnHead>{t('state')}</ColumnHead>
          <ColumnHead>{t('changes')}</ColumnHead>
          <ColumnHead>{t('verdicts')}</ColumnHead>
          <ColumnHead>{t('author')}</ColumnHead>
          <ColumnHead figure>{t('updated')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
      </tbody>
    </WorkTable>
  );
}

/** Who is still to write goes to the tree, everybody else to the review. */
function hrefOf({ id, state, allowed }: Listed): string {
  const written = state === 'draft' || state === 'changes_requested';
  return href(written && allowed.edit ? 'changeRequest' : 'review', { requestId: id });
}

function RequestRow({ request }: { readonly request: Listed }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const words = useRequestWords();
  return (
    <TableRow>
      <RowHead>
        <Link href={hrefOf(request)} lang="vi">
          {request.number}. {request.title}
        </Link>
        <span className={styles.sub}>
          {t('about', { course: request.course?.code ?? '', kind: words.about(request) })}
        </span>
      </RowHead>
      <Cell label={t('state')}>
        <span className={styles.states}>
          <RequestState request={request} />
          {request.outdated && (
            <span title={t('outdatedTitle')}>
              <Tag look="warn">{t('outdated')}</Tag>
            </span>
          )}
        </span>
      </Cell>
      <Cell label={t('changes')}>{words.changes(request)}</Cell>
      <Cell label={t('verdicts')}>
        <Verdicts request={request} />
      </Cell>
      <Cell label={t('author')}>{request.author}</Cell>
      <Cell figure label={t('updated')}>
        {format.date(request.updatedAt)}
      </Cell>
    </TableRow>
  );
}

function Verdicts({ request }: { readonly request: Listed }) {
  const { t } = useMessages(messages);
  const said = latestVerdicts(request.reviews);
  if (said.length === 0) {
    return request.state === 'in_review' ? (
      <span className={styles.quiet}>{t('noVerdict')}</span>
    ) : null;
  }
  return (
    <ul className={styles.verdicts}>
      {said.map((review) => (
        <li key={review.reviewerId}>
          {t('verdictOf', { name: review.reviewer })} <VerdictWord review={review} />
        </li>
      ))}
    </ul>
  );
}
