import type { ReactNode } from 'react';
import type { Hours } from '@cam-nang/domain';
import type { HoursCheck } from '../curriculum/types.js';
import type { TreeNode, TreeRow } from './tree-rows.js';
import type { TreeActs } from './use-tree-keys.js';

/** Dragging lines with a pointer. */
export interface TreeDrag {
  readonly canDrag: (nodeId: string) => boolean;
  readonly over: (
    nodeId: string,
    line: { readonly nodeId: string; readonly half: 'upper' | 'lower' },
  ) => void;
  readonly drop: (nodeId: string) => void;
  readonly cancel: () => void;
}

/** What the tree shows and does. */
export interface CourseTreeProps<N extends TreeNode> {
  readonly caption: string;
  readonly rows: readonly TreeRow<N>[];
  readonly hours: HoursCheck | undefined;
  readonly acts: TreeActs;
  readonly selectedId: string | undefined;
  /** A line that an act has just led to: it comes into view with the focus. Another object leads there anew. */
  readonly ledTo?: { readonly nodeId: string } | undefined;
  /** The node that is being placed, if any. */
  readonly placingId?: string | undefined;
  readonly drag?: TreeDrag | undefined;
  /** Hours before, by node; those that differ are underlined. */
  readonly hoursBefore?: ReadonlyMap<string, Hours> | undefined;
  /** The last column: what happened to a node. */
  readonly state?: { readonly title: string; readonly of: (node: N) => ReactNode } | undefined;
  readonly nameOf: (node: N) => {
    readonly mark: string;
    readonly title: string;
    readonly lang?: string | undefined;
  };
}
