import { useState } from 'react';
import {
  conveneCouncil,
  listCouncilCandidates,
  listCouncils,
  readEditionCouncil,
} from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { todayInHanoi } from '../../../lib/session/today-in-hanoi.js';
import { Button } from '../../../ui/button.js';
import { ErrorSummary } from '../../../ui/error-summary.js';
import { DateField, TextField } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { Loaded } from '../../../ui/states.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { useRead } from '../../data/query.js';
import { Checks } from '../../kit/marks.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { Block } from '../../kit/work.js';
import {
  CONVENE_FIELDS,
  emptySeat,
  judgeConvening,
  type ConveneField,
  type ConveneState,
  type ConveneValues,
} from './convene-model.js';
import type { AppraisalRules, Candidate } from './council-types.js';
import { messages } from './messages/index.js';
import { SeatFields } from './seat-fields.js';

interface Props {
  readonly editionId: string;
  readonly rules: AppraisalRules;
}

/** Sets the council up by decision: who sits on it as what, checked by the rules while it is filled in. */
export function ConveneForm({ editionId, rules }: Props) {
  const { t } = useMessages(messages);
  const people = useRead(listCouncilCandidates, { params: { editionId } });
  return (
    <Loaded from={people}>
      {({ people: all }) =>
        all.length === 0 ? (
          <p>{t('peopleNone')}</p>
        ) : (
          <Form editionId={editionId} rules={rules} people={all} />
        )
      }
    </Loaded>
  );
}

function Form({ editionId, rules, people }: Props & { readonly people: readonly Candidate[] }) {
  const { t } = useMessages(messages);
  const [values, setValues] = useState<ConveneValues>(() => ({
    decisionNo: '',
    decisionDate: '',
    papersSentOn: '',
    seats: Object.fromEntries(people.map((one) => [one.accountId, emptySeat(one)])),
  }));
  const [tried, setTried] = useState(false);
  const state = judgeConvening(values, rules, todayInHanoi());
  const act = useAct(conveneCouncil, {
    changes: [readEditionCouncil, listCouncils],
    onDone: () => toast(t('convened')),
  });
  const send = () => {
    setTried(true);
    if (state.body !== undefined) void act.run({ params: { editionId }, body: state.body });
  };
  const { leastMembers: least, mostMembers: most } = rules.parameters;
  return (
    <Stack gap={8}>
      <Block title={t('convene')}>
        <Stack>
          <p>{t('conveneSay', { title: rules.title, least, most })}</p>
          <DecisionFields
            {...{ values, rules }}
            errors={tried ? state.errors : {}}
            set={(field, value) => setValues((before) => ({ ...before, [field]: value }))}
          />
        </Stack>
      </Block>
      <Block title={t('people')}>
        <div data-density="dense">
          {people.map((person) => (
            <SeatFields
              key={person.accountId}
              person={person}
              seat={values.seats[person.accountId] ?? emptySeat(person)}
              onChange={(seat) =>
                setValues((before) => ({
                  ...before,
                  seats: { ...before.seats, [person.accountId]: seat },
                }))
              }
            />
          ))}
        </div>
      </Block>
      <Composition state={state} people={people} />
      {tried && <Errors state={state} />}
      <ProblemNote problem={act.problem} />
      <div>
        <Button look="main" busy={act.busy} onClick={send}>
          {t('convene')}
        </Button>
      </div>
    </Stack>
  );
}

function DecisionFields(props: {
  readonly values: ConveneValues;
  readonly rules: AppraisalRules;
  readonly errors: ConveneState['errors'];
  readonly set: (field: ConveneField, value: string) => void;
}) {
  const { t } = useMessages(messages);
  const field = (name: ConveneField) => {
    const error = props.errors[name];
    return {
      id: fieldId(name),
      label: t(name),
      value: props.values[name],
      error: error === undefined ? undefined : t(error),
      onChange: (event: { readonly target: { readonly value: string } }) =>
        props.set(name, event.target.value),
    };
  };
  return (
    <>
      <TextField {...field('decisionNo')} autoComplete="off" />
      <DateField {...field('decisionDate')} />
      <DateField
        {...field('papersSentOn')}
        hint={t('papersHint', { count: props.rules.parameters.daysAhead })}
      />
    </>
  );
}

function fieldId(name: ConveneField): string {
  return `convene-${name}`;
}

/** The fields stand a long way above the button: what is wrong with them is said, and linked, beside it. */
function Errors({ state }: { readonly state: ConveneState }) {
  const { t } = useMessages(messages);
  const errors = CONVENE_FIELDS.flatMap((name) => {
    const error = state.errors[name];
    return error === undefined ? [] : [{ fieldId: fieldId(name), text: `${t(name)}: ${t(error)}` }];
  });
  return <ErrorSummary errors={errors} />;
}

function Composition(props: {
  readonly state: ConveneState;
  readonly people: readonly Candidate[];
}) {
  const { t } = useMessages(messages);
  const { state, people } = props;
  const nameOf = (accountId: string) =>
    people.find((person) => person.accountId === accountId)?.name ?? '';
  const untold = state.yearsUntold.map((accountId) => ({
    key: accountId,
    verdict: 'no' as const,
    text: t('yearsUntold', { name: nameOf(accountId) }),
  }));
  const faults = state.faults.map((fault, index) => ({
    key: `${fault.code}-${index}`,
    verdict: 'no' as const,
    text: t(`fault.${fault.code}`, {
      found: 'found' in fault ? fault.found : 0,
      wanted: 'wanted' in fault ? fault.wanted : 0,
      name: 'accountId' in fault ? nameOf(fault.accountId) : '',
    }),
  }));
  const checks = [...faults, ...untold];
  const fine = [{ key: 'fine', verdict: 'yes' as const, text: t('compositionFine') }];
  return (
    <Block title={t('composition')}>
      <div role="status">
        <Checks checks={checks.length === 0 ? fine : checks} />
      </div>
    </Block>
  );
}
