import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Note } from '../../../ui/banner.js';
import { ButtonRow, LinkButton } from '../../../ui/button.js';
import { ArrowRightIcon } from '../../../ui/icons.js';
import { href } from '../../routes.js';
import { itemAddress } from '../../study/item-address.js';
import type { Lesson } from './lesson-page.js';
import { messages } from './messages/index.js';
import type { ProgressState } from './use-progress.js';

/** The end of a lesson: what the office has of it, and where to go on. */
export function LessonEnd(props: {
  readonly enrolmentId: string;
  readonly lesson: Lesson;
  readonly finished: boolean;
  readonly state: ProgressState;
  readonly receivedAt: string | undefined;
}) {
  const { t, rich } = useMessages(messages);
  const { lesson, enrolmentId } = props;
  return (
    <>
      <SavedNote state={props.state} receivedAt={props.receivedAt} finished={props.finished} />
      <ButtonRow>
        {lesson.next !== null && (
          <LinkButton look="main" href={itemAddress(enrolmentId, lesson.next)}>
            <span>
              {lesson.next.kind === 'quiz'
                ? t('toQuiz')
                : rich('nextLesson', { title: <span lang="vi">{lesson.next.title}</span> })}
            </span>
            <ArrowRightIcon />
          </LinkButton>
        )}
        <LinkButton href={href('module', { enrolmentId, moduleId: lesson.moduleNodeId })}>
          {t('toModule')}
        </LinkButton>
      </ButtonRow>
    </>
  );
}

function SavedNote(props: {
  readonly state: ProgressState;
  readonly receivedAt: string | undefined;
  readonly finished: boolean;
}) {
  const { t } = useMessages(messages);
  const format = useFormat();
  if (props.state === 'waiting') return <Note look="warn">{t('waiting')}</Note>;
  if (props.state === 'not-counted') return <Note look="info">{t('readOnly')}</Note>;
  if (!props.finished) return null;
  const received =
    props.receivedAt === undefined
      ? t('finishedText')
      : t('saved', { time: format.time(props.receivedAt) });
  return (
    <Note look="ok">
      <b>{t('finished')}.</b> {received}
    </Note>
  );
}
