import { matter, type Matter } from './matter.js';

/** What comes in some months more than in others. */
export const SEASON_MATTERS: readonly Matter[] = [
  matter(
    ['fees', 'Thu chi trong trường học', 'KHTC', 'simple', 'feedback', 5, [9, 10]],
    'Thu bảo hiểm y tế cả năm một lần tại lớp {lop}',
    [
      'Lớp {lop} {truong} thông báo nộp bảo hiểm y tế cả năm cùng lúc với các khoản đầu năm, hạn ba ngày. Gia đình có hai con cùng học, khó thu xếp. Đề nghị cho nộp theo quý.',
      '{truong} đã thông báo lại: cha mẹ học sinh được chọn nộp theo quý, sáu tháng hoặc cả năm; hạn nộp lùi đến cuối tháng.',
    ],
  ),
  matter(
    ['fees', 'Thu chi trong trường học', 'KHTC', 'complex', 'petition', 5, [9, 10, 11]],
    'Vận động tài trợ mua máy lạnh lớp {lop} theo mức bình quân',
    [
      'Ban đại diện cha mẹ học sinh lớp {lop} {truong} yêu cầu mỗi gia đình góp {tien} đồng mua máy lạnh, gọi là tự nguyện nhưng đọc tên người chưa nộp. Đề nghị Sở kiểm tra.',
      'Đã làm việc với {truong}: việc vận động chưa có kế hoạch được duyệt và đặt mức bình quân. Nhà trường đã dừng, trả lại tiền và lấy ý kiến lại đúng quy định về tài trợ.',
    ],
  ),
  matter(
    ['admission', 'Tuyển sinh, thi cử', 'QLCL', 'simple', 'feedback', 8, [6, 7]],
    'Hỏi thủ tục xác nhận nhập học lớp 10',
    [
      'Con tôi trúng tuyển {truong} nhưng hệ thống xác nhận nhập học báo lỗi từ tối qua, hôm nay đã gần hết hạn. Đề nghị hướng dẫn cách xác nhận và kéo dài thời hạn.',
      'Hệ thống đã hoạt động lại; {truong} đã xác nhận trực tiếp cho thí sinh và giữ nguyên kết quả trúng tuyển.',
    ],
  ),
  matter(
    ['admission', 'Tuyển sinh, thi cử', 'QLCL', 'normal', 'petition', 6, [6, 7]],
    'Đề nghị phúc khảo bài thi môn {mon} vào lớp 10',
    [
      'Điểm thi môn {mon} vào lớp 10 của con tôi thấp hơn nhiều so với đáp án đã công bố. Gia đình nộp đơn phúc khảo tại trường cũ thì được báo đã hết hạn, trong khi thông báo ghi còn một ngày.',
      'Thời hạn nhận đơn theo thông báo của Sở; trường cũ đã nhận bổ sung đơn của thí sinh. Kết quả phúc khảo môn {mon} đã báo cho gia đình.',
    ],
  ),
  matter(
    ['diplomas', 'Văn bằng, chứng chỉ', 'QLCL', 'simple', 'feedback', 5, [7, 8]],
    'Chưa được cấp giấy chứng nhận tốt nghiệp tạm thời',
    [
      'Con tôi tốt nghiệp {truong} năm nay, cần giấy chứng nhận tốt nghiệp tạm thời để nhập học đại học nhưng trường hẹn hai lần chưa có. Đề nghị giải quyết trước ngày nhập học.',
      '{truong} đã cấp giấy chứng nhận tốt nghiệp tạm thời cho học sinh; các trường được nhắc cấp xong trong tuần công bố kết quả.',
    ],
  ),
  matter(
    ['schoolSafety', 'An toàn trường học', 'school', 'urgent', 'feedback', 4, [5, 6, 7, 8, 9]],
    'Cây trong sân trường có cành khô, dễ gãy khi mưa bão',
    [
      'Cây phượng gần khu lớp {lop} {truong} có nhiều cành khô, hôm qua gió to đã rơi một cành xuống lối đi. Mùa mưa bão đến, đề nghị cắt tỉa ngay để bảo đảm an toàn cho các cháu.',
      '{truong} đã rào khu vực, thuê đơn vị cây xanh cắt tỉa cành khô và kiểm tra toàn bộ cây trong sân trường.',
    ],
  ),
  matter(
    ['facilities', 'Cơ sở vật chất', 'school', 'simple', 'feedback', 5, [5, 6, 9]],
    'Phòng học lớp {lop} quá nóng, quạt hỏng chưa sửa',
    [
      'Phòng học lớp {lop} {truong} có bốn quạt thì hỏng hai, học buổi chiều rất nóng, có cháu phải xin về. Phụ huynh đã báo giáo viên chủ nhiệm hai tuần nay.',
      '{truong} đã thay hai quạt hỏng, lắp thêm rèm chống nắng và đổi phòng học buổi chiều trong những ngày nắng nóng.',
    ],
  ),
  matter(
    ['staffConduct', 'Thái độ của giáo viên, nhân viên', 'GDTrH', 'simple', 'feedback', 5],
    'Giáo viên chủ nhiệm lớp {lop} không trả lời tin nhắn của phụ huynh',
    [
      'Tôi nhắn hỏi việc học của con ở lớp {lop} {truong} nhiều lần trong tháng nhưng cô giáo chủ nhiệm không trả lời, gọi điện không nghe máy. Đề nghị nhà trường nhắc nhở.',
      '{truong} đã trao đổi với giáo viên; giáo viên đã gọi lại cho gia đình và thống nhất giờ liên hệ hằng tuần.',
    ],
  ),
  matter(
    ['procedures', 'Thủ tục hành chính', 'GDTrH', 'simple', 'feedback', 5, [1, 7, 8]],
    'Hỏi thủ tục xin chuyển trường cho học sinh lớp {lop}',
    [
      'Gia đình tôi chuyển nơi ở, muốn xin cho con đang học lớp {lop} chuyển về {truong}. Trường nói phải chờ chỉ tiêu, không hẹn ngày trả lời. Đề nghị hướng dẫn hồ sơ và thời hạn.',
      'Hồ sơ gồm đơn xin chuyển trường, học bạ và giấy xác nhận cư trú, trả lời trong 5 ngày làm việc. {truong} đã nhận hồ sơ và xếp lớp cho học sinh.',
    ],
  ),
  matter(
    ['boardingMeals', 'Bữa ăn bán trú, an toàn thực phẩm', 'GDMNTH', 'normal', 'feedback', 4, [4, 5, 9]],
    'Nước uống của học sinh lớp {lop} có mùi lạ',
    [
      'Mấy hôm nay con tôi ở lớp {lop} {truong} nói nước uống ở trường có mùi clo nặng, nhiều bạn đau bụng. Đề nghị kiểm tra nguồn nước và hóa đơn mua nước đóng bình.',
      'Đã cùng y tế phường lấy mẫu nước tại {truong}: nước đạt quy chuẩn, máy lọc quá hạn thay lõi. Nhà trường đã thay lõi lọc và dán lịch bảo dưỡng.',
    ],
  ),
  matter(
    ['privateCentres', 'Dạy thêm ngoài nhà trường', 'TCCB', 'multiAgency', 'feedback', 4, [8, 9, 10]],
    'Lớp dạy thêm môn {mon} tại nhà không có giấy phép',
    [
      'Gần nhà tôi có lớp dạy thêm môn {mon}, học sinh {truong} đến học tối nào cũng đông, xe để kín ngõ. Không thấy treo biển đăng ký kinh doanh. Đề nghị kiểm tra theo quy định về dạy thêm.',
      'Đã cùng UBND phường kiểm tra: cơ sở chưa đăng ký kinh doanh nên phải dừng dạy, chỉ hoạt động lại khi đủ điều kiện; {truong} đã nhắc nhở giáo viên có liên quan.',
    ],
  ),
  matter(
    ['other', 'Nội dung khác', 'GDTrH', 'simple', 'feedback', 4, [1, 2, 8, 9]],
    'Đề nghị thông báo sớm việc nghỉ học khi mưa bão, rét đậm',
    [
      'Sáng nay mưa rất to, ngập cổng {truong} mà 6 giờ 30 mới có tin nhắn cho học sinh nghỉ, nhiều gia đình đã đưa con đến nơi. Đề nghị thông báo từ tối hôm trước.',
      'Sở đã nhắc các trường thông báo trước 20 giờ tối hôm trước khi có cảnh báo thiên tai; {truong} đã lập nhóm tin nhắn tới từng lớp.',
    ],
  ),
];
