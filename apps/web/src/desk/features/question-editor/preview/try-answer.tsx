import { useState } from 'react';
import {
  presentQuestion,
  seededRandom,
  type QuestionContent,
  type QuestionResponse,
} from '@cam-nang/domain';
import { useMessages } from '../../../../lib/i18n/catalogue.js';
import { InlineText } from '../../../../reader/inline-text.js';
import { BareInput } from '../../../../ui/field.js';
import { OptionRows } from '../../../../ui/options.js';
import { messages } from '../messages/index.js';
import { newPartId } from '../model/question-edit.js';
import styles from '../question.module.css';
import { TryKprim, TryMatching, TryOrdering } from './try-arranged.js';

export interface TryProps<T extends QuestionContent['type']> {
  readonly question: Extract<QuestionContent, { readonly type: T }>;
  readonly response: Extract<QuestionResponse, { readonly type: T }>;
  readonly onChange: (response: Extract<QuestionResponse, { readonly type: T }>) => void;
}

function isOf<T extends QuestionContent['type']>(
  type: T,
  props: TryProps<QuestionContent['type']>,
): props is TryProps<QuestionContent['type']> & TryProps<T> {
  return props.question.type === type && props.response.type === type;
}

/** The controls with which a question of this type is answered. */
export function TryAnswer(props: TryProps<QuestionContent['type']>) {
  const [order] = useState(() => presentQuestion(props.question, false, seededRandom(newPartId())));
  if (isOf('single', props)) return <One {...props} />;
  if (isOf('truefalse', props)) return <One {...props} />;
  if (isOf('multiple', props)) return <Several {...props} />;
  if (isOf('kprim', props)) return <TryKprim {...props} />;
  if (isOf('matching', props)) return <TryMatching {...props} rights={order.rights} />;
  if (isOf('ordering', props)) return <TryOrdering {...props} first={order.parts} />;
  if (isOf('gaps', props)) return <Gaps {...props} />;
  return <Typed {...props} />;
}

const choicesOf = (options: readonly { readonly id: string; readonly text: string }[]) =>
  options.map(({ id, text }, index) => ({
    value: id,
    letter: String.fromCharCode(65 + index),
    text: <InlineText markdown={text} />,
  }));

function One(props: TryProps<'single'> | TryProps<'truefalse'>) {
  const { question, response } = props;
  return (
    <OptionRows
      choices={choicesOf(question.options)}
      chosen={response.optionId === null ? [] : [response.optionId]}
      onChange={([optionId = null]) =>
        (props.onChange as (response: QuestionResponse) => void)({ ...response, optionId })
      }
    />
  );
}

function Several({ question, response, onChange }: TryProps<'multiple'>) {
  return (
    <OptionRows
      multiple
      choices={choicesOf(question.options)}
      chosen={response.optionIds}
      onChange={(optionIds) => onChange({ ...response, optionIds })}
    />
  );
}

function Typed(props: TryProps<QuestionContent['type']>) {
  const { t } = useMessages(messages);
  const { question, response, onChange } = props;
  if (response.type !== 'short' && response.type !== 'numeric') return null;
  return (
    <p className={styles.tryText}>
      <BareInput
        aria-label={t('typeHere')}
        placeholder={t('typeHere')}
        value={response.text}
        onChange={(event) => onChange({ ...response, text: event.currentTarget.value })}
      />{' '}
      {question.type === 'numeric' && question.unit}
    </p>
  );
}

function Gaps({ question, response, onChange }: TryProps<'gaps'>) {
  const { t } = useMessages(messages);
  const gaps = question.segments.filter((segment) => 'gapId' in segment);
  return (
    <p className={styles.tryText}>
      {question.segments.map((segment, index) => {
        if (!('gapId' in segment)) return <InlineText key={index} markdown={segment.text} />;
        const { gapId } = segment;
        return (
          <BareInput
            key={gapId}
            aria-label={t('gapOf', { no: gaps.indexOf(segment) + 1 })}
            value={response.texts[gapId] ?? ''}
            onChange={(event) =>
              onChange({
                ...response,
                texts: { ...response.texts, [gapId]: event.currentTarget.value },
              })
            }
          />
        );
      })}
    </p>
  );
}
