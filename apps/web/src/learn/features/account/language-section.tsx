import { useMessages } from '../../../lib/i18n/catalogue.js';
import { changeLocale } from '../../../lib/session/session.js';
import { SegmentedControl } from '../../../ui/button.js';
import { Section } from '../../../ui/layout.js';
import { messages } from './messages/index.js';

/** The language of the screens: kept in the account, so that it follows the person. */
export function LanguageSection() {
  const { t, locale } = useMessages(messages);
  return (
    <Section title={t('languageTitle')}>
      <SegmentedControl
        label={t('languageTitle')}
        value={locale}
        choices={[
          { value: 'vi', label: 'Tiếng Việt', lang: 'vi' },
          { value: 'en', label: 'English', lang: 'en' },
        ]}
        onChange={(value) => void changeLocale(value)}
      />
    </Section>
  );
}
