import {
  gapsText,
  questionParts,
  settingChanges,
  withFields,
  type FieldChange,
  type NodeDiff,
  type QuestionContent,
  type QuestionPart,
} from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { InlineText } from '../../../reader/inline-text.js';
import { DiffBlock } from '../diff.js';
import { hasOwnFields } from './change-places.js';
import { useChangeWords } from './change-words.js';
import styles from './changes.module.css';
import { WholeText } from './document-diff-view.js';
import { messages } from './messages/index.js';

type Side = 'before' | 'after';

/** A node that is wholly new or wholly gone: its settings, its question, its text, as they are on that side. */
export function WholeNode({ diff }: { readonly diff: NodeDiff }) {
  const side: Side = diff.status === 'added' ? 'after' : 'before';
  return (
    <div className={styles.node}>
      {diff.kind === 'question' && <WholeQuestion diff={diff} side={side} />}
      {hasOwnFields(diff.kind) && <WholeFields meta={diff.meta} side={side} />}
      {diff.document !== null && (
        <WholeText diff={diff.document} side={side} nodeId={diff.nodeId} />
      )}
    </div>
  );
}

/** Settings that say something; ids of other nodes do not. */
function WholeFields(props: { readonly meta: readonly FieldChange[]; readonly side: Side }) {
  const words = useChangeWords();
  const { t, locale } = useMessages(messages);
  const rows = settingChanges(props.meta)
    .map((change) => ({ change, value: words.value(change.path.at(-1) ?? '', change[props.side]) }))
    .filter(({ value }) => value !== '' && value !== t('empty'));
  if (rows.length === 0) return null;
  return (
    <DiffBlock change={props.side === 'after' ? 'added' : 'removed'} say={t('settings')}>
      <dl className={styles.facts} lang={locale}>
        {rows.map(({ change, value }) => (
          <div key={change.path.join('.')}>
            <dt>{words.field(change.path)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </DiffBlock>
  );
}

function WholeQuestion({ diff, side }: { readonly diff: NodeDiff; readonly side: Side }) {
  const { t } = useMessages(messages);
  const content = withFields({}, diff.meta, side);
  if (typeof content['stem'] !== 'string') return <HiddenQuestion />;
  const question = content as unknown as QuestionContent;
  return (
    <DiffBlock
      change={side === 'after' ? 'added' : 'removed'}
      say={<span>{t(`type.${question.type}`)}</span>}
    >
      <QuestionText question={question} />
    </DiffBlock>
  );
}

/** A question as it is: its words, its parts with their key, what it belongs to. */
export function QuestionText({ question }: { readonly question: QuestionContent }) {
  const { t, locale } = useMessages(messages);
  return (
    <div className={styles.stack}>
      <p className={styles.line}>
        <InlineText markdown={question.stem} />
      </p>
      {question.type === 'gaps' && <p className={styles.line}>{gapsText(question)}</p>}
      <ul className={styles.parts}>
        {questionParts(question).map((part, index) => (
          <li key={part.id}>
            <span className={styles.partHead} lang={locale}>
              {t('part', { no: index + 1 })}
            </span>
            <WholePart part={part} />
          </li>
        ))}
      </ul>
      {question.feedback !== '' && (
        <p className={styles.under}>
          <span lang={locale}>{t('feedback')}: </span>
          <InlineText markdown={question.feedback} />
        </p>
      )}
      <Belongs question={question} />
    </div>
  );
}

/** What the question belongs to; the lesson to read again is a node id, which says nothing to people. */
function Belongs({ question }: { readonly question: QuestionContent }) {
  const words = useChangeWords();
  const { locale } = useMessages(messages);
  const { outcome, difficulty, tags } = question;
  const facts = Object.entries({ outcome: outcome ?? '', difficulty, tags: tags.join(', ') });
  return (
    <dl className={styles.facts} lang={locale}>
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{words.field([name])}</dt>
            <dd>{words.value(name, value)}</dd>
          </div>
        ))}
    </dl>
  );
}

function WholePart({ part }: { readonly part: QuestionPart }) {
  const { t, locale } = useMessages(messages);
  const words = useChangeWords();
  return (
    <div>
      {Object.entries(part.texts).map(([field, said]) => (
        <p key={field} className={styles.line}>
          {field === 'unit' && said !== '' && <span lang={locale}>{words.field([field])}: </span>}
          <InlineText markdown={said} />
        </p>
      ))}
      {Object.entries(part.key)
        .filter(([name]) => name !== 'rightId')
        .map(([name, value]) => (
          <p key={name} className={styles.under} lang={locale}>
            {words.field([name])}: {words.value(name, value)}
          </p>
        ))}
      {part.feedback !== '' && (
        <p className={styles.under}>
          <span lang={locale}>{t('partFeedback')}: </span>
          <InlineText markdown={part.feedback} />
        </p>
      )}
    </div>
  );
}

/** Says that a question differs, to eyes that must not see its key. */
export function HiddenQuestion() {
  const { t, locale } = useMessages(messages);
  return (
    <DiffBlock change="changed" say={null}>
      <p className={styles.under} lang={locale}>
        {t('hiddenKey')}
      </p>
    </DiffBlock>
  );
}
