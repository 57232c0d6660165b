import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { pick } from '../../../lib/i18n/pick.js';
import { Disclosure } from '../../../ui/lists.js';
import { MarginNote } from '../../kit/people.js';
import { Block, Details } from '../../kit/work.js';
import { messages } from './messages/index.js';
import styles from './report-marking.module.css';
import type { Submission } from './report-types.js';

type Mark = Submission['marks'][number];

/** Every mark given so far, the one that counts first. Nothing is overwritten. */
export function EarlierMarks({ submission }: { readonly submission: Submission }) {
  const { t } = useMessages(messages);
  const { marks } = submission;
  if (marks.length === 0) return null;
  return (
    <Block title={t('marks')} aside={t('marksCount', { count: marks.length })}>
      <div className={styles.marks}>
        {marks.map((mark, index) => (
          <GivenMark key={mark.markedAt} mark={mark} submission={submission} counts={index === 0} />
        ))}
      </div>
    </Block>
  );
}

function GivenMark(props: {
  readonly mark: Mark;
  readonly submission: Submission;
  readonly counts: boolean;
}) {
  const { t, locale } = useMessages(messages);
  const format = useFormat();
  const { mark, counts } = props;
  const { rubric } = props.submission.task;
  const points = t('pointsOutOf', {
    points: format.mark(mark.points),
    most: format.number(mark.maxPoints / 100),
  });
  return (
    <MarginNote
      weight={counts ? 'plain' : 'done'}
      by={
        <>
          <span lang="vi">{mark.markedBy}</span> · {format.dateTime(mark.markedAt)}
          {counts && ` · ${t('counts')}`}
        </>
      }
    >
      <p>
        <b>{points}</b>, {t(mark.passed ? 'passed' : 'failed').toLocaleLowerCase(locale)}
      </p>
      {mark.comment !== '' && (
        <p className={styles.said} lang="vi">
          {mark.comment}
        </p>
      )}
      <Disclosure summary={t('byCriterion')}>
        <Details
          rows={mark.criteria.map((one) => {
            const criterion = rubric.find(({ id }) => id === one.id);
            const name =
              criterion === undefined
                ? one.id
                : pick(locale, criterion.criterion, criterion.criterionEn);
            return { name, value: format.mark(one.points) };
          })}
        />
      </Disclosure>
    </MarginNote>
  );
}
