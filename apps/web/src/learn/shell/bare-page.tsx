import type { ReactNode } from 'react';
import { useMessages } from '../../lib/i18n/catalogue.js';
import { SkipLink } from '../../ui/layout.js';
import { messages } from './messages/index.js';

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
