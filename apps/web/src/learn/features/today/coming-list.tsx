import type { readToday, ResponseOf } from '@cam-nang/contracts';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { pick } from '../../../lib/i18n/pick.js';
import { Agenda, AgendaItem } from '../../../ui/agenda.js';
import { Section } from '../../../ui/layout.js';
import { Link } from '../../../ui/link.js';
import { href } from '../../routes.js';
import { itemAddress } from '../../study/item-address.js';
import { messages } from './messages/index.js';

type Coming = ResponseOf<typeof readToday>['enrolments'][number]['coming'][number];

/** What comes after the next thing, on the margin line. */
export function ComingList(props: {
  readonly enrolmentId: string;
  readonly coming: readonly Coming[];
}) {
  const { t, locale } = useMessages(messages);
  if (props.coming.length === 0) return null;
  return (
    <Section title={t('coming')} aside={<Link href={href('course')}>{t('wholeCourse')}</Link>}>
      <Agenda>
        {props.coming.map((item) => {
          const title = pick(locale, item.title, item.titleEn);
          const { nodeId, kind } = item;
          return (
            <AgendaItem
              key={`${kind}-${nodeId ?? ''}-${item.onDate ?? item.at ?? ''}`}
              at={item.at ?? undefined}
              onDate={item.onDate ?? undefined}
              title={
                nodeId === null ? (
                  title
                ) : (
                  <Link href={itemAddress(props.enrolmentId, { kind, nodeId })}>{title}</Link>
                )
              }
            >
              {(kind === 'meeting' || kind === 'closing') && <p>{t(kind)}</p>}
            </AgendaItem>
          );
        })}
      </Agenda>
    </Section>
  );
}
