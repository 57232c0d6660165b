import { useState } from 'react';
import {
  listChangeRequests,
  listCourses,
  openChangeRequest,
  readCourse,
} from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button } from '../../../ui/button.js';
import { TextArea, TextField, Tick } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { useGo } from '../../../ui/link.js';
import { Dialog } from '../../../ui/overlay.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';

const KINDS = ['amendment', 'erratum'] as const;
const FORM = 'open-change-request';

/** Begins a change request: what it is called, why, and of which kind. */
export function OpenRequestDialog(props: {
  readonly courseId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useMessages(messages);
  const go = useGo();
  const act = useAct(openChangeRequest, {
    changes: [listChangeRequests, listCourses, readCourse],
    onDone: (request) => {
      toast(t('opened', { number: request.number }));
      go(href('changeRequest', { requestId: request.id }));
    },
  });
  const [missing, setMissing] = useState(false);
  const submit = (data: FormData) => {
    const title = String(data.get('title') ?? '').trim();
    setMissing(title === '');
    if (title === '') return;
    const kind = data.get('kind') === 'erratum' ? 'erratum' : 'amendment';
    const reason = String(data.get('reason') ?? '').trim();
    void act.run({ params: { courseId: props.courseId }, body: { title, reason, kind } });
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('openRequest')}
      actions={
        <>
          <Button type="submit" form={FORM} look="main" busy={act.busy}>
            {t('open')}
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
          <TextField
            label={t('requestTitle')}
            hint={t('requestTitleHint')}
            name="title"
            maxLength={200}
            required
            error={missing ? t('titleMissing') : undefined}
          />
          <TextArea label={t('requestReason')} name="reason" maxLength={2000} rows={3} optional />
          <KindChoice />
          <ProblemNote problem={act.problem} />
        </Stack>
      </form>
    </Dialog>
  );
}

/** Amendment or erratum, with what each may do. */
export function KindChoice() {
  const { t } = useMessages(messages);
  const words = { amendment: t('kindAmendment'), erratum: t('kindErratum') };
  return (
    <fieldset>
      <legend>
        <b>{t('requestKind')}</b>
      </legend>
      {KINDS.map((kind, index) => (
        <Tick key={kind} kind="radio" name="kind" value={kind} defaultChecked={index === 0}>
          {words[kind]}
        </Tick>
      ))}
    </fieldset>
  );
}
