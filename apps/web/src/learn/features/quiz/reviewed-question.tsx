import { blockAnchor } from '../../../reader/block-anchor.js';
import { InlineText } from '../../../reader/inline-text.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { cx } from '../../../ui/class-names.js';
import { CheckIcon, PencilLineIcon, Undo2Icon, XIcon } from '../../../ui/icons.js';
import { Link } from '../../../ui/link.js';
import { href } from '../../routes.js';
import { judgementOf } from './judgement.js';
import { messages } from './messages/index.js';
import { answerLines } from './question/answer-lines.js';
import styles from './quiz.module.css';
import type { AttemptResult } from './result-page.js';

type Item = AttemptResult['items'][number];

/** Where a question stands on the page of its result. */
export function questionAnchor(slot: number): string {
  return `question-${slot}`;
}

/** A question after grading: what was said, what is right, why, and the passage to read again. */
export function ReviewedQuestion({
  item,
  enrolmentId,
}: {
  readonly item: Item;
  readonly enrolmentId: string;
}) {
  const { t, rich, locale } = useMessages(messages);
  const { question, response, rightAnswer } = item;
  const words = { yes: t('right'), no: t('wrong') };
  const judged = judgementOf(item);
  const said = answerLines(question, response, words);
  return (
    <article className={styles.review} id={questionAnchor(item.slot)} tabIndex={-1} lang="vi">
      <h3>
        <span lang={locale}>{t('questionShort', { number: item.slot })}</span>
        <InlineText markdown={question.stem} />
      </h3>
      <Said look={LOOKS[judged]} name={t('youChose')} lines={said} />
      {judged === 'wrong' && rightAnswer !== null && (
        <Said
          look={LOOKS.right}
          name={t('key')}
          lines={answerLines(question, rightAnswer, words)}
        />
      )}
      <Feedback item={item} />
      {item.lesson !== null && (
        <Link
          className={styles.back}
          lang={locale}
          href={`${href('lesson', { enrolmentId, nodeId: item.lesson.nodeId })}${
            item.lesson.blockId === null ? '' : `#${blockAnchor(item.lesson.blockId)}`
          }`}
        >
          <Undo2Icon />
          <span>{rich('backTo', { title: <span lang="vi">{item.lesson.title}</span> })}</span>
        </Link>
      )}
    </article>
  );
}

const LOOKS = {
  right: { icon: CheckIcon, style: styles.isRight },
  wrong: { icon: XIcon, style: styles.isWrong },
  answered: { icon: PencilLineIcon, style: styles.isGiven },
  empty: { icon: PencilLineIcon, style: styles.isGiven },
} as const;

function Said(props: {
  readonly look: (typeof LOOKS)[keyof typeof LOOKS];
  readonly name: string;
  readonly lines: readonly string[];
}) {
  const { t, locale } = useMessages(messages);
  const { icon: Icon, style } = props.look;
  return (
    <div className={cx(styles.said, style)}>
      <Icon />
      <div>
        <small lang={locale}>{props.name}</small>
        <ul>
          {props.lines.length === 0 && <li lang={locale}>{t('nothing')}</li>}
          {props.lines.map((line, index) => (
            <li key={index}>
              <InlineText markdown={line} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function Feedback({ item }: { readonly item: Item }) {
  const texts = [item.feedback, ...item.parts.map((part) => part.feedback)];
  const said = [...new Set(texts)].filter((one) => one.trim() !== '');
  if (said.length === 0) return null;
  return (
    <div className={styles.feedback}>
      {said.map((one) => (
        <p key={one}>
          <InlineText markdown={one} />
        </p>
      ))}
    </div>
  );
}
