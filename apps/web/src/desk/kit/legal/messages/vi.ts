export const vi = {
  'state.unknown': 'chưa ghi ngày có hiệu lực',
  'state.not-yet': 'chưa có hiệu lực, từ {date}',
  'state.in-force': 'còn hiệu lực',
  'state.in-force.until': 'còn hiệu lực đến {date}',
  'state.in-force.replaced': 'còn hiệu lực đến {date}, sau đó thay bởi {by}',
  'state.partly-replaced': 'còn hiệu lực một phần, phần kia thay bởi {by}',
  'state.replaced': 'hết hiệu lực từ {date}, thay bởi {by}',
  'state.expired': 'hết hiệu lực từ {date}',
  search: 'Tìm theo số hoặc tên, không cần dấu',
  found: 'Văn bản tìm thấy',
  none: 'Sổ chưa có văn bản nào khớp. Vẫn gõ tay được; văn bản sẽ được ghi là chưa có trong sổ.',
  more: 'Còn {count} văn bản nữa. Gõ thêm để thu hẹp.',
  unlisted: 'chưa có trong sổ văn bản',
  basesNone: 'Không có căn cứ pháp lý nào cần đối chiếu.',
  basesHold: '{count} căn cứ đều còn hiệu lực vào ngày {date}, theo sổ văn bản.',
  basesOpen:
    'Cần xem lại {count} trong {total} căn cứ pháp lý, tính đến ngày {date} theo sổ văn bản. Đây là lời nhắc, không chặn việc.',
} as const;
