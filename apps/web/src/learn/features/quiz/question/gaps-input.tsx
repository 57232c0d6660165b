import { Fragment } from 'react';
import { useMessages } from '../../../../lib/i18n/catalogue.js';
import { storableText } from '../../../../lib/storable-text.js';
import { BareInput } from '../../../../ui/field.js';
import { InlineText } from '../../../../reader/inline-text.js';
import { messages } from '../messages/index.js';
import styles from '../quiz.module.css';
import { answerOf, type QuestionOf } from './question.js';
import type { QuestionInputProps } from './question-input.js';

/** A text with gaps to be filled in. */
export function GapsInput(props: QuestionInputProps<QuestionOf<'gaps'>>) {
  const { t } = useMessages(messages);
  const { question, answer, disabled, onAnswer } = props;
  const texts = answerOf('gaps', answer)?.texts ?? {};
  const gaps = question.segments.flatMap((segment) => ('gapId' in segment ? [segment.gapId] : []));
  return (
    <p className={styles.gapText}>
      {question.segments.map((segment, index) =>
        'gapId' in segment ? (
          <BareInput
            key={segment.gapId}
            className={styles.gap}
            aria-label={t('gap', { number: gaps.indexOf(segment.gapId) + 1 })}
            defaultValue={texts[segment.gapId] ?? ''}
            disabled={disabled}
            maxLength={2000}
            autoComplete="off"
            onChange={(event) =>
              onAnswer({
                type: 'gaps',
                texts: { ...texts, [segment.gapId]: storableText(event.currentTarget.value) },
              })
            }
          />
        ) : (
          <Fragment key={index}>
            <InlineText markdown={segment.text} />
          </Fragment>
        ),
      )}
    </p>
  );
}
