import type { ReactNode } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Leaf, LeafHead } from '../../../reader/leaf.js';
import { ReaderBar } from '../../../reader/reader-bar.js';
import { BarePage } from '../../shell/bare-page.js';
import { messages } from './messages/index.js';

/** A page of histories: the way back, what it is the history of, and the edition that is read. */
export function HistoryFrame(props: {
  readonly back: { readonly href: string; readonly label: string };
  readonly kicker: string;
  readonly lesson: {
    readonly label: string;
    readonly title: string;
    readonly edition: { readonly label: string };
  };
  readonly children: ReactNode;
}) {
  const { t, locale } = useMessages(messages);
  const { back, kicker, lesson } = props;
  const title = `${lesson.label}. ${lesson.title}`;
  return (
    <BarePage
      bar={<ReaderBar back={back} title={title} lang="vi" state={kicker} done={0} total={0} />}
    >
      <Leaf>
        <LeafHead
          kicker={<span lang={locale}>{kicker}</span>}
          title={title}
          lang="vi"
          edition={t('readIn', { label: lesson.edition.label })}
        />
        {props.children}
      </Leaf>
    </BarePage>
  );
}
