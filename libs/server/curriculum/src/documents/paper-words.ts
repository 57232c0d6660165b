import type { JsonValue, NodeKind } from '@cam-nang/domain';
import { calendarDate, formatDate, parseCalendarDate } from '@cam-nang/domain';

/** Official papers are in Vietnamese: the words they use of the curriculum. */
export const KIND_WORDS: Readonly<Record<NodeKind, string>> = {
  root: 'Chương trình',
  module: 'Chuyên đề',
  lesson: 'Bài',
  quiz: 'Bài kiểm tra',
  bank: 'Ngân hàng câu hỏi',
  question: 'Câu hỏi',
  'report-task': 'Bài thu hoạch',
  survey: 'Phiếu khảo sát',
  outcome: 'Chuẩn đầu ra',
  annex: 'Phụ lục',
};

export const CHANGE_WORDS = {
  added: 'Bổ sung',
  removed: 'Bãi bỏ',
  moved: 'Chuyển chỗ',
  changed: 'Sửa đổi',
} as const;

export const BLOCK_WORDS: Readonly<Record<string, string>> = {
  paragraph: 'đoạn',
  heading: 'đề mục',
  bulletList: 'danh sách',
  orderedList: 'danh sách',
  taskList: 'lựa chọn',
  blockquote: 'trích dẫn',
  table: 'bảng',
  image: 'hình',
  case: 'tình huống',
  steps: 'các bước',
  form: 'biểu mẫu',
  legal: 'căn cứ',
  warning: 'lưu ý',
  qa: 'hỏi đáp',
  check: 'tự kiểm tra',
  contact: 'liên hệ',
};

const FIELD_WORDS: Readonly<Record<string, string>> = {
  titleEn: 'Tên tiếng Anh',
  code: 'Mã',
  moduleKind: 'Loại chuyên đề',
  theory: 'Tiết lý thuyết',
  discussion: 'Tiết thảo luận',
  practice: 'Tiết thực hành',
  outcomes: 'Chuẩn đầu ra',
  summary: 'Tóm tắt',
  summaryEn: 'Tóm tắt tiếng Anh',
  minutes: 'Phút đọc',
  keywords: 'Từ khóa',
  days: 'Số ngày',
  periodsPerDay: 'Tiết mỗi ngày',
  goals: 'Mục tiêu',
  notice: 'Lưu ý',
  noticeEn: 'Lưu ý tiếng Anh',
  groups: 'Nhóm tự chọn',
  purpose: 'Mục đích',
  draws: 'Cách rút câu',
  timeLimitMinutes: 'Thời gian làm (phút)',
  attempts: 'Số lần làm',
  passMark: 'Điểm đạt',
  scale: 'Thang điểm',
  shuffle: 'Trộn câu',
  review: 'Khi nào xem đáp án',
  offline: 'Làm khi mất mạng',
  lessonId: 'Bài đọc lại',
  outcome: 'Chuẩn đầu ra',
  difficulty: 'Độ khó',
  tags: 'Nhãn',
  correct: 'Đáp án',
  fraction: 'Phần điểm (%)',
  accepted: 'Câu trả lời được nhận',
  answer: 'Trả lời',
  tolerance: 'Sai số cho phép',
  unit: 'Đơn vị',
  title: 'Tên khối',
  document: 'Văn bản',
  article: 'Điều, khoản',
  from: 'Hiệu lực từ',
  to: 'Hết hiệu lực',
  state: 'Tình trạng',
  question: 'Câu hỏi',
  alt: 'Lời tả hình',
  caption: 'Chú thích',
  level: 'Cấp đề mục',
};

const GROUP_WORDS: Readonly<Record<string, string>> = {
  title: 'tên',
  choose: 'số chuyên đề phải chọn',
  modules: 'số chuyên đề',
  note: 'ghi chú',
  titleEn: 'tên tiếng Anh',
  noteEn: 'ghi chú tiếng Anh',
};

const VALUE_WORDS: Readonly<Record<string, string>> = {
  compulsory: 'bắt buộc',
  elective: 'tự chọn',
  assessment: 'kiểm tra, thu hoạch',
  easy: 'dễ',
  medium: 'vừa',
  hard: 'khó',
  practice: 'luyện tập',
  final: 'cuối khóa',
  immediate: 'ngay sau khi trả lời',
  afterClose: 'sau khi đóng bài',
  'in-force': 'còn hiệu lực',
  superseded: 'đã được thay thế',
  expired: 'hết hiệu lực',
};

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** Name of a setting. */
export function fieldWord(path: readonly string[]): string {
  const [of, code = '', name = ''] = path;
  const word = of === 'groups' ? GROUP_WORDS[name] : undefined;
  if (word !== undefined) return `Nhóm tự chọn ${code}: ${word}`;
  return FIELD_WORDS[path.at(-1) ?? ''] ?? path.join('.');
}

/** A setting in words; ids of other nodes say nothing to people. */
export function valueWord(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'string') return stringWord(value);
  const inside: readonly JsonValue[] = Array.isArray(value) ? value : Object.values(value);
  return inside
    .map(valueWord)
    .filter((word) => word !== '')
    .join(Array.isArray(value) ? ', ' : ' · ');
}

function stringWord(value: string): string {
  if (ID.test(value)) return '';
  if (parseCalendarDate(value) !== null) return formatDate(calendarDate(value));
  return VALUE_WORDS[value] ?? value;
}

/** A day as papers write it inside a sentence. */
export function dayWord(date: string): string {
  return formatDate(calendarDate(date));
}
