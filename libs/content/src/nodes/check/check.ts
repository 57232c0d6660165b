import { courseBlock } from '../course-block.js';

/** A question to test oneself with: options to choose from, or an open one that has none. */
export const CheckNode = courseBlock({
  name: 'check',
  content: 'taskList?',
  attributes: { question: '', answer: '' },
});
