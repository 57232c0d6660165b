import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AccountName } from '../stage/stage.js';
import type { SceneKey } from './scene.js';

/** Who looks at a page, and what its address names. */
export interface Picture {
  readonly page: string;
  readonly who: AccountName | 'nobody';
  readonly with?: Readonly<Record<string, SceneKey>>;
}

/** Every page of the desk and of the trainee's and public's program, by its name in the route tables. */
export const PICTURES: Readonly<Record<'desk' | 'learn', readonly Picture[]>> = {
  desk: [
    { page: 'home', who: 'chuyenvien' },
    { page: 'courses', who: 'giangvien' },
    { page: 'course', who: 'giangvien', with: { courseId: 'courseId' } },
    {
      page: 'nodeHistory',
      who: 'giangvien',
      with: { courseId: 'courseId', nodeId: 'lessonDraft' },
    },
    {
      page: 'passageHistory',
      who: 'giangvien',
      with: { courseId: 'courseId', nodeId: 'lessonDraft', blockId: 'passageId' },
    },
    { page: 'changeRequests', who: 'giangvien' },
    { page: 'changeRequest', who: 'giangvien', with: { requestId: 'requestId' } },
    {
      page: 'lessonEditor',
      who: 'giangvien',
      with: { requestId: 'requestId', nodeId: 'lessonDraft' },
    },
    { page: 'questions', who: 'giangvien', with: { requestId: 'requestId' } },
    {
      page: 'questionEditor',
      who: 'giangvien',
      with: { requestId: 'requestId', nodeId: 'questionDraft' },
    },
    { page: 'review', who: 'giangvien', with: { requestId: 'requestId' } },
    { page: 'conflicts', who: 'giangvien', with: { requestId: 'requestId' } },
    { page: 'editions', who: 'giamdoc' },
    { page: 'edition', who: 'giamdoc', with: { editionId: 'editionId' } },
    { page: 'councils', who: 'giangvien' },
    { page: 'council', who: 'giangvien', with: { editionId: 'editionId' } },
    { page: 'legalDocuments', who: 'giangvien' },
    { page: 'cohorts', who: 'chuyenvien' },
    { page: 'openCohort', who: 'chuyenvien' },
    { page: 'cohort', who: 'chuyenvien', with: { cohortId: 'cohortId' } },
    { page: 'cohortPeople', who: 'chuyenvien', with: { cohortId: 'cohortId' } },
    { page: 'cohortImport', who: 'chuyenvien', with: { cohortId: 'cohortId' } },
    { page: 'cohortMeetings', who: 'chuyenvien', with: { cohortId: 'cohortId' } },
    { page: 'cohortReports', who: 'phanbien', with: { cohortId: 'cohortId' } },
    { page: 'awards', who: 'chuyenvien' },
    { page: 'award', who: 'chuyenvien', with: { proposalId: 'proposalId' } },
    { page: 'issuing', who: 'giamdoc', with: { decisionId: 'decisionId' } },
    { page: 'register', who: 'vanthu' },
    { page: 'registerEntry', who: 'vanthu', with: { entryId: 'entryId' } },
    { page: 'accounts', who: 'quantri' },
    { page: 'jobs', who: 'quantri' },
    { page: 'audit', who: 'kiemtra' },
  ],
  learn: [
    { page: 'signIn', who: 'nobody' },
    { page: 'claim', who: 'nobody' },
    { page: 'verify', who: 'nobody' },
    { page: 'claim', who: 'nobody' },
    { page: 'today', who: 'hocvien' },
    { page: 'course', who: 'hocvien' },
    {
      page: 'module',
      who: 'hocvien',
      with: { enrolmentId: 'enrolmentId', moduleId: 'moduleId' },
    },
    { page: 'lesson', who: 'hocvien', with: { enrolmentId: 'enrolmentId', nodeId: 'lessonId' } },
    { page: 'quiz', who: 'hocvien', with: { enrolmentId: 'enrolmentId', nodeId: 'quizId' } },
    { page: 'attempt', who: 'hocvien', with: { attemptId: 'attemptId' } },
    { page: 'attemptResult', who: 'hocvien', with: { attemptId: 'resultId' } },
    {
      page: 'report',
      who: 'hocvien',
      with: { enrolmentId: 'enrolmentId', taskNodeId: 'taskNodeId' },
    },
    { page: 'handbook', who: 'hocvien' },
    {
      page: 'handbookLesson',
      who: 'hocvien',
      with: { editionId: 'editionId', nodeId: 'lessonId' },
    },
    {
      page: 'handbookHistory',
      who: 'hocvien',
      with: { editionId: 'editionId', nodeId: 'lessonId' },
    },
    {
      page: 'handbookPassage',
      who: 'hocvien',
      with: { editionId: 'editionId', nodeId: 'lessonId', blockId: 'readPassageId' },
    },
    { page: 'results', who: 'hocvien' },
    { page: 'certificate', who: 'hocvien2', with: { enrolmentId: 'certifiedEnrolment' } },
    { page: 'account', who: 'hocvien' },
  ],
};

/** A program of the web: its addresses, and which of them have a page. */
export interface ProgramPages {
  readonly addresses: ReadonlyMap<string, string>;
  readonly built: ReadonlySet<string>;
}

/** Reads the route tables of the web as they are written: nothing may be in them without a picture. */
export function readRouteTables(
  root = process.cwd(),
): Readonly<Record<'desk' | 'learn', ProgramPages>> {
  const source = (...path: string[]) => readFileSync(join(root, 'apps/web/src', ...path), 'utf8');
  return {
    desk: {
      addresses: addressesIn(source('desk/routes.ts')),
      built: namesIn(source('desk/pages.ts'), /\bpage\(\s*'(\w+)'/g),
    },
    learn: {
      addresses: addressesIn(source('learn/routes.ts')),
      built: namesIn(source('learn/pages.tsx'), /path=\{paths\.(\w+)\}/g),
    },
  };
}

function addressesIn(text: string): ReadonlyMap<string, string> {
  const found = [...text.matchAll(/^ {2}(\w+): '(\/[^']*)',$/gm)];
  return new Map(found.map(([, name = '', path = '']) => [name, path]));
}

function namesIn(text: string, pattern: RegExp): ReadonlySet<string> {
  return new Set([...text.matchAll(pattern)].map(([, name = '']) => name));
}
