/** The course format: files that authors read and mend, to documents and nodes and back. */
export {
  COURSE_ERROR_CODES,
  type CourseErrorCode,
  type CourseFileError,
} from './course-format/errors/course-error.js';
export {
  courseErrorLine,
  courseErrorMessage,
} from './course-format/errors/course-error-message.js';
export {
  loadCourseEditions,
  loadCourseFolder,
  type EditionLoad,
} from './course-format/loader/load-course-folder.js';
export { questionTitle } from './course-format/loader/question-title.js';
export { resolveReferences } from './course-format/loader/resolve-references.js';
export type {
  ChangeReason,
  CourseLoad,
  EditionDecision,
  LoadedCourse,
  LoadedEdition,
  LoadedNode,
  LoadedNodeOf,
} from './course-format/loader/loaded-course.js';
export {
  writeDocument,
  writeLesson,
  type LessonParticulars,
  type WrittenDocument,
} from './course-format/writer/write-lesson.js';
export type { WriterLoss, WriterLossCode } from './course-format/writer/losses.js';

/** Articles that somebody else wrote in Markdown of their own. */
export { normalArticle } from './foreign-markdown/normal-form.js';
export { readArticle, type ForeignArticle } from './foreign-markdown/read-article.js';
export type { Tangle, TangleReason } from './foreign-markdown/tangles.js';
