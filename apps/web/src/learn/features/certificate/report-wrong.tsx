import { useState } from 'react';
import { reportPrintedData } from '@cam-nang/contracts/routes';
import { useAction } from '../../../lib/api/action.js';
import { call } from '../../../lib/api/call.js';
import { useProblemText } from '../../../lib/api/problem-text.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Note } from '../../../ui/banner.js';
import { Button, ButtonRow } from '../../../ui/button.js';
import { TextArea } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import text from '../../../ui/text.module.css';
import type { OwnCertificate } from './certificate-page.js';
import { messages } from './messages/index.js';

interface Props {
  readonly own: OwnCertificate;
  readonly enrolmentId: string;
  readonly onChanged: () => void;
}

/** Tells the office what is wrong with the name or date of birth, and what was told before. */
export function ReportWrong(props: Props) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const [writing, setWriting] = useState(false);
  const { reported } = props.own.printed;
  if (writing) return <ReportForm {...props} onClose={() => setWriting(false)} />;
  return (
    <>
      {reported === null ? (
        <p className={text.soft}>{t('wrongData')}</p>
      ) : (
        <Note look="warn">
          <p>
            {t('reported', { time: format.dateTime(reported.at) })} <q lang="vi">{reported.note}</q>
          </p>
          <p>{t('reportedNext')}</p>
        </Note>
      )}
      <ButtonRow>
        <Button onClick={() => setWriting(true)}>
          {t(reported === null ? 'reportWrong' : 'reportAgain')}
        </Button>
      </ButtonRow>
    </>
  );
}

function ReportForm(props: Props & { readonly onClose: () => void }) {
  const { t } = useMessages(messages);
  const say = useProblemText();
  const { fullName, birthDate, reported } = props.own.printed;
  const [note, setNote] = useState(reported?.note ?? '');
  const [missing, setMissing] = useState(false);
  const report = useAction(async ({ idempotencyKey }) => {
    const params = { enrolmentId: props.enrolmentId };
    const body = { fullName, birthDate, note: note.trim() };
    try {
      await call(reportPrintedData, { params, body }, { idempotencyKey });
      props.onClose();
    } finally {
      // Told, or put right by the office meanwhile: either way there is something new to show.
      props.onChanged();
    }
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(note.trim() === '');
        if (note.trim() !== '') void report.run();
      }}
    >
      <Stack>
        <TextArea
          label={t('reportLabel')}
          hint={t('reportHint')}
          lang="vi"
          maxLength={300}
          value={note}
          error={missing ? t('reportNeeded') : undefined}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {report.problem && (
          <Note look="bad" alert>
            {report.problem.code === 'request.stale' ? t('dataChanged') : say(report.problem)}
          </Note>
        )}
        <ButtonRow>
          <Button type="submit" look="main" busy={report.busy}>
            {t('reportSend')}
          </Button>
          <Button onClick={props.onClose}>{t('reportCancel')}</Button>
        </ButtonRow>
      </Stack>
    </form>
  );
}
