import type { readCourse, ResponseOf } from '@cam-nang/contracts';
import { listChangeRequests } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Link } from '../../../ui/link.js';
import { Disclosure, ListRow, RowList } from '../../../ui/lists.js';
import { Loaded } from '../../../ui/states.js';
import text from '../../../ui/text.module.css';
import { useRead } from '../../data/query.js';
import { isOpen, RequestState, useRequestWords } from '../../kit/curriculum/request-words.js';
import type { ListedRequestView } from '../../kit/curriculum/types.js';
import { Block } from '../../kit/work.js';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';

/** Change requests of the course: open ones, and those that are done behind a fold. */
export function CourseRequests(props: {
  readonly course: ResponseOf<typeof readCourse>['course'];
}) {
  const { t } = useMessages(messages);
  const requests = useRead(listChangeRequests, { params: { courseId: props.course.id } });
  return (
    <Loaded from={requests}>
      {({ requests: all }) => {
        const open = all.filter(isOpen);
        const closed = all.filter((request) => !isOpen(request));
        return (
          <Block
            title={`${t('openRequests')}: ${t('openRequestsCount', { count: open.length })}`}
            aside={<Link href={href('changeRequests')}>{t('allRequests')}</Link>}
          >
            {open.length === 0 ? (
              <p className={text.soft}>{t('noRequests')}</p>
            ) : (
              <RequestRows requests={open} />
            )}
            {closed.length > 0 && (
              <Disclosure summary={t('closedRequests', { count: closed.length })}>
                <RequestRows requests={closed} />
              </Disclosure>
            )}
          </Block>
        );
      }}
    </Loaded>
  );
}

function RequestRows({ requests }: { readonly requests: readonly ListedRequestView[] }) {
  const { t } = useMessages(messages);
  const words = useRequestWords();
  const format = useFormat();
  return (
    <RowList>
      {requests.map((request) => (
        <ListRow
          key={request.id}
          href={href('changeRequest', { requestId: request.id })}
          title={<span lang="vi">{`${request.number}. ${request.title}`}</span>}
          sub={
            <>
              {t('byOn', { name: request.author, date: format.date(request.createdAt) })} ·{' '}
              {words.changes(request)}
              {request.kind === 'erratum' && (
                <>
                  <br />
                  {words.about(request)}
                </>
              )}
              <br />
              <RequestState request={request} />
            </>
          }
        />
      ))}
    </RowList>
  );
}
