import { useMessages } from '../../../lib/i18n/catalogue.js';
import { FileTextIcon } from '../../../ui/icons.js';
import { Stack } from '../../../ui/layout.js';
import { EmptyState } from '../../../ui/states.js';
import { Note } from '../../../ui/banner.js';
import text from '../../../ui/text.module.css';
import { messages } from './messages/index.js';
import type { Report } from './report-page.js';
import styles from './report.module.css';

/** The text as it was handed in; nobody changes it any more. */
export function WrittenReport({ report }: { readonly report: Report }) {
  const { t } = useMessages(messages);
  if (report.text.trim() === '') {
    return <EmptyState icon={FileTextIcon} title={t('nothingWritten')} text={t('closedText')} />;
  }
  return (
    <Stack>
      {report.state === 'submitted' && <Note look="plain">{t('submittedText')}</Note>}
      <p className={text.soft}>{t('words', { count: report.words })}</p>
      <div className={styles.written}>{report.text}</div>
    </Stack>
  );
}
