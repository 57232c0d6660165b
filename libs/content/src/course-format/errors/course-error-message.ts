import type { CourseErrorCode, CourseFileError } from './course-error.js';

type Texts = Readonly<Record<'vi' | 'en', string>>;

/** What each error says to an author; `{name}` is filled from the error's params. */
const TEXTS: Readonly<Record<CourseErrorCode, Texts>> = {
  yaml_syntax: { vi: 'YAML sai cú pháp: {reason}', en: 'YAML syntax: {reason}' },
  key_missing: { vi: 'thiếu mục "{key}"', en: 'key "{key}" is missing' },
  key_unknown: { vi: 'không có mục nào tên "{key}"', en: 'there is no key "{key}"' },
  value_empty: { vi: '"{key}" đang để trống', en: '"{key}" is empty' },
  value_not_text: { vi: '"{key}" phải là chữ', en: '"{key}" must be text' },
  value_not_list: { vi: '"{key}" phải là danh sách', en: '"{key}" must be a list' },
  value_not_map: {
    vi: '"{key}" phải gồm các mục tên: giá trị',
    en: '"{key}" must have named values',
  },
  value_not_number: { vi: '"{key}" phải là số', en: '"{key}" must be a number' },
  value_not_boolean: { vi: '"{key}" phải là true hoặc false', en: '"{key}" must be true or false' },
  value_not_date: {
    vi: '"{key}" phải là ngày có thật, viết năm-tháng-ngày',
    en: '"{key}" must be a real date, year-month-day',
  },
  value_not_choice: {
    vi: '"{key}" phải là một trong: {choices}',
    en: '"{key}" must be one of: {choices}',
  },
  value_out_of_range: {
    vi: '"{key}" phải từ {min} đến {max}',
    en: '"{key}" must be from {min} to {max}',
  },
  value_not_code: {
    vi: '"{key}" chỉ gồm chữ không dấu, số, dấu chấm và gạch',
    en: '"{key}" takes plain letters, figures, dots and dashes only',
  },
  text_control_character: {
    vi: 'có ký tự điều khiển không hiện ra được',
    en: 'there is a control character that nobody sees',
  },
  list_too_short: {
    vi: '"{key}" cần ít nhất {min} phần tử',
    en: '"{key}" needs at least {min} entries',
  },
  front_matter_missing: {
    vi: 'đầu tệp phải có phần thông tin giữa hai dòng ---',
    en: 'the file must begin with particulars between two lines of ---',
  },
  raw_html: { vi: 'không dùng thẻ HTML trong bài', en: 'HTML tags are not used in lessons' },
  block_not_allowed: {
    vi: 'không dùng khối loại này trong bài ({type})',
    en: 'lessons do not use this kind of block ({type})',
  },
  inline_not_allowed: {
    vi: 'không dùng định dạng này trong bài ({type})',
    en: 'lessons do not use this formatting ({type})',
  },
  heading_level: {
    vi: 'tiêu đề trong bài từ ## đến ####',
    en: 'headings in a lesson go from ## to ####',
  },
  directive_unknown: {
    vi: 'không có khối nào tên ":::{name}"',
    en: 'there is no block ":::{name}"',
  },
  directive_malformed: {
    vi: 'dòng ::: viết sai; thuộc tính viết dạng tên="giá trị"',
    en: 'a ::: line is malformed; attributes are written name="value"',
  },
  directive_not_closed: {
    vi: 'khối ":::{name}" chưa có dòng ::: đóng lại',
    en: 'block ":::{name}" is not closed by a line of :::',
  },
  directive_nested: {
    vi: 'khối ":::{name}" không đặt trong khối khác',
    en: 'block ":::{name}" does not go inside another',
  },
  directive_empty: {
    vi: 'khối ":::{name}" chưa có nội dung',
    en: 'block ":::{name}" has no content',
  },
  attribute_missing: {
    vi: 'khối ":::{name}" thiếu {attribute}="…"',
    en: 'block ":::{name}" lacks {attribute}="…"',
  },
  attribute_unknown: {
    vi: 'khối ":::{name}" không có thuộc tính {attribute}',
    en: 'block ":::{name}" has no attribute {attribute}',
  },
  attribute_invalid: {
    vi: 'khối ":::{name}": giá trị của {attribute} không hợp lệ',
    en: 'block ":::{name}": the value of {attribute} is not valid',
  },
  table_ragged: {
    vi: 'hàng này có {cells} ô, đầu bảng có {columns}',
    en: 'this row has {cells} cells, the head has {columns}',
  },
  table_malformed: {
    vi: 'bảng thiếu dòng |---| dưới đầu bảng hoặc sai số cột',
    en: 'the table lacks its line |---| or has the wrong number of columns',
  },
  option_without_box: {
    vi: 'mỗi dòng của danh sách chọn bắt đầu bằng - [ ] hoặc - [x]',
    en: 'every entry of a list to tick begins with - [ ] or - [x]',
  },
  steps_without_list: {
    vi: ':::steps cần đúng một danh sách đánh số',
    en: ':::steps needs exactly one numbered list',
  },
  list_item_start: {
    vi: 'mục của danh sách phải bắt đầu bằng chữ',
    en: 'a list entry must begin with text',
  },
  image_not_alone: {
    vi: 'hình phải đứng riêng một đoạn',
    en: 'a picture must stand in a paragraph of its own',
  },
  image_not_stored: {
    vi: 'hình phải là tệp đã lưu: file:<mã băm>',
    en: 'a picture must be a stored file: file:<hash>',
  },
  link_not_allowed: { vi: 'đường dẫn không được phép: {href}', en: 'link not allowed: {href}' },
  document_empty: { vi: 'bài chưa có nội dung', en: 'the lesson has no text' },
  document_invalid: {
    vi: 'nội dung không hợp lệ: {reason}',
    en: 'the content is not valid: {reason}',
  },
  right_options: {
    vi: 'loại "{type}" cần {wanted} phương án đúng, đang có {found}',
    en: 'type "{type}" needs {wanted} right options and has {found}',
  },
  text_twice: { vi: '"{text}" lặp lại hai lần', en: '"{text}" is there twice' },
  gap_missing: { vi: 'câu điền chỗ trống chưa có {{gap:…}}', en: 'the text has no {{gap:…}}' },
  gap_malformed: {
    vi: 'chỗ trống viết sai; viết {{gap:cách 1|cách 2}}',
    en: 'a gap is malformed; write {{gap:one way|another}}',
  },
  file_missing: { vi: 'không có tệp {path}', en: 'there is no file {path}' },
  file_unknown: { vi: 'không biết tệp này để làm gì', en: 'nothing says what this file is for' },
  file_not_listed: {
    vi: 'tệp này không được nhắc tới trong {list}',
    en: 'this file is not named in {list}',
  },
  id_twice: { vi: 'mã "{id}" đã dùng ở {file}', en: '"{id}" is already used in {file}' },
  reference_unknown: { vi: 'không có {kind} nào mã "{id}"', en: 'there is no {kind} "{id}"' },
  module_differs: {
    vi: '"{key}" của {module} khác với module.yaml',
    en: '"{key}" of {module} differs from module.yaml',
  },
  draw_too_large: {
    vi: 'rút {count} câu từ {module} nhưng ngân hàng chỉ có {available}',
    en: 'draws {count} questions from {module}, whose bank has {available}',
  },
  hours_wrong: {
    vi: 'lộ trình {path} có {total} tiết, cần {expected}',
    en: 'path {path} takes {total} periods, it should be {expected}',
  },
  hours_problem: {
    vi: 'không tính được tiết: {problem} ({about})',
    en: 'hours cannot be counted: {problem} ({about})',
  },
  rubric_sum: {
    vi: 'các tiêu chí cộng lại {total} điểm, điểm tối đa là {expected}',
    en: 'the criteria add up to {total}, the maximum is {expected}',
  },
  base_differs: {
    vi: 'ấn bản này sửa trên {base}, đang nạp trên {given}',
    en: 'this edition changes {base}, it is loaded over {given}',
  },
  change_not_listed: {
    vi: 'tệp này không được ghi trong changes.yaml',
    en: 'this file is not listed in changes.yaml',
  },
  change_not_present: {
    vi: 'changes.yaml ghi {path} nhưng không có tệp',
    en: 'changes.yaml lists {path}, which is not there',
  },
  change_not_in_base: {
    vi: 'ấn bản trước không có {path}',
    en: 'the edition before has no {path}',
  },
  change_already_in_base: {
    vi: 'ấn bản trước đã có {path}',
    en: 'the edition before already has {path}',
  },
  reason_missing: { vi: 'chưa ghi lý do sửa {path}', en: 'no reason is given for {path}' },
};

/** An error as one line for an author: `CD01/module.yaml:3:7 thiếu mục "title"`. */
export function courseErrorLine(error: CourseFileError, lang: 'vi' | 'en'): string {
  return `${error.file}:${error.line}:${error.column} ${courseErrorMessage(error, lang)}`;
}

/** What an error says, without its place. */
export function courseErrorMessage(error: CourseFileError, lang: 'vi' | 'en'): string {
  return TEXTS[error.code][lang].replace(/(?<!\{)\{(\w+)\}/g, (hole, name: string) =>
    String(error.params[name] ?? hole),
  );
}
