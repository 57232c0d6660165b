import { listEditionThreads } from '@cam-nang/contracts/routes';
import { useRead } from '../../data/query.js';
import { useCommenting, type Commenting } from '../../editor/threads/use-commenting.js';
import { useNodeWords } from '../../kit/curriculum/node-words.js';
import type { EditionView } from '../../kit/curriculum/types.js';
import type { OutlineNode } from './edition-types.js';

/** How often the page looks whether somebody said something meanwhile. */
const LOOK_AGAIN = 30_000;

/** What members of the council say about a frozen edition. */
export function useEditionComments(
  edition: Pick<EditionView, 'id' | 'manifestHash'>,
  nodes: readonly OutlineNode[],
): Commenting {
  const words = useNodeWords();
  const params = { editionId: edition.id };
  const from = useRead(listEditionThreads, { params }, { everyMs: LOOK_AGAIN });
  return useCommenting(from, {
    subject: { kind: 'edition', id: edition.id },
    seenHash: edition.manifestHash,
    nameOf: (nodeId) => {
      const node = nodes.find((one) => one.nodeId === nodeId);
      if (node === undefined) return '';
      const { mark, title } = words.shown(node);
      return `${mark} ${title}`.trim();
    },
    // A frozen text is commented on; its words are changed by a new request.
    wordingOf: () => null,
  });
}
