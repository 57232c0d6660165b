import { useState } from 'react';
import {
  emptyResponse,
  gradeQuestion,
  isAnswered,
  ONE_MARK,
  type QuestionContent,
  type QuestionGrade,
} from '@cam-nang/domain';
import { useMessages } from '../../../../lib/i18n/catalogue.js';
import { InlineText } from '../../../../reader/inline-text.js';
import { Note } from '../../../../ui/banner.js';
import { Button } from '../../../../ui/button.js';
import { Dialog } from '../../../../ui/overlay.js';
import { messages } from '../messages/index.js';
import styles from '../question.module.css';
import { TryAnswer } from './try-answer.js';

/** The question as a taker meets it, to be answered and graded by the same rule. */
export function TryQuestion(props: {
  readonly question: QuestionContent;
  /** Nothing is left to mend: it can be graded. */
  readonly ready: boolean;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useMessages(messages);
  return (
    <Dialog wide open={props.open} onClose={props.onClose} title={t('previewTitle')}>
      {props.ready ? (
        <Trying question={props.question} />
      ) : (
        <Note look="warn">{t('previewMend')}</Note>
      )}
    </Dialog>
  );
}

function Trying({ question }: { readonly question: QuestionContent }) {
  const { t } = useMessages(messages);
  const [response, setResponse] = useState(() => emptyResponse(question.type));
  const [grade, setGrade] = useState<QuestionGrade>();
  return (
    <div className={styles.try} lang="vi">
      {question.stem.trim() !== '' && (
        <p className={styles.tryStem}>
          <InlineText markdown={question.stem} />
        </p>
      )}
      <TryAnswer
        question={question}
        response={response}
        onChange={(next) => {
          setResponse(next);
          setGrade(undefined);
        }}
      />
      {grade !== undefined && <Outcome question={question} grade={grade} />}
      <p>
        <Button
          look="main"
          disabled={!isAnswered(response)}
          onClick={() => setGrade(gradeQuestion(question, response))}
        >
          {t('previewCheck')}
        </Button>{' '}
        <Button
          onClick={() => {
            setResponse(emptyResponse(question.type));
            setGrade(undefined);
          }}
        >
          {t('previewAgain')}
        </Button>
      </p>
    </div>
  );
}

function Outcome(props: { readonly question: QuestionContent; readonly grade: QuestionGrade }) {
  const { t } = useMessages(messages);
  const { grade, question } = props;
  const words = {
    right: t('previewRight'),
    partly: t('previewPartly', { points: Math.round((grade.points * 100) / ONE_MARK) }),
    wrong: t('previewWrong'),
    unanswered: t('previewUnanswered'),
  };
  return (
    <Note look={grade.outcome === 'right' ? 'ok' : 'warn'} alert>
      <p>
        <b>{words[grade.outcome]}</b>
      </p>
      {question.feedback.trim() !== '' && (
        <p>
          <InlineText markdown={question.feedback} />
        </p>
      )}
    </Note>
  );
}
