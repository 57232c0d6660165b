import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Link } from '../../../ui/link.js';
import { Disclosure } from '../../../ui/lists.js';
import { firstThread } from '../../editor/threads/model/thread-places.js';
import { NotRead, Stale, useThreadCount } from '../../editor/threads/thread-list.js';
import { threadAnchor, type ThreadView } from '../../editor/threads/thread-types.js';
import type { Commenting } from '../../editor/threads/use-commenting.js';
import { CheckList, type CheckLink } from '../../kit/curriculum/check-list.js';
import { useCheckWords } from '../../kit/curriculum/check-words.js';
import type { ChangedNode, RequestView } from '../../kit/curriculum/types.js';
import { Strip } from '../../kit/work.js';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';
import styles from './review.module.css';
import { StructureList } from './structure-list.js';
import { VerdictList } from './verdict-list.js';

interface Props {
  readonly request: RequestView;
  readonly nodes: readonly ChangedNode[];
  readonly commenting: Commenting;
}

/** Why · tree and checks · who judged which version. */
export function ReviewStrip(props: Props) {
  return (
    <Strip>
      <Why request={props.request} />
      <TreeAndChecks {...props} />
      <VerdictList request={props.request} />
    </Strip>
  );
}

function Why({ request }: { readonly request: RequestView }) {
  const { t } = useMessages(messages);
  const paragraphs = request.reason.split(/\n+/).filter((line) => line.trim() !== '');
  return (
    <section aria-labelledby="review-why" className={styles.why}>
      <h2 id="review-why" className={styles.head}>
        {t('why')}
      </h2>
      {paragraphs.map((line, index) => (
        <p key={index} lang="vi">
          {line}
        </p>
      ))}
      {paragraphs.length === 0 && <p className={styles.soft}>{t('noReason')}</p>}
      {request.allowed.edit && (
        <p>
          <Link href={href('changeRequest', { requestId: request.id })}>{t('describe')}</Link>
        </p>
      )}
    </section>
  );
}

function TreeAndChecks({ request, nodes, commenting }: Props) {
  const { t } = useMessages(messages);
  const words = useCheckWords();
  const { checks } = request;
  const first = firstThread(commenting.threads);
  const linkTo: CheckLink = ({ code, nodeId, params }) => {
    if (nodeId !== null) return href('changeRequest', { requestId: request.id }, { node: nodeId });
    if (code === 'errata_first') {
      // Whoever writes mends what the request takes back; whoever may merge sees to the erratum.
      const mends = params['hindrance'] === 'taken_in_part' && request.allowed.edit;
      if (mends) return href('changeRequest', { requestId: request.id });
      return request.allowed.merge ? href('editions') : undefined;
    }
    return ABOUT_THREADS.has(code) && first !== undefined ? threadHref(first) : undefined;
  };
  return (
    <section aria-labelledby="review-tree">
      <h2 id="review-tree" className={styles.head}>
        {t('treeAndChecks')} {checks.length > 0 && <small>{words.sum(checks)}</small>}
      </h2>
      <StructureList request={request} nodes={nodes} />
      <OpenChecks checks={checks} linkTo={linkTo} />
      <ThreadsLine commenting={commenting} />
    </section>
  );
}

const ABOUT_THREADS: ReadonlySet<string> = new Set(['objections_met', 'comments_answered']);

function threadHref({ id }: Pick<ThreadView, 'id'>): string {
  return `#${threadAnchor(id)}`;
}

/** How many threads are open, and the way to the first of them. */
function ThreadsLine({ commenting }: { readonly commenting: Commenting }) {
  const { t } = useMessages(messages);
  const count = useThreadCount();
  const { from, threads } = commenting;
  const first = firstThread(threads);
  if (from.data === undefined) return <NotRead from={from} />;
  return (
    <div className={styles.threads}>
      <Stale from={from} />
      <p>
        <b>{t('threads')}:</b>{' '}
        {first === undefined ? (
          t('noOpenThread')
        ) : (
          <Link href={threadHref(first)}>{count(threads)}</Link>
        )}
      </p>
    </div>
  );
}

/** What holds the approval or the merge up is no advice, though it does not hinder the sending. */
const HOLDS_UP: ReadonlySet<string> = new Set(['objections_met', 'errata_first']);

/** What must be mended stands open; advice is folded where it is more than one line. */
function OpenChecks(props: { readonly checks: RequestView['checks']; readonly linkTo: CheckLink }) {
  const { t } = useMessages(messages);
  const { checks, linkTo } = props;
  const open = checks.filter(({ met }) => !met);
  const advice = open.filter(({ blocking, code }) => !blocking && !HOLDS_UP.has(code));
  if (checks.length === 0) return null;
  if (open.length === 0) return <p className={styles.soft}>{t('checksPass')}</p>;
  if (advice.length < 2) return <CheckList checks={open} linkTo={linkTo} />;
  return (
    <>
      <CheckList checks={open.filter((check) => !advice.includes(check))} linkTo={linkTo} />
      <div className={styles.more}>
        <Disclosure summary={t('advice', { count: advice.length })}>
          <CheckList checks={advice} linkTo={linkTo} />
        </Disclosure>
      </div>
    </>
  );
}
