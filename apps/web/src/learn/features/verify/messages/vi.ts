export const vi = {
  title: 'Kiểm tra giấy chứng nhận',
  language: 'Ngôn ngữ',
  lead: 'Nhập mã ở góc dưới mặt trước của giấy, hoặc quét mã QR cạnh đó.',
  code: 'Mã kiểm tra',
  codeHint: '12 ký tự, ví dụ 7F3K-9QZ2-M4XA. Gõ chữ thường, có hay không có dấu gạch đều được.',
  codeMissing: 'Nhập mã ghi trên giấy.',
  codeWrong: 'Mã có 12 ký tự, gồm chữ số và chữ cái, không dùng chữ I, L, O, U. Xem lại trên giấy.',
  submit: 'Kiểm tra',
  privacy: 'Trang kiểm tra chỉ hiện phần in trên giấy và không lưu ai đã kiểm tra.',
  toSignIn: 'Đăng nhập',
} as const;
