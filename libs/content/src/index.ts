export type * from './document/document-types.js';
export { BLOCK_ATTRIBUTES, isBlockType } from './document/attribute-rules.js';
export { BLOCK_ID } from './document/block-id.js';
export { isAllowedLink } from './document/link-address.js';
export { DOCUMENT_SCHEMA_VERSION } from './document/schema-version.js';
export { lessonBlocks, lessonSections, type LessonSection } from './document/lesson-sections.js';
export { walkBlocks } from './document/walk.js';

export { PRESET_NAMES, presetExtensions, presetSchema, type PresetName } from './presets.js';

export { derivedIds } from './ids/derived-ids.js';
export { repairBlockIds, type BlockIdMaker, type RepairOptions } from './ids/repair-block-ids.js';

export { cleanText } from './validate/clean-text.js';
export {
  DOCUMENT_ERROR_CODES,
  type DocumentError,
  type DocumentErrorCode,
} from './validate/document-error.js';
export { exceededLimit, type ExceededLimit } from './validate/exceeded-limit.js';
export { DOCUMENT_LIMITS } from './validate/limits.js';
export { validateDocument, type DocumentValidation } from './validate/validate-document.js';

export { renderInlineMarkdown } from './inline/inline-markdown.js';
export { inlineParts, inlineText, type InlinePart } from './inline/inline-part.js';

export { renderTypst, type TypstOptions } from './render/render-typst.js';
export { TYPST_PRELUDE } from './render/typst-prelude.js';
export { partsTypst, typstString } from './render/typst-text.js';
export { renderHtml, type HtmlOptions } from './render/render-html.js';
export { escapeHtml, partsHtml } from './render/html-text.js';
export {
  blockPlainText,
  countWords,
  documentPassages,
  documentPlainText,
  readingMinutes,
  type Passage,
} from './render/plain-text.js';
