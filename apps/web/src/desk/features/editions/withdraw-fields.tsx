import type { ReactNode } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { parseTypedDate } from '../../../lib/i18n/typed.js';
import { Note } from '../../../ui/banner.js';
import { DateField, SelectField, TextArea, TextField } from '../../../ui/field.js';
import type { EditionDetail } from '../../kit/curriculum/types.js';
import styles from './editions.module.css';
import { messages } from './messages/index.js';
import type { WithdrawErrors, WithdrawField, WithdrawValues } from './withdraw-model.js';

interface Props {
  readonly withdrawing: NonNullable<EditionDetail['withdrawing']>;
  readonly values: WithdrawValues;
}

/** What the withdrawal does to cohorts that open and to those that run, in words. */
export function WithdrawEffect({
  detail,
  withdrawing,
  values,
}: Props & { readonly detail: EditionDetail }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { label } = detail.edition;
  const on = parseTypedDate(values.on);
  const date = on === undefined ? t('withdraw.thatDay') : format.date(on);
  const fallback = withdrawing.fallbacks.find(({ id }) => id === values.fallback);
  return (
    <Note look="warn">
      <p>{t('withdraw.says', { label, date })}</p>
      {withdrawing.governs &&
        (fallback === undefined ? (
          <p>{t(values.fallback === '' ? 'withdraw.toChoose' : 'withdraw.noneOpens')}</p>
        ) : (
          <p>{t('withdraw.opensOn', { label: fallback.label })}</p>
        ))}
      {!withdrawing.governs && <p>{t('withdraw.governsNone')}</p>}
      <p>
        <Following detail={detail} withdrawing={withdrawing} />
      </p>
      <p>{t('withdraw.forever')}</p>
    </Note>
  );
}

/** What becomes of running classes: of an amendment they go on, from an erratum they go back to what it corrected. */
function Following(
  props: Pick<Props, 'withdrawing'> & { readonly detail: EditionDetail },
): ReactNode {
  const { t } = useMessages(messages);
  const { runningCohorts: count, trainees: people } = props.withdrawing.following;
  const { edition, previous } = props.detail;
  if (count === 0) return t('withdraw.followingNone');
  const isFollowed = edition.kind === 'erratum' && edition.appliesTo === null;
  return isFollowed && previous !== null && previous.withdrawal === null
    ? t('withdraw.followingBack', { count, people, label: previous.label })
    : t('withdraw.following', { count, people });
}

/** Decision, day, reason, what takes its place, and the number once more. */
export function WithdrawFields({
  withdrawing,
  values,
  errors,
  refused,
  set,
}: Props & {
  readonly errors: WithdrawErrors;
  /** Fields that the server refused, by the names of the request. */
  readonly refused: readonly string[];
  readonly set: (field: WithdrawField, value: string) => void;
}) {
  const { t } = useMessages(messages);
  const field = (name: WithdrawField) => {
    const error = errors[name];
    const onWire = name === 'fallback' ? 'fallbackId' : name;
    const onServer = refused.includes(onWire) ? t('refusedField') : undefined;
    return {
      id: `withdraw-${name}`,
      label: t(`withdraw.${name}`),
      value: values[name],
      error: error === undefined ? onServer : t(error),
      onChange: (event: { readonly target: { readonly value: string } }) =>
        set(name, event.target.value),
    };
  };
  return (
    <>
      <div className={styles.pair}>
        <TextField {...field('decisionNo')} maxLength={60} autoComplete="off" />
        <DateField {...field('decisionDate')} hint="" />
      </div>
      <TextArea
        {...field('reason')}
        hint={t('withdraw.reasonHint')}
        lang="vi"
        rows={3}
        maxLength={2000}
      />
      <DateField {...field('on')} hint={t('withdraw.onHint')} />
      {withdrawing.governs && (
        <SelectField
          {...field('fallback')}
          hint={t('withdraw.fallbackHint')}
          options={[
            { value: '', label: t('withdraw.choose') },
            { value: 'none', label: t('withdraw.none') },
            ...withdrawing.fallbacks.map(({ id, label }) => ({
              value: id,
              label: t('old', { label }),
            })),
          ]}
        />
      )}
      <TextField
        {...field('confirmation')}
        hint={t('confirmationHint')}
        maxLength={60}
        autoComplete="off"
      />
    </>
  );
}
