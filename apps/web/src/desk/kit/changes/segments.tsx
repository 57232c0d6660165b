import { Fragment, type ReactNode } from 'react';
import type { InlineSegment, RichMark, TextDiff } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import text from '../../../ui/text.module.css';
import styles from './changes.module.css';
import { messages } from './messages/index.js';

/** Both texts laid over each other, one of them with what differs marked, or the new one unmarked. */
export type DiffView = 'both' | 'before' | 'after' | 'plain';

type Op = InlineSegment['op'];

/** Whether a run belongs to what is shown. */
export function isShown(op: Op, view: DiffView): boolean {
  if (op === 'insert') return view !== 'before';
  if (op === 'delete') return view === 'both' || view === 'before';
  return true;
}

/** A run of text with its sign, which readers hear as a word. */
export function DiffRun(props: {
  readonly op: Op;
  readonly view: DiffView;
  readonly children: ReactNode;
}) {
  const { t, locale } = useMessages(messages);
  const { op, view } = props;
  if (op === 'same' || view === 'plain') return <>{props.children}</>;
  const word = (key: 'inserted' | 'deleted' | 'formatted' | 'end') => (
    <span className={text.vh} lang={locale} data-aside>
      {' '}
      {t(key)}{' '}
    </span>
  );
  if (op === 'format') {
    return (
      <span className={styles.format}>
        {word('formatted')}
        {props.children}
      </span>
    );
  }
  const Tag = op === 'insert' ? 'ins' : 'del';
  return (
    <Tag>
      {word(op === 'insert' ? 'inserted' : 'deleted')}
      {props.children}
      {word('end')}
    </Tag>
  );
}

/** A plain text compared by words. */
export function TextRuns({ diff, view }: { readonly diff: TextDiff; readonly view: DiffView }) {
  return (
    <>
      {diff.segments.map((segment, index) =>
        isShown(segment.op, view) ? (
          <DiffRun key={index} op={segment.op} view={view}>
            {segment.text}
          </DiffRun>
        ) : null,
      )}
    </>
  );
}

/** A line of rich text compared by words, with its formatting. */
export function InlineRuns(props: {
  readonly segments: readonly InlineSegment[];
  readonly view: DiffView;
}) {
  return (
    <>
      {props.segments.map((segment, index) =>
        isShown(segment.op, props.view) ? (
          <DiffRun key={index} op={segment.op} view={props.view}>
            {marked(segment, props.view)}
          </DiffRun>
        ) : null,
      )}
    </>
  );
}

const tags: Readonly<Record<string, 'b' | 'i' | 'code'>> = { bold: 'b', italic: 'i', code: 'code' };

function marked(segment: InlineSegment, view: DiffView): ReactNode {
  const own = segment.node?.type === 'hardBreak' ? <br /> : segment.text;
  const marks = view === 'before' ? (segment.marksBefore ?? segment.marks) : segment.marks;
  return marks.reduceRight<ReactNode>(withMark, own);
}

function withMark(inner: ReactNode, mark: RichMark): ReactNode {
  if (mark.type === 'link') return <span className={styles.link}>{inner}</span>;
  const Tag = tags[mark.type] ?? Fragment;
  return <Tag>{inner}</Tag>;
}
