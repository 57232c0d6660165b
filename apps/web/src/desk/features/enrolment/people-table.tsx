import { useState } from 'react';
import type { listEnrolments as contract, ResponseOf } from '@cam-nang/contracts';
import {
  listEnrolments,
  readBoard,
  readCohort,
  withdrawEnrolment,
} from '@cam-nang/contracts/routes';
import { useProblemText } from '../../../lib/api/problem-text.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Note } from '../../../ui/banner.js';
import { Button, ButtonRow } from '../../../ui/button.js';
import { TextArea } from '../../../ui/field.js';
import { VisuallyHidden } from '../../../ui/layout.js';
import { Dialog } from '../../../ui/overlay.js';
import { Cell, ColumnHead, RowHead, TableRow, WorkTable } from '../../../ui/table.js';
import text from '../../../ui/text.module.css';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { messages } from './messages/index.js';

type Person = ResponseOf<typeof contract>['enrolments'][number];

const ACTIVE: ReadonlySet<string> = new Set(['nominated', 'confirmed', 'studying']);

/** Everyone of the cohort; who may manage may withdraw a person, with a reason. */
export function PeopleTable(props: {
  readonly people: readonly Person[];
  readonly mayManage: boolean;
}) {
  const { t } = useMessages(messages);
  const [leaving, setLeaving] = useState<Person>();
  return (
    <>
      <WorkTable caption={t('people')} edge stickyHead>
        <thead>
          <tr>
            <ColumnHead figure>{t('number')}</ColumnHead>
            <ColumnHead>{t('name')}</ColumnHead>
            <ColumnHead>{t('birth')}</ColumnHead>
            <ColumnHead>{t('unit')}</ColumnHead>
            <ColumnHead>{t('username')}</ColumnHead>
            <ColumnHead>{t('state')}</ColumnHead>
            {props.mayManage && (
              <ColumnHead>
                <VisuallyHidden>{t('withdraw')}</VisuallyHidden>
              </ColumnHead>
            )}
          </tr>
        </thead>
        <tbody>
          {props.people.map((person, index) => (
            <Row
              key={person.id}
              person={person}
              number={index + 1}
              onLeave={props.mayManage ? setLeaving : undefined}
            />
          ))}
        </tbody>
      </WorkTable>
      {leaving !== undefined && (
        <WithdrawDialog person={leaving} onClose={() => setLeaving(undefined)} />
      )}
    </>
  );
}

function Row(props: {
  readonly person: Person;
  readonly number: number;
  readonly onLeave: ((person: Person) => void) | undefined;
}) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { person, onLeave } = props;
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
        {person.placement.unitName}
        {person.placement.positionTitle !== null && (
          <>
            <br />
            <small className={text.soft}>{person.placement.positionTitle}</small>
          </>
        )}
      </Cell>
      <Cell label={t('username')}>
        {person.username ?? '–'}
        {!person.hasSignedIn && (
          <>
            <br />
            <small className={text.soft}>{t('notSignedIn')}</small>
          </>
        )}
      </Cell>
      <Cell label={t('state')}>{t(person.state)}</Cell>
      {onLeave !== undefined && (
        <Cell>
          {ACTIVE.has(person.state) && (
            <Button size="small" look="quiet" onClick={() => onLeave(person)}>
              {t('withdraw')}
            </Button>
          )}
        </Cell>
      )}
    </TableRow>
  );
}

function WithdrawDialog({
  person,
  onClose,
}: {
  readonly person: Person;
  readonly onClose: () => void;
}) {
  const { t } = useMessages(messages);
  const say = useProblemText();
  const [reason, setReason] = useState('');
  const withdraw = useAct(withdrawEnrolment, {
    changes: [listEnrolments, readCohort, readBoard],
    onDone: () => {
      toast(t('withdrawnDone'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('withdrawTitle', { name: person.fullName })} onClose={onClose}>
      <TextArea
        label={t('reason')}
        hint={t('reasonHint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={300}
      />
      {withdraw.problem && (
        <Note look="bad" alert>
          {say(withdraw.problem)}
        </Note>
      )}
      <ButtonRow>
        <Button
          look="danger"
          busy={withdraw.busy}
          disabled={reason.trim() === ''}
          onClick={() =>
            void withdraw.run({ params: { enrolmentId: person.id }, body: { reason } })
          }
        >
          {t('withdraw')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </ButtonRow>
    </Dialog>
  );
}
