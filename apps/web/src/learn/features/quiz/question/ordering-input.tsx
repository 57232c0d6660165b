import { useMessages } from '../../../../lib/i18n/catalogue.js';
import { Button, IconButton } from '../../../../ui/button.js';
import { ArrowDownIcon, ArrowUpIcon } from '../../../../ui/icons.js';
import { InlineText } from '../../../../reader/inline-text.js';
import { inlineWords } from '../../../../reader/inline-words.js';
import { messages } from '../messages/index.js';
import styles from '../quiz.module.css';
import { swapped } from './order.js';
import { answerOf, type QuestionOf } from './question.js';
import type { QuestionInputProps } from './question-input.js';

/** Things to be put in order with buttons: works by thumb, by keyboard, and read aloud. */
export function OrderingInput(props: QuestionInputProps<QuestionOf<'ordering'>>) {
  const { t, locale } = useMessages(messages);
  const { question, answer, disabled, onAnswer } = props;
  const given = answerOf('ordering', answer)?.order ?? [];
  const order = given.length > 0 ? given : question.items.map((item) => item.id);
  const move = (place: number, to: number) =>
    onAnswer({ type: 'ordering', order: swapped(order, place, to) });
  const texts = new Map(question.items.map((item) => [item.id, item.text]));
  return (
    <>
      <ol className={styles.rows}>
        {order.map((id, place) => {
          const text = texts.get(id) ?? '';
          const named = { text: inlineWords(text) };
          return (
            <li key={id}>
              <span>
                <b>{place + 1}.</b> <InlineText markdown={text} />
              </span>
              <span className={styles.moves}>
                <IconButton
                  label={t('moveUp', named)}
                  disabled={disabled === true || place === 0}
                  onClick={() => move(place, place - 1)}
                >
                  <ArrowUpIcon />
                </IconButton>
                <IconButton
                  label={t('moveDown', named)}
                  disabled={disabled === true || place === order.length - 1}
                  onClick={() => move(place, place + 1)}
                >
                  <ArrowDownIcon />
                </IconButton>
              </span>
            </li>
          );
        })}
      </ol>
      {given.length === 0 && disabled !== true && (
        <p className={styles.under}>
          <Button lang={locale} onClick={() => onAnswer({ type: 'ordering', order })}>
            {t('keepOrder')}
          </Button>
        </p>
      )}
    </>
  );
}
