import { useParams } from 'wouter';
import type { readQuizIntro as readQuizIntroContract, ResponseOf } from '@cam-nang/contracts';
import { openAttempt, readAttempt, readQuizIntro } from '@cam-nang/contracts/routes';
import { useAction } from '../../../lib/api/action.js';
import { call } from '../../../lib/api/call.js';
import { useProblemText } from '../../../lib/api/problem-text.js';
import { putResource, useResource } from '../../../lib/api/resource.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { pick } from '../../../lib/i18n/pick.js';
import { useTitle } from '../../../lib/title.js';
import { Note } from '../../../ui/banner.js';
import { Button, LinkButton } from '../../../ui/button.js';
import { Breadcrumbs, Page, PageHead, Section, Stack } from '../../../ui/layout.js';
import { useGo } from '../../../ui/link.js';
import { Facts, ListRow, RowList } from '../../../ui/lists.js';
import { Loaded } from '../../../ui/states.js';
import text from '../../../ui/text.module.css';
import { href } from '../../routes.js';
import { useReason } from '../../study/reason.js';
import { messages } from './messages/index.js';

type Intro = ResponseOf<typeof readQuizIntroContract>;

/** Before a quiz: what it asks, how long, how often, and the attempts so far. */
export function QuizPage() {
  const { enrolmentId = '', nodeId = '' } = useParams();
  const intro = useResource(readQuizIntro, { params: { enrolmentId, quizNodeId: nodeId } });
  const { locale } = useMessages(messages);
  useTitle(intro.data === undefined ? '' : pick(locale, intro.data.title, intro.data.titleEn));
  return (
    <Page narrow>
      <Loaded from={intro} skeleton={['title', 82, 60, 'rule', 70]}>
        {(data) => <QuizIntro intro={data} enrolmentId={enrolmentId} />}
      </Loaded>
    </Page>
  );
}

function QuizIntro({
  intro,
  enrolmentId,
}: {
  readonly intro: Intro;
  readonly enrolmentId: string;
}) {
  const { t, locale } = useMessages(messages);
  const title = pick(locale, intro.title, intro.titleEn);
  return (
    <>
      <Breadcrumbs
        label={t('crumbCourse')}
        trail={[{ href: href('course'), title: t('crumbCourse') }, { title }]}
      />
      <PageHead above={t(intro.purpose)} title={title} />
      <Stack>
        <QuizFacts intro={intro} />
        <Start intro={intro} enrolmentId={enrolmentId} />
        <p className={text.soft}>{t('offlineHint')}</p>
      </Stack>
      {intro.attempts.length > 0 && <EarlierAttempts intro={intro} />}
    </>
  );
}

function QuizFacts({ intro }: { readonly intro: Intro }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { attemptsAllowed: allowed, attemptsUsed: used, timeLimitMinutes: minutes } = intro;
  const mark = format.number(intro.passMark / 100);
  return (
    <Facts
      facts={[
        { name: t('questions'), value: t('questionsValue', { count: intro.questions }) },
        {
          name: t('time'),
          value: minutes === null ? t('noLimit') : t('minutes', { count: minutes }),
        },
        {
          name: t('passMark'),
          value: t('passMarkValue', { mark, scale: format.number(intro.scale / 100) }),
        },
        {
          name: t('attempts'),
          value:
            allowed === null ? t('attemptsFree', { used }) : t('attemptsOf', { used, allowed }),
        },
      ]}
    />
  );
}

function Start({ intro, enrolmentId }: { readonly intro: Intro; readonly enrolmentId: string }) {
  const { t } = useMessages(messages);
  const say = useProblemText();
  const reason = useReason();
  const go = useGo();
  const open = useAction(async ({ idempotencyKey }) => {
    const attempt = await call(
      openAttempt,
      { params: { enrolmentId, quizNodeId: intro.quizNodeId } },
      { idempotencyKey },
    );
    putResource(readAttempt, { params: { attemptId: attempt.id } }, attempt);
    go(href('attempt', { attemptId: attempt.id }));
  });
  if (intro.openAttemptId !== null) {
    return (
      <LinkButton look="main" block href={href('attempt', { attemptId: intro.openAttemptId })}>
        {t('goOn')}
      </LinkButton>
    );
  }
  if (!intro.mayOpen) {
    return intro.reason === null ? null : <Note look="plain">{reason(intro.reason)}</Note>;
  }
  return (
    <>
      {intro.timeLimitMinutes !== null && <Note look="plain">{t('timeHint')}</Note>}
      <Button look="main" block busy={open.busy} onClick={() => void open.run()}>
        {intro.attemptsUsed > 0 ? t('startAgain') : t('start')}
      </Button>
      {open.problem && (
        <Note look="bad" alert>
          {say(open.problem)}
        </Note>
      )}
    </>
  );
}

function EarlierAttempts({ intro }: { readonly intro: Intro }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const standing = (attempt: Intro['attempts'][number]): string => {
    if (attempt.state === 'open') {
      const runs = attempt.id === intro.openAttemptId;
      return runs
        ? t('attemptOpen', { time: format.dateTime(attempt.openedAt) })
        : t('attemptOver');
    }
    if (attempt.score === null || attempt.scale === null) return t('attemptWaiting');
    return t('attemptGraded', {
      score: format.mark(attempt.score),
      scale: format.number(attempt.scale / 100),
      verdict: attempt.passed === true ? t('passed') : t('failed'),
    });
  };
  return (
    <Section title={t('before')}>
      <RowList>
        {intro.attempts.map((attempt) => (
          <ListRow
            key={attempt.id}
            href={href(attempt.state === 'open' ? 'attempt' : 'attemptResult', {
              attemptId: attempt.id,
            })}
            title={t('attemptTitle', { number: attempt.number })}
            sub={standing(attempt)}
          />
        ))}
      </RowList>
    </Section>
  );
}
