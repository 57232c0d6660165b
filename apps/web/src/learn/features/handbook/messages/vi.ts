export const vi = {
  title: 'Cẩm nang',
  intro:
    'Văn bản đang có hiệu lực, đọc để làm việc. Bạn học theo ấn bản của lớp; ở đây luôn là ấn bản mới nhất có hiệu lực.',
  empty: 'Chưa có giáo trình nào có hiệu lực',
  emptyText: 'Khi một ấn bản được ban hành, cẩm nang hiện ở đây.',
  minutes: '{count} phút',
  back: 'Về cẩm nang',
  decision: 'Quyết định {no} ngày {date}',
  next: 'Tiếp theo: {title}',
  previous: 'Trước đó: {title}',
} as const;
