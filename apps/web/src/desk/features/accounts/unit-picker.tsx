import { useState } from 'react';
import { listUnits } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useSession } from '../../../lib/session/session.js';
import { Button } from '../../../ui/button.js';
import { BareInput, Field, type ControlIds } from '../../../ui/field.js';
import { useRead } from '../../data/query.js';
import { useOptionKeys } from '../../kit/use-option-keys.js';
import styles from './accounts.module.css';
import { messages } from './messages/index.js';

export interface PickedUnit {
  readonly id: string;
  readonly name: string;
}

/** As many as can be looked over; more letters narrow the rest. */
const MOST = 12;

/** A unit within one's scope, found by its present or an old name, marks forgiven. */
export function UnitPicker(props: {
  readonly picked: PickedUnit | undefined;
  readonly onPick: (unit: PickedUnit | undefined) => void;
  readonly error: string | undefined;
}) {
  const { t } = useMessages(messages);
  const { picked, onPick } = props;
  return (
    <Field label={t('unit')} hint={picked ? undefined : t('unitHint')} error={props.error}>
      {(ids) =>
        picked === undefined ? (
          <UnitSearch ids={ids} onPick={onPick} />
        ) : (
          <span className={styles.picked}>
            <output id={ids.id} lang="vi">
              {picked.name}
            </output>
            <Button size="small" onClick={() => onPick(undefined)}>
              {t('changeUnit')}
            </Button>
          </span>
        )
      }
    </Field>
  );
}

function UnitSearch(props: {
  readonly ids: ControlIds;
  readonly onPick: (unit: PickedUnit) => void;
}) {
  const { t } = useMessages(messages);
  const [typed, setTyped] = useState('');
  const { units, more, waits } = useUnits(typed.trim());
  const keys = useOptionKeys(units.length, (index) => {
    const unit = units[index];
    if (unit !== undefined) props.onPick(unit);
  });
  return (
    <div>
      <BareInput
        {...props.ids}
        {...keys.field}
        value={typed}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          keys.setActive(0);
        }}
      />
      <ul className={styles.options} id={keys.listId} role="listbox" aria-label={t('unit')}>
        {units.map((unit, index) => (
          <li
            key={unit.id}
            id={keys.optionId(index)}
            role="option"
            lang="vi"
            aria-selected={index === keys.active}
            onClick={() => props.onPick(unit)}
          >
            {unit.name}
          </li>
        ))}
      </ul>
      <p className={styles.soft} role="status">
        {typed.trim() !== '' && !waits && units.length === 0 && t('noUnit')}
        {more > 0 && t('moreUnits', { count: more })}
      </p>
    </div>
  );
}

/** Before anything is typed the units of one's own roles are offered: most grants are for them. */
function useUnits(typed: string) {
  const { roles } = useSession();
  const found = useRead(listUnits, typed === '' ? undefined : { query: { search: typed } }, {
    keepPrevious: true,
  });
  if (typed === '') {
    const own = new Map(roles.map((role) => [role.unitId, role.unitName]));
    return { units: [...own].map(([id, name]) => ({ id, name })), more: 0, waits: false };
  }
  const all = found.data?.units ?? [];
  return {
    units: all.slice(0, MOST).map((unit) => ({ id: unit.id, name: unit.fullName })),
    more: all.length - Math.min(all.length, MOST),
    waits: found.query.isFetching,
  };
}
