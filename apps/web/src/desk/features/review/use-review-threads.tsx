import { useEffect, useMemo, useRef } from 'react';
import { listRequestThreads } from '@cam-nang/contracts/routes';
import { useRead } from '../../data/query.js';
import { CommentButton } from '../../editor/threads/comment-button.js';
import { blockAfter, wordingAfter } from '../../editor/threads/model/wording-after.js';
import { ThreadNotes } from '../../editor/threads/thread-list.js';
import { useCommenting, type Commenting } from '../../editor/threads/use-commenting.js';
import type { AroundTakingOver } from '../../editor/threads/use-taking-over.js';
import type { BlockNotes } from '../../kit/changes/block-notes.js';
import type { RequestView } from '../../kit/curriculum/types.js';
import { useChangedWords } from './use-changed-words.js';
import type { Seen } from './use-seen.js';

/** How often the page looks whether somebody said something meanwhile. */
const LOOK_AGAIN = 30_000;

/** What people say about the version that is on the screen. */
export function useReviewThreads(request: Pick<RequestView, 'id'>, { diff }: Seen): Commenting {
  const words = useChangedWords();
  const params = { requestId: request.id };
  const from = useRead(listRequestThreads, { params }, { everyMs: LOOK_AGAIN });
  const nodeOf = (nodeId: string) => diff.nodes.find((node) => node.nodeId === nodeId);
  return useCommenting(from, {
    subject: { kind: 'request', id: request.id },
    seenHash: diff.overlayHash,
    nameOf: (nodeId) => {
      const node = nodeOf(nodeId);
      return node === undefined ? '' : words.name(node);
    },
    wordingOf: (nodeId, blockId) => {
      const document = nodeOf(nodeId)?.diff.document ?? null;
      const block = document === null ? null : blockAfter(document, blockId);
      return block === null ? null : wordingAfter(block);
    },
  });
}

/**
 * What stands beside the blocks of the review: the threads, and the way to open one. Who takes a wording
 * over sees it in the text at once, unless somebody else's changes wait to be looked at.
 */
export function useThreadNotes(commenting: Commenting, seen: Seen): BlockNotes {
  const { places, speakOfBlock } = commenting;
  const latest = useRef(seen);
  useEffect(() => {
    latest.current = seen;
  });
  const wasLatest = useRef(true);
  const around: AroundTakingOver = useMemo(
    () => ({
      before: () => {
        wasLatest.current = !latest.current.outdated;
        return Promise.resolve();
      },
      after: () => (wasLatest.current ? latest.current.renew() : Promise.resolve()),
    }),
    [],
  );
  const { comment } = commenting.allowed;
  return useMemo(
    () => ({
      notes: ({ nodeId, block }) => {
        const threads = places.ofBlock(nodeId, block);
        return threads.length === 0 ? undefined : <ThreadNotes threads={threads} around={around} />;
      },
      act: ({ nodeId, block, name }) =>
        comment ? <CommentButton block={name} onPress={() => speakOfBlock(nodeId, block)} /> : null,
      shown: (nodeId) => places.blocksOf(nodeId),
    }),
    [places, comment, speakOfBlock, around],
  );
}
