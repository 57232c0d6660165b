import { readProposal } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { pick } from '../../../lib/i18n/pick.js';
import { Note } from '../../../ui/banner.js';
import { Loaded } from '../../../ui/states.js';
import { useRead } from '../../data/query.js';
import { Pane, WorkHead } from '../../kit/work.js';
import { usePageParams } from '../../page.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import { AwardActs } from './award-acts.js';
import { AwardLists } from './award-lists.js';
import type { Proposal } from './award-types.js';
import { ChangeList } from './change-list.js';
import { ComputeButton } from './compute-button.js';
import { messages } from './messages/index.js';
import { ProposalPaper } from './proposal-paper.js';
import { ProposalState } from './proposal-state.js';
import { SignForm, useSigning } from './sign-form.js';

/** An award of a cohort: who gets the paper, who does not and why; submit, return, sign. */
export function AwardPage() {
  const { proposalId } = usePageParams('award');
  const proposal = useRead(readProposal, { params: { proposalId } });
  return (
    <Loaded from={proposal} page>
      {(data) => <Award key={`${data.id}-${data.listHash}`} proposal={data} />}
    </Loaded>
  );
}

function Award({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useMessages(messages);
  const signing = useSigning(proposal);
  const { cohort, state, allowed, returnedReason } = proposal;
  usePlace(`${t('title')} ${cohort.code}`, [
    { title: t('title'), href: href('awards') },
    { title: cohort.code, href: href('cohort', { cohortId: cohort.id }) },
    { title: t('round', { round: proposal.round }) },
  ]);
  return (
    <>
      <AwardHead proposal={proposal} />
      <Pane
        flush
        sideLabel={t('proposal', { round: proposal.round })}
        side={
          <>
            {state === 'returned' && returnedReason !== null && (
              <Note look="warn">
                <p>{t('returnedNote', { reason: returnedReason })}</p>
                {allowed.compute && <p>{t('returnedNext')}</p>}
              </Note>
            )}
            {allowed.sign && <SignForm signing={signing} />}
            <ChangeList proposal={proposal} />
            <ProposalPaper proposal={proposal} />
          </>
        }
      >
        <AwardLists proposal={proposal} />
      </Pane>
      <AwardActs proposal={proposal} signing={signing} />
    </>
  );
}

function AwardHead({ proposal }: { readonly proposal: Proposal }) {
  const { t, rich, locale } = useMessages(messages);
  const format = useFormat();
  const { cohort, ruleSet, state } = proposal;
  const noun = pick(locale, proposal.typeNoun, proposal.typeNounEn).toLocaleLowerCase('vi');
  const facts = [
    t('people', { count: proposal.eligible.length + proposal.notEligible.length }),
    t('edition', { label: proposal.edition.label }),
    t('closed', { date: format.date(cohort.closesOn) }),
  ];
  return (
    <WorkHead
      title={t('titleOf', { noun, cohort: cohort.code })}
      facts={
        <>
          <ProposalState state={state} />{' '}
          {rich('computedFacts', {
            time: <b>{format.dateTime(proposal.computedAt)}</b>,
            rules: <span title={pick(locale, ruleSet.title, ruleSet.titleEn)}>{ruleSet.code}</span>,
          })}
          {` · ${facts.join(' · ')}`}
        </>
      }
      actions={
        proposal.allowed.compute && (
          <ComputeButton
            cohort={cohort}
            word={state === 'signed' ? 'computeNext' : 'computeAgain'}
          />
        )
      }
    />
  );
}
