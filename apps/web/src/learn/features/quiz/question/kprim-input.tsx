import { useMessages } from '../../../../lib/i18n/catalogue.js';
import { SegmentedControl } from '../../../../ui/button.js';
import { InlineText } from '../../../../reader/inline-text.js';
import { inlineWords } from '../../../../reader/inline-words.js';
import { messages } from '../messages/index.js';
import styles from '../quiz.module.css';
import { answerOf, type QuestionOf } from './question.js';
import type { QuestionInputProps } from './question-input.js';

/** Statements to be judged right or wrong, each by itself. */
export function KprimInput(props: QuestionInputProps<QuestionOf<'kprim'>>) {
  const { t, locale } = useMessages(messages);
  const { question, answer, disabled, onAnswer } = props;
  const judged = answerOf('kprim', answer)?.judged ?? {};
  const judge = (id: string, value: string) =>
    onAnswer({ type: 'kprim', judged: { ...judged, [id]: value === 'yes' } });
  return (
    <ul className={styles.rows}>
      {question.options.map(({ id, text }) => (
        <li key={id}>
          <span>
            <InlineText markdown={text} />
          </span>
          <SegmentedControl
            label={inlineWords(text)}
            value={judged[id] === undefined ? '' : judged[id] ? 'yes' : 'no'}
            choices={[
              { value: 'yes', label: t('right'), lang: locale },
              { value: 'no', label: t('wrong'), lang: locale },
            ]}
            disabled={disabled}
            onChange={(value) => judge(id, value)}
          />
        </li>
      ))}
    </ul>
  );
}
