import type { Hours } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import type { OverlayNode } from '../../kit/curriculum/types.js';
import { ChangeMark, type Change } from '../../kit/marks.js';
import { messages } from './messages/index.js';

const signs: Readonly<Record<OverlayNode['change'], Change>> = {
  none: 'same',
  new: 'added',
  changed: 'changed',
  moved: 'moved',
  changed_and_moved: 'changed',
  deleted: 'removed',
  through_child: 'same',
};

/** What the request does with a node, in sign and words. */
export function NodeState(props: {
  readonly node: OverlayNode;
  /** How many nodes inside it are changed. */
  readonly changesInside: number;
  readonly hoursBefore: Hours | undefined;
}) {
  const { node } = props;
  const say = useStateWords();
  if (node.change === 'none') return null;
  return (
    <ChangeMark change={signs[node.change]}>
      {say(node, props.changesInside, props.hoursBefore)}
    </ChangeMark>
  );
}

function useStateWords() {
  const { t } = useMessages(messages);
  return (node: OverlayNode, inside: number, before: Hours | undefined): string => {
    switch (node.change) {
      case 'none':
        return '';
      case 'through_child':
        return t('change.through_child', { count: inside });
      case 'changed':
        if (differ(node.hours, before)) return t('change.hours');
        return node.words > 0 ? t('change.words', { count: node.words }) : t('change.changed');
      default:
        return t(`change.${node.change}`);
    }
  };
}

function differ(now: Hours | null, before: Hours | undefined): boolean {
  if (now === null || before === undefined) return false;
  return (['theory', 'discussion', 'practice'] as const).some((kind) => now[kind] !== before[kind]);
}
