export {
  currentLine,
  makeSmallCourse,
  type SmallCourse,
  type SmallCourseOptions,
} from './testing/curriculum-factory.js';
export { paragraphs, SMALL_TREE, smallContents } from './testing/small-course.js';
