import type { MatchingQuestion, OrderingQuestion } from '@cam-nang/domain';
import { useMessages } from '../../../../lib/i18n/catalogue.js';
import { messages } from '../messages/index.js';
import { newItem, newPair } from '../model/question-edit.js';
import { useFaults, type PartProps } from '../question-form.js';
import styles from '../question.module.css';
import { LineField } from './line-field.js';
import { PartList, replaced } from './part-list.js';

/** Pairs that belong together. */
export function MatchingPart({
  question,
  editable,
  problems,
  onChange,
}: PartProps<MatchingQuestion>) {
  const { t } = useMessages(messages);
  const fault = useFaults(problems);
  const { pairs } = question;
  const put = (next: MatchingQuestion['pairs']) => onChange({ ...question, pairs: next });
  return (
    <PartList
      title={t('pairs')}
      fault={fault('pairs')}
      items={pairs}
      editable={editable}
      least={2}
      nameOf={(no) => t('pairLeft', { no })}
      markOf={(_pair, no) => no}
      addWord={t('addPair')}
      onAdd={() => put([...pairs, newPair()])}
      onChange={put}
    >
      {(pair, index) => (
        <div className={styles.pair}>
          {(['left', 'right'] as const).map((side) => (
            <div key={side}>
              <LineField
                label={t(side === 'left' ? 'pairLeft' : 'pairRight', { no: index + 1 })}
                value={pair[side]}
                editable={editable}
                fault={fault(`pairs.${index}.${side}`)}
                onChange={(value) => put(replaced(pairs, index, { [side]: value }))}
              />
            </div>
          ))}
        </div>
      )}
    </PartList>
  );
}

/** Steps in their right order. */
export function OrderingPart({
  question,
  editable,
  problems,
  onChange,
}: PartProps<OrderingQuestion>) {
  const { t } = useMessages(messages);
  const fault = useFaults(problems);
  const { order } = question;
  const put = (next: OrderingQuestion['order']) => onChange({ ...question, order: next });
  return (
    <PartList
      title={t('order')}
      fault={fault('order')}
      items={order}
      editable={editable}
      least={2}
      nameOf={(no) => t('itemText', { no })}
      markOf={(_item, no) => no}
      addWord={t('addItem')}
      onAdd={() => put([...order, newItem()])}
      onChange={put}
    >
      {(item, index) => (
        <LineField
          label={t('itemText', { no: index + 1 })}
          value={item.text}
          editable={editable}
          fault={fault(`order.${index}.text`)}
          onChange={(text) => put(replaced(order, index, { text }))}
        />
      )}
    </PartList>
  );
}
