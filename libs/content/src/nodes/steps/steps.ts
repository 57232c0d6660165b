import { courseBlock } from '../course-block.js';

/** What to do, in order: one numbered list, with a line before or after it where needed. */
export const StepsNode = courseBlock({
  name: 'steps',
  content: 'paragraph* orderedList paragraph*',
  attributes: { title: '' },
});
