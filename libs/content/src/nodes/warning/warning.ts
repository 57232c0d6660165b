import { courseBlock } from '../course-block.js';

/** A common mistake and its price. */
export const WarningNode = courseBlock({
  name: 'warning',
  content: 'block+',
  attributes: { title: '' },
});
