import { useState } from 'react';
import type { listEnrolments as contract, ResponseOf } from '@cam-nang/contracts';
import {
  listEnrolments,
  readBoard,
  readCohort,
  withdrawEnrolment,
} from '@cam-nang/contracts/routes';
import { useProblemText } from '../../../lib/api/problem-text.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Note } from '../../../ui/banner.js';
import { Button, ButtonRow } from '../../../ui/button.js';
import { TextArea } from '../../../ui/field.js';
import { Dialog } from '../../../ui/overlay.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { messages } from './messages/index.js';

type Person = ResponseOf<typeof contract>['enrolments'][number];

/** Takes a person out of the cohort, with a reason. */
export function WithdrawDialog({
  person,
  onClose,
}: {
  readonly person: Person;
  readonly onClose: () => void;
}) {
  const { t } = useMessages(messages);
  const say = useProblemText();
  const [reason, setReason] = useState('');
  const withdraw = useAct(withdrawEnrolment, {
    changes: [listEnrolments, readCohort, readBoard],
    onDone: () => {
      toast(t('withdrawnDone'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('withdrawTitle', { name: person.fullName })} onClose={onClose}>
      <TextArea
        label={t('reason')}
        hint={t('reasonHint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={300}
      />
      {withdraw.problem && (
        <Note look="bad" alert>
          {say(withdraw.problem)}
        </Note>
      )}
      <ButtonRow>
        <Button
          look="danger"
          busy={withdraw.busy}
          disabled={reason.trim() === ''}
          onClick={() =>
            void withdraw.run({ params: { enrolmentId: person.id }, body: { reason } })
          }
        >
          {t('withdraw')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </ButtonRow>
    </Dialog>
  );
}
