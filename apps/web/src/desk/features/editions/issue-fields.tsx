import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { DateField, TextArea, TextField } from '../../../ui/field.js';
import type { EditionDetail } from '../../kit/curriculum/types.js';
import styles from './editions.module.css';
import { restToType, type IssueField, type IssueState, type IssueValues } from './issue-model.js';
import { messages } from './messages/index.js';

/** A decision as it is being typed. */
export interface Typed {
  readonly values: IssueValues;
  readonly errors: IssueState['errors'];
  /** Fields that the server refused, by the names of the request. */
  readonly refused: readonly string[];
  readonly set: (field: IssueField, value: string) => void;
}

interface Props {
  readonly detail: EditionDetail;
  readonly typed: Typed;
}

const nameOnWire: Readonly<Record<IssueField, string>> = {
  decisionNo: 'decisionNo',
  decisionDate: 'decisionDate',
  effectiveFrom: 'effectiveFrom',
  decisionName: 'decisionTitle',
  confirmation: 'confirmation',
};

/** Binds a field to what is typed in it. */
function useIssueField({ values, errors, refused, set }: Typed) {
  const { t } = useMessages(messages);
  return (name: IssueField) => {
    const error = errors[name];
    const own = error === undefined ? undefined : t(error);
    const onServer = refused.includes(nameOnWire[name]) ? t('refusedField') : undefined;
    return {
      id: `issue-${name}`,
      label: t(name),
      value: values[name],
      error: own ?? onServer,
      onChange: (event: { readonly target: { readonly value: string } }) =>
        set(name, event.target.value),
    };
  };
}

/** Number, days and title of the decision. */
export function IssueFields({ detail, typed }: Props) {
  const { t } = useMessages(messages);
  const field = useIssueField(typed);
  const { edition } = detail;
  return (
    <>
      <div className={styles.pair}>
        <TextField {...field('decisionNo')} maxLength={60} autoComplete="off" />
        <DateField {...field('decisionDate')} hint="" />
      </div>
      <DateField {...field('effectiveFrom')} hint={<EffectHint detail={detail} />} />
      <p className={styles.small}>
        {edition.kind === 'erratum'
          ? t('ruleErratum', { major: edition.major, label: edition.label })
          : t('ruleAmendment', { label: edition.label })}
      </p>
      <TextArea {...field('decisionName')} lang="vi" rows={2} maxLength={300} optional />
    </>
  );
}

/** The number once more; what is left of it to type is said. */
export function ConfirmationField({ typed }: Pick<Props, 'typed'>) {
  const { t } = useMessages(messages);
  const field = useIssueField(typed);
  const rest = restToType(typed.values);
  return (
    <TextField
      {...field('confirmation')}
      hint={rest === undefined ? t('confirmationHint') : t('stillToType', { rest })}
      maxLength={60}
      autoComplete="off"
    />
  );
}

function EffectHint({ detail: { previous } }: Pick<Props, 'detail'>) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const from = previous?.forceFrom ?? previous?.appliesFrom ?? null;
  if (previous === null || from === null) return <>{t('effectiveFirst')}</>;
  return <>{t('effectiveAfter', { date: format.date(from), label: previous.label })}</>;
}
