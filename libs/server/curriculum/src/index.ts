export { CurriculumModule } from './curriculum.module.js';
export { CurriculumFacade, type BankQuestion, type RevisionView } from './curriculum.facade.js';
export { COHORT_COUNTS, type CohortCounts } from './cohort-counts.js';
export { editionIssued } from './events/edition-issued.event.js';
export type { CourseRow } from './persistence/course-store.js';
export type { EditionView } from './policies/edition-view.js';
export type { OutlineNode } from './policies/outline-nodes.js';
export { CourseFilesError, LoadCourse, type CourseToLoad } from './use-cases/load-course.js';
