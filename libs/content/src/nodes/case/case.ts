import { courseBlock } from '../course-block.js';

/** A situation from a commune and how it was handled. */
export const CaseNode = courseBlock({
  name: 'case',
  content: 'block+',
  attributes: { title: '' },
});
