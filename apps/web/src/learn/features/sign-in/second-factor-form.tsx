import { CodeForm } from '../../../account/code-form.js';
import type { ApiProblem } from '../../../lib/api/problem.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { messages } from './messages/index.js';
import styles from './sign-in.module.css';

/** The second step of signing in. */
export function SecondFactorForm(props: {
  readonly busy: boolean;
  readonly problem: ApiProblem | undefined;
  readonly onCode: (code: string) => void;
  readonly onBack: () => void;
}) {
  const { t } = useMessages(messages);
  return (
    <>
      <p className={styles.sub}>{t('secondText')}</p>
      <CodeForm label={t('code6')} submit={t('continue')} {...props} />
      <p className={styles.sub}>{t('lostFactor')}</p>
    </>
  );
}
