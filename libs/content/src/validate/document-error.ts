export const DOCUMENT_ERROR_CODES = [
  'not_a_document',
  'not_a_node',
  'key_unknown',
  'node_unknown',
  'content_invalid',
  'content_not_allowed',
  'mark_unknown',
  'mark_twice',
  'mark_not_allowed',
  'attribute_unknown',
  'attribute_missing',
  'attribute_invalid',
  'link_not_allowed',
  'file_not_allowed',
  'text_invalid',
  'text_control_character',
  'text_too_long',
  'table_ragged',
  'too_deep',
  'too_many_nodes',
  'too_much_text',
] as const;

export type DocumentErrorCode = (typeof DOCUMENT_ERROR_CODES)[number];

/** What is wrong at which place: `path` is a JSON pointer such as `/content/3/attrs/title`. */
export interface DocumentError {
  readonly path: string;
  readonly code: DocumentErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Nobody mends more than this in one go. */
const MAX_ERRORS = 50;

/** Collects errors of one document, up to a limit after which looking further is of no use. */
export class ErrorReport {
  readonly errors: DocumentError[] = [];

  add(path: string, code: DocumentErrorCode, params: DocumentError['params'] = {}): void {
    if (this.errors.length < MAX_ERRORS) this.errors.push({ path, code, params });
  }

  get isFull(): boolean {
    return this.errors.length >= MAX_ERRORS;
  }

  get isEmpty(): boolean {
    return this.errors.length === 0;
  }
}
