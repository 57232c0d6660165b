export { AssessmentModule } from './assessment.module.js';
export { AssessmentFacade, type AttemptSummary, type ReportSummary } from './assessment.facade.js';
export { QUIZ_GATE, type GateReason, type QuizGate } from './policies/quiz-gate.js';
export { HandIn } from './use-cases/hand-in.js';
export { MarkReport } from './use-cases/mark-report.js';
export { OpenAttempt } from './use-cases/open-attempt.js';
export { SaveAnswers } from './use-cases/save-answers.js';
export { WriteReport } from './use-cases/write-report.js';
export { GivenMarks } from './queries/given-marks.query.js';
