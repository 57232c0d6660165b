import { useMessages } from '../../../lib/i18n/catalogue.js';
import { BareInput } from '../../../ui/field.js';
import { Cell, ColumnHead, RowHead, SelectBox, TableRow, WorkTable } from '../../../ui/table.js';
import text from '../../../ui/text.module.css';
import { cx } from '../../../ui/class-names.js';
import styles from './meetings.module.css';
import { messages } from './messages/index.js';
import { PeriodChoice } from './period-choice.js';
import { markOf, withMark, type Mark, type Meeting, type Person, type Roll } from './roll-model.js';

/** Everyone with the periods they were present; without `onRoll` only to be read. */
export function RollTable(props: {
  readonly meeting: Meeting;
  readonly people: readonly Person[];
  readonly roll: Roll;
  readonly onRoll?: (roll: Roll) => void;
}) {
  const { t } = useMessages(messages);
  const { meeting, people, roll, onRoll } = props;
  const change = (enrolmentId: string) => (changed: Partial<Mark>) =>
    onRoll?.(withMark(roll, enrolmentId, changed, meeting.periods));
  return (
    <WorkTable caption={t('attendance')} edge className={styles.roll}>
      <thead>
        <tr>
          <ColumnHead>{t('person')}</ColumnHead>
          <ColumnHead>{t('present')}</ColumnHead>
          <ColumnHead>{t('excused')}</ColumnHead>
          <ColumnHead>{t('note')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <TableRow key={person.enrolmentId}>
            <RowHead>
              <span lang="vi">
                {person.fullName} <span className={text.soft}>{person.unitName}</span>
              </span>
            </RowHead>
            <MarkCells
              person={person}
              periods={meeting.periods}
              mark={markOf(roll, person.enrolmentId)}
              onChange={onRoll === undefined ? undefined : change(person.enrolmentId)}
            />
          </TableRow>
        ))}
      </tbody>
    </WorkTable>
  );
}

interface MarkProps {
  readonly person: Person;
  readonly periods: number;
  readonly mark: Mark;
  readonly onChange: ((change: Partial<Mark>) => void) | undefined;
}

function MarkCells({ person, periods, mark, onChange }: MarkProps) {
  const { t } = useMessages(messages);
  const short = mark.periods !== undefined && mark.periods < periods;
  if (onChange === undefined) return <ReadCells mark={mark} periods={periods} />;
  return (
    <>
      <Cell>
        <PeriodChoice
          label={t('presentOf', { name: person.fullName })}
          most={periods}
          value={mark.periods}
          onChange={(value) => onChange({ periods: value })}
        />
      </Cell>
      <Cell label={short ? t('excused') : undefined} className={cx(!short && styles.hideS)}>
        {short && (
          <SelectBox
            label={t('excusedOf', { name: person.fullName })}
            checked={mark.excused}
            onChange={(event) => onChange({ excused: event.currentTarget.checked })}
          />
        )}
      </Cell>
      <Cell className={cx(!short && mark.note === '' && styles.hideS)} data-density="dense">
        <BareInput
          className={styles.note}
          aria-label={t('noteOf', { name: person.fullName })}
          placeholder={t('note')}
          maxLength={300}
          value={mark.note}
          onChange={(event) => onChange({ note: event.currentTarget.value })}
        />
      </Cell>
    </>
  );
}

function ReadCells({ mark, periods }: Pick<MarkProps, 'mark' | 'periods'>) {
  const { t } = useMessages(messages);
  return (
    <>
      <Cell label={t('present')}>
        {mark.periods === undefined ? t('absentOnly') : `${mark.periods}/${periods}`}
      </Cell>
      <Cell label={t('excused')}>{mark.excused ? t('excused') : ''}</Cell>
      <Cell label={t('note')} lang="vi">
        {mark.note}
      </Cell>
    </>
  );
}
