import type { checkWordImport, ResponseOf } from '@cam-nang/contracts';
import type { ForeignLoss, ForeignLossCode } from '@cam-nang/content/editor';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Note } from '../../../ui/banner.js';
import { Stack } from '../../../ui/layout.js';
import { Disclosure } from '../../../ui/lists.js';
import { LossList } from '../../kit/losses/loss-list.js';
import { messages } from './messages/index.js';
import styles from './tree.module.css';

export type WordView = ResponseOf<typeof checkWordImport>;

/** What a file of Word would become, lesson by lesson, and what would be lost where. */
export function WordPreview({ view }: { readonly view: WordView }) {
  const { t } = useMessages(messages);
  const ofFile = lossesOf(view, null);
  return (
    <Stack>
      {view.moduleTitle !== null && (
        <p>
          {t('wordModule')}: <b lang="vi">{view.moduleTitle}</b>
        </p>
      )}
      {view.lessons.map((lesson, at) => (
        <LessonPreview key={`${at} ${lesson.title}`} lesson={lesson} losses={lossesOf(view, at)} />
      ))}
      {ofFile.length > 0 && (
        <Note look="warn">
          <b>{t('wordLostFile')}</b>
          <LossList losses={ofFile} />
        </Note>
      )}
      {view.losses.length === 0 && <Note look="ok">{t('wordNothingLost')}</Note>}
    </Stack>
  );
}

function LessonPreview(props: {
  readonly lesson: WordView['lessons'][number];
  readonly losses: readonly ForeignLoss[];
}) {
  const { t } = useMessages(messages);
  const { lesson, losses } = props;
  const { words, minutes, lists, tables, images } = lesson;
  return (
    <section>
      <h3 lang="vi">{lesson.title}</h3>
      <p>{t('wordCounts', { words, minutes, lists, tables, images })}</p>
      {lesson.headings.length > 0 && (
        <Disclosure summary={t('wordHeadings', { count: lesson.headings.length })}>
          <ul className={styles.headings} lang="vi">
            {lesson.headings.map((heading, at) => (
              <li key={`${at} ${heading.title}`} data-level={heading.level}>
                {heading.title}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {losses.length > 0 && (
        <Disclosure summary={t('wordLost', { count: losses.length })} open>
          <LossList losses={losses} />
        </Disclosure>
      )}
    </section>
  );
}

function lossesOf(view: WordView, lesson: number | null): readonly ForeignLoss[] {
  return view.losses
    .filter((loss) => loss.lesson === lesson)
    .map((loss) => ({ ...loss, code: loss.code as ForeignLossCode }));
}
