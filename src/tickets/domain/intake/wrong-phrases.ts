/** What a denunciation is made of: a wrong, the person who did it, what proves it and what the writer asks for. Written as the phrases of `Sign`. */

const TAKERS =
  '(hiệu trưởng|hiệu phó|phó hiệu trưởng|giám đốc|phó giám đốc|kế toán|thủ quỹ|thầy|cô|ông|bà|ban giám hiệu|cán bộ|chuyên viên|tổ trưởng|trưởng phòng|bảo mẫu|quản sinh|giám thị)';

const KIN =
  '(vợ|chồng|cháu ruột|con ruột|con trai|con gái|con rể|con dâu|con|em|em rể|em vợ|em gái|em trai|cháu|anh|chị|mẹ|bố|người nhà|người thân|họ hàng|bạn|bồ)';

const PUPIL =
  '(học sinh|học viên|cháu|trẻ|các con|bé|nữ sinh|bạn nữ|bạn ấy|em nữ|bạn em|con em|con tôi|em *|mặt|đầu|mông|tay|chân|miệng|tai)';

/** Public money and goods. Source: Bộ luật Hình sự 2015, Điều 353, 355, 356; Luật Phòng, chống tham nhũng 2018, Điều 2 (unconfirmed). */
export const MONEY_TAKEN = [
  '(tham ô|tham nhũng|biển thủ|thụt két|ăn chặn|bớt xén|cắt xén|ăn bớt|rút ruột|bỏ túi|đút túi|lại quả|quỹ đen|chiếm đoạt|trục lợi|ăn chia|ém tiền)',
  '~tư lợi',
  '~(khai|kê|lập|ký|chấm|quyết toán|thanh toán|mua|nghiệm thu|hợp đồng|chi|chứng từ|hóa đơn) … khống',
  '(khai|kê|lập) khống',
  '(hai|2) ((quyển|cuốn|bộ|hệ thống) )?sổ(?! đỏ| hồng| hộ khẩu| liên lạc| tạm trú)',
  '(bán|thanh lý|cho thuê|bớt|lấy|chở) … (không|chẳng) (qua |có |hề |ai )?(đấu giá|vào sổ|nhập quỹ|thanh lý|(lập )?biên bản|công khai|chứng từ)',
  '(sân|đất|phòng|mặt bằng|xe|ô tô|nhà xe|hội trường) (* ){0,8}(của |trong )?trường … (cho thuê|cho người ngoài|thuê làm|chở khách|đi việc (nhà|riêng)|làm riêng)',
  '(lấy|dùng|đem|mang) (xe|ô tô|tài sản|máy|vật tư|gạch|sắt|tiền|quỹ) … (việc nhà|việc riêng|về nhà|nhà riêng|nhà mình|chở khách|đem bán|mang bán|cá nhân)',
  '(chở|đem|mang|lấy) … (đem bán|đi bán|mang bán|bán (sắt vụn|ve chai|lấy tiền))',
  '(thu|thu tiền|giữ tiền|tiền) … (không|chẳng) (có |xuất |ghi |viết |đưa )?(hóa đơn|phiếu thu|chứng từ|vào sổ|nhập quỹ|biên lai)',
  '(tiền|triệu|nghìn|kinh phí|quỹ|khoản|học bổng) … (vào túi|về túi|bỏ túi|thu tay|thu riêng|tiêu riêng|chi riêng|giữ riêng|tài khoản (riêng|cá nhân|vợ|chồng|con)|(sửa|xây|mua) (nhà riêng|nhà mình|xe riêng|xe (máy )?cho|đất)|mua … riêng|đi du lịch|chia nhau|không có phiếu|(thầy|cô|ông ấy|bà ấy|hiệu trưởng) (cầm|giữ|hưởng|bỏ))',
  `(chênh lệch|phần thừa|phần dư|còn lại|tiền (thừa|dư)) … ((${TAKERS.slice(1, -1)}) … (chia|hưởng|giữ|lấy)|chia nhau|vào đâu|không biết đi đâu)`,
  '(kê|ghi|khai|lập|thêm|giữ) … (tên|suất|danh sách|học viên|học sinh|giáo viên|số lượng|sĩ số) … (lĩnh|nhận|hưởng|lấy|rút|ăn) (tiền|kinh phí|học bổng|lương|chế độ|hỗ trợ)',
  '(quyết toán|nghiệm thu|hóa đơn|dự toán|khai) … (thực tế|thực ra|thật ra|thật|chỉ|mà|nhưng|trong khi) … (một nửa|\\d+|triệu|nghìn|cân|kg)',
  '(trị giá|hợp đồng|gói|kinh phí|quyết toán) … (triệu|tỷ) … (nhưng|mà|thực tế|trên thực tế|chỉ) … (một nửa|không|chỉ|nứt|lún|\\d+|thay|sơn)',
  '(chỉ|hết|mua|tốn|làm|học thật|thực tế) … (mà|nhưng|lại) … (quyết toán|nghiệm thu|khai|kê|ghi sổ)',
  '(số tiền|kinh phí|tiền (quỹ|thừa|ủng hộ)) … (đi đâu|chui vào đâu)',
  '(tiền|triệu|nghìn) … (không|chẳng|chưa) (xây|làm|mua|thấy|chuyển) (gì|đi đâu|cho ai)',
  '(không|chẳng) (dạy|đi làm|đến|trực|coi thi) … (ký|lĩnh|nhận|hưởng) (* ){0,3}(tiết|tiền|lương|phụ cấp)',
  '(không|chẳng) (dạy|đi làm|đến|trực|coi thi) … (chữ ký|chấm công|lĩnh|hưởng)',
  '(tiền|triệu|quà|xã hội hóa|ủng hộ|quyên góp) … (công ty|cửa hàng|nhà thầu|doanh nghiệp|đơn vị thi công) … (của )?(vợ|chồng|con|em|cháu|người nhà)',
  `(công ty|cửa hàng|nhà thầu|doanh nghiệp|đơn vị thi công|nhà cung cấp) … của (riêng )?${KIN} (trai |gái |rể |dâu |vợ |chồng |ruột |họ )*${TAKERS}`,
  '(sân sau|thông thầu|chỉ định thầu|chia nhỏ gói thầu|can thiệp … thầu)',
  'rút … quỹ',
  '~(quỹ|tiền (lớp|trường|quỹ|ủng hộ|thu|của)) … (chơi hụi|vỡ hụi|cờ bạc|đánh bạc|cá độ|cho vay|trả nợ|tiêu|xài|đầu tư)',
  '(gạo|sữa|quà|sách|bàn ghế|máy|thịt|đồ|hàng|vật tư) … (chở|mang|đem|chuyển|tuồn) (* ){0,2}(về|tới|đến) nhà',
  '(mang|chở|đem|xách|tuồn) … (thịt|gạo|đồ ăn|thực phẩm|sữa|hàng|vật tư) … về nhà',
  '(danh sách|sổ|hồ sơ|bảng lương|bảng kê) … (tên|người|em|cháu|học sinh|học viên) (* ){0,2}(không học|không dạy|không có thật|đã (nghỉ|chuyển|chết)|ảo|ma)',
  '(ghi|có|giữ|để) (* ){0,2}sổ (* ){0,2}riêng',
  '(trích|nhận|ăn|chi) (* ){0,3}(nghìn|triệu|\\d+k|phần trăm) (* ){0,1}(một|mỗi|trên|/) ?(cháu|em|suất|bộ|học sinh|đầu)',
  '(về|sang|tới|đến) (* ){0,5}(quán|gia đình|cửa hàng|công ty|trang trại) (của )?(gia đình )?(ông |bà |thầy |cô )?(hiệu trưởng|hiệu phó|giám đốc|kế toán|thầy|cô|ông|bà)',
  `${KIN} (của )?(ông |bà |thầy |cô )?(hiệu trưởng|hiệu phó|phó hiệu trưởng|giám đốc|phó giám đốc|trưởng phòng|kế toán|chủ tịch) … (trông|thu|thầu|bán|cung cấp|thi công|làm chủ|nhận|trúng|đứng tên|vào làm|mở|được|đỗ)`,
  `(hiệu trưởng|hiệu phó|giám đốc|thủ trưởng|trưởng phòng|thầy|cô|ông|bà) … (giao|để|cho|nhờ|đưa) (cho )?(${KIN.slice(1, -1)}) … (trông|thu|thầu|bán|cung cấp|thi công|đứng tên|công ty)`,
  '(thu|bán|lấy) … (gấp (đôi|ba|bốn|\\d+)|chênh) … (quy định|giá|niêm yết)',
];

/** Money or favours for a duty done or left undone. Source: Bộ luật Hình sự 2015, Điều 354, 358, 364 (unconfirmed). */
export const BRIBES = [
  '(nhận|đòi|vòi|gợi ý|ép|bắt) … (tiền|phong bì|quà|triệu) … (điểm|lên lớp|vào trường|vào lớp|xin việc|hợp đồng|biên chế|bổ nhiệm|nâng|đỗ|chuyển|để được|mới được|nếu không)',
  '(nhận|đòi|lấy|cầm) … (tiền|triệu|quà|phong bì) … (hứa|lo|chạy|xin) … (vào|cho|biên chế|viên chức|việc|chỗ|đỗ)',
  '(chạy|mua|bán|sửa|nâng|cấy) (điểm|bằng|trường|việc|chỗ|suất|biên chế|chức|đề(?! nghị)|đề thi|bài thi|đáp án)',
  '(hoa hồng|hối lộ|đút lót|lót tay|làm luật(?! sư)|bôi trơn|bồi dưỡng (cho|thì|là)|phần trăm)',
  '(?<!tiền )ăn (tiền|hối lộ|của đút)',
  '(nhận|vòi|gợi ý|đòi|nhắc) … (quà|phong bì|hoa hồng|phần trăm|bồi dưỡng|tiền (lót tay|cảm ơn|cà phê|bồi dưỡng))',
  '(bỏ|kẹp|dúi|nhét|đưa|gửi|cầm|nhận) … (phong bì|cái bì)',
  '(nhận (lại )?|ăn|trích|hưởng|cắt lại|chi lại|trả lại (cho )?(hiệu trưởng|thầy|cô)) … (\\d+ ?%|phần trăm|triệu (mới|thì)|mỗi (hợp đồng|suất|bộ))',
  '(cắt lại|chi lại|lại quả)',
  '~chung chi',
  '(ai|muốn|đứa nào|em nào|con nào|cháu nào|nhà nào|bạn nào|bảo) … (nộp|đưa|chi|biếu|chuyển khoản|chuyển|bồi dưỡng|đóng) (* ){0,4}(tiền|triệu|nghìn|\\d+k|\\d+ ?tr|phong bì|quà|\\d+) … (được|lên|qua|đỗ|điểm|xong|nhanh)',
  '(muốn|ai muốn|để được|để) (được )?(ký|vào|qua|lên|lấy|có|đỗ|nhận|qua môn|điểm) … (phải|thì) … (nộp|đưa|chi|biếu|chuyển khoản|bồi dưỡng|biết điều|triệu|tiền|\\d+k)',
  'biết điều',
  '(ai|nhà nào|phụ huynh nào|em nào|bạn nào|lớp nào|giáo viên nào) (không )?(mua|đóng|học|theo|nộp|đi) … (thì|là|mới) … (được|bị)',
  'không (mua|đóng|nộp|theo|đi học thêm) thì … bị',
  'mời (lãnh đạo|cấp trên|sếp|thầy|cô|đoàn|cán bộ) … (đi ăn|đi nghỉ|đi nhậu|nhậu|du lịch)',
  '(nộp|đóng|đưa|góp|chi) … (tiền|triệu|nghìn|\\d+k) (* ){0,4}(để|cho|gọi là|bảo là) (* ){0,2}(chắc|đỗ|qua|lên lớp|được điểm|được ký|đối ngoại|ngoại giao|lo lót|cảm ơn|tiếp khách|tiếp đoàn)',
  '(bắt|ép|yêu cầu) … (giáo viên|nhân viên|chúng tôi|mọi người|học viên) … (nộp lại|trích lại|nộp|góp) … (tiền|triệu|nghìn|phần trăm|thưởng|lương)',
  '(đưa|chuyển|nộp|biếu) … (triệu|tiền|nghìn|\\d+k) … (thì|là|hôm sau|xong|mới) … (có|được|xong|qua|giấy)',
  '(cầm|nhận|lấy|thu|giữ) (riêng )?của (tôi|em|chúng tôi|phụ huynh|học sinh|thí sinh|giáo viên|* (gia đình|nhà|người|phụ huynh|em)) … (triệu|nghìn|tiền|chục)',
  '(phải|bắt) đưa (riêng )?(cho )?(anh|chị|thầy|cô|ông|bà) * … (tiền|triệu|nghìn)',
];

/** Examinations, marks, papers and certificates. Source: Bộ luật Hình sự 2015, Điều 341, 359; Luật Giáo dục 2019, Điều 22 (unconfirmed). */
export const FORGED = [
  '(đưa|cho|lộ|tiết lộ|bán|tuồn|mớm|dạy trước) … (đề(?! nghị)|đáp án|câu hỏi)( thi| kiểm tra| phỏng vấn)? … (trước|cho người nhà|cho con|cho cháu|cho lớp|cho học sinh|học thêm)',
  '(hóa đơn|chứng từ|hồ sơ|chữ ký|con dấu|giấy tờ|bằng|bằng cấp|chứng chỉ|học bạ|văn bằng|giấy khám) … (mua|dỏm|đi mượn|không hợp pháp|không có thật)',
  '~(hóa đơn|chứng từ|hồ sơ|chữ ký|con dấu|giấy tờ|bằng|bằng cấp|chứng chỉ|học bạ|văn bằng|tên|giấy khám) … (giả|khống)',
  '~thi thay',
  '(bằng|chứng chỉ|hóa đơn|chữ ký|hồ sơ|học bạ|giấy khám) giả(?! đình)',
  '(bịa ra|bịa đặt|ngụy tạo|không hề tồn tại|không có thật)',
  '(làm giả|giả mạo|ký (thay|giả|khống)|giả (chữ ký|danh|mạo)|gian lận|thi (hộ|kèm|thuê)|lộ đề|làm lộ|tẩy xóa|tẩy sửa|sửa (học bạ|sổ điểm|bài thi|điểm)|lừa đảo)',
  '(nâng|sửa|tráo|đánh tráo) (* ){0,1}(bài|phách|số phách)',
  '(đạo văn|chép) … của (đồng nghiệp|người khác|tác giả|tôi)',
  '(nâng|sửa|cho thêm|tăng) (* ){0,2}điểm … (cho|con|cháu|em|học sinh)',
  '(một|1|cùng một|cùng) người (ký|viết) (hết|cả|thay|tất)',
  '(?<!không )ký (bằng|tốt nghiệp) … (dù|tuy|khi chưa|mặc dù|không cần)',
  '(nhờ|thuê|cho) … (thi|vào thi|làm bài) (thay|hộ|kèm)',
  '(mang|đưa|chuyển|ném|tuồn|đọc) (* ){0,2}(bài giải|phao|lời giải|đáp án|bài) … (vào|cho (thí sinh|học sinh|một em|con|lớp)|chép)',
  '(dùng|sử dụng|mượn) … (bằng|hồ sơ|tên|căn cước) … (giả|người khác|của (chị|em|anh|bạn|người)|không)',
  '(tra|tra cứu|kiểm tra|đối chiếu) (số hiệu|số bằng|văn bằng|bằng) … không (có|ra|thấy|đúng)',
  '(bán|mua|cấp) … (giấy chứng nhận|chứng chỉ|chứng nhận|bằng) … (giá|triệu|không (cần )?(học|thi)|khống)',
  '(bán|buôn|tuồn|mua bán) … (danh sách|thông tin|dữ liệu|số điện thoại)',
  '(thí sinh|học sinh|em|bạn) … (chép (bài|phao|lời giải)|được nhắc bài|mở tài liệu) … (giám thị|trưởng điểm|thầy|cô|bỏ qua|làm ngơ|lờ)',
  '(giám thị|trưởng điểm|cán bộ coi thi) … (chép bài|nhắc bài|cho (chép|xem|mở)|bỏ qua|làm ngơ|lờ đi|cầm hộ)',
  '(bằng|bằng cấp|văn bằng|chứng chỉ) … (hồ sơ bổ nhiệm|không thể (có|học)|cùng (một )?thời gian|không (ai )?(đi )?học|học lúc nào)',
  '(chép|lấy|để lộ) (danh sách|thông tin|dữ liệu) … bán',
];

/** Appointments, hiring, abuse of an office. Source: Luật Viên chức 2010, Điều 19; Bộ luật Hình sự 2015, Điều 356, 357 (unconfirmed). */
export const OFFICE_ABUSED = [
  '(lợi dụng|lạm dụng) (chức vụ|quyền hạn|chức quyền|vị trí)',
  '(lạm quyền|thông đồng|cấu kết|bao che|dung túng|móc nối|tiêu cực(?! gì)|tiếp tay)',
  '~bảo kê',
  '(bổ nhiệm|tuyển dụng|tuyển(?! sinh| chọn| thẳng)|quy hoạch|thăng hạng) (* ){0,20}(sai|trái|không đủ|chưa đủ|chưa có|không qua|không thi|không thông báo|không họp|người nhà|em vợ|con trai|con gái|cháu ruột|cháu của)',
  `nhận (${KIN.slice(1, -1)}) (vợ |ruột |rể |dâu |họ |gái |trai )?(của )?${TAKERS} … (vào|không)`,
  `bắt (học sinh|các cháu|các em|học trò|cháu|con|giáo viên|chúng tôi) … (hái|gặt|bốc|vác|lao động|dọn nhà|trông con|làm vườn|phục vụ|làm việc) … (nhà|vườn|riêng|cho (${TAKERS.slice(1, -1)}))`,
  '(thu|nhận|đóng|lấy) … (triệu|tiền|nghìn|học phí|cọc) … (tắt máy|khóa máy|chặn số|chặn liên lạc|biến mất|bỏ trốn|cao chạy|văn phòng khóa|không liên lạc được|đóng cửa|không (chịu )?(hoàn|trả))',
  '(hứa|cam kết|bao) (* ){0,1}(đậu|đỗ|vào biên chế|có việc|visa)',
  'lừa (thêm )?(người|phụ huynh|học viên|học sinh|tiền|dân)',
  '(bán|mời mua|cung cấp) (* ){0,3}(thuốc lá|pod|vape|ma túy|cần sa|bóng cười|rượu|chất cấm) … (cho )?(học sinh|học trò|các cháu|trong trường|ký túc)',
];

/** Violence and touching by those who look after children. Source: Luật Trẻ em 2016, Điều 6; Bộ luật Hình sự 2015, Điều 140, 146 (unconfirmed). */
export const CHILDREN_HURT = [
  '(quấy rối|sàm sỡ|dâm ô|xâm hại|gạ gẫm|gạ tình|sờ soạng|cưỡng bức|hiếp)',
  '~(sờ|đụng chạm|vuốt ve|ôm|hôn|cởi) … (người|mông|ngực|đùi|eo|váy|quần|cháu|bạn nữ|nữ sinh|học sinh|em gái)',
  '(sờ (mó|soạng|vào|ngực|mông|đùi)|động chạm|luồn tay|thò tay|cởi (quần|áo)) … (người|mông|ngực|đùi|eo|váy|quần|áo|cháu|bạn nữ|nữ sinh|học sinh|em gái)',
  '(bắt|bảo|yêu cầu|ép) (nữ sinh|học sinh|các bạn nữ|bạn nữ|em|cháu) … (mặc|thay|cởi) … (đồ bơi|váy ngắn|đồ lót|đồ ngủ|đồ)',
  '(chụp|quay) (lén|trộm) … (nữ|nhà vệ sinh|thay đồ|học sinh)',
  '(để tay|đặt tay|chạm) … (chỗ (không nên|kín|nhạy cảm|riêng)|đùi|ngực|mông|vùng kín)',
  `(thầy|ông|anh|giáo viên|hlv|bảo vệ) (* ){1,8}(đòi|bắt|xin|rủ|gạ|nhắn) … (gửi ảnh|ảnh (nóng|mặc|hở)|đồ ngủ|về phòng|vào phòng (riêng|kho)|khách sạn|nhà nghỉ|đi chơi riêng)`,
  '(hẹn|rủ|bắt|đòi|mời|gọi) (em|cháu|con|tôi|bạn|học sinh|nữ sinh|sinh viên|học trò) (* ){0,4}(đến|tới|vào|lên|qua) … (nhà trọ|nhà riêng|nhà thầy|phòng thầy|phòng riêng|phòng kho|khách sạn|nhà nghỉ)',
  '(đánh|tát|đấm|bạt tai|véo|hành hạ|bạo hành|nhốt|quất) … (học sinh|cháu|trẻ|các con|các cháu|em) … (nhiều lần|thường xuyên|liên tục|bầm|tím|thương tích|nhập viện|chảy máu|gãy|sưng)',
  `(cô|bảo mẫu|thầy|bà|ông|giáo viên|quản sinh) … (tát|đấm|đạp|trói|bịt miệng|bóp (cổ|miệng)|nhồi cơm|dốc ngược|dán băng dính) … ${PUPIL}`,
  `~(cô|bảo mẫu|thầy|bà|ông|giáo viên|quản sinh) … (nhồi|buộc (tay|chân)|dìm|dí|véo|quất|đá) … ${PUPIL}`,
  '(nhét|nhồi) … (vào )?(miệng|mồm)',
  'cho (trẻ|cháu|con|các cháu|bé|học sinh) uống (thuốc ngủ|thuốc an thần|rượu|bia)',
];

/** Wrong in any law: an agency must hear of it from anybody. */
export const GRAVE_WRONGS = [...MONEY_TAKEN, ...BRIBES, ...FORGED, ...OFFICE_ABUSED, ...CHILDREN_HURT];

/** What may be a breach of duty or a rule, or only dissatisfaction: proof, or a call for punishment, decides. Source: Luật Tố cáo 2018, Điều 2 khoản 1, Điều 23 (unconfirmed). */
export const DOUBTFUL_WRONGS = [
  '(ép|bắt|buộc|bắt buộc|gợi ý) (* ){0,6}(học thêm|đi học|mua|đóng|nộp|ký)',
  '(dạy thêm|học thêm) … (trái|không phép|chui|chính khóa|tại nhà|ở nhà|nhà)',
  '(mở lớp|dạy) (* ){0,3}(tại|ở) nhà',
  '(lạm thu|thu (sai|trái|vượt|ngoài|thêm|chênh|chui|khống|lố))',
  '(thu|bắt đóng|bắt nộp) … (triệu|nghìn|\\d+k|đồng|tiền)',
  '(đánh|tát|đấm|chửi|mắng|xúc phạm|lăng mạ|nhục mạ|phạt|dọa) … (học sinh|cháu|trẻ|em|con|phụ huynh|giáo viên|tôi)',
  '(hút (cần|thuốc|cỏ)|phê thuốc|dùng (chất cấm|ma túy)|ngủ gật|chơi game|lướt điện thoại) … (giờ|trên xe|trong xe|lớp|trường)',
  '(thải loại|hàng thải|không (giấy )?phép lao động|không bằng cấp|quảng cáo … (thực ra|thật ra|nhưng))',
  '(uống rượu|say rượu|say xỉn|cờ bạc|đánh bạc|ngoại tình|bỏ (tiết|dạy|lớp|giờ))',
  '(không|chưa) (có )?(giấy )?(phép|cấp phép|chứng chỉ hành nghề)',
  '(hoạt động|mở|dạy) (* ){0,3}(chui|không phép|trái phép)',
  '(trù dập|trù úm|ra ngoài đề|điểm (kém|thấp))',
  '(sai phạm|vi phạm|trái (pháp )?luật|trái phép|sai luật|khuất tất|mờ ám|không minh bạch|phạm luật|sai quy định|trái quy định|sai nguyên tắc)',
  '(thịt|thực phẩm|đồ ăn|hàng|sữa) … (ôi|thối|hết hạn|không rõ nguồn gốc|bẩn|mốc|kém chất lượng)',
  '(bịt|ỉm|lờ đi|làm ngơ|giấu nhẹm|che giấu)',
];

/** What the writer has seen or keeps, or answers for. Source: Luật Tố cáo 2018, Điều 9 khoản 2, Điều 23 (unconfirmed). */
export const PROOF = [
  '(có|còn|giữ|lưu|kèm|gửi kèm|nộp) … (clip|video|ghi âm|bản chụp|bản photo|bản sao|tin nhắn|sao kê|danh sách|hóa đơn|phiếu chi|giấy viết tay|chứng cứ|bằng chứng|màn hình)',
  '~(có|còn|giữ|lưu|kèm|gửi kèm|nộp) … (ảnh|hình|băng)',
  '(chụp|quay|ghi âm|ghi) (lại|được)',
  '(chứng cứ|bằng chứng|nhân chứng|làm chứng|chứng thực|xác nhận là)',
  'chịu (* ){0,3}trách nhiệm (về|trước|với|lời)',
  'chịu trách nhiệm',
  'cam đoan',
  '(chính (tôi|em|mắt)|tận mắt|trông thấy|chứng kiến|bắt gặp|biết rõ|thừa nhận|ai cũng biết|(cả|toàn) (trường|phòng|lớp|tổ|làng) (đều )?(biết|thấy)|nhiều (em|người|phụ huynh) … (thấy|biết|làm chứng))',
  '(camera|máy quay|điện thoại) … ghi (lại|được|rõ)',
  '(giấu|giữ) (kín )?(họ )?tên',
  '(không|chẳng) (dám|thể|tiện|ký) (ghi|nói|ký|nêu|để lại) (rõ )?(họ )?tên',
  '(rình|mai phục|kiểm tra đột xuất|đối chiếu|so chữ ký|bắt quả tang)',
];

/** That somebody is punished, or that those are called who punish. Source: Luật Tố cáo 2018, Điều 2 khoản 1, Điều 29 (unconfirmed). */
export const PUNISHMENT = [
  '(xử lý|xử phạt|trừng trị|trị) (thật )?(nghiêm|kỷ luật|hình sự|thích đáng|mạnh tay|theo (pháp luật|luật|quy chế)|(người|thầy|cô|cán bộ|ông|bà|kẻ|anh|chị|chủ|nhóm|giáo viên|hiệu trưởng|ban|hội đồng) *|trách nhiệm|đúng người|hành vi)',
  '(kỷ luật|cách chức|đuổi việc|sa thải|đình chỉ|đuổi|thay|bãi nhiệm) (ngay )?(cô|thầy|ông|bà|người|cán bộ|hiệu trưởng|kế toán|giáo viên|bảo mẫu|chủ)',
  '(làm rõ|truy cứu|truy|quy) … (trách nhiệm|sai phạm|vi phạm|số tiền|người)',
  '(vào cuộc|điều tra|thanh tra|kiểm toán|khởi tố|truy cứu|truy tố|công an|đúng tội)',
  '(không|đừng) (để|cho) (* ){0,4}(đứng lớp|đi dạy|tiếp tục dạy)',
  '(không|chẳng) (thể |đáng |xứng )?(đứng lớp|làm thầy|làm giáo viên|làm nhà giáo)',
  '(rút|thu hồi|tước) (giấy )?phép',
  '(phải|cần|nên) (bị )?(đuổi(?! học)|kỷ luật|xử|cách chức|cho nghỉ)',
  '(thanh tra|kiểm tra) … (xử phạt|xử lý)',
  '(phải xử|xử đi|bị xử|xử lý đi|phải bị)',
  '(bắt|buộc|yêu cầu) … (trả lại|hoàn trả|nhả ra|bồi hoàn)',
];

/** People by their post, or by title and name. */
export const HOLDERS = [
  '(hiệu trưởng|hiệu phó|phó hiệu trưởng|kế toán|thủ quỹ|giám đốc|phó giám đốc|tổ trưởng|trưởng phòng|phó phòng|chuyên viên|thủ kho|bảo mẫu|quản sinh|giám thị|tổng phụ trách|thủ trưởng|lái xe|bảo vệ|cán bộ|giáo viên (chủ nhiệm|dạy|bộ môn|hướng dẫn|lớp))',
  '(thầy|cô|ông|bà) (giáo |chủ nhiệm |dạy )?* (dạy|phụ trách|quản lý|chủ nhiệm|hiệu phó|là|làm|trường|lớp|ở|bắt|thu|giữ|đánh|cho|nhận|ép|lấy)',
];

/** Somebody, not only a school. */
export const INDIVIDUALS = [
  '(hiệu trưởng|hiệu phó|phó hiệu trưởng|kế toán|thủ quỹ|giám đốc|phó giám đốc|tổ trưởng|trưởng phòng|phó phòng|chuyên viên|thủ kho|bảo mẫu|quản sinh|giám thị|tổng phụ trách|chủ (nhóm|cơ sở|trung tâm|bếp)|cán bộ *)',
  '(giáo viên|gv) (chủ nhiệm|dạy|lớp|của|trường|bộ môn|*)',
  '(?<!(các|quý|thưa|thầy|kính|gửi|chào) )(thầy|cô|ông|bà|anh|chị) (?!(ơi|ạ|và|cho|giúp|cô|bố|mẹ|chị|em|à|cán bộ|nào|ai|trên|xem|rằng|phòng)( |$))*',
  'tên (là )?*',
];

/** An agency or a business as well. */
export const ACCUSED = [
  ...INDIVIDUALS,
  '(trường|trung tâm|cơ sở|công ty|nhóm trẻ|nhóm lớp|nhà trẻ|học viện|hội đồng|phòng|bếp|đoàn|lớp|ở trường)',
];

/** The writer is said to have done it, and denies it. */
export const ACCUSED_OF_IT = [
  '(nói|cho rằng|cho là|bảo|nghi|nghi ngờ|vu|vu khống|tố|quy) (là )?(tôi|em|con tôi|con em|cháu|chồng tôi|vợ tôi|chúng tôi)',
  '(tôi|em|con tôi|con em|cháu|chồng tôi|vợ tôi|chúng tôi) (hoàn toàn )?(không|chưa|chẳng) (hề |từng |bao giờ )?(thi hộ|gian lận|dùng|sử dụng|làm|lấy|nhận|mang|đánh)',
];
