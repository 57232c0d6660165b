import type { readToday, ResponseOf } from '@cam-nang/contracts';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { pick } from '../../../lib/i18n/pick.js';
import { Section } from '../../../ui/layout.js';
import { ListRow, RowList } from '../../../ui/lists.js';
import { Tag } from '../../../ui/tag.js';
import text from '../../../ui/text.module.css';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';

type Correction = ResponseOf<typeof readToday>['enrolments'][number]['corrections'][number];

/** Lessons already studied in which an erratum changed something. */
export function Corrections(props: {
  readonly enrolmentId: string;
  readonly corrections: readonly Correction[];
}) {
  const { t, locale } = useMessages(messages);
  const [first] = props.corrections;
  if (first === undefined) return null;
  return (
    <Section title={t('corrections', { label: first.editionLabel })}>
      <RowList>
        {props.corrections.map((correction) => (
          <ListRow
            key={correction.nodeId}
            href={href('lesson', { enrolmentId: props.enrolmentId, nodeId: correction.nodeId })}
            title={`${correction.label}. ${pick(locale, correction.title, correction.titleEn)}`}
            sub={pick(locale, correction.reason, correction.reasonEn)}
            end={<Tag look="info">{t('corrected')}</Tag>}
          />
        ))}
      </RowList>
      <p className={text.sm}>{t('correctionNote')}</p>
    </Section>
  );
}
