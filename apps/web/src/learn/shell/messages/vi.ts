export const vi = {
  skip: 'Tới nội dung chính',
  navigation: 'Điều hướng chính',
  trainee: 'Học viên',
  today: 'Hôm nay',
  course: 'Khóa học',
  handbook: 'Cẩm nang',
  results: 'Kết quả',
  scope: 'Lớp {code} · {title}',
  offline: 'Không có mạng',
  demonstration: 'Dữ liệu mẫu',
  otherLanguage: 'English',
} as const;
