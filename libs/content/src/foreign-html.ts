/** For whoever reads pages of somebody else on the server: the reader with a parser of HTML. */
export {
  FOREIGN_LOSS_CODES,
  type ForeignLoss,
  type ForeignLossCode,
} from './foreign-html/foreign-losses.js';
export type { ForeignImage } from './foreign-html/foreign-reading.js';
export {
  elementsOf,
  wordsOf,
  type ForeignElement,
  type ForeignNode,
} from './foreign-html/foreign-tree.js';
export { parseForeignHtml } from './foreign-html/parse-html.js';
export { readForeignHtml, type ForeignHtml } from './foreign-html/read-foreign-html.js';
