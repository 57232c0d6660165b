import { useEffect, useState, type ReactNode } from 'react';
import type { Loadable } from '../lib/api/loadable.js';
import type { ApiProblem } from '../lib/api/problem.js';
import { useProblemText } from '../lib/api/problem-text.js';
import { useMessages } from '../lib/i18n/catalogue.js';
import { Button, ButtonRow, LinkButton } from './button.js';
import { cx } from './class-names.js';
import { CloudAlertIcon, LockIcon, SearchIcon, WifiOffIcon, type IconType } from './icons.js';
import { messages } from './messages/index.js';
import styles from './state.module.css';
import text from './text.module.css';

/** Says what has happened, what is safe, and what to do: the frame of every state of a page. */
export function StateBox(props: {
  readonly icon: IconType;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly alert?: boolean | undefined;
  /** The state is the whole page: its title is the `h1`. */
  readonly page?: boolean | undefined;
}) {
  const Icon = props.icon;
  const Title = props.page ? 'h1' : 'h2';
  return (
    <div
      className={cx(styles.state, props.page && styles.whole)}
      role={props.alert ? 'alert' : undefined}
    >
      <Icon />
      <Title>{props.title}</Title>
      {props.children}
      {props.actions !== undefined && <ButtonRow>{props.actions}</ButtonRow>}
    </div>
  );
}

/** Nothing here yet: why, and the one way to begin. */
export function EmptyState(props: {
  readonly icon: IconType;
  readonly title: string;
  readonly text?: string | undefined;
  readonly action?: ReactNode;
}) {
  return (
    <StateBox icon={props.icon} title={props.title} actions={props.action}>
      {props.text !== undefined && <p>{props.text}</p>}
    </StateBox>
  );
}

/** A refusal or failure in words, with retry and the short code last. */
export function ProblemState(props: {
  readonly problem: ApiProblem;
  readonly title?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
  readonly page?: boolean | undefined;
}) {
  const { t } = useMessages(messages);
  const say = useProblemText();
  const { problem, page } = props;
  if (problem.status === 403) return <NoPermission text={say(problem)} page={page} />;
  if (problem.status === 404) return <NotFound text={say(problem)} page={page} />;
  const offline = problem.code === 'network.offline';
  return (
    <StateBox
      icon={offline ? WifiOffIcon : CloudAlertIcon}
      title={props.title ?? t(offline ? 'offlineTitle' : 'errorTitle')}
      alert
      page={page}
      actions={
        props.onRetry && (
          <Button look="main" onClick={props.onRetry}>
            {t('retry')}
          </Button>
        )
      }
    >
      <p>{say(problem)}</p>
      {problem.shortCode !== undefined && (
        <p className={styles.code}>{t('supportCode', { code: problem.shortCode })}</p>
      )}
    </StateBox>
  );
}

/** Which right is missing and whom to ask; nothing of what is hidden. */
export function NoPermission(props: {
  readonly text?: string | undefined;
  readonly page?: boolean | undefined;
}) {
  const { t } = useMessages(messages);
  const say = useProblemText();
  return (
    <StateBox
      icon={LockIcon}
      title={t('noPermissionTitle')}
      page={props.page}
      actions={<LinkButton href="/">{t('home')}</LinkButton>}
    >
      <p>{props.text ?? say('permission.denied')}</p>
    </StateBox>
  );
}

/** There is no such page, or it is not for this person: the two look alike. */
export function NotFound(props: {
  readonly text?: string | undefined;
  readonly page?: boolean | undefined;
}) {
  const { t } = useMessages(messages);
  return (
    <StateBox
      icon={SearchIcon}
      title={t('notFoundTitle')}
      page={props.page}
      actions={<LinkButton href="/">{t('home')}</LinkButton>}
    >
      <p>{props.text ?? t('notFoundText')}</p>
    </StateBox>
  );
}

/** True once the wait has lasted 0.4 s: before that nothing flickers. */
export function useSlow(waiting: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setTimeout(() => setSlow(true), 400);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [waiting]);
  return waiting && slow;
}

/** Lines in the shape of what is coming: widths in percent, `title` for a heading, `rule` for a hairline. */
export type SkeletonLine = number | 'title' | 'rule';

const usual: readonly SkeletonLine[] = ['title', 'rule', 82, 46, 'rule', 70, 54, 'rule', 78];

/** The page's own shape while it loads, after 0.4 s; readers hear that it loads. */
export function Skeleton({
  lines = usual,
}: {
  readonly lines?: readonly SkeletonLine[] | undefined;
}) {
  const { t } = useMessages(messages);
  const slow = useSlow(true);
  return (
    <div aria-busy="true" className={styles.loading}>
      {slow && (
        <>
          <p className={text.vh} role="status">
            {t('loading')}
          </p>
          {lines.map((line, index) => (
            <SkeletonBar key={index} line={line} />
          ))}
        </>
      )}
    </div>
  );
}

function SkeletonBar({ line }: { readonly line: SkeletonLine }) {
  if (line === 'rule') return <span className={cx(styles.sk, styles.rule)} />;
  if (line === 'title')
    return <span className={cx(styles.sk, styles.title)} style={{ width: '38%' }} />;
  return <span className={styles.sk} style={{ width: `${line}%` }} />;
}

/** Shows what was fetched, or the state it is in. What was seen before stays while a refresh fails. */
export function Loaded<T>(props: {
  readonly from: Loadable<T>;
  readonly skeleton?: readonly SkeletonLine[] | undefined;
  readonly page?: boolean | undefined;
  readonly children: (data: T) => ReactNode;
}) {
  const { data, problem, reload } = props.from;
  if (data !== undefined) return <>{props.children(data)}</>;
  if (problem !== undefined) {
    return <ProblemState problem={problem} onRetry={reload} page={props.page} />;
  }
  return <Skeleton lines={props.skeleton} />;
}
