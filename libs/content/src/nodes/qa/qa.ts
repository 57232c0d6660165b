import { courseBlock } from '../course-block.js';

/** A question that people ask, and its answer. */
export const QaNode = courseBlock({
  name: 'qa',
  content: 'block+',
  attributes: { question: '' },
});
