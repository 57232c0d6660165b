import { readToday } from '@cam-nang/contracts/routes';
import { useResource } from '../../../lib/api/resource.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { may, useSession } from '../../../lib/session/session.js';
import { useTitle } from '../../../lib/title.js';
import { LinkButton } from '../../../ui/button.js';
import { GraduationCapIcon } from '../../../ui/icons.js';
import { Columns, Page, PageHead } from '../../../ui/layout.js';
import { EmptyState, Loaded } from '../../../ui/states.js';
import { ComingList } from './coming-list.js';
import { Corrections } from './corrections.js';
import { messages } from './messages/index.js';
import { NextCard } from './next-card.js';
import { ProgressAside } from './progress-aside.js';

/** The home page: what to do now, and why; everything else below. */
export function TodayPage() {
  const { t } = useMessages(messages);
  const format = useFormat();
  useTitle(t('pageTitle'));
  const today = useResource(readToday, {});
  return (
    <Page>
      <PageHead above={today.data && format.longDate(today.data.serverTime)} title={t('title')} />
      <Loaded from={today} skeleton={['title', 82, 46, 'rule', 70, 54]}>
        {({ enrolments }) =>
          enrolments.length === 0 ? (
            <NotEnrolled />
          ) : (
            enrolments.map((enrolment) => (
              <Columns
                key={enrolment.summary.enrolmentId}
                side={<ProgressAside summary={enrolment.summary} />}
              >
                <NextCard summary={enrolment.summary} next={enrolment.next} />
                <Corrections
                  enrolmentId={enrolment.summary.enrolmentId}
                  corrections={enrolment.corrections}
                />
                <ComingList enrolmentId={enrolment.summary.enrolmentId} coming={enrolment.coming} />
              </Columns>
            ))
          )
        }
      </Loaded>
    </Page>
  );
}

function NotEnrolled() {
  const { t } = useMessages(messages);
  const session = useSession();
  const worksAtDesk = session.kind === 'desk' || may(session, 'cohort.read');
  return (
    <EmptyState
      icon={GraduationCapIcon}
      title={t('emptyTitle')}
      text={t('emptyText')}
      action={worksAtDesk ? <LinkButton href="/desk">{t('desk')}</LinkButton> : undefined}
    />
  );
}
