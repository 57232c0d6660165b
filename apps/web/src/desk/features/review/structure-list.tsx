import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Link } from '../../../ui/link.js';
import { placeId } from '../../kit/changes/change-places.js';
import type { ChangedNode, RequestView } from '../../kit/curriculum/types.js';
import { ChangeMark, type Change } from '../../kit/marks.js';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';
import { questionCounts, structureLines, type StructureLine } from './model/structure-lines.js';
import styles from './review.module.css';
import { useChangedWords } from './use-changed-words.js';

const MOST = 6;

const marks: Readonly<Record<StructureLine['what'], Change>> = {
  added: 'added',
  removed: 'removed',
  moved: 'moved',
  renamed: 'changed',
  hours: 'changed',
};

/** What the request does to the tree, in few lines; the rest is on the page of the tree. */
export function StructureList(props: {
  readonly request: RequestView;
  readonly nodes: readonly ChangedNode[];
}) {
  const { t } = useMessages(messages);
  const lines = structureLines(props.nodes);
  const questions = questionCounts(props.nodes);
  const parts = (['added', 'removed', 'changed'] as const).filter((what) => questions[what] > 0);
  if (props.nodes.length === 0) return null;
  if (lines.length === 0 && parts.length === 0) {
    return <p className={styles.soft}>{t('noStructure')}</p>;
  }
  const rest = lines.length - MOST;
  return (
    <ul className={styles.lines}>
      {lines.slice(0, MOST).map((line) => (
        <Line key={`${line.node.nodeId}-${line.what}`} line={line} />
      ))}
      {parts.length > 0 && (
        <li>
          <ChangeMark change="changed">{t('questionsLine')}</ChangeMark>
          <span>
            {parts.map((what) => t(`questions.${what}`, { count: questions[what] })).join(', ')}
          </span>
        </li>
      )}
      {rest > 0 && (
        <li className={styles.wholeLine}>
          <Link href={href('changeRequest', { requestId: props.request.id }, { only: 'changed' })}>
            {t('moreLines', { count: rest })}
          </Link>
        </li>
      )}
    </ul>
  );
}

function Line({ line }: { readonly line: StructureLine }) {
  const { t } = useMessages(messages);
  const words = useChangedWords();
  const { node, what, hours } = line;
  const said =
    what === 'added' ? t('line.added', { kind: words.kind(node.kind) }) : t(`line.${what}`);
  return (
    <li>
      <ChangeMark change={marks[what]}>{said}</ChangeMark>
      <span>
        {hours.length > 0 &&
          `${hours
            .map(({ kind, before, after }) =>
              t('hoursOf', { kind: t(`hour.${kind}`), before, after }),
            )
            .join(', ')} · `}
        <Link href={`#${placeId.node(node.nodeId)}`} lang="vi">
          {words.name(node)}
        </Link>
      </span>
    </li>
  );
}
