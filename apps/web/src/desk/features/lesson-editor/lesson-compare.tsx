import { useMemo } from 'react';
import { diffDocuments, type RichNode } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button } from '../../../ui/button.js';
import { Note } from '../../../ui/banner.js';
import text from '../../../ui/text.module.css';
import { DocumentDiffView } from '../../kit/changes/document-diff-view.js';
import { ComparisonHead, MarginDiff } from '../../kit/diff.js';
import styles from './lesson.module.css';
import { canonical } from './lesson-writing.js';
import { messages } from './messages/index.js';
import type { Lesson } from './use-lesson.js';

/** The text as it stands now against the issued one. */
export function LessonCompare(props: { readonly lesson: Lesson; readonly onBack: () => void }) {
  const { t } = useMessages(messages);
  const { lesson } = props;
  const base = lesson.draft.base?.document ?? null;
  const diff = useMemo(
    () => (base === null ? null : diffDocuments(base as RichNode, canonical(lesson.documentNow()))),
    [base, lesson],
  );
  return (
    <section aria-label={t('comparing')} className={styles.compare}>
      <h1 className={text.vh} lang="vi">
        {lesson.title}
      </h1>
      <ComparisonHead>
        <h2>{t('comparing')}</h2>
        {diff !== null && (
          <span>
            {t('counts', { plus: diff.counts.words.inserted, minus: diff.counts.words.deleted })}
          </span>
        )}
        <Button size="small" onClick={props.onBack}>
          {t('compareBack')}
        </Button>
      </ComparisonHead>
      {diff === null ? (
        <Note look="plain">{t('compareNew')}</Note>
      ) : (
        <MarginDiff>
          <DocumentDiffView diff={diff} layout="one" nodeId={lesson.draft.nodeId} />
        </MarginDiff>
      )}
    </section>
  );
}
