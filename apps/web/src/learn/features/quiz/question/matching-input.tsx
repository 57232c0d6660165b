import { useMessages } from '../../../../lib/i18n/catalogue.js';
import { SelectField } from '../../../../ui/field.js';
import { Stack } from '../../../../ui/layout.js';
import { InlineText } from '../../../../reader/inline-text.js';
import { inlineWords } from '../../../../reader/inline-words.js';
import { messages } from '../messages/index.js';
import { answerOf, type QuestionOf } from './question.js';
import type { QuestionInputProps } from './question-input.js';

/** For each thing on the left, the one on the right that belongs to it. */
export function MatchingInput(props: QuestionInputProps<QuestionOf<'matching'>>) {
  const { t } = useMessages(messages);
  const { question, answer, disabled, onAnswer } = props;
  const matches = answerOf('matching', answer)?.matches ?? {};
  const match = (left: string, right: string) => {
    const others = Object.entries(matches).filter(([id]) => id !== left);
    const all = right === '' ? others : [...others, [left, right] as const];
    onAnswer({ type: 'matching', matches: Object.fromEntries(all) });
  };
  const choices = question.rights.map(({ id, text }) => ({ value: id, label: inlineWords(text) }));
  return (
    <Stack>
      {question.lefts.map(({ id, text }) => (
        <SelectField
          key={id}
          label={<InlineText markdown={text} />}
          value={matches[id] ?? ''}
          disabled={disabled}
          options={[{ value: '', label: t('choose') }, ...choices]}
          onChange={(event) => match(id, event.currentTarget.value)}
        />
      ))}
    </Stack>
  );
}
