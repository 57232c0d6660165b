// shared
export * from './shared/domain-error.js';
export * from './shared/result.js';
export * from './shared/bytes.js';
export * from './shared/text.js';
export * from './shared/calendar-date.js';
export * from './shared/date-range.js';

// curriculum
export * from './curriculum/question-content.js';
export * from './curriculum/unwritten-question.js';
export * from './curriculum/rich-node.js';
export * from './curriculum/node-kinds.js';
export * from './curriculum/revision-meta.js';
export * from './curriculum/report-task-meta.js';
export * from './curriculum/survey-meta.js';
export * from './curriculum/canon/canonical-json.js';
export * from './curriculum/canon/canonical-document.js';
export * from './curriculum/canon/study-text.js';
export * from './curriculum/canon/study-form.js';
export * from './curriculum/canon/question-parts.js';
export * from './curriculum/canon/revision-hashes.js';
export * from './curriculum/hours.js';
export * from './curriculum/line/tree.js';
export * from './curriculum/line/sibling-moves.js';
export * from './curriculum/line/members.js';
export * from './curriculum/line/tree-violations.js';
export * from './curriculum/line/ranks.js';
export * from './curriculum/line/overlay.js';
export * from './curriculum/line/manifest.js';
export * from './curriculum/line/touched-containers.js';
export * from './curriculum/diff/longest-increasing.js';
export * from './curriculum/diff/myers.js';
export * from './curriculum/diff/tokens.js';
export * from './curriculum/diff/text-diff.js';
export * from './curriculum/diff/field-changes.js';
export * from './curriculum/diff/node-change.js';
export * from './curriculum/diff/setting-changes.js';
export * from './curriculum/diff/document-diff-model.js';
export * from './curriculum/diff/document-diff.js';
export * from './curriculum/diff/document-diff-counts.js';
export * from './curriculum/diff/document-sides.js';
export * from './curriculum/diff/question-facets.js';
export * from './curriculum/diff/question-diff.js';
export * from './curriculum/diff/tree-diff-model.js';
export * from './curriculum/diff/tree-diff.js';
export * from './curriculum/diff/tree-apply.js';
export * from './curriculum/diff/tree-documents.js';
export * from './curriculum/merge/merge-model.js';
export * from './curriculum/merge/merge-structure.js';
export * from './curriculum/merge/merge-documents.js';
export * from './curriculum/merge/merge-nodes-model.js';
export * from './curriculum/merge/merge-content.js';
export * from './curriculum/merge/merge-nodes.js';
export * from './curriculum/editions/edition-number.js';
export * from './curriculum/editions/edition-dates.js';
export * from './curriculum/editions/issue-plan.js';
export * from './curriculum/editions/withdrawal.js';
export * from './curriculum/editions/erratum-guard.js';
export * from './curriculum/history/blame.js';
export * from './curriculum/flow/change-request.js';
export * from './curriculum/flow/decide-change-request.js';
export * from './curriculum/flow/edition-flow.js';
export * from './curriculum/flow/decide-edition.js';
export * from './curriculum/legal/legal-number.js';
export * from './curriculum/legal/legal-document.js';
export * from './curriculum/legal/legal-changes.js';
export * from './curriculum/council/council.js';
export * from './curriculum/council/composition.js';
export * from './curriculum/council/tally.js';
export * from './curriculum/council/decide-council.js';
export * from './curriculum/comments/passage.js';
export * from './curriculum/comments/reword-block.js';
export * from './curriculum/comments/thread.js';
export * from './curriculum/comments/decide-thread.js';

// organisation
export * from './organisation/roles.js';
export * from './organisation/permissions.js';
export * from './organisation/role-permissions.js';
export * from './organisation/duties.js';
export * from './organisation/folding.js';
export * from './organisation/names.js';
export * from './organisation/personal-number.js';

// assessment
export * from './assessment/rounding.js';
export * from './assessment/marks.js';
export * from './assessment/decimal.js';
export * from './assessment/response.js';
export * from './assessment/parse-response.js';
export { type PartResult, type PartState } from './assessment/grade-parts.js';
export { ANSWER_PART } from './assessment/grade-texts.js';
export * from './assessment/grading.js';
export * from './assessment/right-response.js';
export * from './assessment/random.js';
export * from './assessment/draw.js';
export * from './assessment/presentation.js';
export * from './assessment/journal.js';
export * from './assessment/attempt-state.js';

// certification: the paper
export * from './certification/printed-data.js';
export * from './certification/layout/layout.js';
export * from './certification/layout/placed-document.js';
export { type PrintData, type PrintField } from './certification/layout/print-fields.js';
export { type MeasureText } from './certification/layout/fit-text.js';
export { type QrEncoder, type QrMatrix } from './certification/layout/place-qr.js';
export * from './certification/layout/place-certificate.js';
export { STANDARD_CERTIFICATE_LAYOUT } from './certification/layout/standard-layout.js';
export { engrave } from './certification/layout/engraving/engrave.js';
export { type Inks } from './certification/layout/engraving/border.js';
export { type Engraving, type Shape } from './certification/layout/engraving/shape.js';

// learning
export * from './learning/lesson-progress.js';
export * from './learning/study-outline.js';
export * from './learning/study-state.js';
export * from './learning/next-step.js';
export * from './learning/completion.js';
export * from './learning/carry.js';

// certification
export * from './certification/rule-set.js';
export * from './certification/final-mark.js';
export * from './certification/eligibility.js';
export * from './certification/numbering.js';
export * from './certification/series.js';
export * from './certification/verification-code.js';
export * from './certification/register/merkle-hash.js';
export * from './certification/register/merkle-tree.js';
export * from './certification/register/merkle-proof.js';
export * from './certification/register/register-leaf.js';
export * from './certification/award-list.js';
export * from './certification/award-flow.js';

// training
export * from './training/birth-date.js';
export * from './training/person-cells.js';
export * from './training/list-headings.js';
export * from './training/passed-over.js';
export * from './training/person-row.js';
export * from './training/same-person.js';
export * from './training/person-correction.js';
export * from './training/enrolment-list.js';
export * from './training/cohort.js';
export * from './training/meeting-change.js';
