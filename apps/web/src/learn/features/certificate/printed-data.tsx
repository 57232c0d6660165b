import { confirmPrintedData } from '@cam-nang/contracts/routes';
import { useAction } from '../../../lib/api/action.js';
import { call } from '../../../lib/api/call.js';
import { useProblemText } from '../../../lib/api/problem-text.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Note } from '../../../ui/banner.js';
import { Button } from '../../../ui/button.js';
import { CircleCheckIcon } from '../../../ui/icons.js';
import { Section, Stack } from '../../../ui/layout.js';
import { Facts } from '../../../ui/lists.js';
import { Status } from '../../../ui/tag.js';
import type { OwnCertificate } from './certificate-page.js';
import { PRINTED } from './condition-list.js';
import { messages } from './messages/index.js';
import { ReportWrong } from './report-wrong.js';

/** The name and date of birth that will be printed, to be confirmed letter by letter. */
export function PrintedData(props: {
  readonly own: OwnCertificate;
  readonly enrolmentId: string;
  readonly onChanged: () => void;
}) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { printed } = props.own;
  const { fullName, birthDate, confirmedAt } = printed;
  return (
    <div id={PRINTED} tabIndex={-1}>
      <Section title={t('printed')}>
        <Stack>
          <Facts
            facts={[
              { name: t('name'), value: <span lang="vi">{fullName}</span> },
              {
                name: t('birthDate'),
                value: birthDate === null ? t('noBirthDate') : format.date(birthDate),
              },
            ]}
          />
          {confirmedAt !== null && (
            <Status icon={CircleCheckIcon} tone="ok">
              {t('confirmed', { time: format.dateTime(confirmedAt) })}
            </Status>
          )}
          {printed.mayConfirm && <Confirm {...props} />}
          {printed.mayReport && <ReportWrong {...props} />}
        </Stack>
      </Section>
    </div>
  );
}

function Confirm(props: {
  readonly own: OwnCertificate;
  readonly enrolmentId: string;
  readonly onChanged: () => void;
}) {
  const { t } = useMessages(messages);
  const say = useProblemText();
  const { fullName, birthDate } = props.own.printed;
  const confirm = useAction(async ({ idempotencyKey }) => {
    const params = { enrolmentId: props.enrolmentId };
    try {
      const body = { fullName, birthDate };
      await call(confirmPrintedData, { params, body }, { idempotencyKey });
    } finally {
      // Confirmed, or changed by the office meanwhile: either way there is something new to show.
      props.onChanged();
    }
  });
  if (birthDate === null) return <Note look="warn">{t('birthDateFirst')}</Note>;
  return (
    <>
      <Button busy={confirm.busy} onClick={() => void confirm.run()}>
        {t('confirm')}
      </Button>
      {confirm.problem && (
        <Note look="bad" alert>
          {confirm.problem.code === 'request.stale' ? t('dataChanged') : say(confirm.problem)}
        </Note>
      )}
    </>
  );
}
