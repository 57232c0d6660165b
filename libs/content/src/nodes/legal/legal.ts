import { courseBlock } from '../course-block.js';

/** A legal basis: the document, the article, its dates, and in own words what it requires. */
export const LegalNode = courseBlock({
  name: 'legal',
  content: 'paragraph+',
  attributes: { document: '', article: '', from: '', to: '', state: 'in-force' },
});
