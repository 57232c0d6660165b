import { decideConflict, readConflicts, takeOverHead } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button, LinkButton } from '../../../ui/button.js';
import { GitMergeIcon } from '../../../ui/icons.js';
import { useGo } from '../../../ui/link.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { invalidate, putRead } from '../../data/query.js';
import type { Choice } from '../../kit/conflicts/use-choice.js';
import type { RequestView } from '../../kit/curriculum/types.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { ActDesk } from '../../kit/work.js';
import { useChangePageQuery } from '../../page.js';
import { href } from '../../routes.js';
import { CHANGED_BY_TAKING_OVER } from './changed-by-taking-over.js';
import { messages } from './messages/index.js';
import { nextOpen, type Conflict, type Conflicts } from './model/conflict.js';

interface Props {
  readonly request: RequestView;
  readonly data: Conflicts;
  readonly shown: Conflict | undefined;
  readonly choice: Choice | undefined;
}

/** Keeps the choice and goes on; with every place chosen, takes the main text over. */
export function ConflictActs(props: Props) {
  const { t } = useMessages(messages);
  const { request, shown, choice } = props;
  return (
    <ActDesk say={<Say {...props} />}>
      <LinkButton href={href('review', { requestId: request.id })}>
        {t(props.data.outdated ? 'later' : 'back')}
      </LinkButton>
      {shown !== undefined && choice !== undefined && (
        <Keep {...props} shown={shown} choice={choice} />
      )}
      {props.data.outdated && <TakeOver {...props} />}
    </ActDesk>
  );
}

function Say({ data }: Props) {
  const { t } = useMessages(messages);
  if (!data.outdated) return t('current');
  if (!data.allowed.decide) return t('noRight');
  if (data.open > 0) return t('left', { count: data.open });
  const chosen = data.conflicts.length > 0;
  const { movesTo: edition } = data;
  if (edition !== null) return t(chosen ? 'readyLine' : 'cleanLine', { edition });
  return t(chosen ? 'ready' : 'clean');
}

function Keep(props: Props & { readonly shown: Conflict; readonly choice: Choice }) {
  const { t } = useMessages(messages);
  const change = useChangePageQuery();
  const { request, data, shown, choice } = props;
  const params = { requestId: request.id };
  const next = nextOpen(data.conflicts, shown.id);
  const act = useAct(decideConflict, {
    onDone: (answer) => {
      putRead(readConflicts, { params }, () => answer);
      toast(t('kept'));
      if (next !== undefined) change({ place: next.id });
    },
  });
  const keep = async () => {
    if (choice.decision === undefined) return;
    const { id: conflictId, triple } = shown;
    const done = await act.run({ params, body: { conflictId, triple, decision: choice.decision } });
    if (!done) await invalidate(readConflicts);
  };
  if (!data.allowed.decide) return null;
  const number = next === undefined ? 0 : data.conflicts.indexOf(next) + 1;
  return (
    <>
      <ProblemNote problem={act.problem} />
      <Button
        look={data.open > 0 ? 'main' : undefined}
        busy={act.busy}
        disabled={choice.decision === undefined}
        onClick={() => void keep()}
      >
        {next === undefined ? t('keep') : t('keepNext', { number })}
      </Button>
    </>
  );
}

function TakeOver({ request, data }: Props) {
  const { t } = useMessages(messages);
  const go = useGo();
  const { movesTo: edition } = data;
  const act = useAct(takeOverHead, {
    changes: CHANGED_BY_TAKING_OVER,
    onDone: () => {
      toast(edition === null ? t('takenOver') : t('takenOverLine', { edition }));
      go(href('review', { requestId: request.id }));
    },
  });
  const takeOver = async () => {
    const done = await act.run({ params: { requestId: request.id } });
    if (!done) await invalidate(readConflicts);
  };
  if (!data.allowed.takeOver) return null;
  return (
    <>
      <ProblemNote problem={act.problem} />
      <Button look="main" busy={act.busy} onClick={() => void takeOver()}>
        <GitMergeIcon />
        {t(edition === null ? 'takeOver' : 'takeOverLine')}
      </Button>
    </>
  );
}
