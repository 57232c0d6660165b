import { useMessages } from '../../../lib/i18n/catalogue.js';
import { LinkButton } from '../../../ui/button.js';
import { cx } from '../../../ui/class-names.js';
import { CheckIcon, MinusIcon } from '../../../ui/icons.js';
import { VisuallyHidden } from '../../../ui/layout.js';
import { href } from '../../routes.js';
import type { Condition } from './certificate-page.js';
import styles from './certificate-page.module.css';
import { useConditionWords } from './condition-words.js';
import { messages } from './messages/index.js';

/** Where on the page the data to be printed are confirmed. */
export const PRINTED = 'printed-data';

/** Conditions on hairlines, each with its square, its rule, and what would change it. */
export function ConditionList(props: {
  readonly conditions: readonly Condition[];
  readonly enrolmentId: string;
}) {
  const main = props.conditions.find(
    (condition) => addressOf(condition, props.enrolmentId) !== undefined && !condition.met,
  );
  return (
    <ul className={styles.conditions}>
      {props.conditions.map((condition) => (
        <ConditionRow
          key={`${condition.code}-${condition.nodeId ?? ''}`}
          condition={condition}
          enrolmentId={props.enrolmentId}
          main={condition === main}
        />
      ))}
    </ul>
  );
}

function ConditionRow(props: {
  readonly condition: Condition;
  readonly enrolmentId: string;
  readonly main: boolean;
}) {
  const { t } = useMessages(messages);
  const words = useConditionWords()(props.condition);
  const { met } = props.condition;
  return (
    <li>
      <span className={cx(styles.square, met ? styles.yes : styles.no)}>
        {met ? <CheckIcon /> : <MinusIcon />}
      </span>
      <div>
        <h3>
          <VisuallyHidden>{t(met ? 'isMet' : 'isMissing')} </VisuallyHidden>
          {words.title}
        </h3>
        {words.detail !== undefined && <p className={styles.detail}>{words.detail}</p>}
        {words.mend !== undefined && <p className={styles.detail}>{words.mend}</p>}
        <p className={styles.rule}>{words.rule}</p>
        {!met && <Act {...props} />}
      </div>
    </li>
  );
}

/** Where the person goes to mend it; undefined where only time or others can. */
function addressOf(condition: Condition, enrolmentId: string): string | undefined {
  const { code, nodeId } = condition;
  switch (code) {
    case 'study-completed':
    case 'survey-answered':
      return href('course');
    case 'quiz-passed':
      return nodeId === null ? undefined : href('quiz', { enrolmentId, nodeId });
    case 'report-passed':
      return nodeId === null ? undefined : href('report', { enrolmentId, taskNodeId: nodeId });
    case 'data-confirmed':
      return `#${PRINTED}`;
    default:
      return undefined;
  }
}

const acts = {
  'study-completed': 'toCourse',
  'survey-answered': 'toCourse',
  'quiz-passed': 'toQuiz',
  'report-passed': 'toReport',
  'data-confirmed': 'toData',
} as const;

function Act(props: {
  readonly condition: Condition;
  readonly enrolmentId: string;
  readonly main: boolean;
}) {
  const { t } = useMessages(messages);
  const { code } = props.condition;
  const address = addressOf(props.condition, props.enrolmentId);
  if (address === undefined || !(code in acts)) return null;
  return (
    <LinkButton look={props.main ? 'main' : 'plain'} href={address}>
      {t(acts[code as keyof typeof acts])}
    </LinkButton>
  );
}
