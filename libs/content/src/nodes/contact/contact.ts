import { courseBlock } from '../course-block.js';

/** Who is in charge, whom to ask. */
export const ContactNode = courseBlock({
  name: 'contact',
  content: 'block+',
  attributes: { title: '' },
});
