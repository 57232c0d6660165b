import { useState } from 'react';
import type { InputOf, prepareEdition } from '@cam-nang/contracts';
import type { ApiProblem } from '../../../lib/api/problem.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button } from '../../../ui/button.js';
import { TextField, Tick } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { Dialog } from '../../../ui/overlay.js';
import { ProblemNote } from '../problem-note.js';
import { messages } from './messages/index.js';
import { RefusalList } from './refusal-list.js';

const FORM = 'prepare-edition';
const KINDS = ['amendment', 'erratum'] as const;

/** What is asked before the head of the line is sealed. */
export type NewEdition = InputOf<typeof prepareEdition>['body'];

/** Asks what the next edition of a course is called and of which kind it is. */
export function PrepareForm(props: {
  /** How the course is called. */
  readonly course: string;
  /** There is an edition in force that can be corrected. */
  readonly correctable: boolean;
  readonly open: boolean;
  readonly busy: boolean;
  readonly problem: ApiProblem | undefined;
  readonly onClose: () => void;
  readonly onPrepare: (edition: NewEdition) => void;
}) {
  const { t } = useMessages(messages);
  const [missing, setMissing] = useState(false);
  const submit = (data: FormData) => {
    const title = String(data.get('title') ?? '').trim();
    setMissing(title === '');
    if (title === '') return;
    props.onPrepare({ title, kind: data.get('kind') === 'erratum' ? 'erratum' : 'amendment' });
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('prepareOf', { course: props.course })}
      actions={
        <>
          <Button type="submit" form={FORM} look="main" busy={props.busy}>
            {t('prepareAct')}
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
          <p>{t('prepareText')}</p>
          <TextField
            label={t('editionTitle')}
            hint={t('editionTitleHint')}
            name="title"
            lang="vi"
            maxLength={300}
            required
            error={missing ? t('editionTitleMissing') : undefined}
          />
          <KindChoice correctable={props.correctable} />
          <PrepareProblem problem={props.problem} />
        </Stack>
      </form>
    </Dialog>
  );
}

function KindChoice({ correctable }: { readonly correctable: boolean }) {
  const { t } = useMessages(messages);
  if (!correctable) return <p>{t('firstKind')}</p>;
  const words = { amendment: t('kindAmendment'), erratum: t('kindErratum') };
  const hints = { amendment: t('kindAmendmentHint'), erratum: t('kindErratumHint') };
  return (
    <fieldset>
      <legend>
        <b>{t('kind')}</b>
      </legend>
      {KINDS.map((kind, index) => (
        <Tick
          key={kind}
          kind="radio"
          name="kind"
          value={kind}
          defaultChecked={index === 0}
          hint={hints[kind]}
        >
          {words[kind]}
        </Tick>
      ))}
    </fieldset>
  );
}

/** Why nothing was sealed, with what would change it. */
export function PrepareProblem({ problem }: { readonly problem: ApiProblem | undefined }) {
  const { t } = useMessages(messages);
  const waits = problem?.details['reason'] === 'candidate_waits';
  return (
    <ProblemNote problem={problem}>
      {problem?.code === 'curriculum.nothing_changed' && <p>{t('notReady')}</p>}
      {problem?.code === 'edition.wrong_state' && (
        <p>{t(waits ? 'candidateWaits' : 'nothingToCorrect')}</p>
      )}
      <RefusalList details={problem?.details} />
    </ProblemNote>
  );
}
