/** Words of withdrawing an edition. */
export const viWithdrawal = {
  'withdraw.act': 'Thu hồi ấn bản',
  'withdraw.title': 'Thu hồi ấn bản {label}',
  'withdraw.done': 'Đã ghi quyết định thu hồi ấn bản {label}.',
  'withdraw.thatDay': 'ngày thu hồi',
  'withdraw.says': 'Từ {date}, ấn bản {label} bị thu hồi: không còn hiệu lực với lớp mở mới.',
  'withdraw.noneOpens': 'Từ ngày đó chưa lớp nào mở được, cho đến khi một ấn bản khác có hiệu lực.',
  'withdraw.opensOn':
    'Từ ngày đó lớp mở mới học ấn bản {label}, cho đến khi một ấn bản khác có hiệu lực.',
  'withdraw.governsNone': 'Lớp mở mới không học ấn bản này, nên việc mở lớp không đổi.',
  'withdraw.following':
    '{count} lớp đang học, {people} học viên: các lớp này học tiếp, trang lớp và bài đọc ghi rõ ấn bản đã bị thu hồi.',
  'withdraw.forever': 'Nội dung vẫn đọc được. Không hủy được quyết định thu hồi sau khi ghi.',
  'withdraw.decisionNo': 'Số quyết định thu hồi',
  'withdraw.decisionDate': 'Ngày ký',
  'withdraw.reason': 'Lý do',
  'withdraw.reasonHint': 'Học viên, giảng viên và người đọc cẩm nang đều thấy lý do này.',
  'withdraw.on': 'Thu hồi từ ngày',
  'withdraw.onHint': 'Từ hôm nay trở đi.',
  'withdraw.fallback': 'Lớp mở từ ngày đó học',
  'withdraw.fallbackHint': 'Phải chọn: hệ thống không tự chọn thay.',
  'withdraw.choose': 'Chọn một trong các cách',
  'withdraw.none': 'Không ấn bản nào: chưa mở lớp',
  'withdraw.confirmation': 'Gõ lại số quyết định để xác nhận',
  'withdraw.missing': 'Còn thiếu mục này.',
  'withdraw.followingBack':
    '{count} lớp đang học, {people} học viên: từ ngày đó học lại theo ấn bản {label}, tiến độ và điểm giữ nguyên.',
  'withdraw.followingNone': 'Không có lớp nào đang học ấn bản này.',
  'withdraw.toChoose': 'Lớp mở từ ngày đó học ấn bản nào: chọn ở dưới.',
  'withdraw.issuedIt':
    'Đây là quyết định đã ban hành chính ấn bản này. Ghi số của quyết định thu hồi.',
  'withdraw.beforeIssue': 'Ngày ký không thể trước ngày ký ban hành ấn bản.',
  'withdraw.datePast': 'Ngày thu hồi không được trước hôm nay.',
} as const;
