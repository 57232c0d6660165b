import { useMessages } from '../../../../lib/i18n/catalogue.js';
import { InlineText } from '../../../../reader/inline-text.js';
import { IconButton, SegmentedControl } from '../../../../ui/button.js';
import { ChevronUpIcon } from '../../../../ui/icons.js';
import { messages } from '../messages/index.js';
import { shifted } from '../model/question-edit.js';
import styles from '../question.module.css';
import type { TryProps } from './try-answer.js';

/** Statements to be judged one by one. */
export function TryKprim({ question, response, onChange }: TryProps<'kprim'>) {
  const { t } = useMessages(messages);
  return (
    <div>
      {question.options.map(({ id, text }, index) => {
        const judged = response.judged[id];
        return (
          <div key={id} className={styles.tryRow}>
            <span>
              <InlineText markdown={text} />
            </span>
            <SegmentedControl
              label={t('statementText', { no: index + 1 })}
              value={judged === undefined ? '' : judged ? 'yes' : 'no'}
              choices={[
                { value: 'yes', label: t('judgeTrue') },
                { value: 'no', label: t('judgeFalse') },
              ]}
              onChange={(value) =>
                onChange({ ...response, judged: { ...response.judged, [id]: value === 'yes' } })
              }
            />
          </div>
        );
      })}
    </div>
  );
}

/** Left sides, each with the right side that belongs to it. */
export function TryMatching(props: TryProps<'matching'> & { readonly rights: readonly string[] }) {
  const { t } = useMessages(messages);
  const { question, response, onChange } = props;
  const textOf = (rightId: string) =>
    question.pairs.find((pair) => pair.rightId === rightId)?.right ?? '';
  return (
    <div>
      {question.pairs.map((pair, index) => (
        <div key={pair.id} className={styles.tryRow}>
          <span>
            <InlineText markdown={pair.left} />
          </span>
          <select
            aria-label={t('pairRight', { no: index + 1 })}
            value={response.matches[pair.id] ?? ''}
            onChange={(event) => {
              const { [pair.id]: _old, ...others } = response.matches;
              const chosen = event.currentTarget.value;
              const matches = chosen === '' ? others : { ...others, [pair.id]: chosen };
              onChange({ ...response, matches });
            }}
          >
            <option value="">{t('choose')}</option>
            {props.rights.map((rightId) => (
              <option key={rightId} value={rightId}>
                {textOf(rightId)}
              </option>
            ))}
          </select>
        </div>
      ))}
    </div>
  );
}

/** Steps to be put in order. */
export function TryOrdering(props: TryProps<'ordering'> & { readonly first: readonly string[] }) {
  const { t } = useMessages(messages);
  const { question, response, onChange } = props;
  const order = response.order.length === 0 ? props.first : response.order;
  const textOf = (id: string) => question.order.find((item) => item.id === id)?.text ?? '';
  return (
    <ol>
      {order.map((id, index) => (
        <li key={id} className={styles.tryRow}>
          <span>
            {index + 1}. <InlineText markdown={textOf(id)} />
          </span>
          <IconButton
            label={t('chooseOrder', { name: textOf(id) })}
            disabled={index === 0}
            onClick={() => onChange({ ...response, order: shifted(order, index, -1) })}
          >
            <ChevronUpIcon />
          </IconButton>
        </li>
      ))}
    </ol>
  );
}
