import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { CircleXIcon, TimerIcon } from '../../../ui/icons.js';
import { Cell, ColumnHead, RowHead, TableRow, WorkTable } from '../../../ui/table.js';
import text from '../../../ui/text.module.css';
import { ListHead } from '../../kit/work.js';
import type { AwardPerson, Proposal } from './award-types.js';
import styles from './awards.module.css';
import { useConditionWords } from './condition-words.js';
import { messages } from './messages/index.js';
import { isWaiting } from './unmet.js';

/** Who gets the paper, and who does not and why, side by side. */
export function AwardLists({ proposal }: { readonly proposal: Proposal }) {
  return (
    <div className={styles.lists}>
      <section>
        <EligibleList proposal={proposal} />
      </section>
      <section>
        <NotEligibleList people={proposal.notEligible} />
      </section>
    </div>
  );
}

function EligibleList({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useMessages(messages);
  const { eligible, grades } = proposal;
  const counts = grades.map(({ grade, count }) =>
    t('gradeCount', { count, grade: grade.toLocaleLowerCase('vi') }),
  );
  return (
    <>
      <ListHead aside={counts.join(', ')}>{t('eligibleHead', { count: eligible.length })}</ListHead>
      {eligible.length === 0 ? (
        <p className={styles.soft}>{t('nobodyEligible')}</p>
      ) : (
        <WorkTable caption={t('eligibleCaption')}>
          <thead>
            <tr>
              <ColumnHead figure>{t('position')}</ColumnHead>
              <ColumnHead>{t('person')}</ColumnHead>
              <ColumnHead>{t('birthDate')}</ColumnHead>
              <ColumnHead figure>{t('mark')}</ColumnHead>
              <ColumnHead>{t('grade')}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {eligible.map((person) => (
              <EligibleRow key={person.enrolmentId} person={person} />
            ))}
          </tbody>
        </WorkTable>
      )}
    </>
  );
}

function EligibleRow({ person }: { readonly person: AwardPerson }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  return (
    <TableRow>
      <Cell figure wideOnly>
        {person.position}
      </Cell>
      <RowHead lang="vi">
        {person.fullName} <span className={styles.unit}>{person.unitName}</span>
      </RowHead>
      <Cell label={t('birthDate')} className={text.nowrap}>
        {person.birthDate === null ? '–' : format.date(person.birthDate)}
      </Cell>
      <Cell figure label={t('mark')}>
        {person.mark === null ? '–' : format.mark(person.mark)}
      </Cell>
      <Cell label={t('grade')} lang="vi" className={text.nowrap}>
        {person.grade ?? t('noGrade')}
      </Cell>
    </TableRow>
  );
}

function NotEligibleList({ people }: { readonly people: readonly AwardPerson[] }) {
  const { t } = useMessages(messages);
  const waiting = people.filter(isWaiting).length;
  const aside = t('waitingShort', { waiting, short: people.length - waiting });
  return (
    <>
      <ListHead {...(people.length === 0 ? {} : { aside })}>
        {t('notEligibleHead', { count: people.length })}
      </ListHead>
      {people.length === 0 && <p className={styles.soft}>{t('everyoneEligible')}</p>}
      <ul className={styles.people}>
        {people.map((person) => (
          <NotEligible key={person.enrolmentId} person={person} />
        ))}
      </ul>
    </>
  );
}

function NotEligible({ person }: { readonly person: AwardPerson }) {
  const words = useConditionWords();
  const waits = isWaiting(person);
  const Icon = waits ? TimerIcon : CircleXIcon;
  return (
    <li>
      <Icon className={waits ? styles.waiting : styles.short} />
      <p lang="vi">
        <b>{person.fullName}</b> <span className={styles.unit}>{person.unitName}</span>
      </p>
      <dl>
        {person.unmet.map((condition) => (
          <div key={`${condition.code}-${condition.nodeId ?? ''}`}>
            <dt>{words.missing(condition)}</dt>
            <dd>{words.basis(condition)}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
