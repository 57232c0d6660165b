import { createContext, useContext, type ReactNode } from 'react';
import type { BlockDiff } from '@cam-nang/domain';

/** A shown block of a node. */
export interface NotedBlock {
  readonly nodeId: string;
  readonly block: BlockDiff;
  /** "đoạn 4": which block it is, in words. */
  readonly name: string;
}

/** What people say beside the blocks of a comparison, and the way to say something about one. */
export interface BlockNotes {
  /** Notes beside a block; undefined where there are none. */
  readonly notes: (noted: NotedBlock) => ReactNode | undefined;
  readonly act: (noted: NotedBlock) => ReactNode;
  /** Blocks of a node that are shown though nobody changed them. */
  readonly shown: (nodeId: string) => ReadonlySet<string>;
}

const Context = createContext<BlockNotes | undefined>(undefined);

/** Puts notes beside every block of the comparisons inside. */
export const BlockNotesProvider = Context.Provider;

/** The notes of the comparison around, if there are any. */
export function useBlockNotes(): BlockNotes | undefined {
  return useContext(Context);
}
