import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { pick } from '../../../lib/i18n/pick.js';
import { Section, Stack } from '../../../ui/layout.js';
import { ListRow, RowList } from '../../../ui/lists.js';
import { QuestionNavigator } from '../../../ui/quiz-parts.js';
import text from '../../../ui/text.module.css';
import { countJudged, judgementOf } from './judgement.js';
import { messages } from './messages/index.js';
import type { AttemptResult } from './result-page.js';
import { questionAnchor } from './reviewed-question.js';

const SQUARES = {
  right: { state: 'right', words: 'squareRight' },
  wrong: { state: 'wrong', words: 'squareWrong' },
  answered: { state: 'received', words: 'answered' },
  empty: { state: 'open', words: 'empty' },
} as const;

/** Goes to a question, out of the fold of the right ones too. */
function showQuestion(slot: number): void {
  const article = document.getElementById(questionAnchor(slot));
  article?.closest('details')?.setAttribute('open', '');
  article?.scrollIntoView({ block: 'start' });
  article?.focus({ preventScroll: true });
}

/** Every question as a square, and the points by learning outcome. */
export function ResultAside({ result }: { readonly result: AttemptResult }) {
  const { t } = useMessages(messages);
  const { items, outcomes } = result;
  if (items.length === 0) return null;
  const { right, wrong, answered, empty } = countJudged(items);
  return (
    <>
      <Section title={t('everyQuestion')}>
        <Stack gap={2}>
          <QuestionNavigator
            label={t('everyQuestion')}
            questions={items.map((item) => {
              const { state, words } = SQUARES[judgementOf(item)];
              return {
                number: item.slot,
                state,
                label: t('square', { number: item.slot, state: t(words) }),
              };
            })}
            onGo={showQuestion}
          />
          <p className={text.soft}>
            {answered + empty > 0
              ? t('squaresGiven', { answered, empty })
              : t('squares', { right, wrong })}
          </p>
        </Stack>
      </Section>
      {outcomes.length > 0 && <Outcomes result={result} />}
    </>
  );
}

function Outcomes({ result }: { readonly result: AttemptResult }) {
  const { t, locale } = useMessages(messages);
  const format = useFormat();
  return (
    <Section title={t('outcomes')}>
      <RowList>
        {result.outcomes.map((outcome) => (
          <ListRow
            key={outcome.code}
            title={outcome.code}
            sub={pick(locale, outcome.text, outcome.textEn)}
            end={t('outcomePoints', {
              points: format.mark(outcome.points),
              max: format.mark(outcome.maxPoints),
            })}
          />
        ))}
      </RowList>
    </Section>
  );
}
