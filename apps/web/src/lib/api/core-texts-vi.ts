/** What can go wrong anywhere, also when nothing more can be fetched. */
export const coreTexts = {
  'network.offline': 'Đang không có mạng. Việc này cần mạng; thử lại khi có mạng.',
  'network.failed': 'Chưa liên lạc được với máy chủ. Nội dung vẫn còn ở đây; thử lại sau ít phút.',
  'request.invalid': 'Có ô chưa đúng. Sửa những ô được đánh dấu rồi gửi lại.',
  'request.too_many': 'Thao tác quá nhanh. Chờ một phút rồi thử lại.',
  'request.stale': 'Có người đã sửa trước. Tải lại để xem bản mới nhất rồi làm lại.',
  'resource.not_found': 'Không tìm thấy, hoặc nằm ngoài phạm vi của bạn.',
  'server.unexpected':
    'Máy chủ gặp lỗi. Nội dung vẫn còn ở đây; thử lại, hoặc gửi mã cho quản trị.',
  'server.unavailable': 'Máy chủ đang bận hoặc đang được nâng cấp. Thử lại sau ít phút.',
  'session.required': 'Phiên làm việc đã hết. Đăng nhập lại để làm tiếp.',
  'permission.denied': 'Việc này không thuộc quyền của bạn.',
} as const;

export type CoreCode = keyof typeof coreTexts;
