import { useDeferredValue, useMemo } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { LinkButton } from '../../../ui/button.js';
import { PencilLineIcon } from '../../../ui/icons.js';
import { EmptyState } from '../../../ui/states.js';
import {
  changePlaces,
  countPlaces,
  PLACE_KINDS,
  type ChangePlace,
  type PlaceKind,
} from '../../kit/changes/change-places.js';
import { ComposerSheet } from '../../editor/threads/composer.js';
import { wholeNode, type Commenting } from '../../editor/threads/use-commenting.js';
import type { RequestDiff, RequestView } from '../../kit/curriculum/types.js';
import { Pane } from '../../kit/work.js';
import { useChangePageQuery, usePageQuery } from '../../page.js';
import { href } from '../../routes.js';
import { ChangeBar } from './change-bar.js';
import { ChangeOutline } from './change-outline.js';
import { ChangesSince } from './changes-since.js';
import { ChangedNodes } from './changed-nodes.js';
import { LegalNote } from './legal-note.js';
import { NewerVersion } from './ground-banners.js';
import { messages } from './messages/index.js';
import { ReviewActs } from './review-acts.js';
import { ReviewStrip } from './review-strip.js';
import { ThreadsElsewhere } from './thread-bits.js';
import { useReviewThreads } from './use-review-threads.js';
import { useSeen, type Seen } from './use-seen.js';
import { useVerdicts } from './use-verdicts.js';
import { useWalk } from './use-walk.js';

interface Props {
  readonly request: RequestView;
  readonly latest: RequestDiff;
  readonly reread: () => Promise<RequestDiff | undefined>;
}

/** Everything below the head: the ground, the three areas, what changed, the acts. */
export function Review({ request, latest, reread }: Props) {
  const seen = useSeen(request, latest, reread);
  const verdicts = useVerdicts(request);
  const commenting = useReviewThreads(request, seen);
  return (
    <>
      <NewerVersion seen={seen} />
      <ReviewStrip request={request} nodes={seen.diff.nodes} commenting={commenting} />
      <LegalNote requestId={request.id} />
      <Body
        request={request}
        seen={seen}
        commenting={commenting}
        onComment={verdicts.canComment ? verdicts.commentOn : undefined}
      />
      <ReviewActs request={request} seen={seen} verdicts={verdicts} />
      <ComposerSheet composer={commenting.composer} allowed={commenting.allowed} />
    </>
  );
}

interface BodyProps {
  readonly request: RequestView;
  readonly seen: Seen;
  readonly commenting: Commenting;
  readonly onComment: ((nodeId: string | undefined) => void) | undefined;
}

/** The whole request against the edition, or what came after a verdict. */
function Body(props: BodyProps) {
  const { since, ...shown } = useShown();
  const { request, seen } = props;
  if (since !== undefined) {
    const { layout, setLayout } = shown;
    const { overlayHash } = seen.diff;
    return (
      // The new version of the whole, once it is asked for, is that of the changes as well.
      <ChangesSince
        key={`${since} ${overlayHash}`}
        overlayHash={since}
        {...{ request, seen, layout, setLayout }}
      />
    );
  }
  if (seen.diff.nodes.length === 0) return <NothingChanged request={request} />;
  // Another version begins at its beginning.
  return <Changes key={seen.diff.overlayHash} {...props} />;
}
function NothingChanged({ request }: { readonly request: RequestView }) {
  const { t } = useMessages(messages);
  return (
    <EmptyState
      icon={PencilLineIcon}
      title={t('emptyTitle')}
      text={t('emptyText')}
      action={
        <LinkButton href={href('changeRequest', { requestId: request.id })}>{t('tree')}</LinkButton>
      }
    />
  );
}

function Changes(props: BodyProps) {
  const { t } = useMessages(messages);
  const { nodes, tree } = props.seen.diff;
  const shown = useShown();
  const all = useMemo(() => changePlaces(nodes.map(({ diff }) => diff)), [nodes]);
  const { only } = shown;
  const places = useMemo(
    () => (only === undefined ? all : all.filter(({ kind }) => kind === only)),
    [all, only],
  );
  const { commenting, onComment } = props;
  const canComment = commenting.allowed.comment || onComment !== undefined;
  const walk = useWalk(places, {
    comment: canComment ? (place) => comment(place, commenting, onComment) : undefined,
    layout: shown.layout,
    toggleLayout: () => shown.setLayout(shown.layout === 'one' ? 'two' : 'one'),
  });
  const listed = useMemo(() => {
    const kept = new Set(places.map(({ nodeId }) => nodeId));
    return nodes.filter(({ nodeId }) => kept.has(nodeId));
  }, [nodes, places]);
  // Hundreds of nodes drawn in the other layout would hold up the key that asked for it.
  const drawn = useDeferredValue(
    useMemo(() => ({ nodes: listed, layout: shown.layout, only }), [listed, shown.layout, only]),
  );
  return (
    <Pane
      flush
      outlineLabel={t('outline')}
      outline={
        <ChangeOutline
          request={props.request}
          nodes={listed}
          tree={tree}
          count={all.length}
          currentNodeId={walk.current?.nodeId}
          canComment={canComment}
        />
      }
    >
      <ChangeBar counts={countPlaces(all)} shown={shown} walk={walk} of={places.length} />
      <ChangedNodes
        request={props.request}
        {...drawn}
        current={walk.current}
        commenting={commenting}
        seen={props.seen}
      />
      <ThreadsElsewhere
        requestId={props.request.id}
        threads={commenting.places.outside(new Set(nodes.map(({ nodeId }) => nodeId)))}
      />
    </Pane>
  );
}

/** A comment belongs to the change that the reader is at; with none, it is a verdict in words. */
function comment(
  place: ChangePlace | undefined,
  { allowed, speakOf, speakOfBlock }: Commenting,
  onComment: ((nodeId: string | undefined) => void) | undefined,
): void {
  if (place === undefined || !allowed.comment) return onComment?.(place?.nodeId);
  if (place.block !== undefined) return speakOfBlock(place.nodeId, place.block);
  return speakOf(wholeNode(place.nodeId, place.gone === true ? 'before' : 'after'));
}

export type Shown = ReturnType<typeof useShown>;

/** How the changes are shown; it stands in the address, so that a link shows what I see. */
function useShown() {
  const asked = usePageQuery((raw) => ({
    layout: raw['view'] === 'two' ? ('two' as const) : ('one' as const),
    only: PLACE_KINDS.find((kind) => kind === raw['only']),
    /** The version since which the changes are shown. */
    since: /^[0-9a-f]{64}$/.exec(raw['since'] ?? '')?.[0],
  }));
  const change = useChangePageQuery();
  const show = (layout: 'one' | 'two', only: PlaceKind | undefined) =>
    change({
      ...(layout === 'two' && { view: 'two' }),
      ...(only !== undefined && { only }),
      ...(asked.since !== undefined && { since: asked.since }),
    });
  return {
    ...asked,
    setLayout: (layout: 'one' | 'two') => show(layout, asked.only),
    setOnly: (only: PlaceKind | undefined) => show(asked.layout, only),
  };
}
