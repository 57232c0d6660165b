import type { ReactNode } from 'react';
import { lessonSections, type LessonSection, type RichDocument } from '@cam-nang/content/read';
import { useMessages } from '../lib/i18n/catalogue.js';
import { cx } from '../ui/class-names.js';
import { CheckIcon } from '../ui/icons.js';
import text from '../ui/text.module.css';
import { blockAnchor } from './block-anchor.js';
import { Inline } from './inline.js';
import { messages } from './messages/index.js';
import { blocksOfSection, markOfSection } from './reading-state.js';
import { Blocks } from './rich-text.js';
import styles from './reader.module.css';
import textStyles from './text.module.css';

export interface LessonTextProps {
  readonly document: RichDocument;
  /** Ids of blocks that have been read. */
  readonly read: ReadonlySet<string>;
  /** Id of the block at which the reader is. */
  readonly current?: string | undefined;
  /** Id of the block at which the person left. */
  readonly resumeAt?: string | null | undefined;
  /** Ids of blocks that a correction changed: they carry a bar. */
  readonly changed?: ReadonlySet<string> | undefined;
  /** What stands under a changed passage: the way to its history. */
  readonly noteOf?: ((blockId: string) => ReactNode) | undefined;
}

/** The text of a lesson on the margin line, part by part; parts that are read carry a tick. */
export function LessonText(props: LessonTextProps) {
  const sections = lessonSections(props.document);
  return (
    <div lang="vi">
      {sections.map((section, index) => (
        <Section key={section.id} section={section} no={index + 1} {...props} />
      ))}
    </div>
  );
}

function Section(
  props: LessonTextProps & { readonly section: LessonSection; readonly no: number },
) {
  const { section } = props;
  const mark = markOfSection(section, props.read, props.current);
  const headingId = `h-${section.id}`;
  return (
    <section
      className={cx(styles.blk, mark === 'done' && styles.isRead, mark === 'now' && styles.isNow)}
      aria-labelledby={section.title === null ? undefined : headingId}
      id={section.title === null ? undefined : blockAnchor(section.id)}
      data-resume={isAt(section, props.resumeAt) ? '' : undefined}
    >
      <SectionNumber mark={mark} no={props.no} />
      <span className={styles.mark} aria-hidden="true">
        <CheckIcon />
      </span>
      {section.title !== null && (
        <h2 id={headingId} data-block-id={section.id}>
          <Inline nodes={section.title} />
        </h2>
      )}
      {props.changed?.has(section.id) && props.noteOf?.(section.id)}
      <SectionBody section={section} changed={props.changed} noteOf={props.noteOf} />
    </section>
  );
}

function isAt(section: LessonSection, blockId: string | null | undefined): boolean {
  return typeof blockId === 'string' && blocksOfSection(section).includes(blockId);
}

function SectionNumber({ mark, no }: { readonly mark: string; readonly no: number }) {
  const { t, locale } = useMessages(messages);
  const words = { done: t('readNo', { no }), now: t('nowNo', { no }) };
  const shown = mark === 'done' || mark === 'now' ? words[mark] : String(no);
  return (
    <span className={styles.no} lang={locale}>
      {shown}
    </span>
  );
}

function SectionBody(
  props: Pick<LessonTextProps, 'changed' | 'noteOf'> & { readonly section: LessonSection },
) {
  const { t, locale } = useMessages(messages);
  const touched = blocksOfSection(props.section).some((id) => props.changed?.has(id));
  if (!touched) return <Blocks blocks={props.section.blocks} />;
  return (
    <div className={textStyles.group}>
      {props.section.blocks.map((block) =>
        props.changed?.has(block.attrs.id) ? (
          <div key={block.attrs.id} className={textStyles.changed}>
            <span className={text.vh} lang={locale}>
              {t('changed')}
            </span>
            <Blocks blocks={[block]} />
            {props.noteOf?.(block.attrs.id)}
          </div>
        ) : (
          <Blocks key={block.attrs.id} blocks={[block]} />
        ),
      )}
    </div>
  );
}
