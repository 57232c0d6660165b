import type { readToday, ResponseOf } from '@cam-nang/contracts';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { pick } from '../../../lib/i18n/pick.js';
import { Why } from '../../../ui/agenda.js';
import { LinkButton } from '../../../ui/button.js';
import { TaskCard } from '../../../ui/card.js';
import { cx } from '../../../ui/class-names.js';
import { ArrowRightIcon } from '../../../ui/icons.js';
import { Stack } from '../../../ui/layout.js';
import { Segments } from '../../../ui/progress.js';
import text from '../../../ui/text.module.css';
import { href } from '../../routes.js';
import { itemAddress } from '../../study/item-address.js';
import { useReason } from '../../study/reason.js';
import { messages } from './messages/index.js';

type Enrolment = ResponseOf<typeof readToday>['enrolments'][number];
export type Summary = Enrolment['summary'];
type Next = Enrolment['next'];
type Words = ReturnType<typeof useMessages<typeof messages.vi>>['t'];

/** Once the cohort is over, what is left to look at is the way to the certificate. */
function isOver({ kind, why }: Next): boolean {
  return kind === 'wait' && why.some((reason) => reason.code === 'cohort-not-running');
}

/** The person said that the data to be printed are wrong. */
function isReported({ kind, why }: Next): boolean {
  return kind === 'wait' && why.some((reason) => reason.code === 'data-reported');
}

/** Its results stand, and the certificates are being prepared. */
function isSettled(next: Next): boolean {
  return isOver(next) && next.why.some(({ params }) => params['state'] === 'results_closed');
}

function addressOf(summary: Summary, next: Next): string {
  const { enrolmentId } = summary;
  if (next.attemptId !== null) return href('attempt', { attemptId: next.attemptId });
  const ofData = next.kind === 'confirm-data' || isReported(next);
  if (ofData || next.kind === 'certificate' || isOver(next)) {
    return href('certificate', { enrolmentId });
  }
  if (next.nodeId === null || next.kind === 'wait' || next.kind === 'choose') return href('course');
  return itemAddress(enrolmentId, { kind: next.kind, nodeId: next.nodeId });
}

function tabOf(next: Next, module: string, t: Words): string {
  if (next.kind === 'lesson')
    return t(next.blocksRead > 0 ? 'continueTab' : 'startTab', { module });
  const tabs = {
    quiz: t('quizTab'),
    'report-task': t('reportTab'),
    survey: t('startTab', { module }),
    'confirm-data': t('confirmTab'),
    certificate: t('certificateTab'),
    wait: t('waitTab'),
    choose: t('chooseTab'),
  };
  return tabs[next.kind];
}

function actOf(next: Next, t: Words): string {
  if (next.kind === 'lesson') return t(next.blocksRead > 0 ? 'read' : 'begin');
  if (next.kind === 'quiz') return t(next.attemptId === null ? 'takeQuiz' : 'resumeQuiz');
  if (isOver(next)) return t('seeConditions');
  if (isReported(next)) return t('seeReport');
  const acts = {
    'report-task': t('write'),
    survey: t('seeCourse'),
    'confirm-data': t('confirm'),
    certificate: t('openCertificate'),
    wait: t('seeCourse'),
    choose: t('choose'),
  };
  return acts[next.kind];
}

function ownTitle(next: Next, t: Words): string | undefined {
  if (next.kind === 'confirm-data' || isReported(next)) return t('confirmTitle');
  if (next.kind === 'certificate') return t('certificateTitle');
  if (next.kind === 'choose') return t('chooseTitle');
  return next.title === null ? t('waitTitle') : undefined;
}

/** The one task of the page: the next thing, and why it is this one. */
export function NextCard({ summary, next }: { readonly summary: Summary; readonly next: Next }) {
  const { t, locale } = useMessages(messages);
  const module = pick(locale, next.moduleTitle ?? '', next.moduleTitleEn);
  const own = ownTitle(next, t);
  const numbered = next.label === null || next.label === '' ? '' : `${next.label}. `;
  const address = addressOf(summary, next);
  return (
    <TaskCard
      tab={tabOf(next, next.moduleCode ?? module, t)}
      title={
        own ?? (
          <>
            {numbered}
            {pick(locale, next.title ?? '', next.titleEn)}
          </>
        )
      }
      href={address}
    >
      {next.kind === 'lesson' && next.blocksTotal > 0 && <LessonState next={next} />}
      <Because next={next} />
      <LinkButton look="main" size="big" block href={address}>
        {actOf(next, t)}
        <ArrowRightIcon />
      </LinkButton>
    </TaskCard>
  );
}

/** Why it is this one. */
function Because({ next }: { readonly next: Next }) {
  const { t } = useMessages(messages);
  const say = useReason();
  if (next.why.length === 0) return null;
  return (
    <Why>
      <b>{t('why')}</b> {isSettled(next) ? t('settled') : next.why.map(say).join(' ')}
    </Why>
  );
}

const MOST_SEGMENTS = 12;

function LessonState({ next }: { readonly next: Next }) {
  const { t } = useMessages(messages);
  const scale = Math.min(1, MOST_SEGMENTS / next.blocksTotal);
  const words = t('parts', { read: next.blocksRead, total: next.blocksTotal });
  return (
    <Stack gap={2}>
      <Segments
        label={words}
        done={Math.floor(next.blocksRead * scale)}
        total={Math.ceil(next.blocksTotal * scale)}
        now
      />
      <p className={cx(text.sm, text.soft)}>
        {words}
        {next.minutesLeft !== null && ` · ${t('minutesLeft', { minutes: next.minutesLeft })}`}
      </p>
    </Stack>
  );
}
