import { useId, useState } from 'react';
import type { QuestionContent, WeighedOption } from '@cam-nang/domain';
import { useMessages } from '../../../../lib/i18n/catalogue.js';
import { BareInput, Tick } from '../../../../ui/field.js';
import { messages } from '../messages/index.js';
import { newOption } from '../model/question-edit.js';
import { useFaults, type PartProps } from '../question-form.js';
import styles from '../question.module.css';
import { LineField } from './line-field.js';
import { PartList, replaced } from './part-list.js';

type ChoiceQuestion = Extract<QuestionContent, { readonly options: unknown }>;

/** Options with their key and feedback; statements to be judged look alike. */
export function OptionsPart(props: PartProps<ChoiceQuestion>) {
  const { t } = useMessages(messages);
  const fault = useFaults(props.problems);
  const { question, editable, onChange } = props;
  const options: readonly WeighedOption[] = question.options;
  const isKprim = question.type === 'kprim';
  const put = (next: readonly WeighedOption[]) =>
    onChange({ ...question, options: next } as ChoiceQuestion);
  const nameOf = (no: number) => t(isKprim ? 'statementText' : 'optionText', { no });
  const [weighing, setWeighing] = useState(options.some((one) => one.fraction !== undefined));
  const weighable = question.type === 'single' || question.type === 'multiple';
  return (
    <>
      <PartList
        title={t(isKprim ? 'statements' : 'options')}
        fault={fault('options')}
        items={options}
        editable={editable}
        least={2}
        most={question.type === 'truefalse' ? 2 : 20}
        nameOf={nameOf}
        markOf={(option, no) => (
          <KeyMark {...{ question, option, no, editable }} onPut={put} letter={!isKprim} />
        )}
        addWord={t(isKprim ? 'addStatement' : 'addOption')}
        onAdd={() => put([...options, newOption()])}
        onChange={put}
      >
        {(option, index) => (
          <>
            <LineField
              label={nameOf(index + 1)}
              value={option.text}
              editable={editable}
              fault={fault(`options.${index}.text`)}
              onChange={(text) => put(replaced(options, index, { text }))}
            />
            <LineField
              soft
              label={t('optionFeedback')}
              value={option.feedback}
              editable={editable}
              fault={undefined}
              onChange={(feedback) => put(replaced(options, index, { feedback }))}
            />
            {weighable && weighing && (
              <Weight
                option={option}
                no={index + 1}
                editable={editable}
                onPut={(fraction) => put(withWeight(options, index, fraction))}
              />
            )}
          </>
        )}
      </PartList>
      {weighable && (
        <Tick
          checked={weighing}
          disabled={!editable}
          hint={t('weightsHint')}
          onChange={(event) => {
            setWeighing(event.currentTarget.checked);
            if (!event.currentTarget.checked) put(options.map(withoutWeight));
          }}
        >
          {t('weights')}
        </Tick>
      )}
    </>
  );
}

function withoutWeight({ fraction: _fraction, ...option }: WeighedOption): WeighedOption {
  return option;
}

function withWeight(
  options: readonly WeighedOption[],
  index: number,
  fraction: number | undefined,
): readonly WeighedOption[] {
  return options.map((option, at) => {
    if (at !== index) return option;
    return fraction === undefined ? withoutWeight(option) : { ...option, fraction };
  });
}

function Weight(props: {
  readonly option: WeighedOption;
  readonly no: number;
  readonly editable: boolean;
  readonly onPut: (fraction: number | undefined) => void;
}) {
  const { t } = useMessages(messages);
  return (
    <span className={styles.weight}>
      <BareInput
        type="number"
        min={-100}
        max={100}
        step={1}
        aria-label={t('weightOf', { no: props.no })}
        readOnly={!props.editable}
        value={props.option.fraction ?? ''}
        onChange={(event) => {
          const typed = event.currentTarget.valueAsNumber;
          props.onPut(Number.isNaN(typed) ? undefined : Math.round(typed));
        }}
      />{' '}
      %
    </span>
  );
}

function KeyMark(props: {
  readonly question: ChoiceQuestion;
  readonly option: WeighedOption;
  readonly no: number;
  readonly editable: boolean;
  readonly letter: boolean;
  readonly onPut: (options: readonly WeighedOption[]) => void;
}) {
  const { t } = useMessages(messages);
  const name = useId();
  const { question, option, no } = props;
  const options: readonly WeighedOption[] = question.options;
  const one = question.type === 'single' || question.type === 'truefalse';
  const choose = (correct: boolean) =>
    props.onPut(
      options.map((other) => {
        if (other.id === option.id) return { ...other, correct };
        return one ? { ...other, correct: false } : other;
      }),
    );
  return (
    <label className={styles.key} title={t('correct')}>
      <input
        type={one ? 'radio' : 'checkbox'}
        name={one ? `key-${question.type}` : name}
        aria-label={t(question.type === 'kprim' ? 'statementTrue' : 'correctOf', { no })}
        checked={option.correct}
        disabled={!props.editable}
        onChange={(event) => choose(one || event.currentTarget.checked)}
      />
      {props.letter && <b>{String.fromCharCode(64 + no)}</b>}
    </label>
  );
}
