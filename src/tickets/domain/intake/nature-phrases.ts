/** What is said in sentences that are more than feedback, or only sound so. Written as the phrases of `Sign`. */

export const LESSON = [
  'phòng( ,)? (chống|ngừa|tránh|cháy)',
  'tuyên truyền',
  'tập huấn',
  'diễn tập',
  'chuyên đề',
  'bài (học|giảng|báo)',
  'tiết (học|dạy)',
  'kỹ năng',
  'tư vấn tâm lý',
  '(đọc|xem|theo) (báo|tin|mạng)',
  'báo (chí|đăng|đưa tin)',
  'năm (ngoái|trước|học trước)',
  'trước đây',
  'đã (được )?(xử lý|giải quyết|ổn định|dập tắt|khắc phục)',
  '(đoạn trích|ngữ liệu|(?<!(lộ|bán|mua|sửa) )đề (kiểm tra|thi|văn)|nhân vật|tác phẩm|truyện|phim|tiểu thuyết)',
  '(tỷ lệ|thống kê|thực trạng|tình trạng|số (cháu|ca|vụ|em|học sinh|trường hợp))',
];

export const QUESTION = [
  '(hướng dẫn|thủ tục|quy trình|trình tự|cách|mẫu|mẫu đơn|văn bản|quy định|luật|thẩm quyền|thời hạn|thời hiệu) (về |của |nộp |gửi |làm |viết )?(đơn )?(giải quyết )?(khiếu nại|tố cáo|tố giác)',
  '(không|chưa) (phải là |phải |muốn |có ý (định )?|có |bị )?(đơn |thư |đơn thư )?(khiếu nại|tố cáo|tố giác|khiếu kiện)',
  '(cho|xin|muốn) ((em|tôi|mình|cháu|con|chúng tôi|được) )?hỏi',
  '(khiếu nại|tố cáo) … (gửi|nộp|làm) … (hay|ở đâu|cho ai|chỗ nào|đâu)',
  'mẫu đơn',
  'hỏi (về|cách|thủ tục|việc|chuyện) (việc |cách |thủ tục )?(làm |gửi |nộp |viết )?(đơn )?(khiếu nại|tố cáo|tố giác)',
  '(nếu|muốn|khi) … (khiếu nại|tố cáo|tố giác) … (thì|phải|cần) … (không|gì|ai|đâu|nào|bao lâu|bao nhiêu|thế nào|hay)',
  '(sẽ|định|có thể) … (khiếu nại|tố cáo|khiếu kiện)',
  '(tiếp nhận|giải quyết|bộ phận|quyền|phòng|luật|công tác) (và giải quyết )?(đơn )?(thư )?(khiếu nại|tố cáo)',
];

const OURS = '(tôi|em|con|cháu|chúng tôi|gia đình|mình|vợ|chồng|bố|mẹ)';

export const CHILD = '(cháu|con|em|bé|học sinh|hs|bạn|nó|trẻ|các cháu|đứa|đứa trẻ)';

/** A decision or an act that touches the person who writes. */
export const DECIDED = [
  'quyết định … (kỷ luật|buộc thôi|cho thôi|chấm dứt|thuyên chuyển|điều động|biệt phái|xếp lương|đình chỉ|thu hồi|hủy|xử phạt|khiển trách|cảnh cáo|hạ bậc|miễn nhiệm|cách chức|tuyển dụng)',
  `${OURS} … (bị|phải) … (kỷ luật|đình chỉ|buộc thôi|cho thôi|đuổi học|nghỉ dạy|thôi việc|cắt hợp đồng|chấm dứt hợp đồng|điều động|điều chuyển|thuyên chuyển|hạ lương|hạ bậc|hạ hạnh kiểm|hạnh kiểm|trả hồ sơ|trả lại hồ sơ|loại|đánh trượt|trượt|trừ điểm|cắt chế độ|cắt phụ cấp|khiển trách|cảnh cáo|ở lại lớp|lưu ban|hủy kết quả|truy thu|thu hồi|miễn nhiệm|xếp (sai|nhầm))`,
  '(không|chưa) (được |hề )?(công nhận|xét tuyển|xét tốt nghiệp|xét đặc cách|xét nâng|xét|nhận hồ sơ|tiếp nhận hồ sơ|nhận vào|cho vào|tiếp nhận vào|nâng lương|nâng bậc|xếp hạng|thăng hạng|nâng hạng|bổ nhiệm|tuyển dụng|ký tiếp|cộng điểm|hưởng phụ cấp|hưởng chế độ|chi trả|cấp bằng)',
  '(không cho|từ chối|không nhận|không duyệt|không giải quyết) … (nhập học|dự thi|thi|học tiếp|chuyển trường|rút hồ sơ|hồ sơ|vào lớp|vào học|nghỉ chế độ|thai sản)',
  '(cho|bắt|buộc) (tôi|em|con tôi|cháu|con em) … (thôi học|nghỉ học|nghỉ dạy|nghỉ việc|thôi việc|ở lại lớp|chuyển trường|chuyển công tác)',
  '(xếp|hạ|đánh giá|xếp loại) … (hạnh kiểm|rèn luyện|viên chức|không hoàn thành nhiệm vụ|bậc lương|hạng)',
  '(cắt|chấm dứt|không ký) … hợp đồng',
  '(chấm|cho) (sai|nhầm|thiếu) điểm',
  'kỷ luật (con|cháu|tôi|em|chồng|vợ)',
  'bị (kỷ luật|khiển trách|cảnh cáo|đình chỉ|buộc thôi việc|cho thôi việc|điều chuyển|hạ bậc)',
  'điều (tôi|em|chồng|vợ|chồng tôi|vợ tôi) ',
  '(không|từ chối) cấp( phép| bằng| giấy)?',
  '(trả|trả lại) hồ sơ',
  'phạt (tôi|em|chúng tôi|nhà|cơ sở|trường|công ty) … (triệu|nghìn|đồng|tiền)',
  '(điều chỉnh|sửa|hủy|bỏ|rút) (lại )?(cái )?(quyết định|kết quả|văn bản|danh sách)',
  '(ra|ký|ban hành) quyết định',
];

/** What the person who writes wants of it: that it is undone. */
export const UNDONE = [
  '(xem xét|xem|xét|cứu xét|giải quyết|thẩm định|chấm|kiểm tra|tính|xếp|rút|điều chỉnh) lại',
  'xem xét … (thu hồi|hủy|sửa|khôi phục)',
  '(hủy|hủy bỏ|bãi bỏ|bỏ|thu hồi|rút|rút lại|sửa|sửa đổi|thay đổi|dừng) … (quyết định|văn bản|kết quả)',
  '(phải|đề nghị|yêu cầu) (thu hồi|hủy|hủy bỏ|rút|bỏ)',
  '(khôi phục|phục hồi|trả lại) … (quyền lợi|quyền|danh dự|công bằng|chức vụ|công việc|tiền|lương|vị trí|điểm|hạnh kiểm)',
  '(không|chẳng) (đồng ý|đồng tình|phục|tâm phục|chấp nhận|thể chấp nhận)',
  '(oan|oan ức|oan uổng|bất công|vô lý|quá nặng|thiệt thòi|thiệt hại)',
  '(trái|sai|không đúng) … (quy định|luật|pháp luật|quy chế|thẩm quyền|trình tự|thông tư|điều lệ)',
  '(quyền lợi|quyền) (hợp pháp |chính đáng )?(của )?(tôi|cháu|con|em|chúng tôi)',
  'cho (con|cháu|em|tôi) … (nhập học|học lại|đi học|được học|vào học|thi|quay lại|trở lại)',
  '(nhận|bố trí|xếp|nâng|trả) (lại )?(tôi|cho tôi|con tôi|cháu) ',
  'đòi (lại )?(quyền lợi|công bằng|công lý)',
];

/** What an offence looks like of which an agency is told. */
export const OFFENCE = [
  '(nhận|đòi|vòi|gợi ý|ép|bắt) … (tiền|phong bì|quà|triệu) … (điểm|lên lớp|vào trường|vào lớp|xin việc|hợp đồng|biên chế|bổ nhiệm|nâng|đỗ|chuyển|để được|mới được|nếu không)',
  '(chạy|mua|bán|sửa|nâng|cấy) (điểm|bằng|trường|việc|chỗ|suất|biên chế|chức|đề|đề thi)',
  '(tham ô|tham nhũng|biển thủ|thụt két|ăn chặn|bớt xén|ăn bớt|rút ruột|bỏ túi|đút túi|lại quả|hoa hồng|quỹ đen|hối lộ|đút lót|lừa đảo|chiếm đoạt|trục lợi|tư lợi)',
  '(khai|kê|lập|ký|chấm|quyết toán|thanh toán) … khống',
  '(bán|thanh lý|cho thuê|bớt|lấy|chở) … (không|chẳng|ko) (qua |có |hề )?(đấu giá|vào sổ|nhập quỹ|thanh lý|biên bản|công khai|chứng từ)',
  '(nhận|đòi|lấy|cầm) … (tiền|triệu|quà|phong bì) … (hứa|lo|chạy|xin) … (vào|cho|biên chế|viên chức|việc|chỗ|đỗ)',
  '(?<!tiền )ăn tiền',
  '(nhận|vòi|gợi ý) (quà|phong bì|hoa hồng|hối lộ|phần trăm|tiền (bồi dưỡng|lót tay|hối lộ|cảm ơn))',
  '(đưa|cho|lộ|tiết lộ|bán) … (đề|đáp án|câu hỏi)( thi| kiểm tra| phỏng vấn)? (trước|cho người nhà|cho con|cho cháu|cho lớp)',
  '(hóa đơn|chứng từ|hồ sơ|chữ ký|con dấu|giấy tờ|bằng|bằng cấp|chứng chỉ|học bạ|văn bằng) … (giả|khống|mua|dỏm|không hợp pháp|không có thật)',
  '(làm giả|giả mạo|gian lận|tiêu cực|lộ đề|làm lộ|tẩy xóa)',
  '(quấy rối|sàm sỡ|dâm ô|xâm hại|gạ gẫm|gạ tình|sờ soạng|cưỡng bức)',
  '(lợi dụng|lạm dụng) (chức vụ|quyền hạn|chức quyền|vị trí)',
  '(thông đồng|cấu kết|bao che|dung túng|móc nối|sân sau)',
  '(thu|thu tiền|giữ tiền|tiền) … (không|chẳng|ko) (có |xuất )?(hóa đơn|phiếu thu|chứng từ|vào sổ|nhập quỹ|biên lai)',
  '(số tiền|tiền|kinh phí|quỹ) … (vào túi|về túi|bỏ túi|tiêu riêng|chi riêng|mua … riêng|tài khoản cá nhân)',
  '(dùng|sử dụng) bằng … (giả|người khác|không)',
  '(tra|tra cứu|kiểm tra|đối chiếu) (số hiệu|số bằng|văn bằng|bằng) … không (có|ra|thấy|đúng)',
  '(bỏ|kẹp|dúi|nhét|đưa|gửi) … phong bì',
  '(hai|2) ((quyển|cuốn|bộ|hệ thống) )?sổ(?! đỏ| hồng| hộ khẩu| liên lạc| tạm trú)',
  '(tiền|phần) (thừa|dư|còn lại) … chia nhau',
  'lừa (thêm )?(người|phụ huynh|học viên|học sinh|tiền|dân)',
  '(sờ|sờ mó|đụng chạm|động chạm|vuốt ve) … (người|mông|ngực|đùi|eo|cháu|em|bạn nữ|nữ sinh|học sinh)',
  '(đánh|tát|đấm|bạt tai|véo|hành hạ|bạo hành|nhốt) … (học sinh|cháu|trẻ|các con|các cháu) … (nhiều lần|thường xuyên|liên tục|bầm|thương tích|nhập viện)',
];

/** Words for identifiable people. */
export const IDENTIFIABLE_PEOPLE = [
  '(ông|bà|thầy|cô|anh|chị) (hiệu trưởng|hiệu phó|phó hiệu trưởng|kế toán|giám đốc|trưởng phòng|tổ trưởng|thủ quỹ|chủ nhiệm|bảo vệ|chủ)',
  '(hiệu trưởng|hiệu phó|phó hiệu trưởng|kế toán|thủ quỹ|giám đốc|phó giám đốc|chủ nhiệm|tổ trưởng|trưởng phòng|cán bộ|ban giám hiệu|bgh|lãnh đạo trường|hội đồng (tuyển dụng|thi|trường)|phó phòng|chuyên viên|thủ kho)',
  '(ông|bà|thầy|cô|anh|chị) (* ){1,4}(ở|của|là|dạy|trường|làm|phụ trách|đã|có|thường|hay|thu|nhận|lấy)',
  '(thầy|cô) (dạy|giáo|chủ nhiệm|bộ môn|phụ trách|hiệu)',
  '(giáo viên|gv) (chủ nhiệm|dạy|lớp|của|trường|bộ môn)',
  '(trường|trung tâm) (mầm non|tiểu học|thcs|thpt|tư thục|ngoại ngữ|*)',
  '(học viện|cơ sở|công ty|nhóm trẻ|nhóm lớp)',
];

/** Retaliation against a person who has reported something. */
export const RETALIATION = [
  '(trả thù|trù dập|trù úm|đe dọa|dọa|khủng bố|uy hiếp|cô lập|xa lánh|nhớ mặt|trút)',
  '(chặn|đón|đứng|rình) (đường|chờ|đầu ngõ|trước cổng)',
  '(ném|đập|đốt|tạt) … (nhà|xe|cửa|gạch|sơn)',
  '(cho|đuổi|bắt) (tôi |em |mẹ |bố )?(nghỉ|thôi) (việc|từ)',
  '(không|chẳng) (ai |bạn nào |các bạn )?(dám )?chơi (cùng|với)',
  '(câm|coi chừng|liệu hồn|biết tay)',
];

export const NOW =
  '(đang|hiện|hiện tại|ngay lúc này|bây giờ|lúc này|vừa mới|vừa|mới|sáng nay|trưa nay|chiều nay|tối nay|hôm nay|từ sáng)';
