import { courseBlock } from '../course-block.js';

/** A form to copy, with its code; blanks are written as `……`. */
export const FormNode = courseBlock({
  name: 'form',
  content: 'block+',
  attributes: { title: '', code: '' },
});
