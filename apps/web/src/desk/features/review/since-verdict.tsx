import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Link } from '../../../ui/link.js';
import { Skeleton } from '../../../ui/states.js';
import type { RequestSince, Review } from '../../kit/curriculum/types.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';
import styles from './review.module.css';
import { useSince } from './use-since.js';
import { useChangedWords } from './use-changed-words.js';

export type SinceNode = RequestSince['nodes'][number];

/** Named in the list of verdicts; the others are counted, and stand in the comparison. */
const NAMED = 3;

/** Why a verdict no longer counts: what was written after it, by whom and when, and the way to the difference. */
export function SinceVerdict(props: {
  readonly requestId: string;
  readonly review: Pick<Review, 'overlayHash'>;
  /** The request as it stands; what changed since is another thing for each version of it. */
  readonly now: string;
}) {
  const { t } = useMessages(messages);
  const { requestId, review, now } = props;
  const { overlayHash } = review;
  const { data, problem } = useSince({ requestId, overlayHash, now });
  if (problem !== undefined && data === undefined) return <ProblemNote problem={problem} />;
  if (data === undefined) return <Skeleton lines={[80]} />;
  const named = data.nodes.slice(0, NAMED);
  const others = data.nodes.length - named.length;
  return (
    <div className={styles.since}>
      {data.regrounded && <p>{t('sinceMoved')}</p>}
      <p>{t(headOf(data))}</p>
      <ul>
        {named.map((node) => (
          <li key={node.nodeId}>
            <SinceLine node={node} />
          </li>
        ))}
        {others > 0 && <li>{t('sinceOthers', { count: others })}</li>}
      </ul>
      {data.nodes.length > 0 && (
        <Link href={href('review', { requestId }, { since: overlayHash })}>{t('sinceShow')}</Link>
      )}
    </div>
  );
}

/** A verdict on an erratum falls without a changed word when the request becomes an amendment. */
function headOf({ nodes, complete }: RequestSince): 'sinceHead' | 'sinceNothing' | 'sinceUnknown' {
  if (nodes.length > 0) return 'sinceHead';
  return complete ? 'sinceNothing' : 'sinceUnknown';
}

function SinceLine({ node }: { readonly node: SinceNode }) {
  const words = useChangedWords();
  const facts = useSinceFacts();
  return (
    <>
      {words.mark(node)} <span lang="vi">{node.title}</span> · {facts(node)}
    </>
  );
}

/** "đổi chữ, Quách Thị Hằng, 09:41 12/05/2026": what happened to a node, who did it and when. */
export function useSinceFacts(): (node: SinceNode) => string {
  const { t } = useMessages(messages);
  const format = useFormat();
  return ({ diff, by, at }) => {
    const { status, moved, documentChanged } = diff;
    const changed = [
      ...(moved ? [t('since.moved')] : []),
      ...(documentChanged ? [t('since.text')] : []),
    ];
    const what =
      status !== 'changed'
        ? t(`since.${status}`)
        : changed.length > 0
          ? changed.join(', ')
          : t('since.settings');
    const facts = [what, by.join(', '), at === null ? '' : format.dateTime(at)];
    return facts.filter((fact) => fact !== '').join(', ');
  };
}
