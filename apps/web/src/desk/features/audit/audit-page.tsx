import { listAudit } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Banner } from '../../../ui/banner.js';
import { LinkButton } from '../../../ui/button.js';
import { HistoryIcon, ShieldCheckIcon, TriangleAlertIcon } from '../../../ui/icons.js';
import { EmptyState, Loaded } from '../../../ui/states.js';
import { Status } from '../../../ui/tag.js';
import { useRead } from '../../data/query.js';
import { Pane, WorkHead } from '../../kit/work.js';
import { usePageQuery } from '../../page.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import { AuditFilters } from './audit-filters.js';
import { readAuditQuery, type AuditQuery } from './audit-query.js';
import { AuditTable } from './audit-table.js';
import styles from './audit.module.css';
import { messages } from './messages/index.js';

const PAGE = 50;

function requestOf(asked: AuditQuery) {
  const { area, actor, from, to, kind, id, after } = asked;
  return {
    query: {
      limit: PAGE,
      cursor: after,
      action: area,
      actor,
      from,
      to,
      subjectKind: kind,
      subjectId: id,
    },
  };
}

/** Who did what, when, from where and for whom; newest first. */
export function AuditPage() {
  const { t } = useMessages(messages);
  usePlace(t('title'), [{ title: t('title') }]);
  const asked = usePageQuery(readAuditQuery);
  const list = useRead(listAudit, requestOf(asked), { keepPrevious: true });
  return (
    <>
      <WorkHead title={t('title')} facts={list.data && <Chain intact={list.data.chainIntact} />} />
      {list.data?.chainIntact === false && <Banner look="bad">{t('brokenText')}</Banner>}
      <AuditFilters asked={asked} />
      <Pane flush>
        <Loaded from={list}>
          {({ entries, nextCursor }) => (
            <>
              {entries.length === 0 ? (
                <EmptyState icon={HistoryIcon} title={t('emptyTitle')} text={t('emptyText')} />
              ) : (
                <AuditTable entries={entries} asked={asked} />
              )}
              <Turning asked={asked} next={nextCursor ?? undefined} />
            </>
          )}
        </Loaded>
      </Pane>
    </>
  );
}

function Chain({ intact }: { readonly intact: boolean }) {
  const { t } = useMessages(messages);
  return intact ? (
    <Status tone="ok" icon={ShieldCheckIcon}>
      {t('intact')}
    </Status>
  ) : (
    <Status tone="bad" icon={TriangleAlertIcon}>
      {t('broken')}
    </Status>
  );
}

function Turning({
  asked,
  next,
}: {
  readonly asked: AuditQuery;
  readonly next: string | undefined;
}) {
  const { t } = useMessages(messages);
  if (asked.after === undefined && next === undefined) return null;
  const at = (after: string | undefined) => href('audit', undefined, { ...asked, after });
  return (
    <div className={styles.turning}>
      {asked.after !== undefined && <LinkButton href={at(undefined)}>{t('newest')}</LinkButton>}
      {next !== undefined && <LinkButton href={at(next)}>{t('older')}</LinkButton>}
    </div>
  );
}
