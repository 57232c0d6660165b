import { useState } from 'react';
import type { CheckNode, TaskItemNode } from '@cam-nang/content/read';
import { useMessages } from '../lib/i18n/catalogue.js';
import { Button } from '../ui/button.js';
import { Disclosure } from '../ui/lists.js';
import { OptionRows, type OptionChoice } from '../ui/options.js';
import text from '../ui/text.module.css';
import { blockProps } from './block-anchor.js';
import { Inline } from './inline.js';
import { messages } from './messages/index.js';
import styles from './text.module.css';

/** A question to test oneself with: never sent, never marked. */
export function CheckBlock({ block }: { readonly block: CheckNode }) {
  const { t, locale } = useMessages(messages);
  const items = block.content?.flatMap((list) => list.content) ?? [];
  return (
    <div {...blockProps(block)}>
      <fieldset className={styles.check}>
        <legend className={text.vh} lang={locale}>
          {t('checkLegend')}
        </legend>
        <p className={styles.text}>{block.attrs.question}</p>
        {items.length === 0 ? (
          <OpenCheck answer={block.attrs.answer} />
        ) : (
          <ChoiceCheck items={items} answer={block.attrs.answer} />
        )}
      </fieldset>
      <p className={styles.under} lang={locale}>
        {t('notGraded')}
      </p>
    </div>
  );
}

function OpenCheck({ answer }: { readonly answer: string }) {
  const { t, locale } = useMessages(messages);
  return (
    <Disclosure summary={<span lang={locale}>{t('showAnswer')}</span>}>
      <p className={styles.text}>{answer}</p>
    </Disclosure>
  );
}

function ChoiceCheck(props: { readonly items: readonly TaskItemNode[]; readonly answer: string }) {
  const { t, locale } = useMessages(messages);
  const multiple = props.items.filter((item) => item.attrs.checked).length !== 1;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [shown, setShown] = useState(false);
  const choose = (values: readonly string[]) => {
    setChosen(values);
    setShown(!multiple);
  };
  const again = () => {
    setChosen([]);
    setShown(false);
  };
  return (
    <>
      <OptionRows
        choices={props.items.map((item) => choiceOf(item, chosen, shown, t))}
        chosen={chosen}
        multiple={multiple}
        onChange={choose}
      />
      {multiple && (
        <p className={styles.under}>
          <Button
            size="small"
            lang={locale}
            disabled={!shown && chosen.length === 0}
            onClick={shown ? again : () => setShown(true)}
          >
            {t(shown ? 'checkAgain' : 'checkAnswer')}
          </Button>
        </p>
      )}
      <div role="status">
        {shown && <p className={`${styles.say} ${styles.text}`}>{props.answer}</p>}
      </div>
    </>
  );
}

type Words = (key: 'right' | 'wrong' | 'rightAnswer') => string;

function choiceOf(
  item: TaskItemNode,
  chosen: readonly string[],
  shown: boolean,
  t: Words,
): OptionChoice {
  const value = item.attrs.id;
  const picked = chosen.includes(value);
  const label = item.content.map((paragraph) => (
    <span key={paragraph.attrs.id}>
      <Inline nodes={paragraph.content} />
    </span>
  ));
  if (!shown || (!picked && !item.attrs.checked)) return { value, text: label };
  if (item.attrs.checked) {
    return { value, text: label, verdict: 'right', say: t(picked ? 'right' : 'rightAnswer') };
  }
  return { value, text: label, verdict: 'wrong', say: t('wrong') };
}
