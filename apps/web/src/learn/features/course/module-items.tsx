import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { pick } from '../../../lib/i18n/pick.js';
import { LinkButton } from '../../../ui/button.js';
import {
  CheckIcon,
  CircleXIcon,
  ClipboardListIcon,
  FileTextIcon,
  ListChecksIcon,
  LockIcon,
  NotebookTextIcon,
  type IconType,
} from '../../../ui/icons.js';
import { Link } from '../../../ui/link.js';
import { Segments } from '../../../ui/progress.js';
import { Status, Tag } from '../../../ui/tag.js';
import text from '../../../ui/text.module.css';
import { itemAddress } from '../../study/item-address.js';
import { useReason } from '../../study/reason.js';
import type { Module } from './course-outline.js';
import styles from './module-items.module.css';
import { messages } from './messages/index.js';

type Item = Module['items'][number];

const MOST_SEGMENTS = 10;

/** What is to be done in a topic, in order; the first open thing carries the button. */
export function ModuleItems({
  module,
  enrolmentId,
}: {
  readonly module: Module;
  readonly enrolmentId: string;
}) {
  const next = module.items.find(
    (item) => item.kind !== 'survey' && (item.state === 'started' || item.state === 'open'),
  );
  return (
    <ol className={styles.items}>
      {module.items.map((item) => (
        <li key={item.nodeId}>
          <span className={styles.label}>
            <ItemLabel item={item} />
          </span>
          <div>
            <ItemTitle item={item} enrolmentId={enrolmentId} />
            <ItemState item={item} />
            {item === next && <NextAct item={item} enrolmentId={enrolmentId} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

const icons: Readonly<Record<Item['kind'], IconType>> = {
  lesson: NotebookTextIcon,
  quiz: ListChecksIcon,
  'report-task': FileTextIcon,
  survey: ClipboardListIcon,
};

/** The number of a lesson; what has none shows what it is. */
function ItemLabel({ item }: { readonly item: Item }) {
  if (item.label !== '') return item.label;
  const Icon = icons[item.kind];
  return <Icon />;
}

function ItemTitle({ item, enrolmentId }: { readonly item: Item; readonly enrolmentId: string }) {
  const { t, locale } = useMessages(messages);
  const title = pick(locale, item.title, item.titleEn);
  return (
    <p className={styles.title}>
      {item.state === 'locked' || item.kind === 'survey' ? (
        <b>{title}</b>
      ) : (
        <Link href={itemAddress(enrolmentId, item)}>{title}</Link>
      )}
      {item.corrected && (
        <>
          {' '}
          <Tag look="info">{t('corrected')}</Tag>
        </>
      )}
    </p>
  );
}

function ItemState({ item }: { readonly item: Item }) {
  const { t } = useMessages(messages);
  const say = useReason();
  const format = useFormat();
  if (item.state === 'locked') {
    return (
      <Status icon={LockIcon} tone="warn">
        {item.reason === null ? t('locked') : say(item.reason)}
      </Status>
    );
  }
  const score =
    item.score === null || item.scale === null
      ? undefined
      : t('score', { score: format.mark(item.score), scale: format.mark(item.scale) });
  if (item.state === 'done') {
    return (
      <Status icon={CheckIcon} tone="ok">
        {score ?? t('lessonDone')}
      </Status>
    );
  }
  if (item.state === 'failed')
    return (
      <Status icon={CircleXIcon} tone="bad">
        {[score, item.reason && say(item.reason)].filter(Boolean).join(' · ')}
      </Status>
    );
  return item.kind === 'lesson' ? (
    <LessonState item={item} />
  ) : (
    <WorkState item={item} score={score} />
  );
}

/** A quiz or report that is open: its mark so far, and what is to be known about it. */
function WorkState({ item, score }: { readonly item: Item; readonly score: string | undefined }) {
  const { t } = useMessages(messages);
  const say = useReason();
  return (
    <span className={text.soft}>
      {score ?? kindWord(item, t)}
      {item.reason !== null && ` · ${say(item.reason)}`}
    </span>
  );
}

function kindWord(
  item: Item,
  t: ReturnType<typeof useMessages<(typeof messages)['vi']>>['t'],
): string {
  const words = { quiz: t('quiz'), 'report-task': t('report'), survey: t('survey'), lesson: '' };
  return words[item.kind];
}

function LessonState({ item }: { readonly item: Item }) {
  const { t } = useMessages(messages);
  const minutes = item.minutes === null ? '' : `, ${t('minutes', { count: item.minutes })}`;
  if (item.blocksRead === 0) return <span className={text.soft}>{`${t('unread')}${minutes}`}</span>;
  const words = t('atPart', { read: item.blocksRead, total: item.blocksTotal });
  const scale = Math.min(1, MOST_SEGMENTS / Math.max(1, item.blocksTotal));
  return (
    <>
      <Segments
        label={words}
        done={Math.floor(item.blocksRead * scale)}
        total={Math.ceil(item.blocksTotal * scale)}
        now
      />
      <span className={text.soft}>{`${words}${minutes}`}</span>
    </>
  );
}

function NextAct({ item, enrolmentId }: { readonly item: Item; readonly enrolmentId: string }) {
  const { t } = useMessages(messages);
  return (
    <p>
      <LinkButton look="main" href={itemAddress(enrolmentId, item)}>
        {t(item.blocksRead > 0 ? 'read' : 'begin')}
      </LinkButton>
    </p>
  );
}
