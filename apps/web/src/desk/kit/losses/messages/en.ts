import type { English } from '../../../../lib/i18n/message.js';
import type { vi } from './vi.js';

export const en: English<typeof vi> = {
  times: { one: '{count} place', other: '{count} places' },
  under: 'under “{title}”',
  image_lost: 'Pictures did not come along and have to be inserted again',
  image_moved: 'Pictures in cells now stand after the table',
  image_without_alt: 'Pictures still without a description',
  link: 'Links that cannot be used; their words are kept',
  footnote: 'Footnotes became paragraphs at the end, numbered [1]',
  comment: 'Comments in the margin were left out',
  deleted_text: 'Text deleted under tracked changes was left out',
  struck: 'Words struck out are kept, but not struck out',
  underline: 'Underlining is not kept; the words are',
  raised: 'Raised or lowered words became ordinary ones',
  highlight: 'Highlighting is not kept',
  list_marker: 'Lists a), b) became 1, 2: look at what refers to them',
  list_start: 'Numbered lists that go on, or do not begin at 1: set their first number again',
  auto_number: 'Automatic numbers of headings did not come along',
  heading_level: 'Headings too far down were raised to the lowest level of a lesson',
  heading_place: 'Headings in lists or cells became bold words',
  title_kept:
    'The lesson keeps its title and does not take that of the file: change it above the text if need be',
  nesting: 'What was nested too deep was laid out flat',
  nested_table: 'Tables in tables became lines of words',
  table_width: 'Tables that are too wide became lines of words',
  cell_span: 'Merged cells that overlapped were set right',
  single_cell: 'A frame of one cell: its words are kept, the frame is not',
  contents: 'The table of contents was left out: lessons make their own',
  media: 'Films, sound or drawings cannot be kept',
  formula: 'Of formulas only the words are kept',
  field: 'Fields and buttons were left out',
  text_box: 'Floating text boxes or drawings of Word cannot be kept',
  ruby: 'Guides to reading above words come in brackets behind them',
  inserted_file:
    'A part inserted from another file cannot be read: open the file in Word, save it as .docx and import it again',
  page_furniture: 'Headers, footers or navigation were left out',
  old_font:
    'Words in an old font (TCVN3, VNI) read wrongly: convert the file to Unicode and import it again',
  block: 'A block that is not allowed was kept as plain words',
  cut: 'The text is too long; its end did not come along',
};
