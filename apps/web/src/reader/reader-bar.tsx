import { useState, type ReactNode } from 'react';
import { useMessages } from '../lib/i18n/catalogue.js';
import { IconButton, IconLink } from '../ui/button.js';
import { ALargeSmallIcon, ArrowLeftIcon, ListIcon } from '../ui/icons.js';
import { Sheet } from '../ui/overlay.js';
import { Segments } from '../ui/progress.js';
import { messages } from './messages/index.js';
import { nextTextSize, useTextSize } from './text-size.js';
import styles from './reader.module.css';

/** Bar of a lesson: back, where one is, text size, theme, contents; under it the parts read. */
export function ReaderBar(props: {
  readonly back: { readonly href: string; readonly label: string };
  readonly title: string;
  readonly state: ReactNode;
  readonly done: number;
  readonly total: number;
  /** Contents for the sheet (an `Outline`). */
  readonly contents?: ReactNode;
  /** More buttons, on wide screens (the one of the theme). */
  readonly tools?: ReactNode;
  readonly lang?: string | undefined;
}) {
  const { t } = useMessages(messages);
  return (
    <header className={styles.top}>
      <div className={styles.bar}>
        <IconLink href={props.back.href} label={props.back.label}>
          <ArrowLeftIcon />
        </IconLink>
        <p className={styles.where}>
          <b lang={props.lang}>{props.title}</b>
          <span>{props.state}</span>
        </p>
        <TextSizeButton />
        {props.tools !== undefined && <span className={styles.wide}>{props.tools}</span>}
        {props.contents !== undefined && <ContentsButton contents={props.contents} />}
      </div>
      <Segments
        className={styles.segs}
        label={t('progress', { done: props.done, total: props.total })}
        done={props.done}
        total={props.total}
        now
      />
    </header>
  );
}

function TextSizeButton() {
  const { t } = useMessages(messages);
  const size = useTextSize();
  const words = {
    normal: t('textSizeNormal'),
    large: t('textSizeLarge'),
    largest: t('textSizeLargest'),
  };
  return (
    <IconButton label={words[size]} onClick={nextTextSize}>
      <ALargeSmallIcon />
    </IconButton>
  );
}

function ContentsButton({ contents }: { readonly contents: ReactNode }) {
  const { t } = useMessages(messages);
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton label={t('contents')} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <ListIcon />
      </IconButton>
      <Sheet open={open} title={t('inThisLesson')} onClose={() => setOpen(false)}>
        <div role="presentation" onClick={() => setOpen(false)}>
          {contents}
        </div>
      </Sheet>
    </>
  );
}
