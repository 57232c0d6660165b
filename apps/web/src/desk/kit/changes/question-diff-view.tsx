import type { PartDiff, QuestionDiff, TextDiff } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { InlineText } from '../../../reader/inline-text.js';
import { DiffBlock } from '../diff.js';
import { ChangeMark } from '../marks.js';
import { ValueChange } from './block-attributes.js';
import { useChangeWords } from './change-words.js';
import styles from './changes.module.css';
import type { DiffLayout } from './document-diff-view.js';
import { messages } from './messages/index.js';
import { DiffRun, TextRuns, type DiffView } from './segments.js';

/** What differs in a question: its words, its parts, its key, where it belongs. */
export function QuestionDiffView(props: {
  readonly diff: QuestionDiff;
  readonly layout: DiffLayout;
  readonly selected?: boolean | undefined;
  readonly id?: string | undefined;
}) {
  const { t } = useMessages(messages);
  const { diff } = props;
  return (
    <div id={props.id} className={styles.place}>
      <DiffBlock
        change="changed"
        selected={props.selected}
        say={
          <>
            <ChangeMark change="changed">{t('say.changed')}</ChangeMark>
            <span>{t(diff.keyChanged ? 'keyChanged' : 'stem')}</span>
          </>
        }
      >
        <div className={styles.stack}>
          <Facts diff={diff} />
          <Words diff={diff} />
          <Parts parts={diff.parts} />
          <Classification diff={diff} />
        </div>
      </DiffBlock>
    </div>
  );
}

function Facts({ diff }: { readonly diff: QuestionDiff }) {
  const { t, locale } = useMessages(messages);
  return (
    <div lang={locale} className={styles.under}>
      {diff.typeBefore !== undefined && (
        <p>
          {t('retyped', { before: t(`type.${diff.typeBefore}`), after: t(`type.${diff.type}`) })}
        </p>
      )}
      {diff.keyChanged && !diff.stemChanged && <p>{t('stemKept')}</p>}
    </div>
  );
}

function Words({ diff }: { readonly diff: QuestionDiff }) {
  const { t, locale } = useMessages(messages);
  const rows = [
    { key: 'stem' as const, text: diff.stem },
    { key: 'stem' as const, text: diff.gapsText },
    { key: 'feedback' as const, text: diff.feedback },
  ];
  return (
    <>
      {rows.map(({ key, text }, index) =>
        text === null ? null : (
          <p key={index}>
            <span className={styles.label} lang={locale}>
              {t(key)}
            </span>
            <Said diff={text} view="both" />
          </p>
        ),
      )}
    </>
  );
}

function Parts({ parts }: { readonly parts: readonly PartDiff[] }) {
  const { t, locale } = useMessages(messages);
  const shown = parts
    .map((part, index) => ({ part, no: index + 1 }))
    .filter(({ part }) => part.status !== 'same' || part.moved);
  if (shown.length === 0) return null;
  return (
    <ul className={styles.parts}>
      {shown.map(({ part, no }) => (
        <li key={part.id}>
          <span className={styles.partHead} lang={locale}>
            {t('part', { no })}
            {part.moved && <ChangeMark change="moved">{t('partMoved')}</ChangeMark>}
          </span>
          <PartBody part={part} />
        </li>
      ))}
    </ul>
  );
}

/** A text of a question: read as it will be shown where it is all new, gone or the same; else compared as it is written. */
function Said({ diff, view }: { readonly diff: TextDiff; readonly view: DiffView }) {
  const [only, ...more] = diff.segments;
  if (only === undefined || more.length > 0) return <TextRuns diff={diff} view={view} />;
  return (
    <DiffRun op={only.op} view={view}>
      <InlineText markdown={only.text} />
    </DiffRun>
  );
}

function viewOf(part: PartDiff): DiffView {
  return part.status === 'same' ? 'plain' : 'both';
}

function PartBody({ part }: { readonly part: PartDiff }) {
  const { t, locale } = useMessages(messages);
  const words = useChangeWords();
  return (
    <div>
      {part.texts.map(({ field, diff }) => (
        <p key={field} className={styles.line}>
          <Said diff={diff} view={viewOf(part)} />
        </p>
      ))}
      {part.key.map((change) => (
        <p key={change.path.join('.')} className={styles.under} lang={locale}>
          {words.field(change.path)}: <ValueChange change={change} view="both" />
        </p>
      ))}
      {part.feedback !== null && (
        <p className={styles.under}>
          <span lang={locale}>{t('partFeedback')}: </span>
          <Said diff={part.feedback} view="both" />
        </p>
      )}
    </div>
  );
}

/** The lesson to reread is a node id, which says nothing to people: only that it changed. */
function Classification({ diff }: { readonly diff: QuestionDiff }) {
  const words = useChangeWords();
  const { locale } = useMessages(messages);
  if (diff.classification.length === 0) return null;
  return (
    <dl className={styles.facts} lang={locale}>
      {diff.classification.map((change) => (
        <div key={change.path.join('.')}>
          <dt>{words.field(change.path)}</dt>
          <dd>
            {change.path[0] === 'lessonId' ? '≠' : <ValueChange change={change} view="both" />}
          </dd>
        </div>
      ))}
    </dl>
  );
}
