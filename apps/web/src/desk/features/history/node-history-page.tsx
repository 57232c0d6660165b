import { useMemo } from 'react';
import { readCourse, readNodeHistory } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { pick } from '../../../lib/i18n/pick.js';
import { Button, LinkButton } from '../../../ui/button.js';
import { BookOpenIcon } from '../../../ui/icons.js';
import { Loaded } from '../../../ui/states.js';
import text from '../../../ui/text.module.css';
import { useRead } from '../../data/query.js';
import { BlockNotesProvider } from '../../kit/changes/block-notes.js';
import { useOpenedParts } from '../../kit/changes/use-opened-parts.js';
import { useNodeWords } from '../../kit/curriculum/node-words.js';
import { useMountedCount } from '../../../ui/use-mounted-count.js';
import { WorkHead } from '../../kit/work.js';
import { usePageParams } from '../../page.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import styles from './history.module.css';
import type { NodeHistory } from './history-types.js';
import { LayoutBar, useLayout } from './layout-bar.js';
import { messages } from './messages/index.js';
import { newestEdition } from './model/what-happened.js';
import { PassageWay } from './passage-way.js';
import { StepRow } from './step-row.js';

/** Every version of a node that reached the line: who, when, why, by which decision, and the words. */
export function NodeHistoryPage() {
  const { courseId, nodeId } = usePageParams('nodeHistory');
  const history = useRead(readNodeHistory, { params: { courseId, nodeId } });
  return (
    <Loaded from={history} page>
      {(data) => <History key={nodeId} courseId={courseId} history={data} />}
    </Loaded>
  );
}

interface Props {
  readonly courseId: string;
  readonly history: NodeHistory;
}

function History({ courseId, history }: Props) {
  const { t, rich } = useMessages(messages);
  const words = useNodeWords();
  const title = t('titleNode', { title: history.title });
  useHistoryPlace(courseId, title, [{ title: t('history') }]);
  const edition = newestEdition(history.steps);
  return (
    <>
      <WorkHead
        title={rich('titleNode', { title: <span lang="vi">{history.title}</span> })}
        facts={
          <>
            {words.kind(history.kind)} · {t('times', { count: history.steps.length })}
          </>
        }
        actions={
          edition !== null && (
            <LinkButton
              href={href(
                'edition',
                { editionId: edition.id },
                { tab: 'tree', node: history.nodeId },
              )}
            >
              <BookOpenIcon />
              {t('readNow')}
            </LinkButton>
          )
        }
      />
      <Steps courseId={courseId} history={history} />
    </>
  );
}

/** Where a page of histories is: under its curriculum; `way` leads on from there. */
export function useHistoryPlace(
  courseId: string,
  title: string,
  way: readonly { readonly title: string; readonly href?: string }[],
): void {
  const { t, locale } = useMessages(messages);
  const course = useRead(readCourse, { params: { courseId } }).data?.course;
  const name = course === undefined ? '' : pick(locale, course.title, course.titleEn);
  usePlace(title, [
    { title: t('curricula'), href: href('courses') },
    ...(name === '' ? [] : [{ title: course?.code ?? name, href: href('course', { courseId }) }]),
    ...way,
  ]);
}

/** Versions drawn at once. */
const PORTION = 40;

function Steps({ courseId, history }: Props) {
  const { t } = useMessages(messages);
  const { steps, nodeId } = history;
  const layout = useLayout();
  const compared = useMemo(
    () => steps.flatMap(({ compares }, index) => (compares ? [index] : [])),
    [steps],
  );
  const parts = useOpenedParts(compared, compared.slice(-1));
  const mounted = useMountedCount(steps.length, PORTION);
  // Of a long history the words of older versions are asked for one by one, never of all.
  const isLong = steps.some(({ compares, diff }) => compares && diff === null);
  const notes = useMemo(
    () => ({
      notes: () => undefined,
      act: ({ block, name }: { readonly block: { readonly id: string | null }; name: string }) =>
        block.id === null ? null : (
          <PassageWay courseId={courseId} nodeId={nodeId} blockId={block.id} name={name} />
        ),
      shown: () => NONE,
    }),
    [courseId, nodeId],
  );
  return (
    <BlockNotesProvider value={notes}>
      {compared.length > 0 && (
        <LayoutBar
          end={
            !isLong && (
              <Button size="small" onClick={parts.toggleAll}>
                {t(parts.allOpen ? 'closeAll' : 'openAll')}
              </Button>
            )
          }
        />
      )}
      <h2 className={text.vh}>{t('line')}</h2>
      <ol className={styles.line}>
        {steps
          .map((_, index) => (
            <StepRow
              key={index}
              steps={steps}
              index={index}
              courseId={courseId}
              nodeId={nodeId}
              layout={layout}
              open={parts.open.has(index)}
              onToggle={parts.toggle}
            />
          ))
          .reverse()
          .slice(0, mounted)}
      </ol>
    </BlockNotesProvider>
  );
}

const NONE: ReadonlySet<string> = new Set();
