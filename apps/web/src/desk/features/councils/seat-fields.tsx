import { COUNCIL_DUTIES, type CouncilDuty } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { SelectField, TextField, Tick } from '../../../ui/field.js';
import type { Seat } from './convene-model.js';
import type { Candidate } from './council-types.js';
import styles from './councils.module.css';
import { messages } from './messages/index.js';

/** What a person would be on the council; more is asked once they sit on it. */
export function SeatFields(props: {
  readonly person: Candidate;
  readonly seat: Seat;
  readonly onChange: (seat: Seat) => void;
}) {
  const { t } = useMessages(messages);
  const { person, seat, onChange } = props;
  const duties = [
    { value: '', label: t('seatNone') },
    ...COUNCIL_DUTIES.map((duty) => ({ value: duty, label: t(`duty.${duty}`) })),
  ];
  return (
    <div className={styles.seat} role="group" aria-label={person.name}>
      <p>
        <b>{person.name}</b>
        <br />
        <small>{person.recused ? t('recused') : person.organisation}</small>
      </p>
      <div className={styles.facts}>
        <SelectField
          label={t('seat', { name: person.name })}
          options={duties}
          value={seat.duty}
          disabled={person.recused}
          onChange={(event) => onChange({ ...seat, duty: dutyOf(event.currentTarget.value) })}
        />
        {seat.duty !== '' && <SeatFacts seat={seat} onChange={onChange} />}
      </div>
    </div>
  );
}

function SeatFacts(props: { readonly seat: Seat; readonly onChange: (seat: Seat) => void }) {
  const { t } = useMessages(messages);
  const { seat, onChange } = props;
  return (
    <>
      <TextField
        label={t('organisation')}
        value={seat.organisation}
        lang="vi"
        onChange={(event) => onChange({ ...seat, organisation: event.currentTarget.value })}
      />
      <TextField
        label={t('yearsLabel')}
        inputMode="numeric"
        value={seat.years}
        onChange={(event) => onChange({ ...seat, years: event.currentTarget.value })}
      />
      <div>
        <Tick
          checked={seat.isTeacher}
          onChange={(event) => onChange({ ...seat, isTeacher: event.currentTarget.checked })}
        >
          {t('isTeacher')}
        </Tick>
        <Tick
          checked={seat.representsUsers}
          onChange={(event) => onChange({ ...seat, representsUsers: event.currentTarget.checked })}
        >
          {t('representsUsers')}
        </Tick>
      </div>
    </>
  );
}

function dutyOf(value: string): CouncilDuty | '' {
  return COUNCIL_DUTIES.find((duty) => duty === value) ?? '';
}
