import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Note } from '../../../ui/banner.js';
import { Button } from '../../../ui/button.js';
import { Split, Stack } from '../../../ui/layout.js';
import { messages } from './messages/index.js';
import type { OfficeText } from './report-saver.js';
import styles from './report.module.css';
import { countWords } from './use-report-saver.js';

/** Two texts of one report: both are shown, one is chosen. */
export function TwoTexts(props: {
  readonly own: string;
  readonly office: OfficeText;
  readonly onChoose: (choice: 'own' | 'office') => void;
}) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { own, office } = props;
  const time = office.updatedAt === null ? '' : format.dateTime(office.updatedAt);
  return (
    <Stack>
      <Note look="warn" alert>
        {t('conflict')}
      </Note>
      <Split>
        <section aria-label={t('ownText')}>
          <h3>{t('ownText')}</h3>
          <p>{t('words', { count: countWords(own) })}</p>
          <div className={styles.compared} tabIndex={0} role="region" aria-label={t('ownText')}>
            {own}
          </div>
          <Button onClick={() => props.onChoose('own')}>{t('keepOwn')}</Button>
        </section>
        <section aria-label={t('officeText')}>
          <h3>{t('officeText')}</h3>
          <p>{t('officeMeta', { count: countWords(office.text), time })}</p>
          <div className={styles.compared} tabIndex={0} role="region" aria-label={t('officeText')}>
            {office.text}
          </div>
          <Button onClick={() => props.onChoose('office')}>{t('keepOffice')}</Button>
        </section>
      </Split>
    </Stack>
  );
}
