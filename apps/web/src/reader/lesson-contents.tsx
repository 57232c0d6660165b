import { lessonSections, type RichDocument } from '@cam-nang/content/read';
import { useMessages } from '../lib/i18n/catalogue.js';
import { Outline } from '../ui/lists.js';
import { blockAnchor } from './block-anchor.js';
import { messages } from './messages/index.js';
import { markOfSection, titleOfSection } from './reading-state.js';
import styles from './reader.module.css';

interface ContentsProps {
  readonly document: RichDocument;
  readonly read: ReadonlySet<string>;
  readonly current?: string | undefined;
}

/** The parts of a lesson with their state; each leads to its part. */
export function LessonContents({ document, read, current }: ContentsProps) {
  const { t, locale } = useMessages(messages);
  const items = lessonSections(document).map((section) => {
    const mark = markOfSection(section, read, current);
    const title = titleOfSection(section);
    return {
      key: section.id,
      href: `#${blockAnchor(section.id)}`,
      title: (
        <span lang={title === '' ? locale : 'vi'}>{title === '' ? t('untitled') : title}</span>
      ),
      mark,
      current: mark === 'now',
    };
  });
  return <Outline items={items} slim />;
}

/** The same with its heading, for the column beside the text. */
export function ContentsAside(props: ContentsProps) {
  const { t } = useMessages(messages);
  return (
    <>
      <p className={styles.asideTitle}>{t('inThisLesson')}</p>
      <LessonContents {...props} />
    </>
  );
}
