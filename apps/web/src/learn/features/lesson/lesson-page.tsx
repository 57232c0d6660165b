import { useState } from 'react';
import { useParams } from 'wouter';
import type { RichDocument } from '@cam-nang/content/read';
import type { readLesson as readLessonContract, ResponseOf } from '@cam-nang/contracts';
import { readLesson } from '@cam-nang/contracts/routes';
import { useResource } from '../../../lib/api/resource.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { pick } from '../../../lib/i18n/pick.js';
import { useTitle } from '../../../lib/title.js';
import { Leaf, LeafHead } from '../../../reader/leaf.js';
import { ContentsAside, LessonContents } from '../../../reader/lesson-contents.js';
import { LessonText } from '../../../reader/lesson-text.js';
import { ReaderBar } from '../../../reader/reader-bar.js';
import { blocksOfSection } from '../../../reader/reading-state.js';
import { useReading } from '../../../reader/use-reading.js';
import { useResume } from '../../../reader/use-resume.js';
import { Note } from '../../../ui/banner.js';
import { Loaded } from '../../../ui/states.js';
import { href } from '../../routes.js';
import { BarePage, WaitingPage } from '../../shell/bare-page.js';
import { messages as studyMessages } from '../../study/messages/index.js';
import { LessonEnd } from './lesson-end.js';
import { lessonParts } from './lesson-parts.js';
import { messages } from './messages/index.js';
import { useProgress } from './use-progress.js';

export type Lesson = ResponseOf<typeof readLessonContract>;

/** A lesson: the text, and what has been read of it ticked on the margin line. */
export function LessonPage() {
  const { enrolmentId = '', nodeId = '' } = useParams();
  const lesson = useResource(readLesson, { params: { enrolmentId, nodeId } });
  useTitle(lesson.data?.title ?? '');
  if (lesson.data?.nodeId === nodeId) {
    return <OpenLesson key={nodeId} enrolmentId={enrolmentId} lesson={lesson.data} />;
  }
  return (
    <WaitingPage>
      <Loaded from={lesson} skeleton={['title', 82, 94, 88, 60, 'rule', 92, 84, 70]} page>
        {() => null}
      </Loaded>
    </WaitingPage>
  );
}

/** The server checked the document against the schema when it was written. */
function documentOf(lesson: Lesson): RichDocument {
  const document: unknown = lesson.document;
  return document as RichDocument;
}

/** Where to begin: in a lesson read through at the first passage that an erratum changed, else where one left. */
function resumeBlockOf({ progress, correction }: Lesson): string | null {
  const corrected = progress.state === 'done' ? correction?.blockIds[0] : undefined;
  return corrected ?? progress.lastBlockId;
}

function OpenLesson({
  enrolmentId,
  lesson,
}: {
  readonly enrolmentId: string;
  readonly lesson: Lesson;
}) {
  const { t, locale } = useMessages(messages);
  const document = documentOf(lesson);
  const progress = useProgress(enrolmentId, lesson);
  const { read, onRead } = progress;
  const parts = lessonParts(document, read);
  const blocks = parts.sections.flatMap(blocksOfSection);
  const current = useReading(blocks, { read, onRead });
  const [resumeAt] = useState(() => resumeBlockOf(lesson));
  useResume(lesson.revisionId, resumeAt);
  const contents = { document, read, current };
  return (
    <BarePage
      bar={
        <ReaderBar
          back={{
            href: href('module', { enrolmentId, moduleId: lesson.moduleNodeId }),
            label: t('back', { code: lesson.moduleCode }),
          }}
          title={`${lesson.label}. ${lesson.title}`}
          lang="vi"
          state={t('state', { done: parts.done, total: parts.total })}
          done={parts.done}
          total={parts.total}
          contents={<LessonContents {...contents} />}
        />
      }
    >
      <Leaf
        aside={<ContentsAside {...contents} />}
        asideLabel={pick(locale, lesson.title, lesson.titleEn)}
      >
        <Head lesson={lesson} />
        <LessonText
          document={document}
          read={read}
          current={current}
          resumeAt={resumeAt}
          changed={new Set(lesson.correction?.blockIds ?? [])}
        />
        <LessonEnd
          enrolmentId={enrolmentId}
          lesson={lesson}
          finished={parts.done === parts.total}
          state={progress.state}
          receivedAt={progress.receivedAt}
        />
      </Leaf>
    </BarePage>
  );
}

function Head({ lesson }: { readonly lesson: Lesson }) {
  const { t, locale } = useMessages(messages);
  const study = useMessages(studyMessages);
  const format = useFormat();
  const { edition, correction } = lesson;
  return (
    <>
      <LeafHead
        kicker={`${lesson.moduleCode} · ${lesson.moduleTitle}`}
        title={`${lesson.label}. ${lesson.title}`}
        lang="vi"
        edition={
          edition.forceFrom === null
            ? study.t('edition', { label: edition.label })
            : `${study.t('edition', { label: edition.label })} · ${study.t('effectiveFrom', { date: format.date(edition.forceFrom) })}`
        }
        note={lesson.minutes === null ? undefined : t('minutes', { count: lesson.minutes })}
      />
      {correction !== null && (
        <Note look="info">
          {t('corrected', {
            label: correction.editionLabel,
            reason: pick(locale, correction.reason, correction.reasonEn),
          })}
        </Note>
      )}
    </>
  );
}
