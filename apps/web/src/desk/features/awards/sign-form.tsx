import { useState } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { typedDate } from '../../../lib/i18n/typed.js';
import { useSession } from '../../../lib/session/session.js';
import { todayInHanoi } from '../../../lib/session/today-in-hanoi.js';
import { DateField, TextField } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { Block } from '../../kit/work.js';
import type { Proposal } from './award-types.js';
import { messages } from './messages/index.js';
import {
  judgeSigning,
  placeOfUnit,
  signDays,
  type SignDays,
  type SignError,
  type SignField,
  type SignState,
  type SignValues,
} from './sign-model.js';

/** A decision as it is being typed. */
export interface Signing {
  readonly values: SignValues;
  readonly set: (field: SignField, value: string) => void;
  readonly state: SignState;
  readonly days: SignDays;
}

/** Holds what whoever signs types. */
export function useSigning(proposal: Proposal): Signing {
  const [values, setValues] = useState<SignValues>(() => ({
    decisionNo: '',
    confirmation: '',
    decisionDate: typedDate(todayInHanoi()),
    place: placeOfUnit(proposal.cohort.ownerUnitName),
    // The paper is Vietnamese in whichever language the screens are.
    signerTitle: messages.vi.signerTitleDefault,
  }));
  const days = signDays(proposal.cohort, todayInHanoi());
  return {
    values,
    set: (field, value) => setValues((before) => ({ ...before, [field]: value })),
    days,
    state: judgeSigning(values, days),
  };
}

/** What is wrong with a decision, in words. */
export function useSignWords({ days }: Pick<Signing, 'days'>): (error: SignError) => string {
  const { t } = useMessages(messages);
  const format = useFormat();
  return (error) =>
    error === 'dateBefore' ? t(error, { date: format.date(days.earliest) }) : t(error);
}

/** The decision: its number twice, its date, and what the paper says of who signs. */
export function SignForm({ signing }: { readonly signing: Signing }) {
  const { t } = useMessages(messages);
  const session = useSession();
  const { errors } = signing.state;
  const sayWrong = useSignWords(signing);
  const word = (error: SignError | undefined) =>
    error === undefined ? undefined : sayWrong(error);
  const field = (name: SignField) => ({
    id: `sign-${name}`,
    label: t(name),
    value: signing.values[name],
    error: word(errors[name]),
    onChange: (event: { readonly target: { readonly value: string } }) =>
      signing.set(name, event.target.value),
  });
  return (
    <Block title={t('signTitle')} aside={t('signBy', { name: session.account.fullName })}>
      <Stack>
        <TextField {...field('decisionNo')} hint={t('decisionNoHint')} autoComplete="off" />
        <TextField {...field('confirmation')} hint={t('confirmationHint')} autoComplete="off" />
        <DateField {...field('decisionDate')} />
        <TextField {...field('place')} hint={t('placeHint')} />
        <TextField {...field('signerTitle')} hint={t('signerTitleHint')} />
      </Stack>
    </Block>
  );
}
