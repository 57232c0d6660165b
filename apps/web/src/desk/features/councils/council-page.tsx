import { downloadMinutes, readEdition, readEditionCouncil } from '@cam-nang/contracts/routes';
import { addressOf } from '../../../lib/api/call.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { LinkButton } from '../../../ui/button.js';
import { ScaleIcon } from '../../../ui/icons.js';
import { Disclosure } from '../../../ui/lists.js';
import { EmptyState, Loaded } from '../../../ui/states.js';
import { useRead } from '../../data/query.js';
import type { EditionDetail } from '../../kit/curriculum/types.js';
import { Hash, Pane, WorkHead } from '../../kit/work.js';
import { usePageParams } from '../../page.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import { CommentsBlock } from './comments-block.js';
import { ConfirmBlock } from './confirm-block.js';
import { ConveneForm } from './convene-form.js';
import { CouncilSide, hasCouncilSide, YOUR_VOTE } from './council-side.js';
import type { Council, EditionCouncil } from './council-types.js';
import styles from './councils.module.css';
import { MembersTable } from './members-table.js';
import { messages } from './messages/index.js';
import { TallyBlock } from './tally-block.js';

/** The council of an edition: who sits on it, how the vote stands, and what one may do. */
export function CouncilPage() {
  const { editionId } = usePageParams('council');
  const edition = useRead(readEdition, { params: { editionId } });
  const council = useRead(readEditionCouncil, { params: { editionId } }, { everyMs: 15_000 });
  return (
    <Loaded from={edition} page>
      {(detail) => (
        <Loaded from={council} page>
          {(state) => <Appraisal detail={detail} state={state} />}
        </Loaded>
      )}
    </Loaded>
  );
}

interface Props {
  readonly detail: EditionDetail;
  readonly state: EditionCouncil;
}

function Appraisal({ detail, state }: Props) {
  const { t } = useMessages(messages);
  const { edition } = detail;
  const title = t('councilTitle', { label: edition.label });
  usePlace(title, [
    { title: t('title'), href: href('councils') },
    { title: t('ofEdition', { label: edition.label }) },
  ]);
  const editionId = edition.id;
  return (
    <>
      <WorkHead
        title={title}
        facts={state.council === null ? undefined : <Facts council={state.council} />}
        actions={
          <>
            <Minutes council={state.council} />
            <ToVote council={state.council} />
            <LinkButton href={href('edition', { editionId }, { tab: 'tree' })}>
              {t('readText')}
            </LinkButton>
            <LinkButton href={href('edition', { editionId })}>{t('toEdition')}</LinkButton>
          </>
        }
      />
      <Body detail={detail} state={state} />
    </>
  );
}

/** On a phone the vote stands below everything that speaks for it: the way there comes first. */
function ToVote({ council }: { readonly council: Council | null }) {
  const { t } = useMessages(messages);
  const isDue = council !== null && council.allowed.vote && council.mine?.voted !== true;
  if (!isDue) return null;
  return (
    <LinkButton look="main" className={styles.toVote} href={`#${YOUR_VOTE}`}>
      {t('mineVote')}
    </LinkButton>
  );
}

/** The minutes exist once the council has decided. */
function Minutes({ council }: { readonly council: Council | null }) {
  const { t } = useMessages(messages);
  if (council === null || council.outcome === null) return null;
  const address = (format: 'pdf' | 'docx') =>
    addressOf(downloadMinutes, { params: { councilId: council.id }, query: { format } });
  return (
    <>
      <LinkButton href={address('pdf')} download>
        {t('minutesPdf')}
      </LinkButton>
      <LinkButton href={address('docx')} download>
        {t('minutesDocx')}
      </LinkButton>
    </>
  );
}

function Facts({ council }: { readonly council: Council }) {
  const { rich } = useMessages(messages);
  const format = useFormat();
  return rich('facts', {
    no: council.decisionNo,
    date: format.date(council.decisionDate),
    hash: <Hash>{council.manifestHash.slice(0, 8)}</Hash>,
    sent: format.date(council.papersSentOn),
  });
}

function Body({ detail, state }: Props) {
  const { t } = useMessages(messages);
  const { council, rules, allowed } = state;
  if (council !== null && !allowed.convene) {
    return (
      <Pane
        side={hasCouncilSide(council) ? <CouncilSide council={council} /> : undefined}
        sideLabel={t('yourVote')}
      >
        <ConfirmBlock editionId={detail.edition.id} state={state} />
        <MembersTable council={council} />
        <TallyBlock council={council} />
        <CommentsBlock editionId={detail.edition.id} />
      </Pane>
    );
  }
  if (rules !== null && allowed.convene) {
    return (
      <Pane>
        <ConfirmBlock editionId={detail.edition.id} state={state} />
        {state.confirmable === null ? (
          <ConveneForm editionId={detail.edition.id} rules={rules} />
        ) : (
          <Disclosure summary={t('conveneAnew')}>
            <ConveneForm editionId={detail.edition.id} rules={rules} />
          </Disclosure>
        )}
      </Pane>
    );
  }
  return (
    <Pane>
      <ConfirmBlock editionId={detail.edition.id} state={state} />
      {state.confirmable === null && state.confirmed === null && <NoCouncil state={state} />}
    </Pane>
  );
}

/** Nobody judges it: not yet, or because a signature is enough. */
function NoCouncil({ state: { required, rules } }: { readonly state: EditionCouncil }) {
  const { t } = useMessages(messages);
  return required && rules !== null ? (
    <EmptyState
      icon={ScaleIcon}
      title={t('notConvened')}
      text={t('notConvenedSay', { title: rules.title })}
    />
  ) : (
    <EmptyState icon={ScaleIcon} title={t('notRequired')} text={t('notRequiredSay')} />
  );
}
