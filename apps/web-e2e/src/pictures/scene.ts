import {
  computeAward,
  handIn,
  listCohorts,
  listCourses,
  listProposals,
  listRegister,
  openAttempt,
  openChangeRequest,
  readCourse,
  readDraft,
  readHandbookLesson,
  readOverlay,
  readRegisterEntry,
  readStudyCourse,
  readToday,
  saveDraft,
  signAward,
  submitProposal,
} from '@cam-nang/contracts/routes';
import { daysFromToday } from '../journeys/days.js';
import type { Person } from '../stage/person.js';

/** What the addresses of the pages name. */
export type Scene = Readonly<Record<SceneKey, string>>;

export type SceneKey =
  | 'courseId'
  | 'requestId'
  | 'lessonDraft'
  | 'questionDraft'
  | 'passageId'
  | 'readPassageId'
  | 'editionId'
  | 'cohortId'
  | 'proposalId'
  | 'decisionId'
  | 'entryId'
  | 'code'
  | 'enrolmentId'
  | 'certifiedEnrolment'
  | 'moduleId'
  | 'lessonId'
  | 'quizId'
  | 'taskNodeId'
  | 'attemptId'
  | 'resultId';

/** Who sets the scene. */
export interface Actors {
  readonly trainer: Person;
  readonly officer: Person;
  readonly director: Person;
  readonly trainee: Person;
  readonly certified: Person;
}

/** Brings something of everything about, past the screens, and answers the ids of all of it. */
export async function setScene(actors: Actors): Promise<Scene> {
  const composed = await compose(actors.trainer);
  const awarded = await award(actors);
  const studied = await study(actors.trainee);
  const { enrolments } = await actors.certified.call(readToday, {});
  const certifiedEnrolment = enrolments[0]?.summary.enrolmentId ?? '';
  const readPassageId = await passageOf(actors.trainee, composed.editionId, studied.lessonId);
  return { ...composed, ...awarded, ...studied, certifiedEnrolment, readPassageId };
}

async function compose(trainer: Person) {
  const { courses } = await trainer.call(listCourses, {});
  const courseId = courses[0]?.id ?? '';
  const { editions } = await trainer.call(readCourse, { params: { courseId } });
  const body = {
    title: 'Làm rõ trích yếu và nơi nhận',
    reason: 'Văn thư các xã phản ánh câu hướng dẫn đúng nhưng khó làm theo.',
    kind: 'amendment' as const,
  };
  const { id: requestId } = await trainer.call(openChangeRequest, { params: { courseId }, body });
  const { nodes } = await trainer.call(readOverlay, { params: { requestId } });
  const first = (kind: string) => nodes.find((node) => node.kind === kind)?.nodeId ?? '';
  const lessonDraft = first('lesson');
  const questionDraft = first('question');
  const passageId = await change(trainer, requestId, lessonDraft);
  return {
    courseId,
    requestId,
    lessonDraft,
    questionDraft,
    passageId,
    editionId: editions[0]?.id ?? '',
  };
}

/** Saves a lesson with the words of its first paragraph changed; answers the id of its first passage. */
async function change(trainer: Person, requestId: string, nodeId: string): Promise<string> {
  const params = { requestId, nodeId };
  const { node, version, hash } = await trainer.call(readDraft, { params });
  const document = withMoreWords(node.document);
  const base = { baseVersion: version, baseHash: hash };
  const body = { ...base, title: node.title, meta: node.meta, document };
  await trainer.call(saveDraft, { params, body });
  return firstPassage(node.document);
}

/** The first passage of a lesson, as a reader of the handbook sees it. */
async function passageOf(reader: Person, editionId: string, nodeId: string): Promise<string> {
  const params = { editionId, nodeId };
  const { document } = await reader.call(readHandbookLesson, { params });
  return firstPassage(document);
}

/** The id of the first block of a document. */
function firstPassage(document: { readonly content?: readonly unknown[] } | null): string {
  type Block = { readonly attrs?: { readonly id?: string } };
  const [first] = (document?.content ?? []) as readonly Block[];
  return first?.attrs?.id ?? '';
}

/** The same document with a sentence more in its first paragraph. */
function withMoreWords<T extends { readonly content?: readonly unknown[] } | null>(document: T): T {
  if (document === null) return document;
  type Block = { readonly type: string; readonly content?: readonly unknown[] };
  const blocks = (document.content ?? []) as readonly Block[];
  const place = blocks.findIndex(({ type }) => type === 'paragraph');
  const sentence = { type: 'text', text: ' Hỏi văn bản giao việc trước khi nhận.' };
  const content = blocks.map((block, index) =>
    index === place ? { ...block, content: [...(block.content ?? []), sentence] } : block,
  );
  return { ...document, content };
}

async function award({ officer, director }: Actors) {
  const { cohorts } = await officer.call(listCohorts, { query: {} });
  const idOf = (title: RegExp) => cohorts.find((one) => title.test(one.title))?.id ?? '';
  const finished = idOf(/lớp thứ nhất/);
  const { proposals } = await officer.call(listProposals, { query: { cohortId: finished } });
  const signed = proposals.find(({ state }) => state === 'signed');
  const { proposalId, decisionId } =
    signed === undefined
      ? await signFor({ officer, director }, finished)
      : { proposalId: signed.id, decisionId: signed.decisionId ?? '' };
  const entry = await firstEntry(director);
  return { cohortId: idOf(/lớp thứ hai/), proposalId, decisionId, ...entry };
}

async function signFor({ officer, director }: Pick<Actors, 'officer' | 'director'>, id: string) {
  const params = { cohortId: id };
  const { id: proposalId, listHash } = await officer.call(computeAward, { params });
  await officer.call(submitProposal, { params: { proposalId }, body: { listHash } });
  const decisionNo = '126/QĐ-SNV';
  const body = {
    listHash,
    decisionNo,
    confirmation: decisionNo,
    decisionDate: daysFromToday(0),
    place: 'Phú Thọ',
    signerTitle: 'Giám đốc',
  };
  const { decisionId } = await director.call(signAward, { params: { proposalId }, body });
  return { proposalId, decisionId };
}

async function firstEntry(director: Person): Promise<{ entryId: string; code: string }> {
  const { rows } = await director.call(listRegister, { query: {} });
  const entryId = rows[0]?.entryId ?? '';
  const { verificationCode } = await director.call(readRegisterEntry, { params: { entryId } });
  return { entryId, code: verificationCode };
}

async function study(trainee: Person) {
  const { enrolments } = await trainee.call(readToday, {});
  const enrolmentId = enrolments[0]?.summary.enrolmentId ?? '';
  const { modules } = await trainee.call(readStudyCourse, { params: { enrolmentId } });
  const items = modules.flatMap((module) => module.items);
  const first = (kind: string) => items.find((item) => item.kind === kind)?.nodeId ?? '';
  const quizId = first('quiz');
  const params = { enrolmentId, quizNodeId: quizId };
  const over = await trainee.call(openAttempt, { params });
  await trainee.call(handIn, { params: { attemptId: over.id } });
  const open = await trainee.call(openAttempt, { params });
  return {
    enrolmentId,
    quizId,
    moduleId: modules[0]?.nodeId ?? '',
    lessonId: first('lesson'),
    taskNodeId: first('report-task'),
    attemptId: open.id,
    resultId: over.id,
  };
}
