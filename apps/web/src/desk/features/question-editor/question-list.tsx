import { useMessages } from '../../../lib/i18n/catalogue.js';
import { cx } from '../../../ui/class-names.js';
import { CircleHelpIcon } from '../../../ui/icons.js';
import { Link } from '../../../ui/link.js';
import { EmptyState } from '../../../ui/states.js';
import { ChangeMark, type Change } from '../../kit/marks.js';
import type { OverlayNode } from '../../kit/curriculum/types.js';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';
import styles from './question.module.css';

const signs: Readonly<Partial<Record<OverlayNode['change'], Change>>> = {
  new: 'added',
  changed: 'changed',
  changed_and_moved: 'changed',
  moved: 'moved',
  deleted: 'removed',
};

/** The questions of a bank in their order; those that the request touches say how. */
export function QuestionList(props: {
  readonly requestId: string;
  readonly questions: readonly OverlayNode[];
  readonly current: string | undefined;
  readonly onlyChanged: boolean;
}) {
  const { t } = useMessages(messages);
  if (props.questions.length === 0) {
    return (
      <EmptyState
        icon={CircleHelpIcon}
        title={t(props.onlyChanged ? 'changedOnly' : 'emptyTitle')}
        text={t('emptyText')}
      />
    );
  }
  return (
    <ol className={styles.rows}>
      {props.questions.map((question) => (
        <li key={question.nodeId}>
          <Link
            className={cx(styles.row, question.change === 'deleted' && styles.gone)}
            href={href(
              'questionEditor',
              { requestId: props.requestId, nodeId: question.nodeId },
              { only: props.onlyChanged ? 'changed' : undefined },
            )}
            aria-current={question.nodeId === props.current ? 'page' : undefined}
          >
            <span className={styles.no}>{question.label || '–'}</span>
            <span lang="vi">{question.title}</span>
            <State change={question.change} />
          </Link>
        </li>
      ))}
    </ol>
  );
}

function State({ change }: { readonly change: OverlayNode['change'] }) {
  const { t } = useMessages(messages);
  const sign = signs[change];
  if (sign === undefined || change === 'none' || change === 'through_child') return null;
  return (
    <span className={styles.state}>
      <ChangeMark change={sign}>{t(`change.${change}`)}</ChangeMark>
    </span>
  );
}
