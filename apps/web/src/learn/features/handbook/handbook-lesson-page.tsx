import { useParams } from 'wouter';
import type { RichDocument } from '@cam-nang/content/read';
import type { readHandbookLesson as contract, ResponseOf } from '@cam-nang/contracts';
import { readHandbookLesson } from '@cam-nang/contracts/routes';
import { useResource } from '../../../lib/api/resource.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { pick } from '../../../lib/i18n/pick.js';
import { useTitle } from '../../../lib/title.js';
import { Leaf, LeafHead } from '../../../reader/leaf.js';
import { ContentsAside, LessonContents } from '../../../reader/lesson-contents.js';
import { ReaderBar } from '../../../reader/reader-bar.js';
import { ButtonRow, LinkButton } from '../../../ui/button.js';
import { ArrowRightIcon } from '../../../ui/icons.js';
import { Loaded } from '../../../ui/states.js';
import { href } from '../../routes.js';
import { BarePage, WaitingPage } from '../../shell/bare-page.js';
import { EditionLine, WithdrawalNotice } from './handbook-page.js';
import { messages } from './messages/index.js';
import { TracedLesson } from './traced-lesson.js';

type Lesson = ResponseOf<typeof contract>;

const NOTHING_READ: ReadonlySet<string> = new Set();

/** A lesson of the handbook: the text alone, nothing is counted. */
export function HandbookLessonPage() {
  const { editionId = '', nodeId = '' } = useParams();
  const lesson = useResource(readHandbookLesson, { params: { editionId, nodeId } });
  useTitle(lesson.data?.title ?? '');
  if (lesson.data !== undefined) return <OpenPage key={nodeId} lesson={lesson.data} />;
  return (
    <WaitingPage>
      <Loaded from={lesson} skeleton={['title', 82, 94, 88, 60]} page>
        {() => null}
      </Loaded>
    </WaitingPage>
  );
}

function OpenPage({ lesson }: { readonly lesson: Lesson }) {
  const { t, locale } = useMessages(messages);
  const checked: unknown = lesson.document;
  const document = checked as RichDocument;
  const contents = { document, read: NOTHING_READ };
  const title = `${lesson.label}. ${lesson.title}`;
  return (
    <BarePage
      bar={
        <ReaderBar
          back={{ href: href('handbook'), label: t('back') }}
          title={title}
          lang="vi"
          state={t('editionPlain', { label: lesson.edition.label })}
          done={0}
          total={0}
          contents={<LessonContents {...contents} />}
        />
      }
    >
      <Leaf
        aside={<ContentsAside {...contents} />}
        asideLabel={pick(locale, lesson.title, lesson.titleEn)}
      >
        <LeafHead
          kicker={t('title')}
          title={title}
          lang="vi"
          edition={<EditionLine edition={lesson.edition} />}
        />
        <WithdrawalNotice edition={lesson.edition} />
        <TracedLesson lesson={lesson} document={document} />
        {lesson.next !== null && (
          <ButtonRow>
            <LinkButton
              href={href('handbookLesson', {
                editionId: lesson.edition.id,
                nodeId: lesson.next.nodeId,
              })}
            >
              {t('next', { title: lesson.next.title })}
              <ArrowRightIcon />
            </LinkButton>
          </ButtonRow>
        )}
      </Leaf>
    </BarePage>
  );
}
