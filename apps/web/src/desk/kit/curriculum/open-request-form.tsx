import { useState } from 'react';
import type { InputOf, openChangeRequest } from '@cam-nang/contracts';
import type { Loadable } from '../../../lib/api/loadable.js';
import type { ApiProblem } from '../../../lib/api/problem.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button } from '../../../ui/button.js';
import { SelectField, TextArea, TextField, Tick } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { Dialog } from '../../../ui/overlay.js';
import { Loaded } from '../../../ui/states.js';
import { ProblemNote } from '../problem-note.js';
import {
  correctionChoices,
  type CorrectableCourse,
  type CorrectionChoice,
} from './correction-choice.js';
import { CorrectionField } from './correction-field.js';
import { messages } from './messages/index.js';

const KINDS = ['amendment', 'erratum'] as const;
type Kind = (typeof KINDS)[number];
const FORM = 'open-change-request';

/** What is asked before a change request begins. */
export type NewRequest = InputOf<typeof openChangeRequest>['body'] & { readonly courseId: string };

/** Courses that a new request may be about; the name in the language of the screens. */
export interface CourseChoice {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly courses: readonly CourseChoice[];
  readonly open: boolean;
  readonly busy: boolean;
  readonly problem: ApiProblem | undefined;
  /** The course of an erratum with what of it can be corrected; it is read once `onErratum` names it. */
  readonly correctable: Loadable<CorrectableCourse>;
  readonly onErratum: (courseId: string | undefined) => void;
  readonly onClose: () => void;
  readonly onOpen: (request: NewRequest) => void;
}

/** Asks for a new change request: about which course, what it is called, why, and of which kind. */
export function OpenRequestForm(props: Props) {
  const { t } = useMessages(messages);
  const form = useNewRequest(props);
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('openRequest')}
      actions={
        <>
          <Button type="submit" form={FORM} look="main" busy={props.busy || form.waits}>
            {t('openAct')}
          </Button>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <form
        id={FORM}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form.submit(new FormData(event.currentTarget));
        }}
      >
        <Stack>
          <p>{t('openRequestText')}</p>
          {props.courses.length > 1 && (
            <CourseSelect
              courses={props.courses}
              value={form.courseId}
              onChange={form.chooseCourse}
            />
          )}
          <TextField
            label={t('requestTitle')}
            hint={t('requestTitleHint')}
            name="title"
            lang="vi"
            maxLength={200}
            required
            error={form.missing ? t('titleMissing') : undefined}
          />
          <TextArea
            label={t('requestReason')}
            name="reason"
            lang="vi"
            maxLength={2000}
            rows={3}
            optional
          />
          <KindChoice kind={form.kind} onChange={form.chooseKind} />
          {form.kind === 'erratum' && (
            <Loaded from={props.correctable}>
              {(answer) => (
                <CorrectionField key={form.courseId} choices={correctionChoices(answer)} />
              )}
            </Loaded>
          )}
          <ProblemNote problem={props.problem} />
        </Stack>
      </form>
    </Dialog>
  );
}

/** What has been chosen so far, and what of it is sent. */
function useNewRequest(props: Props) {
  const [missing, setMissing] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const [kind, setKind] = useState<Kind>('amendment');
  const courseId = chosen ?? props.courses[0]?.id ?? '';
  const { data, problem } = props.correctable;
  // Nobody opens an erratum before seeing which edition it would correct.
  const unseen = kind === 'erratum' && data === undefined;
  const submit = (form: FormData) => {
    const title = said(form, 'title');
    setMissing(title === '');
    if (title === '' || unseen) return;
    const editionId = data && chosenApart(said(form, 'edition'), correctionChoices(data));
    const request = { courseId, title, reason: said(form, 'reason'), kind };
    props.onOpen(editionId === undefined ? request : { ...request, editionId });
  };
  return {
    ...{ courseId, kind, missing, submit },
    waits: unseen && problem === undefined,
    chooseKind: (next: Kind) => {
      setKind(next);
      props.onErratum(next === 'erratum' ? courseId : undefined);
    },
    chooseCourse: (id: string) => {
      setChosen(id);
      props.onErratum(kind === 'erratum' ? id : undefined);
    },
  };
}

/** The edition, where its erratum is written apart from the curriculum as it stands. */
function chosenApart(editionId: string, choices: readonly CorrectionChoice[]): string | undefined {
  return choices.find(({ edition, apart }) => apart && edition.id === editionId)?.edition.id;
}

function said(data: FormData, name: string): string {
  return String(data.get(name) ?? '').trim();
}

function CourseSelect(props: {
  readonly courses: readonly CourseChoice[];
  readonly value: string;
  readonly onChange: (courseId: string) => void;
}) {
  const { t } = useMessages(messages);
  return (
    <SelectField
      label={t('requestCourse')}
      name="course"
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      options={props.courses.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

/** Amendment or erratum, with what each may do. */
function KindChoice(props: { readonly kind: Kind; readonly onChange: (kind: Kind) => void }) {
  const { t } = useMessages(messages);
  const words = { amendment: t('kindAmendment'), erratum: t('kindErratum') };
  return (
    <fieldset>
      <legend>
        <b>{t('requestKindHead')}</b>
      </legend>
      {KINDS.map((kind) => (
        <Tick
          key={kind}
          kind="radio"
          name="kind"
          value={kind}
          checked={kind === props.kind}
          onChange={() => props.onChange(kind)}
        >
          {words[kind]}
        </Tick>
      ))}
    </fieldset>
  );
}
