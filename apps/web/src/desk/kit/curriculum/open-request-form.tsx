import { useState } from 'react';
import type { InputOf, openChangeRequest } from '@cam-nang/contracts';
import type { ApiProblem } from '../../../lib/api/problem.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button } from '../../../ui/button.js';
import { SelectField, TextArea, TextField, Tick } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { Dialog } from '../../../ui/overlay.js';
import { ProblemNote } from '../problem-note.js';
import { messages } from './messages/index.js';

const KINDS = ['amendment', 'erratum'] as const;
const FORM = 'open-change-request';

/** What is asked before a change request begins. */
export type NewRequest = InputOf<typeof openChangeRequest>['body'] & { readonly courseId: string };

/** Courses that a new request may be about; the name in the language of the screens. */
export interface CourseChoice {
  readonly id: string;
  readonly name: string;
}

/** Asks for a new change request: about which course, what it is called, why, and of which kind. */
export function OpenRequestForm(props: {
  readonly courses: readonly CourseChoice[];
  readonly open: boolean;
  readonly busy: boolean;
  readonly problem: ApiProblem | undefined;
  readonly onClose: () => void;
  readonly onOpen: (request: NewRequest) => void;
}) {
  const { t } = useMessages(messages);
  const [missing, setMissing] = useState(false);
  const submit = (data: FormData) => {
    const request = readForm(data, props.courses[0]?.id ?? '');
    setMissing(request.title === '');
    if (request.title !== '') props.onOpen(request);
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('openRequest')}
      actions={
        <>
          <Button type="submit" form={FORM} look="main" busy={props.busy}>
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
          submit(new FormData(event.currentTarget));
        }}
      >
        <Stack>
          <p>{t('openRequestText')}</p>
          {props.courses.length > 1 && <CourseSelect courses={props.courses} />}
          <TextField
            label={t('requestTitle')}
            hint={t('requestTitleHint')}
            name="title"
            lang="vi"
            maxLength={200}
            required
            error={missing ? t('titleMissing') : undefined}
          />
          <TextArea
            label={t('requestReason')}
            name="reason"
            lang="vi"
            maxLength={2000}
            rows={3}
            optional
          />
          <KindChoice />
          <ProblemNote problem={props.problem} />
        </Stack>
      </form>
    </Dialog>
  );
}

function readForm(data: FormData, onlyCourse: string): NewRequest {
  const said = (name: string) => String(data.get(name) ?? '').trim();
  return {
    courseId: said('course') || onlyCourse,
    title: said('title'),
    reason: said('reason'),
    kind: said('kind') === 'erratum' ? 'erratum' : 'amendment',
  };
}

function CourseSelect({ courses }: { readonly courses: readonly CourseChoice[] }) {
  const { t } = useMessages(messages);
  return (
    <SelectField
      label={t('requestCourse')}
      name="course"
      options={courses.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

/** Amendment or erratum, with what each may do. */
export function KindChoice() {
  const { t } = useMessages(messages);
  const words = { amendment: t('kindAmendment'), erratum: t('kindErratum') };
  return (
    <fieldset>
      <legend>
        <b>{t('requestKindHead')}</b>
      </legend>
      {KINDS.map((kind, index) => (
        <Tick key={kind} kind="radio" name="kind" value={kind} defaultChecked={index === 0}>
          {words[kind]}
        </Tick>
      ))}
    </fieldset>
  );
}
