import type { CoreCode } from './core-texts-vi.js';
import type { ProblemCode } from './problem.js';

/** What each refusal means and how to mend it, for the person who met it; fetched with the first refusal. */
export const problemTexts: Readonly<Record<Exclude<ProblemCode, CoreCode>, string>> = {
  'request.malformed': 'Máy chủ không đọc được nội dung gửi lên. Tải lại trang rồi thử lại.',
  'request.too_large': 'Nội dung gửi lên quá lớn.',
  'request.unsupported_media_type': 'Loại tệp này không nhận được.',
  'request.csrf': 'Phiên làm việc đã cũ. Tải lại trang rồi thử lại.',
  'request.idempotency_mismatch': 'Lần gửi trước có nội dung khác. Tải lại trang để xem kết quả.',
  'request.in_progress': 'Lần gửi trước đang được xử lý. Chờ một lát rồi tải lại trang.',
  'request.method_not_allowed': 'Thao tác này không dùng được ở đây.',
  'session.wrong_credentials': 'Tên đăng nhập hoặc mật khẩu chưa đúng.',
  'session.second_factor_required': 'Nhập mã 6 số của ứng dụng xác thực.',
  'session.second_factor_wrong':
    'Mã 6 số chưa đúng hoặc đã quá hạn. Nhập mã đang hiện trên ứng dụng.',
  'session.second_factor_setup_required':
    'Vai trò của bạn cần xác thực hai lớp. Cài đặt rồi làm tiếp.',
  'session.password_change_required': 'Cần đặt mật khẩu mới trước khi vào.',
  'session.fresh_authentication_required':
    'Việc này cần chắc chắn là bạn đang làm: nhập lại mật khẩu để xác nhận.',
  'session.locked_out':
    'Đăng nhập sai nhiều lần. Chờ 15 phút rồi thử lại, hoặc nhờ đầu mối cấp lại mã.',
  'account.password_weak': 'Mật khẩu dễ đoán. Dùng ít nhất 10 ký tự, không phải tên hay ngày sinh.',
  'account.code_invalid': 'Mã một lần chưa đúng hoặc đã hết hạn. Nhờ người giao mã cấp lại.',
  'account.username_taken': 'Tên đăng nhập này đã có người dùng.',
  'account.already_granted': 'Tài khoản đã giữ vai này ở đơn vị đó trong thời gian ấy.',
  'account.only_role':
    'Tài khoản chỉ có vai này, mới giao hôm nay. Giao vai đúng trước rồi bỏ vai này, hoặc đóng tài khoản.',
  'account.closed': 'Tài khoản này đã đóng. Mở lại trước.',
  'account.not_closed': 'Tài khoản này đang mở.',
  'permission.same_person': 'Người soạn không được tự duyệt. Cần một người khác.',
  'curriculum.document_invalid': 'Nội dung bài chưa đúng cấu trúc. Sửa chỗ được đánh dấu.',
  'curriculum.not_draft': 'Đề nghị này không còn ở trạng thái soạn, nên không sửa được.',
  'curriculum.lease_held': 'Người khác đang sửa bài này.',
  'curriculum.stale_draft':
    'Bài này vừa được lưu ở nơi khác. Cả hai bản đều được giữ; chọn hoặc viết lại.',
  'curriculum.hours_do_not_add_up': 'Số tiết chưa khớp với chương trình.',
  'curriculum.structure_invalid': 'Cấu trúc giáo trình chưa hợp lệ.',
  'curriculum.question_invalid': 'Câu hỏi chưa hợp lệ. Sửa chỗ được đánh dấu.',
  'curriculum.nothing_changed': 'Chưa có thay đổi nào so với ấn bản đang có hiệu lực.',
  'curriculum.base_moved':
    'Giáo trình đã đổi từ khi mở đề nghị này. Cập nhật đề nghị rồi làm tiếp.',
  'curriculum.conflicts_open':
    'Còn chỗ cả bản chung và đề nghị cùng sửa. Chọn xong các chỗ đó rồi làm tiếp.',
  'curriculum.conflict_changed': 'Một trong ba bản đã đổi. Xem lại chỗ này rồi chọn.',
  'change_request.wrong_state': 'Đề nghị không ở trạng thái cho phép việc này.',
  'change_request.verdict_outdated': 'Ý kiến duyệt là của bản cũ. Xem lại bản mới rồi duyệt.',
  'change_request.errata_first':
    'Chưa ghép được đề nghị sửa đổi này: các chỗ đính chính của ấn bản mới nhất còn chờ ban hành.',
  'comment.opener_resolves': 'Góp ý cần sửa do người nêu hoặc tổng biên tập khép lại.',
  'comment.suggestion_settled': 'Câu chữ này đã có người trả lời.',
  'legal_document.number_taken': 'Văn bản có số này của cơ quan này đã ở trong sổ.',
  'comment.passage_changed':
    'Đoạn này vừa đổi. Lời của bạn vẫn còn ở đây; xem bản mới rồi gửi lại.',
  'edition.wrong_state': 'Ấn bản không ở trạng thái cho phép việc này.',
  'edition.decision_taken': 'Số quyết định này đã dùng cho ấn bản khác trong năm.',
  'edition.dates_overlap': 'Ngày hiệu lực chồng lên một ấn bản khác.',
  'edition.date_in_past': 'Ngày hiệu lực không được trước hôm nay.',
  'edition.not_an_erratum': 'Thay đổi này vượt quá một đính chính. Ban hành thành ấn bản sửa đổi.',
  'edition.none_in_force': 'Chưa có ấn bản nào có hiệu lực vào ngày đó.',
  'edition.manifest_changed': 'Nội dung đã đổi sau khi trình ký. Chuẩn bị lại ấn bản.',
  'edition.not_appraised':
    'Hội đồng thẩm định chưa thông qua ấn bản này, nên chưa ký ban hành được.',
  'council.wrong_state': 'Hội đồng không ở bước cho phép việc này.',
  'council.not_a_member': 'Chỉ thành viên hội đồng được góp ý và bỏ phiếu.',
  'council.chair_only': 'Việc này của chủ tịch hội đồng.',
  'council.cannot_decide': 'Hội đồng chưa đủ điều kiện kết luận. Xem phần còn thiếu.',
  'council.nothing_changed':
    'Bản này giống hệt bản hội đồng đã đọc: chưa sửa gì theo kết luận nên chưa xác nhận được.',
  'council.composition': 'Thành phần hội đồng chưa đúng quy định. Sửa theo các điểm nêu ra.',
  'document.unreadable': 'Không đọc được tệp Word này: tệp hỏng hoặc không phải DOCX.',
  'document.old_format': 'Tệp thuộc bản Word cũ. Mở bằng Word, lưu lại thành DOCX rồi chọn lại.',
  'document.encrypted': 'Tệp Word có mật khẩu. Bỏ mật khẩu rồi chọn lại.',
  'document.has_macros': 'Tệp Word có macro. Lưu lại thành DOCX không macro rồi chọn lại.',
  'document.too_large': 'Tài liệu quá lớn cho một lần nhập. Tách thành nhiều tệp.',
  'document.empty': 'Tệp Word không có chữ hay hình nào để nhập.',
  'course.code_taken': 'Mã khóa học này đã có.',
  'cohort.code_taken': 'Mã lớp này đã có.',
  'cohort.dates_invalid': 'Ngày kết thúc phải sau ngày khai giảng, và không quá hai năm.',
  'cohort.closed_by_marker': 'Bạn đã chấm điểm trong lớp này nên người khác phải khóa kết quả.',
  'cohort.full': 'Lớp đã đủ người.',
  'cohort.unsettled':
    'Còn bài thu hoạch đã nộp mà chưa chấm. Chấm xong rồi chốt, vì sau khi chốt không chấm được nữa.',
  'cohort.wrong_state': 'Lớp không ở trạng thái cho phép việc này.',
  'enrolment.already_enrolled': 'Người này đã có trong lớp.',
  'enrolment.number_of_another':
    'Số định danh này đã ghi cho người có họ tên và ngày sinh khác. Soát lại số, họ tên, ngày sinh.',
  'enrolment.not_active': 'Bạn không còn học lớp này.',
  'person.nothing_changed': 'Họ tên và ngày sinh vẫn như cũ, không có gì để sửa.',
  'person.another_person':
    'Cả họ tên lẫn ngày sinh đều khác hẳn, nên máy coi là một người khác. Nếu ghi danh nhầm người thì rút khỏi lớp rồi ghi danh đúng người. Nếu cả hai cùng gõ sai thì sửa họ tên trước, lưu, rồi sửa ngày sinh.',
  'person.alike':
    'Trong lớp của người này đã có một học viên trùng họ tên, ngày sinh và xã. Nếu là một người thì rút bớt một dòng; nếu là hai người thì ghi danh có số định danh.',
  'person.known_elsewhere':
    'Người này còn học hoặc giữ vai ở nơi ngoài phạm vi của bạn, nên họ tên, ngày sinh không sửa ở đây được. Việc này cần cán bộ có phạm vi bao trùm các nơi ấy.',
  'import.unreadable': 'Không đọc được tệp. Dùng tệp XLSX theo mẫu.',
  'import.too_many_rows': 'Danh sách quá dài. Tách thành nhiều tệp.',
  'import.columns_missing': 'Tệp thiếu cột bắt buộc. Dùng đúng mẫu.',
  'import.rows_invalid': 'Có dòng chưa đúng. Sửa theo ghi chú ở từng dòng.',
  'meeting.not_yet': 'Buổi học chưa diễn ra nên chưa điểm danh được.',
  'meeting.outside_cohort': 'Ngày của buổi học phải nằm trong thời gian của lớp.',
  'meeting.half_day_taken': 'Buổi ấy đã có trong lịch của lớp. Chọn buổi khác hoặc ngày khác.',
  'meeting.roll_taken':
    'Buổi này đã điểm danh theo tiết nên không xóa và không đổi số tiết được. Ghi nhầm người có mặt thì sửa ở phần điểm danh.',
  'meeting.roll_ahead': 'Buổi đã điểm danh không dời sang ngày chưa đến được.',
  'rule_set.none_in_force': 'Chưa có bộ quy tắc nào áp dụng cho ngày đó.',
  'study.locked': 'Phần này chưa mở.',
  'study.not_in_edition': 'Phần này không có trong ấn bản của lớp bạn.',
  'attempt.limit_reached': 'Bạn đã dùng hết số lần làm bài.',
  'attempt.closed': 'Bài này đã nộp, không sửa được nữa.',
  'attempt.too_late': 'Đã hết giờ làm bài. Những câu trả lời trước giờ đóng vẫn được tính.',
  'attempt.not_open_yet': 'Chưa đến giờ mở bài.',
  'attempt.review_not_open': 'Chưa đến lúc xem lại bài.',
  'answer.invalid': 'Câu trả lời chưa đúng dạng.',
  'journal.sequence_reused':
    'Máy này đã gửi một câu trả lời khác ở cùng vị trí. Tải lại trang rồi trả lời lại.',
  'report.wrong_state': 'Bài thu hoạch không ở trạng thái cho phép việc này.',
  'award.nobody_eligible': 'Chưa có ai đủ điều kiện.',
  'award.wrong_state': 'Đợt xét cấp không ở trạng thái cho phép việc này.',
  'award.list_changed': 'Danh sách đã đổi từ lần tính trước. Xem lại rồi làm tiếp.',
  'award.text_does_not_fit': 'Có chữ không vừa chỗ in trên giấy. Sửa rồi làm lại.',
  'award.glyph_missing': 'Có ký tự không in được. Sửa rồi làm lại.',
  'award.decision_taken': 'Số quyết định này đã dùng.',
  'certificate.not_ready': 'Giấy chứng nhận đang được làm. Thử lại sau ít phút.',
  'certificate.not_found': 'Không có chứng chỉ nào với mã này. Kiểm tra lại mã.',
  'job.not_retryable': 'Việc này không chạy lại được.',
  'file.refused': 'Tệp bị từ chối: sai loại, quá lớn hoặc hỏng.',
};
