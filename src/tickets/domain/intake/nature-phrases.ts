/** What is said in sentences that are more than feedback, or only sound so. Written as the phrases of `Sign`. */

/** Words of teaching, of news and of stories: what is told there happened to nobody who must be helped. */
export const STORY = [
  'phòng( ,)? (chống|ngừa|tránh|cháy)',
  'tuyên truyền',
  'tập huấn',
  'diễn tập',
  'chuyên đề',
  'bài (giảng|báo)',
  '(bài|đoạn) (nó |con |em |cháu )?viết',
  '(đọc|xem|theo) (báo|tin|mạng)',
  'báo (chí|đăng|viết|đưa tin)',
  '(đoạn trích|ngữ liệu|(?<!(lộ|bán|mua|sửa) )đề (kiểm tra|thi|văn)|nhân vật|tác phẩm|truyện|phim|tiểu thuyết|tiểu luận|ví dụ|dự thảo)',
];

export const LESSON = [
  ...STORY,
  'bài học',
  'tiết (học|dạy)',
  'kỹ năng',
  'tư vấn tâm lý',
  'năm (ngoái|trước|học trước)',
  'trước đây',
  'đã (được )?(xử lý|giải quyết|ổn định|dập tắt|khắc phục)',
  '(tỷ lệ|thống kê|thực trạng|tình trạng|số (cháu|ca|vụ|em|học sinh|trường hợp))',
];

export const QUESTION = [
  '(hướng dẫn|thủ tục|quy trình|trình tự|cách|mẫu|mẫu đơn|văn bản|quy định|luật|thẩm quyền|thời hạn|thời hiệu) (về |của |nộp |gửi |làm |viết )?(đơn )?(giải quyết )?(khiếu nại|tố cáo|tố giác)',
  '(không|chưa) (phải là |phải |muốn |có ý (định )?|có |bị )?(đơn |thư |đơn thư )?(khiếu nại|tố cáo|tố giác|khiếu kiện)',
  '(cho|xin|muốn) ((em|tôi|mình|cháu|con|chúng tôi|được) )?hỏi',
  '(khiếu nại|tố cáo) … (gửi|nộp|làm) … (hay|ở đâu|cho ai|chỗ nào|đâu)',
  'mẫu đơn',
  'hỏi (về|cách|thủ tục|việc|chuyện) (việc |cách |thủ tục )?(làm |gửi |nộp |viết )?(đơn )?(khiếu nại|tố cáo|tố giác)',
  '(nếu|muốn|khi|giả sử) … (khiếu nại|tố cáo|tố giác) … (thì|phải|cần) … (không|gì|ai|đâu|nào|bao lâu|bao nhiêu|thế nào|hay)',
  '(khiếu nại|tố cáo|tố giác) (ở đâu|thế nào|như thế nào|với ai|cho ai)',
  '(chỉ|muốn) hỏi',
  '(sẽ|định|có thể|viết sẵn|suýt|toan) … (khiếu nại|tố cáo|khiếu kiện)',
  '(tiếp nhận|giải quyết|bộ phận|quyền|phòng|luật|công tác) (và giải quyết )?(đơn )?(thư )?(khiếu nại|tố cáo)',
];

/** The writer says that the matter is over, or that nobody is to be punished for it. */
export const SETTLED = [
  '(không|chẳng) (còn )?(có )?(yêu cầu|ý kiến|đòi hỏi|thắc mắc|khiếu nại) gì (thêm|khác|nữa)',
  'đã (họp hai gia đình|làm lành|hòa giải|hiểu nhau|làm hòa|bị kỷ luật|bị xử lý|bị bắt|đi tù|xin lỗi)',
  '(đi tù|bị kỷ luật) (rồi|và)',
  '(trả lại|hoàn lại|hoàn trả) (đủ|hết|tiền) … (rồi|và xin lỗi)',
  '(không cần|không muốn|không) … (kiểm điểm|làm to chuyện|to tát)',
  'tôi (kể|nhắc lại) để',
  'không nhắc lại',
  'không (biết|rõ) (* ){0,2}(thật|thực hư|đúng sai|có đúng)',
];

export const CHILD = '(cháu|con|em|bé|học sinh|hs|bạn|nó|trẻ|các cháu|đứa|đứa trẻ)';

export const NOW =
  '(đang|hiện|hiện tại|ngay lúc này|bây giờ|lúc này|vừa mới|vừa|mới|sáng nay|trưa nay|chiều nay|tối nay|hôm nay|từ sáng)';

/** Retaliation against a person who has reported something. */
export const RETALIATION = [
  '(trả thù|trù dập|trù úm|đe dọa|dọa|khủng bố|uy hiếp|cô lập|xa lánh|nhớ mặt|trút)',
  '(chặn|đón|đứng|rình) (đường|xe|chờ|đầu ngõ|trước cổng)',
  '(ném|đập|đốt|tạt) … (nhà|xe|cửa|gạch|sơn)',
  '(cho|đuổi|bắt) (tôi |em |mẹ |bố )?(nghỉ|thôi) (việc|từ)',
  '(không|chẳng) (ai |bạn nào |các bạn )?(dám )?chơi (cùng|với)',
  '(câm|coi chừng|liệu hồn|biết tay)',
];

/** That the writer, or one of their own, has reported, testified or handed something over. Source: Luật Tố cáo 2018, Điều 47 (unconfirmed). */
export const REPORTED = [
  '(là|chính là) người … (báo|gửi|chụp|quay|tố|tố cáo|tố giác|đưa|nộp|khai|viết đơn|làm chứng|đứng đơn|cung cấp|gọi)',
  '(đã|vừa|từng|có) (* ){0,2}nói (thật|hết)? ?(* ){0,1}(với|cho) (đoàn|công an|thanh tra|sở|phường|tổ)',
  '(của|là|cho|với) người (viết đơn|tố|tố cáo|tố giác|báo|làm chứng|đứng đơn)',
  '(biết|nghi|hỏi|truy) (* ){0,2}(em|tôi|cháu|con|mẹ) … (kể|nói|mách|báo|tố|gửi)',
  '(sau khi|từ khi|từ ngày|kể từ|từ hôm|sau) … (tố cáo|tố giác|đơn|nộp hồ sơ|khai|làm chứng|gửi clip|phản ánh|báo chuyện|báo việc)',
  '(đã|vừa|từng|tháng trước|tuần trước|hôm trước) (* ){0,4}(tố cáo|tố giác|viết đơn|làm đơn|gửi đơn|làm chứng|khai|khai báo|gửi clip|gửi ảnh|đứng đơn|cung cấp)',
  '(mẹ|chồng|vợ|bố|con|anh|chị|gia đình) (tôi |em |cháu )?(* ){0,3}(đứng đơn|tố cáo|tố giác|làm chứng)',
  '(tôi|em|cháu) (đứng đơn|có (đơn|gửi (đơn|clip|ảnh)|khai|tố cáo|tố giác))',
];

/** What was done to them for it, or is feared. */
export const REPRISAL = [
  ...RETALIATION,
  '(theo (về|tôi|em|dõi|sau)|đe|im đi|im mồm|giữ mồm|xịt lốp|biết nhà|rút đơn)',
  '(cắt|rút|tước|hạ|chuyển|điều|thu|tịch thu|không ký|không gia hạn|bắt nghỉ|đuổi|giao) … (tiết|giờ|dạy|hợp đồng|phụ cấp|thi đua|việc|máy|chìa khóa|tổ|trường|điểm lẻ)',
  '(không (ai )?nói chuyện|kiểm điểm|tra hỏi|truy|mất việc|trù|0 điểm|gọi lên bảng|trù dập)',
  '(bắt|ép|buộc) … (ký|rút đơn|viết|nhận lỗi|xin lỗi|bãi nại|im)',
  '(thay|khóa) (* ){0,2}(khóa|tài khoản|phòng|tủ)',
  'vì (tôi|em|mẹ|chồng tôi|vợ tôi) đã (nói|khai|báo)',
  '(sợ|lo) (bị|lắm|quá|cho)',
  '(em|tôi|cháu|con) (rất )?sợ',
];

/** What they ask for. Source: Luật Tố cáo 2018, Điều 9 khoản 1, Điều 47, 56 (unconfirmed). */
export const SHELTER = [
  '(bảo vệ|che chở|an toàn|giữ (kín|bí mật)|giấu tên)',
  '(đừng|không|xin) (ai |để |cho )?(* ){0,2}(nói|lộ|để lộ|tiết lộ|biết|nêu) (* ){0,2}(tên|em|tôi|ra)',
  '(có cách nào|làm sao|làm thế nào|xin|mong) … (giúp|can thiệp|yên ổn|an toàn)',
  '(cần|xin|mong) (* ){0,2}(được )?(giúp|can thiệp)',
  '(bảo đảm|đảm bảo|giữ) (* ){0,2}(việc|việc làm|chỗ làm|chỗ)',
  '(khỏi|không) bị (trù|đuổi|cắt|ép|đánh|dọa)',
  '(có biện pháp|dừng (việc )?(tra hỏi|truy|cắt))',
];

/** Stands behind a sentence that names somebody: `thầy Quyết`, `bà Mạc Thị Tuyền`. */
export const A_NAME = 'có-tên-người';

/** Asking, wishing, thanking, suggesting: what a report of a wrong does without. Source: Nghị định 20/2008/NĐ-CP, Điều 3, 5 (unconfirmed). */
export const WISHES = [
  '(mong|nguyện vọng|kiến nghị|góp ý|đề xuất|cảm ơn|khen|hướng dẫn|thủ tục|nhắc nhở|linh động|hoan nghênh)',
  '~(nhờ|hỏi|nên|vui|giúp)',
  '(cho|xin) ((em|tôi|mình|cháu|con|chúng tôi|bé) )?(hỏi|biết|mượn|chuyển|đổi|xem|phép)',
  '(bao giờ|khi nào|như thế nào|thế nào|được không|phải không|ở đâu|vì sao|tại sao|bao lâu|bao nhiêu|có phải)',
  '(đề nghị|yêu cầu) (nhà )?trường',
  '(đề nghị|xin) (* ){0,2}(lắp|sửa|mở|tăng|giảm|công khai|bổ sung|thay|dọn|đổi|mua|giảm|nhắc)',
];

/** Conditions, services, wishes: what is said of them is feedback, whatever the writer calls it. Source: Nghị định 20/2008/NĐ-CP, Điều 3, 5 (unconfirmed). */
export const SERVICES = [
  '(nhà vệ sinh|wc|quạt|điều hòa|máy lạnh|mất (điện|nước)|bàn ghế|phòng học|sân (trường|bóng|chơi)|cỏ|mái tôn|thang máy|rác|ruồi|mùi|bụi|ồn|loa|wifi|mạng|internet|máy (tính|chiếu)|máy chủ|nóng (như|quá|bức)|ẩm mốc|dột)',
  '(xe (buýt|bus|đưa đón)|buýt|bus|tuyến xe|chuyến|kẹt (xe|cứng)|tắc (đường|nghẽn)|ùn tắc|giao thông|đỗ xe|vỉa hè)',
  '(app|ứng dụng|phần mềm|web|website|trang tra cứu|đăng nhập|mật khẩu|otp|sổ liên lạc|học bạ điện tử|hệ thống)',
  '(thời khóa biểu|lịch (học|thi|nghỉ|trả|khai giảng)|bài tập|tiết liền|sách|cặp|giờ (học|tan|vào)|chương trình học)',
  '(căng tin|canteen|món|mì tôm|cơm (nguội|ít|dở)|đồng phục|áo|giày|nước uống)',
  '(tổng đài|không (ai )?(trả lời|nghe máy)|trả lời (tôi )?(ngay|chậm)|muộn|thái độ|trống không|lịch sự|xếp hàng)',
  '(đắt|giá (cao|sách|vé))',
  '(chấm|cộng|tính) lại|sót * điểm',
];
