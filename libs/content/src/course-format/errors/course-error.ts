/** What can be wrong in a course file, with the place to look at. Lines and columns count from 1. */
export interface CourseFileError {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: CourseErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export const COURSE_ERROR_CODES = [
  'yaml_syntax',
  'key_missing',
  'key_unknown',
  'value_empty',
  'value_not_text',
  'value_not_list',
  'value_not_map',
  'value_not_number',
  'value_not_boolean',
  'value_not_date',
  'value_not_choice',
  'value_out_of_range',
  'value_not_code',
  'text_control_character',
  'list_too_short',
  'front_matter_missing',
  'raw_html',
  'block_not_allowed',
  'inline_not_allowed',
  'heading_level',
  'directive_unknown',
  'directive_malformed',
  'directive_not_closed',
  'directive_nested',
  'directive_empty',
  'attribute_missing',
  'attribute_unknown',
  'attribute_invalid',
  'table_ragged',
  'table_malformed',
  'option_without_box',
  'steps_without_list',
  'list_item_start',
  'image_not_alone',
  'image_not_stored',
  'link_not_allowed',
  'document_empty',
  'document_invalid',
  'right_options',
  'text_twice',
  'gap_missing',
  'gap_malformed',
  'file_missing',
  'file_unknown',
  'file_not_listed',
  'id_twice',
  'reference_unknown',
  'module_differs',
  'draw_too_large',
  'hours_wrong',
  'hours_problem',
  'rubric_sum',
  'base_differs',
  'change_not_listed',
  'change_not_present',
  'change_not_in_base',
  'change_already_in_base',
  'reason_missing',
] as const;

export type CourseErrorCode = (typeof COURSE_ERROR_CODES)[number];

/** A place in a file. */
export interface SourcePlace {
  readonly line: number;
  readonly column: number;
}

/** Collects the errors of one load, in the order in which they are found. */
export class CourseErrors {
  readonly list: CourseFileError[] = [];

  add(
    file: string,
    place: SourcePlace,
    code: CourseErrorCode,
    params: CourseFileError['params'] = {},
  ): void {
    this.list.push({ file, line: place.line, column: place.column, code, params });
  }
}

/** The top of a file, where nothing better is known. */
export const FILE_START: SourcePlace = { line: 1, column: 1 };
