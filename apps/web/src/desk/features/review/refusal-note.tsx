import type { ApiProblem } from '../../../lib/api/problem.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Link } from '../../../ui/link.js';
import type { RequestView } from '../../kit/curriculum/types.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';
import { namedIn } from './model/errata-first.js';
import { stuckNodes, type StuckNode } from './model/stuck-nodes.js';

type AdviceKey =
  | 'outdated'
  | 'amended'
  | 'unapproved'
  | 'state'
  | 'samePerson'
  | 'hours'
  | 'structure'
  | 'nothing';

const advice: Readonly<Record<string, AdviceKey>> = {
  'change_request.verdict_outdated': 'outdated',
  'change_request.wrong_state': 'state',
  'permission.same_person': 'samePerson',
  'curriculum.hours_do_not_add_up': 'hours',
  'curriculum.structure_invalid': 'structure',
  'curriculum.nothing_changed': 'nothing',
};

/** A refused act on the request: why, and what to do now. */
export function RefusalNote(props: {
  readonly problem: ApiProblem | undefined;
  readonly request: Pick<RequestView, 'id' | 'movesTo'>;
  /** A merge is refused as outdated when the approvals fell, not because the page is old. */
  readonly merging?: boolean | undefined;
}) {
  const { t } = useMessages(messages);
  const { problem, request } = props;
  if (problem === undefined) return null;
  const known = advice[problem.code];
  const key = known === 'outdated' ? outdatedAdvice(problem, props.merging === true) : known;
  const nodes = problem.code === 'curriculum.base_moved' ? stuckNodes(problem.details) : [];
  const waiting =
    problem.code === 'change_request.errata_first' ? namedIn(problem.details) : undefined;
  return (
    <ProblemNote problem={problem}>
      {key !== undefined && <p>{t(`advice.${key}`)}</p>}
      {waiting !== undefined && <p>{t(`advice.errataFirst.${waiting.hindrance}`, waiting)}</p>}
      {nodes.length > 0 && <StuckList nodes={nodes} request={request} />}
    </ProblemNote>
  );
}

function outdatedAdvice({ details }: ApiProblem, merging: boolean): AdviceKey {
  if (merging) return 'unapproved';
  const { changed } = details;
  return Array.isArray(changed) && changed.includes('kind') ? 'amended' : 'outdated';
}

/** What two requests changed, or what the line of errata says otherwise, each with the way to it in the tree. */
function StuckList(props: {
  readonly nodes: readonly StuckNode[];
  readonly request: Pick<RequestView, 'id' | 'movesTo'>;
}) {
  const { t, rich } = useMessages(messages);
  const { nodes, request } = props;
  const { id: requestId, movesTo: edition } = request;
  const names = nodes.map(({ nodeId, label, title }, index) => (
    <span key={nodeId}>
      {index > 0 && ', '}
      <Link href={href('changeRequest', { requestId }, { node: nodeId })} lang="vi">
        {`${label} ${title}`.trim()}
      </Link>
    </span>
  ));
  return (
    <>
      <p>
        {edition === null
          ? rich('stuck', { count: nodes.length, names: <>{names}</> })
          : rich('stuckLine', { count: nodes.length, names: <>{names}</>, edition })}
      </p>
      <p>
        {t(edition === null ? 'stuckNext' : 'stuckLineNext')}{' '}
        <Link href={href('conflicts', { requestId })}>{t('toConflicts')}</Link>
      </p>
    </>
  );
}
