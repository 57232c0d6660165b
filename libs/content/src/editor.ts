/** For the editor in the browser: the extensions of each preset and what an author may link to. */
export { PRESET_NAMES, presetExtensions, type PresetName } from './presets.js';
export { BLOCK_ATTRIBUTES, isBlockType } from './document/attribute-rules.js';
export { isAllowedLink } from './document/link-address.js';
export { exceededLimit, type ExceededLimit } from './validate/exceeded-limit.js';
export { DOCUMENT_LIMITS } from './validate/limits.js';
export { validateDocument, type DocumentValidation } from './validate/validate-document.js';
export type { DocumentError, DocumentErrorCode } from './validate/document-error.js';
export type { ForeignLoss, ForeignLossCode } from './foreign-html/foreign-losses.js';
export { foreignTree, type ForeignElement } from './foreign-html/foreign-tree.js';
export { cleanForeignText } from './foreign-html/foreign-words.js';
export { foreignImageSources } from './foreign-html/image-reader.js';
export { readForeignHtml } from './foreign-html/read-foreign-html.js';
export type { ForeignImage } from './foreign-html/foreign-reading.js';
