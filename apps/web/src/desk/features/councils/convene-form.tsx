import { useState } from 'react';
import {
  conveneCouncil,
  listCouncilCandidates,
  listCouncils,
  readEditionCouncil,
} from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button } from '../../../ui/button.js';
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
  const state = judgeConvening(values, rules);
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
      <Composition state={state} />
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

function Composition({ state }: { readonly state: ConveneState }) {
  const { t } = useMessages(messages);
  const checks = state.faults.map((fault, index) => ({
    key: `${fault.code}-${index}`,
    verdict: 'no' as const,
    text: t(`fault.${fault.code}`, {
      found: 'found' in fault ? fault.found : 0,
      wanted: 'wanted' in fault ? fault.wanted : 0,
    }),
  }));
  const fine = [{ key: 'fine', verdict: 'yes' as const, text: t('compositionFine') }];
  return (
    <Block title={t('composition')}>
      <div role="status">
        <Checks checks={checks.length === 0 ? fine : checks} />
      </div>
    </Block>
  );
}
