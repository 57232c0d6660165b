export { VERSION_AS_OF } from './persistence/version-store.js';
export {
  commitAltered,
  currentLine,
  makeSmallCourse,
  readVersion,
  type SmallCourse,
  type SmallCourseOptions,
} from './testing/curriculum-factory.js';
export { paragraphs, SMALL_TREE, smallContents } from './testing/small-course.js';
