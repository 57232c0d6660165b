import type { ReactNode } from 'react';
import type { RichDocument } from '@cam-nang/content/read';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Link } from '../../../ui/link.js';
import text from '../../../ui/text.module.css';
import { useNodeWords } from '../../kit/curriculum/node-words.js';
import { href } from '../../routes.js';
import styles from './editions.module.css';
import type { EditionNode, OutlineNode } from './edition-types.js';
import { messages } from './messages/index.js';
import { TracedText } from './traced-text.js';

interface Props {
  readonly editionId: string;
  readonly courseId: string;
  readonly place: OutlineNode;
  readonly node: EditionNode;
  /** Lessons in reading order. */
  readonly lessons: readonly OutlineNode[];
  /** The way to what stands below the text. */
  readonly note?: ReactNode | undefined;
}

/** What an edition says at one place: the text of a lesson or annex, or what is known of the rest. */
export function NodeText(props: Props) {
  const { t } = useMessages(messages);
  const words = useNodeWords();
  const { place, node } = props;
  const summary = typeof node.meta['summary'] === 'string' ? node.meta['summary'] : '';
  return (
    <article className={styles.reading}>
      <p className={text.soft}>
        {[words.kind(node.kind), words.mark(place)].join(' ').trim()}
        <PlaceFacts place={place} />
        {props.note !== undefined && <> · {props.note}</>}
      </p>
      <h2 lang="vi" className={styles.readingTitle}>
        {node.title}
      </h2>
      {summary !== '' && (
        <p lang="vi" className={styles.summary}>
          {summary}
        </p>
      )}
      {node.document === null ? (
        <p className={text.soft}>{t('noText')}</p>
      ) : (
        <TracedText
          courseId={props.courseId}
          nodeId={node.nodeId}
          document={documentOf(node.document)}
        />
      )}
      {node.kind === 'lesson' && <Pager {...props} />}
    </article>
  );
}

/** The server has checked the document before it stored it. */
function documentOf(document: unknown): RichDocument {
  return document as RichDocument;
}

function PlaceFacts({ place }: { readonly place: OutlineNode }) {
  const { t } = useMessages(messages);
  const { minutes, questions, hours } = place;
  const facts = [
    minutes === null ? '' : t('minutes', { count: minutes }),
    questions === null ? '' : t('questionsIn', { count: questions }),
    hours === null ? '' : t('hoursOf', { ...hours }),
  ].filter((fact) => fact !== '');
  return <>{facts.map((fact) => ` · ${fact}`).join('')}</>;
}

function Pager({ editionId, place, lessons }: Props) {
  const { t } = useMessages(messages);
  const at = lessons.findIndex(({ nodeId }) => nodeId === place.nodeId);
  const ways = [
    { key: 'previous' as const, lesson: lessons[at - 1] },
    { key: 'next' as const, lesson: lessons[at + 1] },
  ];
  return (
    <p className={styles.pager}>
      {ways.map(({ key, lesson }) =>
        lesson === undefined ? null : (
          <span key={key}>
            {t(key)}:{' '}
            <Link
              lang="vi"
              href={href('edition', { editionId }, { tab: 'tree', node: lesson.nodeId })}
            >
              {`${lesson.label} ${lesson.title}`}
            </Link>
          </span>
        ),
      )}
    </p>
  );
}
