import type { ReactNode } from 'react';
import { diffText, type TextDiff } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import text from '../../../ui/text.module.css';
import { TextRuns } from '../../kit/changes/segments.js';
import { TwoViews } from '../../kit/diff.js';
import { ChangeMark } from '../../kit/marks.js';
import styles from './history.module.css';
import type { Wording } from './history-types.js';
import { useLayout } from './layout-bar.js';
import { messages } from './messages/index.js';
import { passageHappened, stepBefore } from './model/what-happened.js';
import { StepEdition, StepFactList } from './step-facts.js';
import { titlesOf } from './step-row.js';

/** Element id of a wording, for the numbers in the passage. */
export function wordingAnchor(index: number): string {
  return `wording-${index + 1}`;
}

interface Props {
  /** All wordings, oldest first, and which of them this is. */
  readonly wordings: readonly Wording[];
  readonly index: number;
}

/** One wording of a passage, compared with the one before. */
export function WordingRow({ wordings, index }: Props) {
  const { t } = useMessages(messages);
  const wording = wordings[index];
  if (wording === undefined) return null;
  const { what, change } = passageHappened(wordings, index);
  return (
    <li className={styles.step} id={wordingAnchor(index)} tabIndex={-1}>
      <div className={styles.head}>
        <h3>
          <span className={styles.name}>
            <span className={styles.no}>{index + 1}</span>{' '}
            <ChangeMark change={change}>{t(`what.${what}`)}</ChangeMark>
          </span>
        </h3>
        <p>
          <StepEdition step={wording} />
        </p>
      </div>
      <div className={styles.about}>
        <StepFactList step={wording} />
        <Words wordings={wordings} index={index} />
      </div>
    </li>
  );
}

function Words({ wordings, index }: Props) {
  const { t } = useMessages(messages);
  const layout = useLayout();
  const before = stepBefore(wordings, index)?.text ?? null;
  const after = wordings[index]?.text ?? null;
  const diff = diffText(before ?? '', after ?? '');
  if (layout === 'one' || index === 0) {
    return (
      <Passage>
        <TextRuns diff={diff} view={index === 0 ? 'plain' : 'both'} />
      </Passage>
    );
  }
  const titles = titlesOf(wordings, index, t);
  return (
    <TwoViews
      before={{
        title: titles.before,
        text: <Side diff={diff} view="before" missing={before === null} say={t('nothingBefore')} />,
      }}
      after={{
        title: titles.after,
        text: <Side diff={diff} view="after" missing={after === null} say={t('nothingAfter')} />,
      }}
    />
  );
}

function Side(props: {
  readonly diff: TextDiff;
  readonly view: 'before' | 'after';
  readonly missing: boolean;
  readonly say: string;
}) {
  if (props.missing) return <p className={text.soft}>{props.say}</p>;
  return (
    <Passage>
      <TextRuns diff={props.diff} view={props.view} />
    </Passage>
  );
}

function Passage({ children }: { readonly children: ReactNode }) {
  return (
    <p lang="vi" className={styles.passage}>
      {children}
    </p>
  );
}
