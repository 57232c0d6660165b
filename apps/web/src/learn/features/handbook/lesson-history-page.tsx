import { memo, useMemo } from 'react';
import { useParams } from 'wouter';
import type { readLessonHistory as contract, ResponseOf } from '@cam-nang/contracts';
import { readLessonHistory } from '@cam-nang/contracts/routes';
import { useResource } from '../../../lib/api/resource.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useTitle } from '../../../lib/title.js';
import { ChangedLines } from '../../../reader/changed-lines.js';
import { HistoryIcon, MinusIcon, PencilIcon, PlusIcon } from '../../../ui/icons.js';
import { Link } from '../../../ui/link.js';
import { Disclosure } from '../../../ui/lists.js';
import { Loaded } from '../../../ui/states.js';
import text from '../../../ui/text.module.css';
import { useMountedCount } from '../../../ui/use-mounted-count.js';
import { href } from '../../routes.js';
import { WaitingPage } from '../../shell/bare-page.js';
import { HistoryFrame } from './history-frame.js';
import { HistoryItem } from './history-item.js';
import styles from './history.module.css';
import { messages } from './messages/index.js';

type History = ResponseOf<typeof contract>;
type Step = History['steps'][number];
type Passage = Step['passages'][number];

/** Editions drawn at once; the older ones of hundreds come a moment later. */
const PORTION = 12;
/** More changed passages than this are shown only when asked for. */
const FEW = 3;

/** Which editions changed a lesson, the newest first: by which decision, why, and in which words. */
export function LessonHistoryPage() {
  const { t } = useMessages(messages);
  const { editionId = '', nodeId = '' } = useParams();
  const history = useResource(readLessonHistory, { params: { editionId, nodeId } });
  useTitle(`${t('historyOf')}: ${history.data?.title ?? ''}`);
  if (history.data !== undefined) return <Opened history={history.data} />;
  return (
    <WaitingPage>
      <Loaded from={history} skeleton={['title', 46, 'rule', 82, 60, 'rule', 70]} page>
        {() => null}
      </Loaded>
    </WaitingPage>
  );
}

function Opened({ history }: { readonly history: History }) {
  const { t } = useMessages(messages);
  const { edition, nodeId } = history;
  const steps = useMemo(() => [...history.steps].reverse(), [history.steps]);
  const mounted = useMountedCount(steps.length, PORTION);
  return (
    <HistoryFrame
      back={{
        href: href('handbookLesson', { editionId: edition.id, nodeId }),
        label: t('backToLesson'),
      }}
      kicker={t('historyOf')}
      lesson={history}
    >
      <ol className={styles.line}>
        {steps.slice(0, mounted).map((step) => (
          <Item key={step.edition.id} step={step} editionId={edition.id} nodeId={nodeId} />
        ))}
      </ol>
    </HistoryFrame>
  );
}

/** What one edition did to the lesson, and the way to the text as it left it. */
const Item = memo(function Item({ step, editionId, nodeId }: PassagesProps) {
  const { t } = useMessages(messages);
  return (
    <HistoryItem step={step} here={step.edition.id === editionId}>
      <What step={step} />
      <Passages step={step} editionId={editionId} nodeId={nodeId} />
      {step.what !== 'removed' && (
        <p>
          <Link
            className={text.lnk}
            href={href('handbookLesson', { editionId: step.edition.id, nodeId })}
          >
            {t('readText')}
          </Link>
        </p>
      )}
    </HistoryItem>
  );
});

/** What an edition did to the lesson, in a sentence. */
function What({ step }: { readonly step: Step }) {
  const { t } = useMessages(messages);
  const count = step.passages.length;
  const { what, titleBefore } = step;
  return (
    <>
      <p>
        {what !== 'changed'
          ? t(`what.${what}`)
          : count > 0
            ? t('what.changed', { count })
            : t('what.other')}
      </p>
      {titleBefore !== null && <p>{t('renamed', { title: titleBefore })}</p>}
    </>
  );
}

interface PassagesProps {
  readonly step: Step;
  readonly editionId: string;
  readonly nodeId: string;
}

function Passages({ step, editionId, nodeId }: PassagesProps) {
  const { t } = useMessages(messages);
  const { passages } = step;
  if (passages.length === 0) return null;
  const list = (
    <ul className={styles.passages}>
      {passages.map((passage) => (
        <li key={passage.blockId}>
          <PassageChange change={passage.change} />
          <ChangedLines lines={passage.lines} />
          <Link
            className={styles.trace}
            href={href('handbookPassage', { editionId, nodeId, blockId: passage.blockId })}
          >
            <HistoryIcon />
            {t('historyPassage')}
          </Link>
        </li>
      ))}
    </ul>
  );
  if (passages.length <= FEW) return list;
  return <Disclosure summary={t('showPassages', { count: passages.length })}>{list}</Disclosure>;
}

const icons = { added: PlusIcon, changed: PencilIcon, removed: MinusIcon };

function PassageChange({ change }: Pick<Passage, 'change'>) {
  const { t } = useMessages(messages);
  const Icon = icons[change];
  return (
    <p className={styles.change}>
      <Icon />
      {t(`change.${change}`)}
    </p>
  );
}
