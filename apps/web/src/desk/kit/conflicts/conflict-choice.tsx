import { useId } from 'react';
import { diffText, plainText } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { TextArea } from '../../../ui/field.js';
import { TextRuns } from '../changes/segments.js';
import { Block } from '../work.js';
import text from '../../../ui/text.module.css';
import styles from './conflicts.module.css';
import { messages } from './messages/index.js';
import { CHOICES, type ChoiceName } from './choices.js';
import type { PlaceOfConflict, SideNames } from './place.js';
import { blocksOf } from './written.js';
import type { Choice } from './use-choice.js';

interface Props {
  readonly choice: Choice;
  readonly conflict: PlaceOfConflict;
  readonly sides: SideNames;
}

/** What may stand in the end: one side, both in an order, or words of one's own. */
export function ConflictChoice(props: Props & { readonly keys?: boolean }) {
  const { t } = useMessages(messages);
  const { choice, sides, keys = false } = props;
  const group = useId();
  return (
    <fieldset className={styles.choices} disabled={choice.disabled}>
      <legend className={text.vh}>{t('choose')}</legend>
      {CHOICES.filter((name) => choice.offered.includes(name)).map((name) => (
        <label key={name} className={styles.choice}>
          <input
            type="radio"
            name={group}
            value={name}
            checked={choice.name === name}
            onChange={() => choice.choose(name)}
          />
          <span>{wordsFor(name, sides, t('choice.written'))}</span>
          {keys && <kbd aria-hidden="true">{CHOICES.indexOf(name) + 1}</kbd>}
        </label>
      ))}
    </fieldset>
  );
}

function wordsFor(name: ChoiceName, sides: SideNames, written: string): string {
  const words: Readonly<Record<ChoiceName, string>> = {
    ours: sides.keepOurs,
    theirs: sides.keepTheirs,
    bothOurs: sides.oursFirst,
    bothTheirs: sides.theirsFirst,
    written,
  };
  return words[name];
}

/** The words that go in, to be written or to be read. */
function Result({ choice, conflict, sides }: Props) {
  const { t } = useMessages(messages);
  if (choice.name === undefined) return null;
  if (choice.name !== 'written') {
    const text = resultText(conflict, choice.name);
    return text === null ? null : (
      <Block title={sides.result}>
        <p className={styles.result} lang="vi">
          <TextRuns diff={diffText(baseText(conflict), text)} view="both" />
        </p>
      </Block>
    );
  }
  return (
    <TextArea
      label={sides.written}
      hint={conflict.subject.kind === 'block' ? t('writtenHint') : undefined}
      error={choice.wrong === undefined ? undefined : t(choice.wrong)}
      lang="vi"
      rows={4}
      value={choice.text}
      disabled={choice.disabled}
      onChange={(event) => choice.setText(event.currentTarget.value)}
    />
  );
}

ConflictChoice.Result = Result;

function textOf(value: PlaceOfConflict['base']): string {
  return blocksOf(value).map(plainText).join('\n');
}

function baseText(conflict: PlaceOfConflict): string {
  return textOf(conflict.base);
}

/** Texts only: what a place in the tree or a setting becomes is said above already. */
function resultText(
  conflict: PlaceOfConflict,
  name: Exclude<Choice['name'], undefined>,
): string | null {
  if (conflict.subject.kind !== 'block') return null;
  const [ours, theirs] = [textOf(conflict.ours), textOf(conflict.theirs)];
  switch (name) {
    case 'ours':
      return ours;
    case 'theirs':
      return theirs;
    case 'bothOurs':
      return `${ours}\n${theirs}`;
    case 'bothTheirs':
      return `${theirs}\n${ours}`;
    case 'written':
      return null;
  }
}
