import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { pick } from '../../../lib/i18n/pick.js';
import {
  CircleCheckIcon,
  CircleDashedIcon,
  CircleXIcon,
  ClockIcon,
  LockIcon,
  PencilLineIcon,
  type IconType,
} from '../../../ui/icons.js';
import { Link } from '../../../ui/link.js';
import { Disclosure, ListRow } from '../../../ui/lists.js';
import { Status, type Tone } from '../../../ui/tag.js';
import { href } from '../../routes.js';
import { itemAddress } from '../../study/item-address.js';
import { useReason } from '../../study/reason.js';
import { messages } from './messages/index.js';
import type { Work } from './results-page.js';
import styles from './results.module.css';

/** A quiz or report: its topic, where it stands, the mark that counts, and every try. */
export function WorkRow({
  work,
  enrolmentId,
}: {
  readonly work: Work;
  readonly enrolmentId: string;
}) {
  const { locale } = useMessages(messages);
  const format = useFormat();
  const { score, scale, attempts } = work;
  return (
    <ListRow
      href={itemAddress(enrolmentId, work)}
      title={pick(locale, work.title, work.titleEn)}
      sub={<Standing work={work} />}
      below={attempts.length > 0 && <Attempts work={work} />}
      end={
        score !== null &&
        scale !== null && (
          <span className={styles.mark}>
            {format.mark(score)}
            <small>/{format.number(scale / 100)}</small>
          </span>
        )
      }
    />
  );
}

const looks: Readonly<Record<Work['state'], { readonly icon: IconType; readonly tone?: Tone }>> = {
  done: { icon: CircleCheckIcon, tone: 'ok' },
  failed: { icon: CircleXIcon, tone: 'bad' },
  started: { icon: PencilLineIcon },
  open: { icon: CircleDashedIcon },
  locked: { icon: LockIcon, tone: 'warn' },
};

/** How it stands, with the reason where there is one. */
function Standing({ work }: { readonly work: Work }) {
  const { t } = useMessages(messages);
  const say = useReason();
  const { reason } = work;
  // That the cohort is over explains nothing about this one work: it was simply not done.
  const over = reason?.code === 'cohort-not-running';
  const state = over && work.state === 'locked' ? 'open' : work.state;
  const waits = reason?.code === 'waits-for-mark';
  const { icon, tone } = looks[state];
  const tried = work.attempts.some((attempt) => attempt.closed);
  const word = () => {
    if (state === 'done') return t('done');
    return state === 'open' && tried && !over ? t('again') : t(`${state}-${work.kind}`);
  };
  return (
    <Status icon={waits ? ClockIcon : icon} tone={waits ? 'info' : tone}>
      {reason === null || over ? word() : say(reason)}
    </Status>
  );
}

function Attempts({ work }: { readonly work: Work }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const verdict = (attempt: Work['attempts'][number]) => {
    const time = format.dateTime(attempt.openedAt);
    if (!attempt.closed) return t('attemptOpen', { time });
    if (attempt.score === null || attempt.scale === null) return t('attemptWaiting', { time });
    return t(attempt.passed === true ? 'attemptPassed' : 'attemptFailed', {
      score: format.mark(attempt.score),
      scale: format.number(attempt.scale / 100),
      time,
    });
  };
  return (
    <Disclosure summary={t('attempts', { count: work.attempts.length })}>
      <ul className={styles.attempts}>
        {work.attempts.map((attempt) => (
          <li key={attempt.id}>
            <Link
              href={href(attempt.closed ? 'attemptResult' : 'attempt', { attemptId: attempt.id })}
            >
              {t('attempt', { number: attempt.number })}
            </Link>
            <span>{verdict(attempt)}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
