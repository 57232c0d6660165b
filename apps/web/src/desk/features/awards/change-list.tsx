import type { ReactNode } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { ChangeMark, type Change } from '../../kit/marks.js';
import { Block } from '../../kit/work.js';
import type { Proposal, Unmet } from './award-types.js';
import styles from './awards.module.css';
import { messages } from './messages/index.js';

type AwardChange = Proposal['changes'][number];

const marks: Readonly<Record<AwardChange['kind'], Change>> = {
  in: 'added',
  out: 'removed',
  changed: 'changed',
};

const CONDITIONS: readonly Unmet['code'][] = [
  'study-completed',
  'attendance',
  'quiz-passed',
  'report-passed',
  'data-confirmed',
  'no-open-appeal',
  'survey-answered',
  'not-certified',
];

/** Who came in, who fell out and what is otherwise since the list was computed before. */
export function ChangeList({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { changes, previousComputedAt } = proposal;
  const first = previousComputedAt === null;
  return (
    <Block title={t('changes')} aside={first ? undefined : format.dateTime(previousComputedAt)}>
      {changes.length === 0 ? (
        <p className={styles.soft}>{t(first ? 'firstTime' : 'noChanges')}</p>
      ) : (
        <ul className={styles.delta}>
          {changes.map((change) => (
            <li key={`${change.kind}-${change.enrolmentId}`}>
              <ChangeMark change={marks[change.kind]}>{t(change.kind)}</ChangeMark>
              <span>
                <span lang="vi">{change.fullName}</span>{' '}
                <span className={styles.soft}>
                  (<span lang="vi">{change.unitName}</span>) <ChangeWords change={change} />
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Block>
  );
}

function ChangeWords({ change: { kind, params } }: { readonly change: AwardChange }): ReactNode {
  const { t } = useMessages(messages);
  const { mark } = useFormat();
  const figure = (name: string) => {
    const value = params[name];
    return typeof value === 'number' ? mark(value) : '–';
  };
  const text = (name: string) => String(params[name] ?? '–');
  if (kind === 'in') return t('inMark', { mark: figure('mark') });
  if (kind === 'out') {
    const condition = CONDITIONS.find((one) => one === params['condition']);
    return condition === undefined ? t('short.left') : t(`short.${condition}`);
  }
  const what = text('what').split(',');
  const words = [
    what.includes('mark') &&
      t('markChange', { before: figure('markBefore'), after: figure('mark') }),
    what.includes('grade') &&
      t('gradeChange', { before: text('gradeBefore'), after: text('grade') }),
    what.includes('printed') && t('what.printed'),
    what.includes('rule-set') && t('what.rule-set'),
  ];
  return words.filter((word) => word !== false).join(', ');
}
