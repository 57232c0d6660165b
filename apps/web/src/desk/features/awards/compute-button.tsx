import { computeAward, listProposals, readProposal } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button, type ButtonLook } from '../../../ui/button.js';
import { RotateCcwIcon } from '../../../ui/icons.js';
import { useGo } from '../../../ui/link.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';
import { RefusalNote } from './refusal-note.js';

/** Computes the award list of a cohort, for the first time or again, and goes to it. */
export function ComputeButton(props: {
  readonly cohort: { readonly id: string; readonly code: string };
  readonly word: 'compute' | 'computeAgain' | 'computeNext';
  readonly look?: ButtonLook;
}) {
  const { t } = useMessages(messages);
  const go = useGo();
  const act = useAct(computeAward, {
    changes: [readProposal, listProposals],
    onDone: ({ id, eligible, notEligible }) => {
      const counts = { eligible: eligible.length, notEligible: notEligible.length };
      toast(t('computedToast', counts));
      go(href('award', { proposalId: id }));
    },
  });
  const { cohort, word, look = 'plain' } = props;
  return (
    <>
      <Button
        look={look}
        busy={act.busy}
        aria-label={word === 'compute' ? t('computeOf', { cohort: cohort.code }) : undefined}
        onClick={() => void act.run({ params: { cohortId: cohort.id } })}
      >
        {word !== 'compute' && <RotateCcwIcon />}
        {t(word)}
      </Button>
      <RefusalNote problem={act.problem} />
    </>
  );
}
