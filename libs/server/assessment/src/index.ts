export { AssessmentModule } from './assessment.module.js';
export { AssessmentFacade, type AttemptSummary, type ReportSummary } from './assessment.facade.js';
export { QUIZ_GATE, type GateReason, type QuizGate } from './policies/quiz-gate.js';
