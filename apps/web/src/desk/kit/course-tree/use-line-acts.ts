import { useLayoutEffect, useMemo, useRef } from 'react';
import type { CourseTreeProps, TreeDrag } from './tree-props.js';
import type { TreeNode } from './tree-rows.js';
import type { TreeActs } from './use-tree-keys.js';

export interface LineActs {
  readonly acts: Pick<TreeActs, 'select' | 'toggle' | 'open'>;
  readonly drag: Omit<TreeDrag, 'canDrag'>;
}

/**
 * What the lines call when something happens to them: always the same functions, which ask for the latest acts
 * only then. So a line need not be drawn anew because another one was selected.
 */
export function useLineActs<N extends TreeNode>(props: CourseTreeProps<N>): LineActs {
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  return useMemo(
    () => ({
      acts: {
        select: (nodeId) => latest.current.acts.select(nodeId),
        toggle: (nodeId) => latest.current.acts.toggle(nodeId),
        open: (nodeId) => latest.current.acts.open(nodeId),
      },
      drag: {
        over: (nodeId, line) => latest.current.drag?.over(nodeId, line),
        drop: (nodeId) => latest.current.drag?.drop(nodeId),
        cancel: () => latest.current.drag?.cancel(),
      },
    }),
    [],
  );
}
