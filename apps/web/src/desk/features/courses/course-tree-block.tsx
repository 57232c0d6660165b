import { useMemo, useState } from 'react';
import { readOutline } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { BookOpenIcon, HistoryIcon } from '../../../ui/icons.js';
import { Link, useGo } from '../../../ui/link.js';
import { Loaded } from '../../../ui/states.js';
import text from '../../../ui/text.module.css';
import { useRead } from '../../data/query.js';
import { CourseTree } from '../../kit/course-tree/course-tree.js';
import { HoursLegend, HoursState } from '../../kit/course-tree/hours-foot.js';
import { toggled, treeRows } from '../../kit/course-tree/tree-rows.js';
import { useNodeWords } from '../../kit/curriculum/node-words.js';
import type { EditionView, HoursCheck, OverlayNode } from '../../kit/curriculum/types.js';
import { ListHead } from '../../kit/work.js';
import { href } from '../../routes.js';
import styles from './courses.module.css';
import { messages } from './messages/index.js';

type OutlineLine = Omit<OverlayNode, 'change' | 'words' | 'draftVersion'>;

/** The tree of the edition in force with its hours, to look at. */
export function CourseTreeBlock({ edition }: { readonly edition: EditionView | null }) {
  const { t } = useMessages(messages);
  const outline = useRead(
    readOutline,
    edition === null ? undefined : { params: { editionId: edition.id } },
  );
  if (edition === null) return <p className={text.soft}>{t('noTree')}</p>;
  return (
    <section className={styles.block}>
      <div className={styles.head}>
        <ListHead
          aside={<Link href={href('edition', { editionId: edition.id })}>{t('treeOpen')}</Link>}
        >
          {t('tree', { label: edition.label })}
        </ListHead>
      </div>
      <Loaded from={outline}>
        {({ nodes, hours, courseId }) => (
          <Tree editionId={edition.id} courseId={courseId} nodes={nodes} hours={hours} />
        )}
      </Loaded>
    </section>
  );
}

function Tree(props: {
  readonly editionId: string;
  readonly courseId: string;
  readonly nodes: readonly OutlineLine[];
  readonly hours: HoursCheck;
}) {
  const { t } = useMessages(messages);
  const words = useNodeWords();
  const go = useGo();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [selected, setSelected] = useState<string>();
  const rows = useMemo(() => treeRows(props.nodes, open), [props.nodes, open]);
  return (
    <>
      <p className={styles.bar}>
        <HoursLegend />
        <HoursState hours={props.hours} />
      </p>
      <SelectedWays {...props} node={props.nodes.find((node) => node.nodeId === selected)} />
      <CourseTree
        caption={t('editions')}
        rows={rows}
        hours={props.hours}
        selectedId={selected}
        nameOf={words.shown}
        acts={{
          select: setSelected,
          toggle: (nodeId) => setOpen(toggled(open, nodeId)),
          open: (nodeId) =>
            go(href('edition', { editionId: props.editionId }, { tab: 'tree', node: nodeId })),
        }}
      />
    </>
  );
}

/** What can be done with the line that is selected: read it, and see how it came to be. */
function SelectedWays(props: {
  readonly editionId: string;
  readonly courseId: string;
  readonly node: OutlineLine | undefined;
}) {
  const { t } = useMessages(messages);
  const words = useNodeWords();
  const { node } = props;
  if (node === undefined) return <p className={styles.ways}>{t('selectHint')}</p>;
  const { mark, title, lang } = words.shown(node);
  const read = href('edition', { editionId: props.editionId }, { tab: 'tree', node: node.nodeId });
  const history = href('nodeHistory', { courseId: props.courseId, nodeId: node.nodeId });
  return (
    <p className={styles.ways}>
      <b lang={lang}>{`${mark} ${title}`.trim()}</b>
      <Link className={text.lnk} href={read}>
        <BookOpenIcon />
        {t('readSelected')}
      </Link>
      <Link className={text.lnk} href={history}>
        <HistoryIcon />
        {t(node.kind === 'lesson' ? 'historyLesson' : 'historyNode')}
      </Link>
    </p>
  );
}
