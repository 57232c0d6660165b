import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { pick } from '../../../lib/i18n/pick.js';
import { Breadcrumbs, Columns, PageHead, Section } from '../../../ui/layout.js';
import text from '../../../ui/text.module.css';
import { href } from '../../routes.js';
import { AttendanceAside } from './attendance-aside.js';
import { AwardSteps } from './award-steps.js';
import type { OwnCertificate } from './certificate-page.js';
import { ConditionList } from './condition-list.js';
import { messages } from './messages/index.js';
import { PrintedData } from './printed-data.js';

/** Every condition, what is missing first; what happens once all are met. */
export function ConditionsView(props: {
  readonly own: OwnCertificate;
  readonly enrolmentId: string;
  readonly onChanged: () => void;
}) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { own, enrolmentId } = props;
  const missing = own.conditions.filter((condition) => !condition.met);
  const met = own.conditions.filter((condition) => condition.met);
  return (
    <>
      <Breadcrumbs
        label={t('crumbs')}
        trail={[{ href: href('results'), title: t('results') }, { title: t('title') }]}
      />
      <PageHead
        above={t('above', { cohort: own.cohortCode, time: format.dateTime(own.computedAt) })}
        title={headline(own, missing.length, t)}
      />
      <Columns side={<Aside own={own} />}>
        {missing.length > 0 && (
          <Section title={t('missing')}>
            <ConditionList conditions={missing} enrolmentId={enrolmentId} />
          </Section>
        )}
        <PrintedData own={own} enrolmentId={enrolmentId} onChanged={props.onChanged} />
        {met.length > 0 && (
          <Section title={t('met')}>
            <ConditionList conditions={met} enrolmentId={enrolmentId} />
          </Section>
        )}
      </Columns>
    </>
  );
}

function headline(
  own: OwnCertificate,
  missing: number,
  t: ReturnType<typeof useMessages<(typeof messages)['vi']>>['t'],
): string {
  if (own.award === 'submitted') return t('submitted');
  if (own.award === 'computed') return t('listed');
  return missing > 0 ? t('stillMissing', { count: missing }) : t('eligible');
}

function Aside({ own }: { readonly own: OwnCertificate }) {
  const { t, locale } = useMessages(messages);
  const format = useFormat();
  const { ruleSet, mark, grade } = own;
  return (
    <>
      <AttendanceAside conditions={own.conditions} />
      <Section title={t('after')}>
        <AwardSteps own={own} />
      </Section>
      <Section title={t('rules')}>
        {mark !== null && (
          <p>
            {t('finalMark', { mark: format.mark(mark) })}
            {grade !== null && ` (${grade})`}
          </p>
        )}
        <p className={text.soft}>
          {t('rulesText', { title: pick(locale, ruleSet.title, ruleSet.titleEn) })}
          {ruleSet.basis !== null && (
            <>
              {' '}
              <span lang="vi">{ruleSet.basis}.</span>
            </>
          )}
        </p>
      </Section>
    </>
  );
}
