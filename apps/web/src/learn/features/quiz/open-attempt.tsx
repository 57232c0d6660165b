import { useEffect, useRef, useState } from 'react';
import { readAttempt } from '@cam-nang/contracts/routes';
import { useProblemText } from '../../../lib/api/problem-text.js';
import { putResource } from '../../../lib/api/resource.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { langOf, pick } from '../../../lib/i18n/pick.js';
import { useOnline } from '../../../lib/online.js';
import { Banner, Note } from '../../../ui/banner.js';
import { Button, IconLink } from '../../../ui/button.js';
import { ArrowLeftIcon, TimerIcon } from '../../../ui/icons.js';
import { TimeLeft } from '../../../ui/quiz-parts.js';
import text from '../../../ui/text.module.css';
import { href } from '../../routes.js';
import { BarePage } from '../../shell/bare-page.js';
import { attemptLeft, type Given } from './given.js';
import { HandInReview } from './hand-in-review.js';
import { messages } from './messages/index.js';
import { isGiven, type AttemptView } from './question/question.js';
import { QuestionView } from './question-view.js';
import styles from './quiz.module.css';
import { useAnswers } from './use-answers.js';
import { useCountdown } from './use-countdown.js';
import { useHandIn } from './use-hand-in.js';

/** A clock is shown for a time limit, not for the end of the course weeks away. */
const SHOWN_BELOW_S = 6 * 3600;

/** An attempt while it is open: one question at a time, and the look back before handing in. */
export function OpenAttempt({ attempt }: { readonly attempt: AttemptView }) {
  const { t } = useMessages(messages);
  const say = useProblemText();
  const answers = useAnswers(attempt);
  const handIn = useHandIn(attempt, answers.journal, answers.send);
  const seconds = useCountdown(attempt.deadlineAt);
  useLeaving(attempt, answers, handIn.state !== 'busy');
  const [place, setPlace] = useState(() => firstOpen(attempt, answers.answers));
  const [reviewing, setReviewing] = useState(false);
  const { run } = handIn;
  const over = (seconds !== undefined && seconds <= 0) || answers.state.closed;
  useEffect(() => {
    if (over) void run();
  }, [over, run]);
  useEffect(() => {
    document.getElementById('question')?.focus();
    scrollTo(0, 0);
  }, [place, reviewing]);
  const total = attempt.items.length;
  const goTo = (to: number) => {
    void answers.send();
    setReviewing(false);
    setPlace(Math.min(Math.max(0, to), total - 1));
  };
  const shared = { attempt, ...answers, onGo: goTo };
  return (
    <BarePage
      bar={
        <AttemptBar
          attempt={attempt}
          place={place}
          seconds={seconds}
          unsafe={answers.state.unsafe}
          onHandIn={reviewing ? undefined : () => setReviewing(true)}
        />
      }
    >
      <main id="main">
        <div className={styles.page}>
          {handIn.state === 'waits' && <Note look="info">{t('handInWaits')}</Note>}
          {handIn.problem && (
            <Note look="bad" alert>
              {say(handIn.problem)}
            </Note>
          )}
          {reviewing ? (
            <HandInReview
              {...shared}
              busy={handIn.state === 'busy'}
              onHandIn={() => void run()}
              onBack={() => setReviewing(false)}
            />
          ) : (
            <QuestionView
              {...shared}
              place={place}
              disabled={over || handIn.state === 'waits'}
              onReview={() => setReviewing(true)}
            />
          )}
        </div>
      </main>
    </BarePage>
  );
}

/** Keeps the attempt as it is left, unless it is being handed in. */
function useLeaving(attempt: AttemptView, given: Given, isOpen: boolean): void {
  const latest = useRef({ attempt, given, isOpen });
  useEffect(() => {
    latest.current = { attempt, given, isOpen };
  });
  useEffect(
    () => () => {
      const left = latest.current;
      if (!left.isOpen) return;
      const params = { attemptId: left.attempt.id };
      putResource(readAttempt, { params }, attemptLeft(left.attempt, left.given));
    },
    [],
  );
}

/** The bar of an attempt: the way out, where one is, the time, and the look back (without it, one is there). */
function AttemptBar(props: {
  readonly attempt: AttemptView;
  readonly place: number;
  readonly seconds: number | undefined;
  readonly unsafe: boolean;
  readonly onHandIn: (() => void) | undefined;
}) {
  const { t, locale } = useMessages(messages);
  const { attempt, place, seconds, onHandIn } = props;
  const title = pick(locale, attempt.quizTitle, attempt.quizTitleEn);
  const lang = langOf(locale, attempt.quizTitleEn);
  const { enrolmentId, quizNodeId: nodeId } = attempt;
  return (
    <header className={styles.bar}>
      {onHandIn !== undefined && (
        <h1 className={text.vh} lang={lang}>
          {title}
        </h1>
      )}
      <div className={styles.barRow}>
        <IconLink label={t('leave')} href={href('quiz', { enrolmentId, nodeId })}>
          <ArrowLeftIcon />
        </IconLink>
        <p className={styles.where}>
          <b lang={lang}>{title}</b>
          <span>{t('question', { number: place + 1, total: attempt.items.length })}</span>
        </p>
        {seconds !== undefined && seconds < SHOWN_BELOW_S && (
          <TimeLeft label={t('timeLeft')} seconds={seconds} />
        )}
        {onHandIn !== undefined && <Button onClick={onHandIn}>{t('handIn')}</Button>}
      </div>
      <AttemptBanner attempt={attempt} unsafe={props.unsafe} seconds={seconds} />
    </header>
  );
}

/** The first question without an answer; the first of all when none is left. */
function firstOpen(
  attempt: AttemptView,
  answers: ReturnType<typeof useAnswers>['answers'],
): number {
  const open = attempt.items.findIndex((item) => !isGiven(answers.get(item.slot) ?? null));
  return Math.max(0, open);
}

/** The minutes at which one is told that time runs out. */
const WARNED_AT_MIN = [1, 5];

function AttemptBanner(props: {
  readonly attempt: AttemptView;
  readonly unsafe: boolean;
  readonly seconds: number | undefined;
}) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const online = useOnline();
  const { deadlineAt } = props.attempt;
  const ends = deadlineAt === null ? undefined : format.dateTime(deadlineAt);
  if (props.unsafe) return <Banner look="warn">{t('unsafe')}</Banner>;
  if (!online) {
    return (
      <Banner look="off">
        {ends === undefined ? t('offline') : t('offlineUntil', { time: ends })}
      </Banner>
    );
  }
  const { seconds } = props;
  const minutes =
    seconds === undefined || seconds <= 0
      ? undefined
      : WARNED_AT_MIN.find((most) => seconds <= most * 60);
  return minutes === undefined ? null : (
    <Banner look="warn" icon={TimerIcon}>
      {t('timeShort', { minutes })}
    </Banner>
  );
}
