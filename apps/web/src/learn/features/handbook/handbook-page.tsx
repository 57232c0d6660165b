import { memo, useMemo } from 'react';
import type { readHandbook as contract, ResponseOf } from '@cam-nang/contracts';
import { matchSearch } from '@cam-nang/domain';
import { readHandbook, readToday } from '@cam-nang/contracts/routes';
import { useResource } from '../../../lib/api/resource.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { pick } from '../../../lib/i18n/pick.js';
import { useTitle } from '../../../lib/title.js';
import { BookMarkedIcon, FileTextIcon, SearchIcon } from '../../../ui/icons.js';
import { Page, PageHead, Section } from '../../../ui/layout.js';
import { ListRow, RowList } from '../../../ui/lists.js';
import { Note } from '../../../ui/banner.js';
import { EmptyState, Loaded } from '../../../ui/states.js';
import text from '../../../ui/text.module.css';
import { useMountedCount } from '../../../ui/use-mounted-count.js';
import { href } from '../../routes.js';
import { messages as studyMessages } from '../../study/messages/index.js';
import { HandbookSearch } from './handbook-search.js';
import { messages } from './messages/index.js';
import { useHandbookQuery, type HandbookQuery } from './use-handbook-query.js';

type Handbook = ResponseOf<typeof contract>;

/** The handbook: the edition in force of each course one studies, topic by topic. */
export function HandbookPage() {
  const { t } = useMessages(messages);
  useTitle(t('title'));
  const asked = useHandbookQuery();
  const today = useResource(readToday, {});
  return (
    <Page>
      <PageHead title={t('title')} below={<p className={text.soft}>{t('intro')}</p>} />
      <Loaded from={today} skeleton={['title', 82, 'rule', 70]}>
        {({ enrolments }) => {
          const courses = [...new Set(enrolments.map(({ summary }) => summary.courseId))];
          if (courses.length === 0) {
            return <EmptyState icon={BookMarkedIcon} title={t('empty')} text={t('emptyText')} />;
          }
          return (
            <>
              <HandbookSearch asked={asked} />
              {courses.map((courseId) => (
                <CourseHandbook key={courseId} courseId={courseId} asked={asked} />
              ))}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function CourseHandbook(props: { readonly courseId: string; readonly asked: HandbookQuery }) {
  const { t } = useMessages(messages);
  const { courseId } = props;
  const { on, find } = props.asked;
  const handbook = useResource(readHandbook, {
    params: { courseId },
    query: on === undefined ? {} : { on },
  });
  if (handbook.data === undefined && handbook.problem?.code === 'edition.none_in_force') {
    return <EmptyState icon={BookMarkedIcon} title={t('noneThen')} text={t('noneThenText')} />;
  }
  return (
    <Loaded from={handbook} skeleton={['title', 82, 'rule', 70]}>
      {(data) => <Contents handbook={data} find={find} />}
    </Loaded>
  );
}

/** Whether a lesson, or the topic it is in, is called what is looked for. */
function isCalled(find: string, ...nodes: readonly Handbook['nodes'][number][]): boolean {
  if (find.trim() === '') return true;
  return nodes.some(({ label, code, title, titleEn }) =>
    [`${code ?? ''} ${label} ${title}`, titleEn ?? ''].some(
      (name) => matchSearch(find, name) !== 'none',
    ),
  );
}

function Contents({ handbook, find }: { readonly handbook: Handbook; readonly find: string }) {
  const { t, locale } = useMessages(messages);
  const { edition, nodes, course } = handbook;
  const topics = useMemo(() => topicsCalled(nodes, find), [nodes, find]);
  return (
    <>
      <p>
        <b>{pick(locale, course.title, course.titleEn)}</b>
        <br />
        <EditionLine edition={edition} />
      </p>
      <WithdrawalNotice edition={edition} />
      {topics.length === 0 && (
        <EmptyState icon={SearchIcon} title={t('notFound', { find })} text={t('notFoundText')} />
      )}
      <Topics key={find} editionId={edition.id} topics={topics} />
    </>
  );
}

/** A topic with its lessons. */
interface Topic {
  readonly module: Handbook['nodes'][number];
  readonly lessons: readonly Handbook['nodes'][number][];
}

/** The topics that have a lesson that is called what is looked for. */
function topicsCalled(nodes: Handbook['nodes'], find: string): readonly Topic[] {
  return nodes
    .filter((node) => node.kind === 'module')
    .map((module) => ({
      module,
      lessons: nodes.filter(
        (node) =>
          node.parentId === module.nodeId && node.kind === 'lesson' && isCalled(find, node, module),
      ),
    }))
    .filter(({ lessons }) => lessons.length > 0);
}

/** Topics drawn at once: any ordinary handbook whole, so that who comes back finds the place again. */
const PORTION = 16;

/** Of a hundred topics the first at once, the others a moment later. */
function Topics(props: { readonly editionId: string; readonly topics: readonly Topic[] }) {
  const { editionId, topics } = props;
  const mounted = useMountedCount(topics.length, PORTION);
  return (
    <>
      {topics.slice(0, mounted).map((topic) => (
        <TopicSection key={topic.module.nodeId} editionId={editionId} topic={topic} />
      ))}
    </>
  );
}

const TopicSection = memo(function TopicSection(props: {
  readonly editionId: string;
  readonly topic: Topic;
}) {
  const { locale } = useMessages(messages);
  const { module, lessons } = props.topic;
  return (
    <Section title={`${module.code ?? ''}. ${pick(locale, module.title, module.titleEn)}`}>
      <RowList>
        {lessons.map((node) => (
          <LessonRow key={node.nodeId} editionId={props.editionId} node={node} />
        ))}
      </RowList>
    </Section>
  );
});

/** Edition, date of effect, decision. */
export function EditionLine({ edition }: { readonly edition: Handbook['edition'] }) {
  const { t } = useMessages(messages);
  const study = useMessages(studyMessages);
  const format = useFormat();
  const { decisionNo, decisionDate, forceFrom, label } = edition;
  return (
    <>
      {study.t('edition', { label })}
      {forceFrom !== null && ` · ${study.t('effectiveFrom', { date: format.date(forceFrom) })}`}
      {decisionNo !== null &&
        decisionDate !== null &&
        ` · ${t('decision', { no: decisionNo, date: format.date(decisionDate) })}`}
    </>
  );
}

/** That the edition is withdrawn or will be, by which decision and why. */
export function WithdrawalNotice({ edition }: { readonly edition: Handbook['edition'] }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { withdrawal, label } = edition;
  if (withdrawal === null) return null;
  const past = edition.state === 'withdrawn';
  const facts = { label, date: format.date(withdrawal.on), no: withdrawal.decisionNo };
  return (
    <Note look={past ? 'bad' : 'warn'}>
      <p>{t(past ? 'withdrawn' : 'willBeWithdrawn', facts)}</p>
      <p lang="vi">{withdrawal.reason}</p>
    </Note>
  );
}

function LessonRow({
  editionId,
  node,
}: {
  readonly editionId: string;
  readonly node: Handbook['nodes'][number];
}) {
  const { t, locale } = useMessages(messages);
  return (
    <ListRow
      icon={FileTextIcon}
      href={href('handbookLesson', { editionId, nodeId: node.nodeId })}
      title={`${node.label}. ${pick(locale, node.title, node.titleEn)}`}
      sub={node.minutes === null ? undefined : t('minutes', { count: node.minutes })}
    />
  );
}
