import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button } from '../../../ui/button.js';
import { PageHead, Stack } from '../../../ui/layout.js';
import { ListRow, RowList } from '../../../ui/lists.js';
import text from '../../../ui/text.module.css';
import { messages } from './messages/index.js';
import { AnswersReceipt, type AttemptParts } from './question-view.js';
import { isGiven } from './question/question.js';
import styles from './quiz.module.css';

/** The look back before handing in: what is answered, what is empty, what was to be looked at again. */
export function HandInReview(
  props: AttemptParts & {
    readonly busy: boolean;
    readonly onHandIn: () => void;
    readonly onBack: () => void;
  },
) {
  const { t } = useMessages(messages);
  const { attempt, answers, flags, state } = props;
  const rows = attempt.items.map(({ slot }, place) => ({
    place,
    given: isGiven(answers.get(slot) ?? null),
    flagged: flags.has(slot),
    refused: state.refused.has(slot),
  }));
  const answered = rows.filter((row) => row.given).length;
  const figures = [
    [answered, t('answered')],
    [rows.length - answered, t('empty')],
    [rows.filter((row) => row.flagged).length, t('toReview')],
  ] as const;
  return (
    <Stack>
      <div id="question" tabIndex={-1}>
        <PageHead title={t('reviewTitle')} below={<p className={text.soft}>{t('reviewText')}</p>} />
      </div>
      <dl className={styles.figures}>
        {figures.map(([figure, name]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      <RowList>
        {rows
          .filter((row) => !row.given || row.flagged || row.refused)
          .map(({ place, given, flagged, refused }) => (
            <ListRow
              key={place}
              title={t('questionShort', { number: place + 1 })}
              sub={refused ? t('rowRefused') : t(rowWords(given, flagged))}
              end={
                <Button look="quiet" onClick={() => props.onGo(place)}>
                  {given ? t('lookAgain') : t('doIt')}
                </Button>
              }
            />
          ))}
      </RowList>
      <AnswersReceipt {...props} />
      <Button look="main" block busy={props.busy} onClick={props.onHandIn}>
        {t('handInWith', { count: answered })}
      </Button>
      <Button block onClick={props.onBack}>
        {t('goBack')}
      </Button>
      <p className={text.soft}>{t('handInOffline')}</p>
    </Stack>
  );
}

function rowWords(given: boolean, flagged: boolean) {
  if (given) return 'rowFlagged' as const;
  return flagged ? ('rowEmptyFlagged' as const) : ('rowEmpty' as const);
}
