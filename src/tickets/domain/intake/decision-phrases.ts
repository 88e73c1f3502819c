/** What a complaint is made of: a decision or an act that touches the writer, and that it is to be undone. Written as the phrases of `Sign`. */

const OURS = '(tôi|em|con|cháu|chúng tôi|gia đình|mình|vợ|chồng|bố|mẹ)';

const OWN = '(tôi|em|con tôi|con em|con mình|cháu|chúng tôi|vợ tôi|chồng tôi|mình)';

/** A decision or an act that touches the person who writes. Source: Luật Khiếu nại 2011, Điều 2 khoản 1, 8, 9, 10 (unconfirmed). */
export const DECIDED = [
  'quyết định … (kỷ luật|buộc thôi|cho thôi|chấm dứt|thuyên chuyển|điều động|biệt phái|xếp lương|đình chỉ|thu hồi|hủy|xử phạt|khiển trách|cảnh cáo|hạ bậc|miễn nhiệm|cách chức|tuyển dụng|bồi hoàn|tạm dừng|nghỉ hưu|thôi việc)',
  `${OURS} … (bị|phải) … (kỷ luật|đình chỉ|buộc thôi|cho thôi|đuổi học|nghỉ dạy|thôi việc|cắt hợp đồng|chấm dứt hợp đồng|điều động|điều chuyển|thuyên chuyển|biệt phái|hạ lương|hạ bậc|hạ hạnh kiểm|hạnh kiểm|trả hồ sơ|trả lại hồ sơ|loại|đánh trượt|trượt|trừ điểm|trừ lương|cắt chế độ|cắt phụ cấp|khiển trách|cảnh cáo|ở lại lớp|lưu ban|hủy kết quả|hủy bài|truy thu|thu hồi|bồi hoàn|bồi thường|miễn nhiệm|gạch tên|xếp (sai|nhầm|rèn luyện|học lực|loại))`,
  '(không|chưa) (được |hề )?(công nhận|xét tuyển|xét tốt nghiệp|xét đặc cách|xét nâng|xét|nhận hồ sơ|tiếp nhận hồ sơ|nhận vào|cho vào|tiếp nhận vào|nâng lương|nâng bậc|xếp hạng|thăng hạng|nâng hạng|bổ nhiệm|tuyển dụng|ký tiếp|cộng điểm|hưởng phụ cấp|hưởng chế độ|chi trả|cấp bằng)',
  '(không cho|từ chối|không nhận|không duyệt|không giải quyết) … (nhập học|dự thi|thi|kiểm tra lại|học tiếp|chuyển trường|rút hồ sơ|hồ sơ|đơn|vào lớp|vào học|nghỉ chế độ|thai sản)',
  `(không|chẳng|đều không|từ chối) (nhận|tiếp nhận|cấp|xác nhận|cho) (${OWN.slice(1, -1)}|vì|do|lý do|hồ sơ|đơn)`,
  '(xếp|hạ) (* ){0,1}(bậc|hệ số|ngạch|lương)',
  '(duyệt|tính|chi trả|trả|giải quyết) … (trợ cấp|lương|phụ cấp|chế độ|năm công tác|thâm niên) … (thiếu|sai|nhầm)',
  '(bị|đã) (chuyển|hạ|đưa) xuống (lớp|hạng|bậc)',
  'bị (* ){0,2}(chấm|ghi|loại|hạ|giữ|trả|trừ|đình chỉ|thu|cắt|hủy|xóa|gạch|đuổi|cấm|buộc|từ chối|bác|xếp|miễn|cách chức|sa thải|rút|tước|cưỡng chế|kỷ luật|phạt)',
  `(hạ|trả|đuổi|loại|gạch|cắt|cấm|giữ|đưa) ${OWN} (từ|về|xuống|ra|khỏi|vì|do)`,
  '(ghi|phê|nhận xét) … (vào |trong )?học bạ',
  '(cưỡng chế|khiếu nại lần (hai|2|đầu))',
  '(tính|ghi|xếp|chấm|trừ|cắt|trừ điểm) (cho )?(tôi|em|con tôi|cháu|của tôi|của em) … (thiếu|sai|nhầm|chỉ|trong khi|dưới|\\d+ (năm|tiết|tháng|điểm|triệu))',
  'hồ sơ (* ){0,20}(không nhận|từ chối|bị trả|trả về|quá hạn|chưa có kết quả|không giải quyết)',
  `(cho|bắt|buộc|ép) ${OWN} … (thôi học|nghỉ học|nghỉ dạy|nghỉ việc|thôi việc|ở lại lớp|chuyển trường|chuyển công tác|chuyển sang|chuyển từ|dạy)`,
  `(phân công|điều|điều động|bố trí|chuyển|biệt phái|luân chuyển|xếp) ${OWN} … (sang|làm|xuống|ra|từ|về|đi|dạy)`,
  '(xếp|hạ|đánh giá|xếp loại) … (hạnh kiểm|rèn luyện|viên chức|không hoàn thành nhiệm vụ|bậc lương|hạng|học lực|chưa đạt)',
  '(cắt|chấm dứt|không ký|không gia hạn) … (hợp đồng|phụ cấp|chế độ|thi đua|lương|trợ cấp)',
  '(chấm|cho) (sai|nhầm|thiếu) điểm',
  'kỷ luật (con|cháu|tôi|em|chồng|vợ)',
  'bị (kỷ luật|khiển trách|cảnh cáo|đình chỉ|buộc thôi việc|cho thôi việc|điều chuyển|hạ bậc|thu hồi|loại|hủy|truy thu)',
  `(danh sách|quyết định|kết quả) … không (có|ghi) (tên )?${OWN}`,
  `(hủy|thu hồi|truy thu|gạch tên) … (của|đối với|với|cho|tên) ${OWN}`,
  'điều (tôi|em|chồng|vợ|chồng tôi|vợ tôi) ',
  'điều (tôi|em|chồng|vợ) … (sang|đi|về|ra)',
  '(không|từ chối) cấp( phép| bằng| giấy)?',
  '(trả|trả lại) hồ sơ',
  '(giấy|thông báo|quyết định|văn bản) … (cho (tôi |em )?(thôi|nghỉ) việc|chấm dứt|truy thu|thu hồi|đình chỉ|hủy)',
  'phạt (tôi|em|chúng tôi|nhà|cơ sở|trường|công ty) … (triệu|nghìn|đồng|tiền)',
  '(điều chỉnh|sửa|hủy|bỏ|rút) (lại )?(cái )?(quyết định|kết quả|văn bản|danh sách)',
  '(ra|ký|ban hành|công bố|nhận (được )?) ?(quyết định|thông báo|kết luận)',
  '(kết luận|quyết định|văn bản|thông báo) … (về|đối với|với) (tôi|em|con tôi|cháu|vợ tôi)',
  '(không đồng ý|không nhất trí|phản đối) … (văn bản|quyết định|kết luận|kết quả)',
  '(quyết định|văn bản|công văn|kết luận) (giải quyết khiếu nại|số|nghỉ hưu|kỷ luật)',
];

/** What the person who writes wants of it: that it is undone. */
export const UNDONE = [
  '(xem xét|xem|xét|cứu xét|giải quyết|thẩm định|chấm|kiểm tra|kiểm đếm|tính|xếp|rút|điều chỉnh|phân công|công nhận) lại',
  'xem xét … (thu hồi|hủy|sửa|khôi phục)',
  '(hủy|hủy bỏ|bãi bỏ|bỏ|gỡ|thu hồi|rút|rút lại|sửa|sửa đổi|thay đổi|dừng|điều chỉnh) … (quyết định|văn bản|kết quả|công văn|thông báo|kết luận|hình thức|học bạ|danh sách)',
  '(phải|đề nghị|yêu cầu) (thu hồi|hủy|hủy bỏ|rút|bỏ)',
  '(khôi phục|phục hồi|trả lại|trả|truy lĩnh) … (quyền lợi|quyền|danh dự|công bằng|chức vụ|công việc|tiền|lương|vị trí|điểm|hạnh kiểm|phụ cấp|kết quả|bài thi|chứng chỉ|chế độ)',
  '(không|chẳng) (đồng ý|đồng tình|nhất trí|phục|chịu|tâm phục|chấp nhận|thể chấp nhận)',
  '(oan|oan ức|oan uổng|bất công|vô lý|quá nặng|thiệt thòi|thiệt hại|không công bằng)',
  '(trái|sai|không đúng) … (quy định|luật|pháp luật|quy chế|thẩm quyền|trình tự|thông tư|điều lệ|nghị định|hợp đồng)',
  '(luật|quy định) … (không cho phép|không (hề )?có (câu|điều))',
  '(quyền lợi|quyền) (hợp pháp |chính đáng )?(của )?(tôi|cháu|con|em|chúng tôi)',
  'cho (con|cháu|em|tôi) … (nhập học|học lại|đi học|được học|vào học|thi|dự thi|kiểm tra lại|quay lại|trở lại|về lớp)',
  '(nhận|bố trí|xếp|nâng|trả|tiếp nhận|cấp) (lại )?(tôi|cho tôi|cho em|cho con tôi|con tôi|con em|cháu|vợ tôi) ',
  '(nhận|tiếp nhận|bố trí|cấp|công nhận) (lại )?(cho )?(tôi|em|con tôi|con em|con mình|cháu|vợ tôi)',
  '(buộc|chỉ đạo|yêu cầu|đề nghị) … (nhận|tiếp nhận|cho cháu|trả kết quả|phân công|bố trí|đúng chuyên môn|đúng vị trí)',
  '(được|cho) (tôi |em |con tôi |cháu )?(trở lại|quay lại|tiếp tục|đi) (dạy|làm|học|công tác)( lại)?',
  '(yêu cầu|đề nghị|xin|buộc) (* ){0,1}(cấp|trả (điểm|lại|bằng|tiền|lương)|dừng|công nhận|tiếp nhận)',
  'cho (cháu|con tôi|con em|tôi|em) (* ){0,3}lại',
  '(xóa|phản đối|bác bỏ|bãi bỏ|khôi phục)',
  'trả (lại )?(* ){0,2}cho (tôi|em|con tôi|cháu|vợ tôi)',
  '(nhận|sửa|chấm|xếp|trả|công nhận|ghi|tính) lại',
  'công nhận (kết quả|cho|tôi|em|con)',
  '(tính|ghi|xếp|trả|chấm|công nhận) (lại )?(đúng|đủ|bổ sung)',
  'trả (cháu|con|tôi|em) về',
  '(muốn|xin|mong|đề nghị|yêu cầu) (cho )?(cháu|con tôi|con em|tôi|em) được (học|dạy|làm|trở lại|đi học|thi|trả|công nhận|nhận)',
  'dừng (việc )?(cưỡng chế|thi hành|thực hiện)',
  'trường phải (nhận|cho|trả|hủy|bỏ|rút|sửa)',
  'đòi (lại )?(quyền lợi|công bằng|công lý)',
];

/** A decision on the writer, said to be theirs: a paper that wants it gone is a complaint, whatever it calls itself. */
export const OWN_DECISION = [
  '(quyết định|thông báo|văn bản|kết luận|kết quả) … (của|đối với|với|cho) (tôi|em|con tôi|cháu|chúng tôi)',
  '(quyết định|thông báo|văn bản) … (chuyển|biệt phái|điều động|điều chuyển|kỷ luật|chấm dứt|cho thôi|đình chỉ|buộc) (* ){0,3}(tôi|em|con tôi|cháu|chúng tôi|vợ tôi)',
  '(chấm dứt|cắt|không ký|không gia hạn) … hợp đồng … (của|với|cho) (tôi|em)',
  '(phạt|đình chỉ|thu hồi) (* ){0,4}(của|đối với) (tôi|em|chúng tôi|con tôi)',
  '(kỷ luật|điều động|điều chuyển|biệt phái|buộc thôi việc|cho thôi việc|đình chỉ|buộc thôi học|đuổi) (tôi|em|con tôi|cháu)',
  '(cho|bắt|buộc|không cho) (tôi|em|con tôi|cháu) (nghỉ (học|việc|dạy)|thôi (học|việc)|vào (lớp|học|trường))',
];

export const DECISION_GONE = [
  '(hủy|hủy bỏ|thu hồi|rút|rút lại|bãi bỏ) … (quyết định|thông báo|văn bản|kết luận|kết quả)',
  '(quyết định|thông báo|văn bản) … (bị|được) (hủy|thu hồi|bãi bỏ|rút)',
  '(được|cho) (tôi |em |con tôi |cháu )?(trở lại|quay lại|tiếp tục) (dạy|làm|học|công tác)',
  '(cháu|con tôi|tôi|em) được (học|dạy|làm|đi học) (tiếp|lại)',
];
