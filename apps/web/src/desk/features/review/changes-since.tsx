import { memo, useEffect, useMemo, useRef } from 'react';
import { nodeChange } from '@cam-nang/domain';
import { useAction } from '../../../lib/api/action.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Note } from '../../../ui/banner.js';
import { Button, SegmentedControl } from '../../../ui/button.js';
import { Stack } from '../../../ui/layout.js';
import { Link } from '../../../ui/link.js';
import { EmptyState, Loaded } from '../../../ui/states.js';
import { CircleCheckIcon } from '../../../ui/icons.js';
import type { DiffLayout } from '../../kit/changes/document-diff-view.js';
import { NodeDiffView } from '../../kit/changes/node-diff-view.js';
import type { RequestSince, RequestView } from '../../kit/curriculum/types.js';
import { ComparisonHead, MarginDiff } from '../../kit/diff.js';
import { ChangeMark } from '../../kit/marks.js';
import { useMountedCount } from '../../../ui/use-mounted-count.js';
import { Hash, Pane } from '../../kit/work.js';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';
import styles from './review.module.css';
import { shortHash } from './short-hash.js';
import { useSinceFacts, type SinceNode } from './since-verdict.js';
import type { Seen } from './use-seen.js';
import { useKeptSince } from './use-since.js';
import { useChangedWords } from './use-changed-words.js';

const PORTION = 4;

interface Props {
  readonly request: RequestView;
  /** The version that was judged. */
  readonly overlayHash: string;
  readonly layout: DiffLayout;
  readonly setLayout: (layout: DiffLayout) => void;
  readonly seen: Seen;
}

/** What was written in a request after a verdict, laid over what was judged. */
export function ChangesSince(props: Props) {
  const { t } = useMessages(messages);
  const { request, overlayHash } = props;
  const { id: requestId, overlayHash: now } = request;
  const { from, newer } = useKeptSince({ requestId, overlayHash, now });
  const head = useRef<HTMLHeadingElement>(null);
  const isThere = from.data !== undefined;
  // Whoever asked for the difference is led to it: it stands below the areas of the page.
  useEffect(() => head.current?.focus({ preventScroll: true }), [overlayHash]);
  useEffect(() => {
    // Only once it is there the page is long enough to show it first; whoever went elsewhere by then stays there.
    if (document.activeElement === head.current) head.current?.scrollIntoView({ block: 'start' });
  }, [overlayHash, isThere]);
  return (
    <Pane flush>
      <section aria-labelledby="since-head" className={styles.sincePage}>
        <ComparisonHead>
          <h2 id="since-head" ref={head} tabIndex={-1}>
            {t('sinceTitle', { hash: shortHash(overlayHash) })}
          </h2>
          <SegmentedControl
            label={t('layout')}
            value={props.layout}
            choices={(['one', 'two'] as const).map((value) => ({
              value,
              label: t(`layout.${value}`),
            }))}
            onChange={props.setLayout}
          />
          <Link href={href('review', { requestId })}>{t('sinceBack')}</Link>
        </ComparisonHead>
        {newer && <Newer seen={props.seen} />}
        <Loaded from={from}>{(since) => <Differences {...props} since={since} />}</Loaded>
      </section>
    </Pane>
  );
}

/** Somebody went on writing: what is read stays, and the reader asks for the rest. */
function Newer({ seen }: { readonly seen: Seen }) {
  const { t } = useMessages(messages);
  const renewing = useAction(seen.renew);
  return (
    <div className={styles.sinceNewer}>
      <p role="status">{t('sinceNewer')}</p>
      <Button size="small" busy={renewing.busy} onClick={() => void renewing.run()}>
        {t('sinceReload')}
      </Button>
    </div>
  );
}

function Differences(props: Props & { readonly since: RequestSince }) {
  const { t, rich } = useMessages(messages);
  const format = useFormat();
  const { request, overlayHash, since, layout } = props;
  const mounted = useMountedCount(since.nodes.length, PORTION);
  const judged = request.reviews.filter((one) => one.overlayHash === overlayHash);
  const judges = [...new Set(judged.map(({ reviewer }) => reviewer))];
  const [before, after] = [t('sinceBefore'), t('sinceAfter')];
  const titles = useMemo(() => ({ before, after }), [before, after]);
  return (
    <>
      <div className={styles.sinceNotes}>
        <Stack gap={2}>
          <p>
            {rich('sinceWho', {
              names: <b>{judges.join(', ')}</b>,
              time: format.dateTime(since.since),
              now: <Hash>{shortHash(since.overlayHash)}</Hash>,
            })}
          </p>
          {!since.complete && <Note look="warn">{t('sinceIncomplete')}</Note>}
        </Stack>
      </div>
      {since.nodes.length === 0 && since.complete && (
        <EmptyState icon={CircleCheckIcon} title={t('sinceSame')} text={t('sinceSameText')} />
      )}
      <MarginDiff>
        {since.nodes.slice(0, mounted).map((node) => (
          <SinceSection key={node.nodeId} node={node} layout={layout} titles={titles} />
        ))}
      </MarginDiff>
    </>
  );
}

const SinceSection = memo(function SinceSection(props: {
  readonly node: SinceNode;
  readonly layout: DiffLayout;
  readonly titles: { readonly before: string; readonly after: string };
}) {
  const words = useChangedWords();
  const facts = useSinceFacts();
  const { node } = props;
  const id = `since-${node.nodeId}`;
  return (
    <section aria-labelledby={id} className={styles.node}>
      <div className={styles.nodeHead}>
        <h3 id={id}>
          {words.mark(node)} <span lang="vi">{node.title}</span>
        </h3>
        <p className={styles.nodeFacts}>
          <ChangeMark change={nodeChange(node.diff)}>{facts(node)}</ChangeMark>
        </p>
      </div>
      <NodeDiffView diff={node.diff} layout={props.layout} titles={props.titles} />
    </section>
  );
});
