import { useMessages } from '../../../../lib/i18n/catalogue.js';
import { storableText } from '../../../../lib/storable-text.js';
import { OptionRows } from '../../../../ui/options.js';
import { TextArea, TextField } from '../../../../ui/field.js';
import { InlineText } from '../../../../reader/inline-text.js';
import { messages } from '../messages/index.js';
import { GapsInput } from './gaps-input.js';
import { KprimInput } from './kprim-input.js';
import { MatchingInput } from './matching-input.js';
import { OrderingInput } from './ordering-input.js';
import { answerOf, letterAt, type Answer, type Question } from './question.js';

export interface QuestionInputProps<Q extends Question = Question> {
  readonly question: Q;
  readonly answer: Answer | null;
  readonly disabled?: boolean | undefined;
  readonly onAnswer: (answer: Answer) => void;
}

/** What a question is answered with, by its type. Put it in a `fieldset` whose legend is the question. */
export function QuestionInput(props: QuestionInputProps) {
  const { question } = props;
  switch (question.type) {
    case 'single':
    case 'truefalse':
    case 'multiple':
      return <ChoiceInput {...props} question={question} />;
    case 'kprim':
      return <KprimInput {...props} question={question} />;
    case 'short':
    case 'numeric':
      return <TypedInput {...props} question={question} />;
    case 'matching':
      return <MatchingInput {...props} question={question} />;
    case 'ordering':
      return <OrderingInput {...props} question={question} />;
    case 'gaps':
      return <GapsInput {...props} question={question} />;
  }
}

type ChoiceQuestion = Extract<Question, { readonly type: 'single' | 'truefalse' | 'multiple' }>;

function ChoiceInput({ question, answer, disabled, onAnswer }: QuestionInputProps<ChoiceQuestion>) {
  const { type } = question;
  const multiple = type === 'multiple';
  const one = type === 'multiple' ? undefined : answerOf(type, answer)?.optionId;
  const chosen = answerOf('multiple', answer)?.optionIds ?? (typeof one === 'string' ? [one] : []);
  return (
    <OptionRows
      multiple={multiple}
      disabled={disabled}
      chosen={chosen}
      choices={question.options.map((option, place) => ({
        value: option.id,
        letter: letterAt(place),
        text: <InlineText markdown={option.text} />,
      }))}
      onChange={(ids) =>
        onAnswer(
          type === 'multiple'
            ? { type, optionIds: [...ids] }
            : { type, optionId: ids.at(0) ?? null },
        )
      }
    />
  );
}

type TypedQuestion = Extract<Question, { readonly type: 'short' | 'numeric' }>;

function TypedInput({ question, answer, disabled, onAnswer }: QuestionInputProps<TypedQuestion>) {
  const { t, locale } = useMessages(messages);
  const { type } = question;
  const shared = {
    label: <span lang={locale}>{t('yourAnswer')}</span>,
    defaultValue: answerOf(type, answer)?.text ?? '',
    disabled,
  };
  if (type === 'short') {
    return (
      <TextArea
        {...shared}
        rows={3}
        maxLength={2000}
        onChange={(event) => onAnswer({ type, text: storableText(event.currentTarget.value) })}
      />
    );
  }
  return (
    <TextField
      {...shared}
      figures
      inputMode="decimal"
      maxLength={100}
      autoComplete="off"
      hint={question.unit === '' ? undefined : t('inUnit', { unit: question.unit })}
      onChange={(event) => onAnswer({ type, text: storableText(event.currentTarget.value) })}
    />
  );
}
