import { previewCohort } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { pick } from '../../../lib/i18n/pick.js';
import { Note } from '../../../ui/banner.js';
import text from '../../../ui/text.module.css';
import { useRead } from '../../data/query.js';
import { Block } from '../../kit/work.js';
import { messages } from './messages/index.js';

/** What a cohort of the course that opens on the day would be pinned to. */
export function usePreview(courseId: string, opensOn: string | undefined) {
  const ready = courseId !== '' && opensOn !== undefined;
  return useRead(previewCohort, ready ? { query: { courseId, opensOn } } : undefined);
}

/** Which edition and rules the cohort will go by, or why none. */
export function Preview({
  courseId,
  opensOn,
}: {
  readonly courseId: string;
  readonly opensOn: string | undefined;
}) {
  const { t, locale } = useMessages(messages);
  const format = useFormat();
  const preview = usePreview(courseId, opensOn);
  if (preview.data === undefined) {
    return (
      <Block title={t('willHappen')}>
        <p className={text.soft}>{t('willHappenText')}</p>
      </Block>
    );
  }
  const { edition, ruleSet, withdrawn } = preview.data;
  return (
    <Block title={t('willHappen')}>
      {edition === null ? (
        <Note look="bad">
          {t('noEdition')}
          {withdrawn !== null && (
            <>
              {' '}
              {t('withdrawnWhy', {
                label: withdrawn.label,
                date: format.date(withdrawn.on),
                number: withdrawn.decisionNo,
              })}{' '}
              <span lang="vi">{withdrawn.reason}</span>
            </>
          )}
        </Note>
      ) : (
        <p>
          {t('pinned', {
            label: edition.label,
            date: edition.forceFrom === null ? '–' : format.date(edition.forceFrom),
          })}
        </p>
      )}
      {ruleSet === null ? (
        <Note look="bad">{t('noRules')}</Note>
      ) : (
        <p>{t('ruleSet', { title: pick(locale, ruleSet.title, ruleSet.titleEn) })}</p>
      )}
    </Block>
  );
}
