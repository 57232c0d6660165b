import { CurriculumFacade } from '@cam-nang/curriculum';
import {
  ONE_MARK,
  presentQuestion,
  rightResponse,
  seededRandom,
  type QuestionContent,
} from '@cam-nang/domain';
import { Database, Ids } from '@cam-nang/platform';
import { TrainingFacade } from '@cam-nang/training';
import type { Class, Student } from './students.js';
import type { Stage } from './stage.js';

/** A question of the final quiz as an attempt pins it. */
export interface PinnedQuestion {
  readonly slot: number;
  readonly nodeId: string;
  readonly revisionId: string;
  readonly content: QuestionContent;
}

/** The final quiz of the class's edition, with the 30 questions that everyone gets here. */
export interface FinalQuiz {
  readonly editionId: string;
  readonly nodeId: string;
  readonly revisionId: string;
  readonly questions: readonly PinnedQuestion[];
}

/** Finds the final quiz of a class and as many questions of its banks as it draws. */
export async function finalQuizOf({ setting }: Stage, { cohortId }: Class): Promise<FinalQuiz> {
  const curriculum = setting.app.get(CurriculumFacade);
  const training = setting.app.get(TrainingFacade);
  const cohort = await training.cohort(cohortId);
  if (cohort === null) throw new Error('The class has no cohort.');
  const edition = await training.editionOf(cohort);
  const outline = await curriculum.outline(edition.id);
  const node = outline.find(({ slug }) => slug === 'kt-cuoi-khoa');
  const quiz = node && (await curriculum.revisions([node.revisionId])).get(node.revisionId);
  if (node === undefined || quiz?.content.kind !== 'quiz') throw new Error('No final quiz.');
  const { draws } = quiz.content.meta;
  const banks = await curriculum.bankQuestions(
    edition.id,
    draws.map(({ bankId }) => bankId),
  );
  const drawn = draws.flatMap(({ bankId, count }) => (banks.get(bankId) ?? []).slice(0, count));
  const revisions = await curriculum.revisions(drawn.map(({ revisionId }) => revisionId));
  const questions = drawn.flatMap(({ nodeId, revisionId }, index) => {
    const content = revisions.get(revisionId)?.content;
    return content?.kind === 'question'
      ? [{ slot: index + 1, nodeId, revisionId, content: content.meta }]
      : [];
  });
  return { editionId: edition.id, nodeId: node.nodeId, revisionId: node.revisionId, questions };
}

/** Opens an attempt of the quiz for each student, written down at once; ids in the students' order. */
export async function openAttempts(
  { setting }: Stage,
  quiz: FinalQuiz,
  students: readonly Student[],
): Promise<string[]> {
  const database = setting.app.get(Database);
  const ids = students.map(() => setting.app.get(Ids).next());
  const enrolments = students.map(({ enrolmentId }) => enrolmentId);
  await database.run(async () => {
    await database.query(
      `insert into quiz_attempt (id, enrolment_id, edition_id, quiz_node_id, quiz_revision_id, purpose, number, seed,
         opened_at, deadline_at, sync_until)
       select new.id, e, $3, $4, $5, 'final',
         1 + (select count(*) from quiz_attempt a where a.enrolment_id = e and a.quiz_node_id = $4), '\\x00',
         now(), now() + interval '45 minutes', now() + interval '1 day'
       from unnest($1::uuid[], $2::uuid[]) as new(id, e)`,
      [ids, enrolments, quiz.editionId, quiz.nodeId, quiz.revisionId],
    );
    await database.query(
      `insert into attempt_item (attempt_id, slot, question_node_id, question_revision_id, option_order, points)
       select a, q.slot, q.node, q.revision, q.shown::jsonb, $6
       from unnest($1::uuid[]) a, unnest($2::int[], $3::uuid[], $4::uuid[], $5::text[]) as q(slot, node, revision, shown)`,
      [
        ids,
        quiz.questions.map(({ slot }) => slot),
        quiz.questions.map(({ nodeId }) => nodeId),
        quiz.questions.map(({ revisionId }) => revisionId),
        quiz.questions.map(({ content }) =>
          JSON.stringify(presentQuestion(content, true, seededRandom('bench'))),
        ),
        ONE_MARK,
      ],
    );
  });
  return ids;
}

/** Writes the right answer to every question into the journal of each attempt. */
export async function answerAll(
  { setting }: Stage,
  quiz: FinalQuiz,
  attemptIds: readonly string[],
): Promise<void> {
  await setting.app.get(Database).query(
    `insert into journal_entry (device_id, seq, account_id, scope, scope_id, slot, node_id, revision_id, value,
       device_time, clock_trusted, effective_at, received_at, hash)
     select a, q.slot, a, 'answer', a, q.slot, q.node, q.revision, q.value::jsonb, now(), true, now(), now(),
       sha256(a::text::bytea)
     from unnest($1::uuid[]) a, unnest($2::int[], $3::uuid[], $4::uuid[], $5::text[]) as q(slot, node, revision, value)`,
    [
      attemptIds,
      quiz.questions.map(({ slot }) => slot),
      quiz.questions.map(({ nodeId }) => nodeId),
      quiz.questions.map(({ revisionId }) => revisionId),
      quiz.questions.map(({ content }) => JSON.stringify(rightResponse(content))),
    ],
  );
}
