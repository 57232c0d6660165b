import { useState } from 'react';
import type { listEnrolments as contract, ResponseOf } from '@cam-nang/contracts';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Note } from '../../../ui/banner.js';
import { Button, ButtonRow } from '../../../ui/button.js';
import { VisuallyHidden } from '../../../ui/layout.js';
import { ListRow, RowList } from '../../../ui/lists.js';
import { Cell, ColumnHead, RowHead, TableRow, WorkTable } from '../../../ui/table.js';
import text from '../../../ui/text.module.css';
import { CorrectDialog } from './correct-dialog.js';
import { messages } from './messages/index.js';
import { WithdrawDialog } from './withdraw-dialog.js';

type Person = ResponseOf<typeof contract>['enrolments'][number];

const ACTIVE: ReadonlySet<string> = new Set(['nominated', 'confirmed', 'studying']);

/** What may be done with a person of the list. */
interface Acts {
  readonly onCorrect: ((person: Person) => void) | undefined;
  readonly onLeave: ((person: Person) => void) | undefined;
}

/** Everyone of the cohort; whoever said that the name or date of birth is wrong comes first, with the act that mends it. */
export function PeopleTable(props: {
  readonly people: readonly Person[];
  readonly mayManage: boolean;
  readonly mayCorrect: boolean;
}) {
  const { t } = useMessages(messages);
  const [leaving, setLeaving] = useState<Person>();
  const [wrong, setWrong] = useState<Person>();
  const acts: Acts = {
    onCorrect: props.mayCorrect ? setWrong : undefined,
    onLeave: props.mayManage ? setLeaving : undefined,
  };
  const mayAct = props.mayCorrect || props.mayManage;
  return (
    <>
      <ReportedNote people={props.people} onCorrect={acts.onCorrect} />
      <WorkTable caption={t('people')} edge stickyHead>
        <thead>
          <tr>
            <ColumnHead figure>{t('number')}</ColumnHead>
            <ColumnHead>{t('name')}</ColumnHead>
            <ColumnHead>{t('birth')}</ColumnHead>
            <ColumnHead>{t('unit')}</ColumnHead>
            <ColumnHead>{t('username')}</ColumnHead>
            <ColumnHead>{t('state')}</ColumnHead>
            {mayAct && (
              <ColumnHead>
                <VisuallyHidden>{t('acts')}</VisuallyHidden>
              </ColumnHead>
            )}
          </tr>
        </thead>
        <tbody>
          {props.people.map((person, index) => (
            <Row key={person.id} person={person} number={index + 1} acts={mayAct ? acts : null} />
          ))}
        </tbody>
      </WorkTable>
      {leaving !== undefined && (
        <WithdrawDialog person={leaving} onClose={() => setLeaving(undefined)} />
      )}
      {wrong !== undefined && <CorrectDialog person={wrong} onClose={() => setWrong(undefined)} />}
    </>
  );
}

/** What people of the cohort say is wrong with what will be printed about them. */
function ReportedNote(props: {
  readonly people: readonly Person[];
  readonly onCorrect: Acts['onCorrect'];
}) {
  const { t } = useMessages(messages);
  const { onCorrect } = props;
  const reported = props.people.filter((person) => person.reported !== null);
  if (reported.length === 0) return null;
  return (
    <Note look="warn">
      <p>{t('reportedTitle', { count: reported.length })}</p>
      <RowList>
        {reported.map((person) => (
          <ListRow
            key={person.id}
            title={<span lang="vi">{person.fullName}</span>}
            sub={<span lang="vi">{person.reported?.note}</span>}
            end={onCorrect && <CorrectButton person={person} onCorrect={onCorrect} />}
          />
        ))}
      </RowList>
    </Note>
  );
}

function Row(props: {
  readonly person: Person;
  readonly number: number;
  /** None where the person who looks may do nothing here. */
  readonly acts: Acts | null;
}) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { person, acts } = props;
  return (
    <TableRow>
      <Cell figure label={t('number')}>
        {props.number}
      </Cell>
      <RowHead lang="vi">{person.fullName}</RowHead>
      <Cell label={t('birth')}>
        {person.birthDate === null ? '–' : format.date(person.birthDate)}
      </Cell>
      <Cell label={t('unit')} lang="vi">
        <div>
          {person.placement.unitName}
          {person.placement.positionTitle !== null && (
            <>
              <br />
              <small className={text.soft}>{person.placement.positionTitle}</small>
            </>
          )}
        </div>
      </Cell>
      <Cell label={t('username')}>
        <div>
          {person.username ?? '–'}
          {!person.hasSignedIn && (
            <>
              <br />
              <small className={text.soft}>{t('notSignedIn')}</small>
            </>
          )}
        </div>
      </Cell>
      <Cell label={t('state')}>{t(person.state)}</Cell>
      {acts !== null && (
        <Cell>
          <RowActs person={person} acts={acts} />
        </Cell>
      )}
    </TableRow>
  );
}

function RowActs({ person, acts }: { readonly person: Person; readonly acts: Acts }) {
  const { t } = useMessages(messages);
  const { onCorrect, onLeave } = acts;
  return (
    <ButtonRow>
      {onCorrect && <CorrectButton quiet person={person} onCorrect={onCorrect} />}
      {onLeave && ACTIVE.has(person.state) && (
        <Button size="small" look="quiet" onClick={() => onLeave(person)}>
          {t('withdraw')}
        </Button>
      )}
    </ButtonRow>
  );
}

function CorrectButton(props: {
  readonly person: Person;
  readonly onCorrect: (person: Person) => void;
  readonly quiet?: boolean;
}) {
  const { t } = useMessages(messages);
  const { person, onCorrect } = props;
  return (
    <Button
      size="small"
      look={props.quiet ? 'quiet' : undefined}
      aria-label={t('correctTitle', { name: person.fullName })}
      onClick={() => onCorrect(person)}
    >
      {t('correct')}
    </Button>
  );
}
