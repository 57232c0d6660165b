import { useState } from 'react';
import type { RichDocument } from '@cam-nang/content/read';
import type {
  readHandbookLesson,
  readLessonHistory as historyContract,
  ResponseOf,
} from '@cam-nang/contracts';
import { readLessonHistory } from '@cam-nang/contracts/routes';
import type { Loadable } from '../../../lib/api/loadable.js';
import { useProblemText } from '../../../lib/api/problem-text.js';
import { useResource } from '../../../lib/api/resource.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { LessonText } from '../../../reader/lesson-text.js';
import { Button } from '../../../ui/button.js';
import { Note } from '../../../ui/banner.js';
import { HistoryIcon } from '../../../ui/icons.js';
import { Link } from '../../../ui/link.js';
import text from '../../../ui/text.module.css';
import { href } from '../../routes.js';
import styles from './history.module.css';
import { messages } from './messages/index.js';

const NOTHING_READ: ReadonlySet<string> = new Set();

interface Props {
  readonly lesson: ResponseOf<typeof readHandbookLesson>;
  readonly document: RichDocument;
}

/** The text of a lesson with the ways to its history: of the whole, and when asked for, of changed passages. */
export function TracedLesson({ lesson, document }: Props) {
  const { t, locale } = useMessages(messages);
  const [asked, setAsked] = useState(false);
  const params = { editionId: lesson.edition.id, nodeId: lesson.nodeId };
  const history = useResource(readLessonHistory, asked ? { params } : undefined);
  const changed = asked ? editionsOf(history.data) : NOTHING_CHANGED;
  return (
    <>
      <div className={styles.traces}>
        <Link className={text.lnk} href={href('handbookHistory', params)}>
          <HistoryIcon />
          {t('historyLesson')}
        </Link>
        <Button size="small" onClick={() => setAsked(!asked)}>
          {t(asked ? 'hideChanged' : 'showChanged')}
        </Button>
      </div>
      <div role="status">{asked && <WhyNothing history={history} />}</div>
      <LessonText
        document={document}
        read={NOTHING_READ}
        changed={new Set(changed.keys())}
        noteOf={(blockId) => (
          <Link
            lang={locale}
            className={styles.trace}
            href={href('handbookPassage', { ...params, blockId })}
          >
            <HistoryIcon />
            {t('changedIn', { label: changed.get(blockId) ?? '' })}
          </Link>
        )}
      />
    </>
  );
}

type History = ResponseOf<typeof historyContract>;

const NOTHING_CHANGED: ReadonlyMap<string, string> = new Map();

/** The edition that last changed each passage, by passage. */
function editionsOf(history: History | undefined): ReadonlyMap<string, string> {
  return new Map(
    history?.changed.map(({ blockId, step }) => [
      blockId,
      history.steps[step]?.edition.label ?? '',
    ]),
  );
}

/** Why no passage is marked although it was asked for: none changed, or the answer did not come. */
function WhyNothing({ history: { data, problem } }: { readonly history: Loadable<History> }) {
  const { t } = useMessages(messages);
  const say = useProblemText();
  if (data !== undefined) return data.changed.length === 0 && <Note>{t('noneChanged')}</Note>;
  return problem !== undefined && <Note look="warn">{say(problem)}</Note>;
}
