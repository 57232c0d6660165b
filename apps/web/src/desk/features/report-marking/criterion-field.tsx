import { useId } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { langOf, pick } from '../../../lib/i18n/pick.js';
import { TextField, Tick } from '../../../ui/field.js';
import { hundredthsOf, typedPoints, type PointsError } from './marking-model.js';
import { messages } from './messages/index.js';
import styles from './report-marking.module.css';
import type { Criterion } from './report-types.js';

/** The field of the points of a criterion, to lead there. */
export function pointsId(criterion: string): string {
  return `points-${criterion}`;
}

/** A criterion: its levels to choose from, and its points, which may lie between two levels. */
export function CriterionField(props: {
  readonly criterion: Criterion;
  readonly value: string;
  readonly error: PointsError | undefined;
  readonly onChange: (value: string) => void;
}) {
  const { t, locale } = useMessages(messages);
  const format = useFormat();
  const name = useId();
  const { criterion, value, error, onChange } = props;
  const points = hundredthsOf(value);
  const most = format.number(criterion.points / 100);
  const title = pick(locale, criterion.criterion, criterion.criterionEn);
  return (
    <fieldset className={styles.criterion}>
      <legend lang={langOf(locale, criterion.criterionEn)}>{title}</legend>
      {criterion.levels.map((level) => (
        <Tick
          key={level.points}
          kind="radio"
          name={name}
          checked={points === level.points}
          onChange={() => onChange(typedPoints(level.points))}
          hint={
            <span lang={langOf(locale, level.textEn)}>
              {pick(locale, level.text, level.textEn)}
            </span>
          }
        >
          <b>{format.number(level.points / 100)}</b> <span lang="vi">{level.label}</span>
        </Tick>
      ))}
      <div className={styles.points} data-density="dense">
        <TextField
          id={pointsId(criterion.id)}
          label={t('pointsOf', { most })}
          aria-label={t('pointsFor', { criterion: title, most })}
          figures
          inputMode="decimal"
          autoComplete="off"
          maxLength={6}
          value={value}
          error={error === undefined ? undefined : t(error, { most })}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </div>
    </fieldset>
  );
}
