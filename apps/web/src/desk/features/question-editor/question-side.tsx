import { diffQuestions, QUESTION_DIFFICULTIES, type QuestionDifficulty } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { pick } from '../../../lib/i18n/pick.js';
import { SelectField, TextField } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import text from '../../../ui/text.module.css';
import { ChangeReason } from '../../editor/draft/change-reason.js';
import { QuestionDiffView } from '../../kit/changes/question-diff-view.js';
import type { OverlayAnswer } from '../../kit/curriculum/types.js';
import { MarginDiff } from '../../kit/diff.js';
import { Block } from '../../kit/work.js';
import { messages } from './messages/index.js';
import styles from './question.module.css';
import { questionOf, type WrittenQuestion } from './use-question.js';

interface Props {
  readonly written: WrittenQuestion;
  readonly answer: OverlayAnswer;
  readonly editable: boolean;
}

/** Beside a question: what it belongs to, why it changes, what differs from the issued one. */
export function QuestionSide(props: Props) {
  const { t } = useMessages(messages);
  return (
    <div className={styles.side} data-density="dense">
      <Block title={t('about')}>
        <About {...props} />
      </Block>
      <ChangeReason draft={props.written.draft} editable={props.editable} />
      <Block title={t('issued')}>
        <Issued {...props} />
      </Block>
    </div>
  );
}

function About({ written, answer, editable }: Props) {
  const { t, locale } = useMessages(messages);
  const { question, write } = written;
  const there = answer.nodes.filter((node) => node.change !== 'deleted');
  const none = { value: '', label: t('none') };
  const outcomes = there.filter((node) => node.kind === 'outcome');
  const lessons = there.filter((node) => node.kind === 'lesson');
  return (
    <Stack gap={2}>
      <SelectField
        label={t('outcome')}
        disabled={!editable}
        value={question.outcome ?? ''}
        options={[
          none,
          ...outcomes.map((node) => ({
            value: node.code ?? '',
            label: `${node.code ?? ''} · ${pick(locale, node.title, node.titleEn)}`,
          })),
        ]}
        onChange={(event) => write({ ...question, outcome: event.currentTarget.value || null })}
      />
      <SelectField
        label={t('lesson')}
        disabled={!editable}
        value={question.lessonId ?? ''}
        options={[
          none,
          ...lessons.map((node) => ({
            value: node.nodeId,
            label: `${node.label} ${pick(locale, node.title, node.titleEn)}`,
          })),
        ]}
        onChange={(event) => write({ ...question, lessonId: event.currentTarget.value || null })}
      />
      <SelectField
        label={t('difficulty')}
        disabled={!editable}
        value={question.difficulty}
        options={QUESTION_DIFFICULTIES.map((value) => ({
          value,
          label: t(`difficulty.${value}`),
        }))}
        onChange={(event) =>
          write({ ...question, difficulty: event.currentTarget.value as QuestionDifficulty })
        }
      />
      <Tags written={written} editable={editable} />
    </Stack>
  );
}

function Tags({ written, editable }: Pick<Props, 'written' | 'editable'>) {
  const { t } = useMessages(messages);
  const { question, write } = written;
  const kept = question.tags.join(', ');
  return (
    <TextField
      key={kept}
      label={t('tags')}
      lang="vi"
      readOnly={!editable}
      defaultValue={kept}
      onBlur={(event) => {
        const words = event.currentTarget.value.split(',').map((word) => word.trim());
        const tags = [...new Set(words.filter((word) => word !== ''))];
        if (tags.join(', ') !== kept) write({ ...question, tags });
      }}
    />
  );
}

function Issued({ written }: Props) {
  const { t } = useMessages(messages);
  const { base } = written.draft;
  if (base === null) return <p className={text.soft}>{t('issuedNone')}</p>;
  const diff = diffQuestions(questionOf(base), written.question);
  if (diff.empty) return <p className={text.soft}>{t('issuedSame')}</p>;
  return (
    <div className={styles.issued}>
      <MarginDiff>
        <QuestionDiffView diff={diff} layout="one" />
      </MarginDiff>
    </div>
  );
}
