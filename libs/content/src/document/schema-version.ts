/**
 * Version of the block schema that documents are written in. It is stored beside every document; a
 * change that old documents cannot be read under raises it and brings the step that lifts them.
 */
export const DOCUMENT_SCHEMA_VERSION = 1;
