import type { GapsQuestion, NumericQuestion, ShortQuestion } from '@cam-nang/domain';
import { useRef, useState } from 'react';
import { useMessages } from '../../../../lib/i18n/catalogue.js';
import { Button } from '../../../../ui/button.js';
import { TextArea, TextField } from '../../../../ui/field.js';
import { PlusIcon } from '../../../../ui/icons.js';
import { messages } from '../messages/index.js';
import { gapsToText, saysTheSame, textToGaps, withGapAt } from '../model/gaps-text.js';
import { newPartId } from '../model/question-edit.js';
import { decimalFrom } from '../model/question-problems.js';
import { useFaults, type PartProps } from '../question-form.js';
import styles from '../question.module.css';
import { LineField } from './line-field.js';

/** Wordings that are right, one under the other. */
export function ShortPart({ question, editable, problems, onChange }: PartProps<ShortQuestion>) {
  const { t } = useMessages(messages);
  const fault = useFaults(problems);
  const shown = question.accepted.length === 0 ? [''] : question.accepted;
  const put = (accepted: readonly string[]) => onChange({ ...question, accepted });
  return (
    <fieldset className={styles.parts}>
      <legend>{t('accepted')}</legend>
      <p className={styles.hint}>{t('acceptedHint')}</p>
      {shown.map((answer, index) => (
        <LineField
          key={index}
          label={t('acceptedOf', { no: index + 1 })}
          value={answer}
          editable={editable}
          max={300}
          fault={(index === 0 ? fault('accepted') : undefined) ?? fault(`accepted.${index}`)}
          onChange={(value) => put(shown.map((one, at) => (at === index ? value : one)))}
        />
      ))}
      {editable && (
        <Button size="small" onClick={() => put([...shown, ''])}>
          <PlusIcon />
          {t('addAccepted')}
        </Button>
      )}
    </fieldset>
  );
}

/** A number with its tolerance and unit. */
export function NumericPart({
  question,
  editable,
  problems,
  onChange,
}: PartProps<NumericQuestion>) {
  const { t } = useMessages(messages);
  const fault = useFaults(problems);
  const number = (name: 'answer' | 'tolerance') => (
    <DecimalField
      label={t(name)}
      stored={question[name]}
      editable={editable}
      fault={fault(name)}
      onChange={(stored) => onChange({ ...question, [name]: stored })}
    />
  );
  return (
    <div>
      <p className={styles.hint}>{t('numericHint')}</p>
      <div className={styles.three}>
        {number('answer')}
        {number('tolerance')}
        <TextField
          label={t('unit')}
          lang="vi"
          maxLength={40}
          readOnly={!editable}
          value={question.unit}
          onChange={(event) => onChange({ ...question, unit: event.currentTarget.value })}
        />
      </div>
    </div>
  );
}

/** A number as it is being typed; once the field is left, as it is understood. */
function DecimalField(props: {
  readonly label: string;
  readonly stored: string;
  readonly editable: boolean;
  readonly fault: string | undefined;
  readonly onChange: (stored: string) => void;
}) {
  const [typed, setTyped] = useState<string>();
  const isTyping = typed !== undefined && decimalFrom(typed) === props.stored;
  return (
    <TextField
      figures
      label={props.label}
      inputMode="decimal"
      readOnly={!props.editable}
      value={isTyping ? typed : props.stored.replace('.', ',')}
      error={props.fault}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        props.onChange(decimalFrom(event.currentTarget.value));
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}

/** A text with gaps: typed with their answers, each gap again below it. */
export function GapsPart({ question, editable, problems, onChange }: PartProps<GapsQuestion>) {
  const { t } = useMessages(messages);
  const fault = useFaults(problems);
  const box = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  // What is being typed is shown as long as it says the same: "30|" on its way to "30|ba mươi".
  const text = saysTheSame(typed, question.segments) ? typed : gapsToText(question.segments);
  const put = (next: string) => {
    setTyped(next);
    onChange({ ...question, segments: textToGaps(next, question.segments, newPartId) });
  };
  const makeGap = () => {
    const area = box.current?.querySelector('textarea');
    if (area === null || area === undefined) return;
    put(withGapAt(text, area.selectionStart, area.selectionEnd));
    area.focus();
  };
  const gaps = question.segments.flatMap((segment) => ('gapId' in segment ? [segment] : []));
  return (
    <div ref={box}>
      <TextArea
        label={t('gaps')}
        hint={t('gapsHint', { example: '{{gap:30|ba mươi}}' })}
        lang="vi"
        rows={4}
        readOnly={!editable}
        value={text}
        error={fault('segments')}
        onChange={(event) => put(event.currentTarget.value)}
      />
      {editable && (
        <Button size="small" onMouseDown={(event) => event.preventDefault()} onClick={makeGap}>
          <PlusIcon />
          {t('makeGap')}
        </Button>
      )}
      {gaps.length > 0 && (
        <ol className={styles.gaps} aria-label={t('gapList')}>
          {gaps.map((gap, index) => (
            <li key={gap.gapId}>
              {t('gapOf', { no: index + 1 })}: <b lang="vi">{gap.accepted.join(' · ') || '–'}</b>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
