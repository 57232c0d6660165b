import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { InlineText } from '../../../reader/inline-text.js';
import { Button } from '../../../ui/button.js';
import { Tick } from '../../../ui/field.js';
import { ArrowLeftIcon, ArrowRightIcon } from '../../../ui/icons.js';
import { Columns } from '../../../ui/layout.js';
import { ActBar, QuestionNavigator } from '../../../ui/quiz-parts.js';
import { Receipt } from '../../../ui/receipt.js';
import text from '../../../ui/text.module.css';
import type { JournalState } from '../../journal/use-journal.js';
import { messages } from './messages/index.js';
import { QuestionInput } from './question/question-input.js';
import { isGiven, type Answer, type AttemptView } from './question/question.js';
import { RefusedNote } from './refused-note.js';
import styles from './quiz.module.css';

/** What the screens of an open attempt share. */
export interface AttemptParts {
  readonly attempt: AttemptView;
  readonly answers: ReadonlyMap<number, Answer | null>;
  readonly flags: ReadonlySet<number>;
  readonly state: JournalState;
  /** Goes to a question by its place, from 0. */
  readonly onGo: (place: number) => void;
}

/** One question with its answer, where the answer is, and the way to the others. */
export function QuestionView(
  props: AttemptParts & {
    readonly place: number;
    readonly disabled: boolean;
    readonly answer: (slot: number, answer: Answer) => void;
    readonly flag: (slot: number, on: boolean) => void;
    readonly onReview: () => void;
  },
) {
  const { t } = useMessages(messages);
  const item = props.attempt.items[props.place];
  if (item === undefined) return null;
  const { slot, question } = item;
  return (
    <Columns side={<Overview {...props} />}>
      <fieldset className={styles.question} lang="vi">
        <legend className={styles.stem} id="question" tabIndex={-1}>
          <InlineText markdown={question.stem} />
        </legend>
        <QuestionInput
          key={slot}
          question={question}
          answer={props.answers.get(slot) ?? null}
          disabled={props.disabled}
          onAnswer={(given) => props.answer(slot, given)}
        />
      </fieldset>
      <div className={styles.under}>
        <RefusedNote refused={props.state.refused.get(slot)} />
        <AnswersReceipt {...props} />
        <Tick
          checked={props.flags.has(slot)}
          disabled={props.disabled}
          onChange={(event) => props.flag(slot, event.currentTarget.checked)}
        >
          {t('flag')}
        </Tick>
      </div>
      <Steps {...props} />
    </Columns>
  );
}

function Steps(props: AttemptParts & { readonly place: number; readonly onReview: () => void }) {
  const { t } = useMessages(messages);
  const { place, attempt } = props;
  const last = place === attempt.items.length - 1;
  return (
    <ActBar>
      <Button
        aria-label={t('questionShort', { number: place })}
        disabled={place === 0}
        onClick={() => props.onGo(place - 1)}
      >
        <ArrowLeftIcon />
      </Button>
      <Button look="main" block onClick={() => (last ? props.onReview() : props.onGo(place + 1))}>
        {last ? t('reviewTitle') : t('questionShort', { number: place + 2 })} <ArrowRightIcon />
      </Button>
    </ActBar>
  );
}

/** How many answers are on this device and how many at the office. */
export function AnswersReceipt({ attempt, answers, state }: AttemptParts) {
  const { t } = useMessages(messages);
  const given = attempt.items.filter((item) => isGiven(answers.get(item.slot) ?? null));
  const received = given.filter(({ slot }) => placeOf(state, slot) === 'received').length;
  return (
    <Receipt
      device={{
        what: t('count', { count: given.length }),
        at: state.keptAt ?? state.receivedAt,
      }}
      office={{ what: t('count', { count: received }), at: state.receivedAt }}
      complete={received === given.length}
    />
  );
}

function Overview(props: AttemptParts & { readonly place: number }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { attempt, answers, flags, state, place } = props;
  const { deadlineAt } = attempt;
  return (
    <section className={styles.overview} aria-label={t('all')}>
      <h2 className={text.bold}>{t('all')}</h2>
      <QuestionNavigator
        label={t('all')}
        questions={attempt.items.map(({ slot }, index) => {
          const given = isGiven(answers.get(slot) ?? null);
          const where = given ? placeOf(state, slot) : 'open';
          const said = { number: index + 1, state: t(where) };
          return {
            number: index + 1,
            state: where === 'refused' ? 'kept' : where,
            flagged: flags.has(slot),
            current: index === place,
            label: flags.has(slot) ? t('squareFlagged', said) : t('square', said),
          };
        })}
        onGo={(number) => props.onGo(number - 1)}
      />
      {deadlineAt !== null && (
        <p className={`${text.soft} ${text.sm}`}>
          {t('rule', { time: format.dateTime(deadlineAt) })}
        </p>
      )}
    </section>
  );
}

/** Where the newest answer to a question is. */
function placeOf({ kept, refused }: JournalState, slot: number): 'kept' | 'refused' | 'received' {
  if (kept.has(slot)) return 'kept';
  return refused.has(slot) ? 'refused' : 'received';
}
