import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { BlockDiff } from '@cam-nang/domain';
import type { Loadable } from '../../../lib/api/loadable.js';
import { ThreadPlaces } from './model/thread-places.js';
import type {
  AskedPassage,
  ThreadList,
  ThreadRights,
  ThreadSubject,
  ThreadView,
} from './thread-types.js';
import { useComposer, type Composer, type Written } from './use-composer.js';

const NO_RIGHTS: ThreadRights = { comment: false, block: false, suggest: false };
const NO_THREADS: readonly ThreadView[] = [];

/** The threads about what is on the screen, where they stand in it, and the ways to open one. */
export interface Commenting {
  readonly from: Loadable<ThreadList>;
  readonly threads: readonly ThreadView[];
  readonly allowed: ThreadRights;
  readonly places: ThreadPlaces;
  readonly composer: Composer;
  /** About words that are selected, or about a node as a whole. */
  readonly speakOf: (passage: AskedPassage, kind?: Written['kind']) => void;
  /** About a block of a comparison as a whole. */
  readonly speakOfBlock: (nodeId: string, block: BlockDiff) => void;
}

/** How screens that show a text say where in it something is, and what its blocks say. */
export interface TextOnScreen {
  readonly subject: ThreadSubject;
  readonly seenHash: string;
  /** "3.2 Tiếp nhận đơn". */
  readonly nameOf: (nodeId: string) => string;
  /** The words of a block as others can be proposed for them, else null. */
  readonly wordingOf: (nodeId: string, blockId: string) => string | null;
}

/** Speaks about passages of a text that is on the screen. */
export function useCommenting(from: Loadable<ThreadList>, text: TextOnScreen): Commenting {
  const threads = from.data?.threads ?? NO_THREADS;
  const places = useMemo(() => new ThreadPlaces(threads), [threads]);
  const composer = useComposer(text.subject, text.seenHash);
  const latest = useRef({ composer, text });
  useEffect(() => {
    latest.current = { composer, text };
  });
  const speakOf = useCallback((passage: AskedPassage, kind?: Written['kind']) => {
    const { composer: now, text: shown } = latest.current;
    const { nodeId, blockId, side } = passage;
    const wording = side === 'before' || blockId === null ? null : shown.wordingOf(nodeId, blockId);
    now.start({ passage, about: shown.nameOf(nodeId), wording }, kind);
  }, []);
  const speakOfBlock = useCallback(
    (nodeId: string, block: BlockDiff) => speakOf(passageOfBlock(nodeId, block)),
    [speakOf],
  );
  const allowed = from.data?.allowed ?? NO_RIGHTS;
  return { from, threads, allowed, places, composer, speakOf, speakOfBlock };
}

function passageOfBlock(nodeId: string, block: BlockDiff): AskedPassage {
  const side = block.status === 'removed' ? 'before' : 'after';
  return { nodeId, side, blockId: block.id, quote: '', offset: 0 };
}

/** A node as a whole. */
export function wholeNode(nodeId: string, side: AskedPassage['side'] = 'after'): AskedPassage {
  return { nodeId, side, blockId: null, quote: '', offset: 0 };
}
