import { useParams } from 'wouter';
import type { readResult as readResultContract, ResponseOf } from '@cam-nang/contracts';
import { readResult } from '@cam-nang/contracts/routes';
import { useResource } from '../../../lib/api/resource.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { pick } from '../../../lib/i18n/pick.js';
import { useTitle } from '../../../lib/title.js';
import { Note } from '../../../ui/banner.js';
import { ButtonRow, LinkButton } from '../../../ui/button.js';
import { Breadcrumbs, Columns, Page, PageHead, Row, Section } from '../../../ui/layout.js';
import { Disclosure } from '../../../ui/lists.js';
import { Score } from '../../../ui/quiz-parts.js';
import { Loaded } from '../../../ui/states.js';
import text from '../../../ui/text.module.css';
import { href } from '../../routes.js';
import { countJudged, judgementOf } from './judgement.js';
import { messages } from './messages/index.js';
import { RefusedList } from './refused-list.js';
import { ResultAside } from './result-aside.js';
import { ReviewedQuestion } from './reviewed-question.js';

export type AttemptResult = ResponseOf<typeof readResultContract>;

/** The result of an attempt, the questions to look at again first. */
export function ResultPage() {
  const { t } = useMessages(messages);
  const { attemptId = '' } = useParams();
  const result = useResource(readResult, { params: { attemptId } });
  useTitle(t('resultTitle'));
  return (
    <Page>
      <Loaded from={result} skeleton={['title', 40, 70, 'rule', 82, 94]}>
        {(data) => <Result result={data} />}
      </Loaded>
    </Page>
  );
}

function Result({ result }: { readonly result: AttemptResult }) {
  const { t, locale } = useMessages(messages);
  const { enrolmentId, quizNodeId } = result;
  const title = pick(locale, result.quizTitle, result.quizTitleEn);
  return (
    <>
      <Breadcrumbs
        label={t('crumbs')}
        trail={[{ href: href('results'), title: t('crumbResults') }, { title }]}
      />
      <ResultHead result={result} />
      <Columns side={<ResultAside result={result} />}>
        <RefusedList attemptId={result.id} />
        <ReviewNote result={result} />
        <Questions result={result} />
      </Columns>
      <ButtonRow>
        {result.mayTryAgain && (
          <LinkButton look="main" href={href('quiz', { enrolmentId, nodeId: quizNodeId })}>
            {t('tryAgain')}
          </LinkButton>
        )}
        <LinkButton href={href('course')}>{t('toCourse')}</LinkButton>
      </ButtonRow>
    </>
  );
}

function ResultHead({ result }: { readonly result: AttemptResult }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { score, scale, items, handedInAt, number } = result;
  if (score === null) {
    return (
      <PageHead title={t('waiting')} below={<p className={text.soft}>{t('waitingText')}</p>} />
    );
  }
  const { right, wrong } = countJudged(items);
  const mark = format.number(result.passMark / 100);
  return (
    <PageHead
      title={result.passed === true ? t('youPassed') : t('notPassed')}
      below={
        <>
          <Row>
            <Score value={format.mark(score)} outOf={format.number(scale / 100)} />
            <p className={text.soft}>
              {right + wrong > 0
                ? t('rightCount', { right, total: items.length, mark })
                : t('passMarkIs', { mark })}
              <br />
              {handedInAt !== null && t('handedIn', { time: format.dateTime(handedInAt), number })}
            </p>
          </Row>
        </>
      }
    />
  );
}

function ReviewNote({ result }: { readonly result: AttemptResult }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  if (result.review === 'full' || result.score === null) return null;
  const opens = result.reviewOpensAt;
  if (opens !== null) {
    return <Note look="plain">{t('reviewLater', { time: format.dateTime(opens) })}</Note>;
  }
  return (
    <Note look="plain">{result.review === 'score_only' ? t('reviewNever') : t('ownOnly')}</Note>
  );
}

function Questions({ result }: { readonly result: AttemptResult }) {
  const { t } = useMessages(messages);
  const { items } = result;
  if (items.length === 0) return null;
  const reviewed = (shown: AttemptResult['items']) =>
    shown.map((item) => (
      <ReviewedQuestion key={item.slot} item={item} enrolmentId={result.enrolmentId} />
    ));
  if (items.some(({ points }) => points === null)) {
    return <Section title={t('yourAnswers')}>{reviewed(items)}</Section>;
  }
  const right = items.filter((item) => judgementOf(item) === 'right');
  const wrong = items.filter((item) => judgementOf(item) === 'wrong');
  return (
    <Section title={t('wrongOnes', { count: wrong.length })}>
      {wrong.length === 0 && <p>{t('allRight')}</p>}
      {reviewed(wrong)}
      {right.length > 0 && (
        <Disclosure summary={t('rightOnes', { count: right.length })}>{reviewed(right)}</Disclosure>
      )}
    </Section>
  );
}
