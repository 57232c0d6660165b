import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { pick } from '../../../lib/i18n/pick.js';
import {
  CircleCheckIcon,
  CircleDashedIcon,
  CircleXIcon,
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
      sub={
        <>
          {work.moduleCode} · <Standing work={work} />
        </>
      }
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
  const { icon, tone } = looks[work.state];
  const word = work.state === 'done' ? t('done') : t(`${work.state}-${work.kind}`);
  return (
    <Status icon={icon} tone={tone}>
      {work.reason === null ? word : say(work.reason)}
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
