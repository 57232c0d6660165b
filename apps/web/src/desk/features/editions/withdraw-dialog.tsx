import { useState } from 'react';
import {
  listCohorts,
  listCourses,
  readCourse,
  readEdition,
  withdrawEdition,
} from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { typedDate } from '../../../lib/i18n/typed.js';
import { todayInHanoi } from '../../../lib/session/today-in-hanoi.js';
import { Button } from '../../../ui/button.js';
import { CircleXIcon } from '../../../ui/icons.js';
import { Stack } from '../../../ui/layout.js';
import { Dialog } from '../../../ui/overlay.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import type { EditionDetail } from '../../kit/curriculum/types.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { messages } from './messages/index.js';
import { WithdrawEffect, WithdrawFields } from './withdraw-fields.js';
import { judgeWithdrawal, withdrawBody, type WithdrawValues } from './withdraw-model.js';

interface Props {
  readonly detail: EditionDetail;
  readonly withdrawing: NonNullable<EditionDetail['withdrawing']>;
}

/** Opens the dialog in which an edition is withdrawn. */
export function WithdrawButton({ detail }: { readonly detail: EditionDetail }) {
  const { t } = useMessages(messages);
  const [open, setOpen] = useState(false);
  const { withdrawing } = detail;
  if (withdrawing === null) return null;
  return (
    <>
      <Button block onClick={() => setOpen(true)}>
        <CircleXIcon />
        {t('withdraw.act')}
      </Button>
      {open && (
        <WithdrawDialog detail={detail} withdrawing={withdrawing} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

/** The decision that withdraws an edition, what it does to cohorts, and the act itself. */
function WithdrawDialog({
  detail,
  withdrawing,
  onClose,
}: Props & { readonly onClose: () => void }) {
  const { t } = useMessages(messages);
  const { id: editionId, label, decisionNo, decisionDate } = detail.edition;
  const today = todayInHanoi();
  const [values, setValues] = useState<WithdrawValues>(() => ({
    decisionNo: '',
    decisionDate: typedDate(today),
    reason: '',
    on: typedDate(today),
    fallback: '',
    confirmation: '',
  }));
  const [pressed, setPressed] = useState(false);
  const errors = judgeWithdrawal(values, {
    today,
    governs: withdrawing.governs,
    issuedBy: { decisionNo, decisionDate },
  });
  const act = useAct(withdrawEdition, {
    changes: [readEdition, readCourse, listCourses, listCohorts],
    onDone: () => {
      toast(t('withdraw.done', { label }));
      onClose();
    },
  });
  const send = () => {
    setPressed(true);
    if (Object.keys(errors).length > 0) return;
    void act.run({ params: { editionId }, body: withdrawBody(values) });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('withdraw.title', { label })}
      actions={
        <>
          <Button look="danger" busy={act.busy} onClick={send}>
            {t('withdraw.act')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <Stack>
        <WithdrawEffect detail={detail} withdrawing={withdrawing} values={values} />
        <WithdrawFields
          withdrawing={withdrawing}
          values={values}
          errors={pressed ? errors : {}}
          refused={act.problem?.fields.map(({ path }) => path) ?? []}
          set={(field, value) => setValues((before) => ({ ...before, [field]: value }))}
        />
        <ProblemNote problem={act.problem} />
        <p>{t('freshHint')}</p>
      </Stack>
    </Dialog>
  );
}
