import type { ReactNode } from 'react';
import { useMessages } from '../../lib/i18n/catalogue.js';
import { Brand } from '../../ui/brand.js';
import { Page, SkipLink } from '../../ui/layout.js';
import { href } from '../routes.js';
import { messages } from './messages/index.js';
import styles from './shell.module.css';

/** Frame of what leaves the shell: a lesson, a quiz. Its own bar on top, then the content. */
export function BarePage(props: { readonly bar: ReactNode; readonly children: ReactNode }) {
  const { t } = useMessages(messages);
  return (
    <>
      <SkipLink>{t('skip')}</SkipLink>
      {props.bar}
      {props.children}
    </>
  );
}

/** The same while it loads, or when it cannot be shown: the way home stays at hand. */
export function WaitingPage({ children }: { readonly children: ReactNode }) {
  return (
    <BarePage
      bar={
        <header className={styles.top}>
          <Brand href={href('today')} />
        </header>
      }
    >
      <main className={styles.main} id="main" tabIndex={-1}>
        <Page narrow>{children}</Page>
      </main>
    </BarePage>
  );
}
