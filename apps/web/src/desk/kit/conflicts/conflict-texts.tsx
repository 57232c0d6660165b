import type { ReactNode } from 'react';
import {
  diffDocuments,
  diffQuestions,
  diffText,
  type ConflictValue,
  type QuestionContent,
  type RichNode,
  type StructurePlace,
} from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { cx } from '../../../ui/class-names.js';
import { BlockView } from '../changes/block-view.js';
import { useChangeWords } from '../changes/change-words.js';
import { QuestionDiffView } from '../changes/question-diff-view.js';
import { QuestionText } from '../changes/whole-node.js';
import { TextRuns } from '../changes/segments.js';
import styles from './conflicts.module.css';
import { messages } from './messages/index.js';
import type { PlaceOfConflict, SideNames } from './place.js';
import { blocksOf } from './written.js';

interface Props {
  readonly conflict: PlaceOfConflict;
  /** Titles of the nodes that conflicts of structure speak of, by id. */
  readonly names: Readonly<Record<string, string>>;
  readonly sides: Pick<SideNames, 'ours' | 'theirs'>;
}

/** The three texts beside each other: what was, and what each side made of it. */
export function ConflictTexts({ conflict, names, sides: called }: Props) {
  const { t } = useMessages(messages);
  if (conflict.hidden) return <p className={styles.hidden}>{t('hidden')}</p>;
  const sides = [
    { key: 'base' as const, title: t('base'), note: t('baseNote') },
    { key: 'ours' as const, title: called.ours, note: '' },
    { key: 'theirs' as const, title: called.theirs, note: '' },
  ];
  return (
    <div className={styles.three}>
      {sides.map(({ key, title, note }) => (
        <section key={key} className={cx(styles.side, key === 'base' && styles.ground)}>
          <h2>{title}</h2>
          {note !== '' && <p className={styles.note}>{note}</p>}
          <div className={styles.text} lang="vi">
            <SideText conflict={conflict} side={key} names={names} />
          </div>
        </section>
      ))}
    </div>
  );
}

type SideName = 'base' | 'ours' | 'theirs';

function SideText(props: {
  readonly conflict: PlaceOfConflict;
  readonly side: SideName;
  readonly names: Props['names'];
}) {
  const { conflict, side, names } = props;
  const value = conflict[side];
  switch (conflict.subject.kind) {
    case 'block':
      return <BlocksOfSide base={blocksOf(conflict.base)} blocks={blocksOf(value)} side={side} />;
    case 'structure':
      return <PlaceOfSide place={value as unknown as StructurePlace | null} names={names} />;
    case 'question':
      // Brought in twice, it comes from nothing: then the two are laid beside each other.
      return <QuestionOfSide base={conflict.base ?? conflict.ours} value={value} />;
    case 'field':
      return <FieldOfSide conflict={conflict} value={value} side={side} />;
  }
}

function Missing({ children }: { readonly children: ReactNode }) {
  const { locale } = useMessages(messages);
  return (
    <p className={styles.note} lang={locale}>
      {children}
    </p>
  );
}

function BlocksOfSide(props: {
  readonly base: readonly RichNode[];
  readonly blocks: readonly RichNode[];
  readonly side: SideName;
}) {
  const { t } = useMessages(messages);
  const { base, blocks, side } = props;
  if (blocks.length === 0) return <Missing>{t(side === 'base' ? 'notYet' : 'nothing')}</Missing>;
  const diff = diffDocuments(docOf(base), docOf(blocks));
  return (
    <>
      {diff.root.children.map((block, index) => (
        <BlockView
          key={block.id ?? index}
          block={block}
          view={side === 'base' ? 'plain' : 'both'}
        />
      ))}
    </>
  );
}

function docOf(content: readonly RichNode[]): RichNode {
  return { type: 'doc', content };
}

function PlaceOfSide(props: {
  readonly place: StructurePlace | null;
  readonly names: Props['names'];
}) {
  const { t } = useMessages(messages);
  const { place, names } = props;
  if (place === null) return <Missing>{t('gone')}</Missing>;
  const nameOf = (id: string | null) => (id === null ? '' : (names[id] ?? ''));
  return (
    <>
      <p>{place.title}</p>
      <Missing>{t('standsIn', { parent: nameOf(place.parentId) })}</Missing>
      <Missing>
        {place.after === null ? t('standsFirst') : t('standsAfter', { after: nameOf(place.after) })}
      </Missing>
    </>
  );
}

function QuestionOfSide(props: { readonly base: ConflictValue; readonly value: ConflictValue }) {
  const { t } = useMessages(messages);
  if (props.value === null) return <Missing>{t('notYet')}</Missing>;
  const metaOf = (value: ConflictValue) =>
    (value as unknown as { readonly meta: QuestionContent }).meta;
  const [before, after] = [metaOf(props.base), metaOf(props.value)];
  const diff = diffQuestions(before, after);
  return diff.empty ? (
    <QuestionText question={before} />
  ) : (
    <QuestionDiffView diff={diff} layout="one" />
  );
}

function FieldOfSide(props: {
  readonly conflict: PlaceOfConflict;
  readonly value: ConflictValue;
  readonly side: SideName;
}) {
  const words = useChangeWords();
  const { conflict, value, side } = props;
  const name = conflict.subject.kind === 'field' ? (conflict.subject.path.at(-1) ?? '') : '';
  const word = (one: ConflictValue) => words.value(name, one as never);
  if (side === 'base') return <p>{word(value)}</p>;
  return (
    <p>
      <TextRuns diff={diffText(word(conflict.base), word(value))} view="both" />
    </p>
  );
}
