import { useState } from 'react';
import {
  computeAward,
  listCohorts,
  moveCohortState,
  readBoard,
  readCohort,
} from '@cam-nang/contracts/routes';
import { useProblemText } from '../../../lib/api/problem-text.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Note } from '../../../ui/banner.js';
import { Button, ButtonRow, LinkButton } from '../../../ui/button.js';
import { AwardIcon, LockIcon } from '../../../ui/icons.js';
import { Dialog } from '../../../ui/overlay.js';
import { useGo } from '../../../ui/link.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { href } from '../../routes.js';
import type { Cohort } from '../../kit/cohort/cohort-head.js';
import { messages } from './messages/index.js';

type State = Cohort['state'];

/** What may be done with a cohort now: its next states, enrolment, award. */
export function CohortActs({ cohort }: { readonly cohort: Cohort }) {
  const { t } = useMessages(messages);
  const [wanted, setWanted] = useState<State>();
  return (
    <>
      {cohort.allowed.enrol && (
        <LinkButton href={href('cohortPeople', { cohortId: cohort.id })}>{t('enrol')}</LinkButton>
      )}
      {cohort.allowed.nextStates.map((state) => (
        <Button key={state} onClick={() => setWanted(state)}>
          {t(`to_${state}`)}
        </Button>
      ))}
      {cohort.allowed.closedByOthers && (
        <Note look="plain" icon={LockIcon}>
          {t('closedByOthers')}
        </Note>
      )}
      {cohort.allowed.computeAward && <AwardButton cohort={cohort} />}
      {wanted !== undefined && (
        <MoveDialog cohort={cohort} to={wanted} onClose={() => setWanted(undefined)} />
      )}
    </>
  );
}

function AwardButton({ cohort }: { readonly cohort: Cohort }) {
  const { t } = useMessages(messages);
  const say = useProblemText();
  const go = useGo();
  const compute = useAct(computeAward, {
    onDone: (proposal) => go(href('award', { proposalId: proposal.id })),
  });
  return (
    <>
      <Button
        look="main"
        busy={compute.busy}
        onClick={() => void compute.run({ params: { cohortId: cohort.id } })}
      >
        <AwardIcon />
        {t('award')}
      </Button>
      {compute.problem && (
        <Note look="bad" alert>
          {say(compute.problem)}
        </Note>
      )}
    </>
  );
}

function MoveDialog(props: {
  readonly cohort: Cohort;
  readonly to: State;
  readonly onClose: () => void;
}) {
  const { t } = useMessages(messages);
  const say = useProblemText();
  const { cohort, to, onClose } = props;
  const move = useAct(moveCohortState, {
    changes: [readCohort, readBoard, listCohorts],
    onDone: () => {
      toast(t('moved', { state: t(to) }));
      onClose();
    },
  });
  return (
    <Dialog open title={t('confirmMove', { code: cohort.code, state: t(to) })} onClose={onClose}>
      <p>{t('confirmText', { count: cohort.enrolled })}</p>
      {move.problem && (
        <Note look="bad" alert>
          {say(move.problem)}
        </Note>
      )}
      <ButtonRow>
        <Button
          look="main"
          busy={move.busy}
          onClick={() => void move.run({ params: { cohortId: cohort.id }, body: { to } })}
        >
          {t(`to_${to}`)}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </ButtonRow>
    </Dialog>
  );
}
