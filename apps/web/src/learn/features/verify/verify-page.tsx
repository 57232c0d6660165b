import { useState, type FormEvent } from 'react';
import { normaliseVerificationCode } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { setLocale } from '../../../lib/i18n/locale.js';
import { useTitle } from '../../../lib/title.js';
import { Brand } from '../../../ui/brand.js';
import { Button, SegmentedControl } from '../../../ui/button.js';
import { TextField } from '../../../ui/field.js';
import { PageHead, Stack } from '../../../ui/layout.js';
import { Link } from '../../../ui/link.js';
import text from '../../../ui/text.module.css';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';
import styles from './verify.module.css';

/** Where anyone types the code of a certificate; the answer is a plain page of the server. */
export function VerifyPage() {
  const { t, locale } = useMessages(messages);
  const [wrong, setWrong] = useState<'empty' | 'form'>();
  useTitle(t('title'));
  const check = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get('code') ?? '').trim();
    if (typed === '') return setWrong('empty');
    const code = normaliseVerificationCode(codeOf(typed));
    if (code === null) return setWrong('form');
    location.assign(`/x/${code}?lang=${locale}`);
  };
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <Brand href={href('signIn')} />
        <SegmentedControl
          label={t('language')}
          value={locale}
          choices={[
            { value: 'vi', label: 'Tiếng Việt', lang: 'vi' },
            { value: 'en', label: 'English', lang: 'en' },
          ]}
          onChange={(value) => void setLocale(value)}
        />
      </header>
      <main className={styles.in} id="main" tabIndex={-1}>
        <PageHead title={t('title')} below={<p className={text.soft}>{t('lead')}</p>} />
        <form onSubmit={check} noValidate>
          <Stack>
            <TextField
              label={t('code')}
              hint={t('codeHint')}
              name="code"
              figures
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              error={wrong && t(wrong === 'empty' ? 'codeMissing' : 'codeWrong')}
            />
            <Button type="submit" look="main" size="big" block>
              {t('submit')}
            </Button>
          </Stack>
        </form>
        <p className={styles.note}>{t('privacy')}</p>
        <p>
          <Link className={text.lnk} href={href('signIn')}>
            {t('toSignIn')}
          </Link>
        </p>
      </main>
    </div>
  );
}

/** The whole address may have been pasted; the code is its end. */
function codeOf(typed: string): string {
  return /\/x\/([^/?#\s]+)/.exec(typed)?.[1] ?? typed;
}
