/** For whoever shows documents: types and renderers, without editor, schema or parser. */
export type * from './document/document-types.js';
export { DOCUMENT_SCHEMA_VERSION } from './document/schema-version.js';
export { isAllowedLink } from './document/link-address.js';
export { lessonBlocks, lessonSections, type LessonSection } from './document/lesson-sections.js';
export { inlineParts, inlineText, type InlinePart } from './inline/inline-part.js';
export { renderInlineMarkdown } from './inline/inline-markdown.js';
export { RENDER_LABELS, shownDate, type RenderLabels } from './render/labels.js';
export { renderHtml, type HtmlOptions } from './render/render-html.js';
export { escapeHtml, partsHtml } from './render/html-text.js';
export { tableShape, cellText, type TableShape } from './render/table-shape.js';
export {
  blockPlainText,
  countWords,
  documentPassages,
  documentPlainText,
  readingMinutes,
  type Passage,
} from './render/plain-text.js';
