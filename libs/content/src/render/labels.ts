/** The words that rendering adds to a document. */
export interface RenderLabels {
  readonly lang: 'vi' | 'en';
  readonly legalBasis: string;
  readonly inForce: string;
  readonly superseded: string;
  readonly expired: string;
  readonly from: (date: string) => string;
  readonly until: (date: string) => string;
  readonly warning: string;
  readonly form: string;
  readonly check: string;
  readonly showAnswer: string;
  readonly rightAnswer: string;
  readonly table: string;
}

export const RENDER_LABELS: Readonly<Record<'vi' | 'en', RenderLabels>> = {
  vi: {
    lang: 'vi',
    legalBasis: 'Căn cứ pháp lý',
    inForce: 'Còn hiệu lực',
    superseded: 'Đã được thay thế',
    expired: 'Hết hiệu lực',
    from: (date) => `Hiệu lực từ ${date}`,
    until: (date) => `Đến ${date}`,
    warning: 'Lưu ý',
    form: 'Biểu mẫu',
    check: 'Tự kiểm tra',
    showAnswer: 'Xem đáp án',
    rightAnswer: 'Đáp án đúng',
    table: 'Bảng, cuộn ngang để xem hết',
  },
  en: {
    lang: 'en',
    legalBasis: 'Legal basis',
    inForce: 'In force',
    superseded: 'Superseded',
    expired: 'Expired',
    from: (date) => `In force from ${date}`,
    until: (date) => `Until ${date}`,
    warning: 'Take care',
    form: 'Form',
    check: 'Check yourself',
    showAnswer: 'Show the answer',
    rightAnswer: 'Right answer',
    table: 'Table, scroll sideways to see all of it',
  },
};

/** `YYYY-MM-DD` as it is written in both languages here: `DD/MM/YYYY`. */
export function shownDate(date: string): string {
  return date.split('-').reverse().join('/');
}
