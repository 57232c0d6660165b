import { useEffect, useRef, useState } from 'react';
import { QUESTION_TYPES, UNWRITTEN_STEM, type QuestionType } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Note } from '../../../ui/banner.js';
import { Button, LinkButton } from '../../../ui/button.js';
import { SelectField, TextArea } from '../../../ui/field.js';
import { ArrowLeftIcon, PlayIcon } from '../../../ui/icons.js';
import { Link } from '../../../ui/link.js';
import text from '../../../ui/text.module.css';
import { DraftCollisions } from '../../editor/draft/draft-collisions.js';
import { AlsoHere, DraftNotes, LeaseBanner } from '../../editor/draft/draft-notes.js';
import { SavedLine } from '../../editor/draft/saved-line.js';
import { useLease } from '../../editor/draft/use-lease.js';
import type { DraftView, OverlayAnswer } from '../../kit/curriculum/types.js';
import { href } from '../../routes.js';
import { InTopBar } from '../../shell/top-slot.js';
import { messages } from './messages/index.js';
import { retyped } from './model/question-edit.js';
import { TypePart } from './parts/type-part.js';
import { TryQuestion } from './preview/try-question.js';
import { useFaults } from './question-form.js';
import { QuestionSide } from './question-side.js';
import styles from './question.module.css';
import { useQuestion, type WrittenQuestion } from './use-question.js';

/** A question with its key and feedback; beside it what it belongs to and how it differs from the issued one. */
export function QuestionWorkspace(props: {
  readonly draft: DraftView;
  readonly answer: OverlayAnswer;
}) {
  const written = useQuestion(props.draft);
  const { draft, saver, state, opened } = written;
  const { lease, insist } = useLease(draft, draft.editable);
  const editable = draft.editable && lease.status !== 'held' && state.at !== 'collided';
  return (
    <>
      <InTopBar>
        <SavedLine state={state} version={saver.savedVersion} />
        <AlsoHere lease={lease} />
      </InTopBar>
      <Head {...props} written={written} />
      <LeaseBanner lease={lease} insist={insist} />
      <DraftNotes {...{ state, saver, opened, editable: draft.editable }} />
      <DraftCollisions state={state} saver={saver} editable={draft.editable} />
      <div className={styles.columns}>
        <Form written={written} editable={editable} />
        <QuestionSide written={written} answer={props.answer} editable={editable} />
      </div>
    </>
  );
}

function Head(props: { readonly written: WrittenQuestion; readonly answer: OverlayAnswer }) {
  const { t } = useMessages(messages);
  const [trying, setTrying] = useState(false);
  const { draft, question, problems } = props.written;
  const node = props.answer.nodes.find((one) => one.nodeId === draft.nodeId);
  const back = href(
    'questions',
    { requestId: draft.requestId },
    { bank: node?.parentId ?? undefined },
  );
  const inTree = href('changeRequest', { requestId: draft.requestId }, { node: draft.nodeId });
  return (
    <header className={styles.head}>
      <Link href={back} className={styles.back}>
        <ArrowLeftIcon />
        {t('back')}
      </Link>
      <h2>{node?.label ? t('question', { no: node.label }) : t('questionNew')}</h2>
      {draft.editable && (
        <LinkButton size="small" href={inTree}>
          {t('inTree')}
        </LinkButton>
      )}
      <Button size="small" onClick={() => setTrying(true)}>
        <PlayIcon />
        {t('preview')}
      </Button>
      <TryQuestion
        question={question}
        ready={problems.length === 0}
        open={trying}
        onClose={() => setTrying(false)}
      />
    </header>
  );
}

/** Whoever has just made a question writes it next: over what it says so far. */
function useBeginning(begins: boolean) {
  const stem = useRef<HTMLDivElement>(null);
  const first = useRef(begins);
  useEffect(() => {
    if (!first.current) return;
    first.current = false;
    const field = stem.current?.querySelector('textarea');
    field?.focus();
    field?.select();
  }, []);
  return stem;
}

function Form({
  written,
  editable,
}: {
  readonly written: WrittenQuestion;
  readonly editable: boolean;
}) {
  const { t } = useMessages(messages);
  const { question, problems, write } = written;
  const fault = useFaults(problems);
  const stem = useBeginning(editable && question.stem === UNWRITTEN_STEM);
  return (
    <div className={styles.form}>
      {editable && problems.length > 0 && (
        <Note look="warn">{t('mend', { count: problems.length })}</Note>
      )}
      <SelectField
        label={t('type')}
        hint={t('typeHint')}
        disabled={!editable}
        value={question.type}
        options={QUESTION_TYPES.map((type) => ({ value: type, label: t(`type.${type}`) }))}
        onChange={(event) => write(retyped(question, event.currentTarget.value as QuestionType))}
      />
      <div className={styles.stem} ref={stem}>
        <TextArea
          label={t('stem')}
          lang="vi"
          rows={2}
          maxLength={2000}
          readOnly={!editable}
          error={fault('stem')}
          value={question.stem}
          onChange={(event) => write({ ...question, stem: event.currentTarget.value })}
        />
        <p className={text.xs}>{t('markdownHint')}</p>
      </div>
      <TypePart question={question} problems={problems} editable={editable} onChange={write} />
      <TextArea
        label={t('feedback')}
        hint={t('feedbackHint')}
        lang="vi"
        rows={2}
        maxLength={2000}
        readOnly={!editable}
        value={question.feedback}
        onChange={(event) => write({ ...question, feedback: event.currentTarget.value })}
      />
    </div>
  );
}
