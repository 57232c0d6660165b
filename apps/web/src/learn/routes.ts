import { hrefOver } from '../lib/href.js';

/** Every address of the trainee's and the public's program. */
export const paths = {
  today: '/',
  signIn: '/sign-in',
  claim: '/claim',
  course: '/course',
  module: '/course/:enrolmentId/modules/:moduleId',
  lesson: '/course/:enrolmentId/lessons/:nodeId',
  quiz: '/course/:enrolmentId/quizzes/:nodeId',
  attempt: '/attempts/:attemptId',
  attemptResult: '/attempts/:attemptId/result',
  report: '/course/:enrolmentId/reports/:taskNodeId',
  handbook: '/handbook',
  handbookLesson: '/handbook/:editionId/lessons/:nodeId',
  handbookHistory: '/handbook/:editionId/lessons/:nodeId/history',
  handbookPassage: '/handbook/:editionId/lessons/:nodeId/passages/:blockId',
  results: '/results',
  certificate: '/results/:enrolmentId/certificate',
  verify: '/verify',
  account: '/account',
} as const;

/** The typed address of a page: `href('lesson', { enrolmentId, nodeId })`. */
export const href = hrefOver(paths);
