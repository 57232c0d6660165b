import { useState } from 'react';
import {
  listProposals,
  listRegister,
  readProposal,
  signAward,
  submitProposal,
} from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Button, LinkButton } from '../../../ui/button.js';
import { SendIcon, StampIcon } from '../../../ui/icons.js';
import { useGo } from '../../../ui/link.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { ActDesk } from '../../kit/work.js';
import { href } from '../../routes.js';
import type { Proposal } from './award-types.js';
import styles from './awards.module.css';
import { useAwardCheckWords } from './check-words.js';
import { messages } from './messages/index.js';
import { RefusalNote } from './refusal-note.js';
import { ReturnDialog } from './return-dialog.js';
import { useSignWords, type Signing } from './sign-form.js';
import { signBody } from './sign-model.js';

interface WithProposal {
  readonly proposal: Proposal;
}

/** The one act that is due on an award, what it will do, or why it cannot be done. */
export function AwardActs({ proposal, signing }: WithProposal & { readonly signing: Signing }) {
  switch (proposal.state) {
    case 'computed':
      return <SubmitBar proposal={proposal} />;
    case 'submitted':
      return <SignBar proposal={proposal} signing={signing} />;
    case 'signed':
      return <SignedBar proposal={proposal} />;
    case 'returned':
      return null;
  }
}

function SubmitBar({ proposal }: WithProposal) {
  const { t, rich } = useMessages(messages);
  const count = proposal.eligible.length;
  const act = useAct(submitProposal, {
    changes: [readProposal, listProposals],
    onDone: () => toast(t('submitted', { count })),
  });
  if (!proposal.allowed.submit)
    return <ActDesk say={<WhyNotSubmit proposal={proposal} />}>{null}</ActDesk>;
  const others = proposal.notEligible.length;
  return (
    <ActDesk
      say={
        <>
          <b>{rich('saySubmit', { people: t('people', { count }) })}</b>{' '}
          <span className={styles.soft}>
            {t('saySubmitSub', { name: proposal.computedBy, count: others })}
          </span>
        </>
      }
    >
      <RefusalNote problem={act.problem} />
      <Button
        look="main"
        busy={act.busy}
        onClick={() =>
          void act.run({
            params: { proposalId: proposal.id },
            body: { listHash: proposal.listHash },
          })
        }
      >
        <SendIcon />
        {t('submit', { round: proposal.round })}
      </Button>
    </ActDesk>
  );
}

function WhyNotSubmit({ proposal }: WithProposal) {
  const { t } = useMessages(messages);
  const words = useAwardCheckWords();
  const blocking = proposal.checks.find((check) => check.blocking && !check.met);
  if (blocking !== undefined) {
    const said = words(blocking);
    const reason = `${said.charAt(0).toLocaleLowerCase('vi')}${said.slice(1)}`;
    return t('whyBlocked', { reason });
  }
  if (proposal.eligible.length === 0) return t('whyNobody');
  return t('computedWaits', { name: proposal.computedBy });
}

function SignBar({ proposal, signing }: WithProposal & { readonly signing: Signing }) {
  const { t } = useMessages(messages);
  const [returning, setReturning] = useState(false);
  const go = useGo();
  const act = useAct(signAward, {
    changes: [readProposal, listProposals, listRegister],
    onDone: ({ decisionId }) => {
      toast(t('signed', { count: proposal.eligible.length }));
      go(href('issuing', { decisionId }));
    },
  });
  const { allowed, listHash } = proposal;
  const body = signBody(signing.values, listHash);
  return (
    <ActDesk say={<SaySign proposal={proposal} signing={signing} />}>
      <RefusalNote problem={act.problem} />
      {allowed.return && <Button onClick={() => setReturning(true)}>{t('return')}</Button>}
      {allowed.sign && (
        <Button
          look="main"
          busy={act.busy}
          disabled={!signing.state.ready}
          onClick={() => void act.run({ params: { proposalId: proposal.id }, body })}
        >
          <StampIcon />
          {t('sign')}
        </Button>
      )}
      <ReturnDialog proposal={proposal} open={returning} onClose={() => setReturning(false)} />
    </ActDesk>
  );
}

function SaySign({ proposal, signing }: WithProposal & { readonly signing: Signing }) {
  const { t } = useMessages(messages);
  const sayWrong = useSignWords(signing);
  const { allowed } = proposal;
  if (!allowed.sign) return <WhyNotSign proposal={proposal} />;
  const { missing, errors } = signing.state;
  const wrong = Object.values(errors)[0];
  const open = missing.map((field) => t(`missing.${field}`)).join(', ');
  return (
    <>
      <b>{t('saySign', serialsOf(proposal, t('people', { count: proposal.eligible.length })))}</b>{' '}
      <span className={styles.soft} role="status">
        {wrong !== undefined && sayWrong(wrong)}
        {wrong === undefined && (open === '' ? t('saySignSub') : t('signMissing', { what: open }))}
      </span>
    </>
  );
}

function WhyNotSign({ proposal }: WithProposal) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { computedBy, submittedBy, submittedAt, allowed } = proposal;
  const submitted = submittedBy ?? computedBy;
  if (allowed.whyNotSign === 'permission.same_person') {
    return t('whySamePerson', { computed: computedBy, submitted });
  }
  if (allowed.whyNotSign === 'award.nobody_eligible') return t('whyNobody');
  const time = submittedAt === null ? '–' : format.dateTime(submittedAt);
  return t('waitsForSigner', { time, name: submitted });
}

function SignedBar({ proposal }: WithProposal) {
  const { t } = useMessages(messages);
  const { decisionId } = proposal;
  const said = serialsOf(proposal, t('people', { count: proposal.eligible.length }));
  return (
    <ActDesk say={<b>{t('saySigned', said)}</b>}>
      <LinkButton href={href('register')}>{t('register')}</LinkButton>
      {decisionId !== null && (
        <LinkButton look="main" href={href('issuing', { decisionId })}>
          {t('progress')}
        </LinkButton>
      )}
    </ActDesk>
  );
}

/** Values of the sentences about numbers; a number never breaks at its space. */
function serialsOf({ nextSerial, lastSerial }: Proposal, people: string) {
  const whole = (serial: string) => serial.replaceAll(' ', '\u00a0');
  return { people, first: whole(nextSerial), last: whole(lastSerial ?? nextSerial) };
}
