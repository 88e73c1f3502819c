import { matter, type Matter } from './matter.js';
import { SEASON_MATTERS } from './season-matters.js';

/** What citizens write about. */
export const MATTERS: readonly Matter[] = [
  matter(
    ['fees', 'Dạy thêm, học thêm', 'GDTrH', 'normal', 'petition', 14],
    'Thu tiền học thêm môn {mon} trong giờ chính khóa tại lớp {lop}',
    [
      'Cô giáo bộ môn tổ chức dạy thêm môn {mon} cho lớp {lop} {truong} ngay trong giờ chính khóa và thu {tien} đồng mỗi tháng. Em nào không nộp thì phải xuống thư viện ngồi. Đề nghị Sở kiểm tra và trả lại khoản đã thu.',
      'Đã làm việc với {truong}. Nhà trường dừng việc dạy thêm môn {mon} trong giờ chính khóa, trả lại tiền đã thu cho cha mẹ học sinh và kiểm điểm giáo viên có liên quan.',
    ],
  ),
  matter(
    ['fees', 'Thu chi trong trường học', 'KHTC', 'normal', 'petition', 9, [9, 10]],
    'Đề nghị công khai các khoản thu quỹ lớp, quỹ hội đầu năm học tại lớp {lop}',
    [
      'Đầu năm học, mỗi học sinh lớp {lop} {truong} phải nộp {tien} đồng quỹ lớp và quỹ hội cha mẹ học sinh, nộp tiền mặt, không có biên lai. Đến nay chưa thấy công khai thu bao nhiêu, chi vào việc gì.',
      'Đã kiểm tra sổ thu, chi của {truong}. Nhà trường đã công khai từng khoản thu, chi tại bảng tin và trang thông tin điện tử, trả lại khoản thu không đúng quy định.',
    ],
  ),
  matter(
    ['fees', 'Thu chi trong trường học', 'KHTC', 'simple', 'feedback', 5, [8, 9]],
    'Thu tiền đồng phục lớp {lop} cao hơn giá đã thông báo',
    [
      '{truong} thông báo bộ đồng phục giá 420.000 đồng nhưng khi nhận phải nộp {tien} đồng, nhà trường giải thích là thêm áo khoác. Phụ huynh không được chọn. Đề nghị làm rõ.',
      '{truong} đã giải thích bằng văn bản cho cha mẹ học sinh, hoàn lại phần chênh lệch cho người không đăng ký áo khoác và để cha mẹ học sinh tự chọn nơi mua.',
    ],
  ),
  matter(
    ['admission', 'Tuyển sinh, thi cử', 'QLCL', 'normal', 'petition', 6, [4, 5, 6]],
    'Đề nghị hướng dẫn đăng ký nguyện vọng vào lớp 10 năm học mới',
    [
      'Con tôi học lớp 9, đã chuyển nơi ở sang phường khác trong năm. Tôi hỏi {truong} thì được trả lời chờ văn bản của Sở. Đề nghị hướng dẫn cháu được đăng ký nguyện vọng ở đâu và nộp giấy tờ gì.',
      'Học sinh đăng ký nguyện vọng theo nơi thường trú tại thời điểm nộp hồ sơ; hồ sơ nộp tại {truong}, kèm bản sao giấy xác nhận cư trú. Hướng dẫn đã gửi qua tin nhắn của Tổng đài 1022.',
    ],
  ),
  matter(
    ['admission', 'Tuyển sinh, thi cử', 'QLCL', 'complex', 'petition', 3, [1, 2, 12]],
    'Đề nghị phúc khảo điểm thi học sinh giỏi môn {mon} cấp thành phố',
    [
      'Con tôi dự thi học sinh giỏi môn {mon} cấp thành phố, điểm công bố thấp hơn nhiều so với bài làm theo đáp án. Gia đình đề nghị được phúc khảo và cho biết thủ tục, thời hạn.',
      'Hội đồng phúc khảo đã chấm lại bài thi môn {mon}; kết quả đã thông báo cho thí sinh qua {truong}. Gia đình được xem lại bài thi theo quy chế.',
    ],
  ),
  matter(
    ['schoolSafety', 'An toàn trường học', 'school', 'urgent', 'feedback', 6],
    'Xe đưa đón đỗ kín lòng đường trước cổng trường giờ tan học',
    [
      'Từ 16 giờ 45 đến 17 giờ 20 hằng ngày nhiều xe đưa đón đỗ kín lòng đường trước cổng {truong}, học sinh phải đi bộ ra giữa đường. Chiều qua một em lớp {lop} bị quệt tay lái. Đề nghị bố trí chỗ đỗ và cử người hướng dẫn.',
      '{truong} đã bố trí chỗ đỗ xe trong sân, lệch giờ tan học giữa các khối và phân công giáo viên trực cổng; đã đề nghị phường kẻ vạch cấm đỗ trước cổng trường.',
    ],
  ),
  matter(
    ['schoolSafety', 'An toàn trường học', 'GDTrH', 'urgent', 'feedback', 7],
    'Học sinh lớp {lop} bị nhóm bạn chặn đánh ngoài cổng trường',
    [
      'Chiều qua một học sinh lớp {lop} {truong} bị nhóm bạn chặn đánh ngay ngoài cổng trường, có em quay phim. Nhà trường chưa làm việc với gia đình. Đề nghị Sở can thiệp, bảo vệ các cháu.',
      '{truong} đã làm việc với các gia đình, phối hợp công an phường xác minh, xử lý kỷ luật học sinh vi phạm và cử giáo viên tư vấn tâm lý theo dõi, giúp đỡ em bị đánh.',
    ],
  ),
  matter(
    ['boardingMeals', 'Bữa ăn bán trú, an toàn thực phẩm', 'GDMNTH', 'urgent', 'feedback', 6],
    'Bữa ăn bán trú lớp {lop} không đúng thực đơn đã công khai',
    [
      'Thực đơn dán ở cổng {truong} ghi có thịt, canh rau và hoa quả. Con tôi học lớp {lop} kể cả tuần không có hoa quả, canh rất loãng. Tiền ăn vẫn thu đủ {tien} đồng một suất. Tôi gửi ảnh thực đơn.',
      'Đã kiểm tra bếp ăn của {truong}: có hai ngày đổi món mà không báo. Nhà trường đã chấn chỉnh, công khai ảnh suất ăn mỗi ngày và mời đại diện cha mẹ học sinh cùng giám sát.',
    ],
  ),
  matter(
    ['facilities', 'Cơ sở vật chất', 'school', 'simple', 'feedback', 7],
    'Nhà vệ sinh khu lớp {lop} hỏng hơn một tháng chưa sửa',
    [
      'Nhà vệ sinh học sinh gần lớp {lop} {truong} bị tắc và mất nước từ tháng trước. Các em phải sang khu khác hoặc nhịn cả buổi. Mong Sở yêu cầu nhà trường sửa ngay.',
      '{truong} đã thông tắc, thay đường ống và van nước; nhà vệ sinh dùng lại bình thường. Nhà trường phân công người kiểm tra hằng ngày.',
    ],
  ),
  matter(
    ['facilities', 'Cơ sở vật chất', 'KHTC', 'complex', 'petition', 4, [6, 7, 8, 9]],
    'Đề nghị sửa mái phòng học lớp {lop} bị dột khi mưa',
    [
      'Phòng học lớp {lop} {truong} bị dột, mỗi khi mưa học sinh phải dồn bàn sang một bên, trần có chỗ bong vữa. Phụ huynh lo mất an toàn trước mùa mưa bão.',
      'Đã kiểm tra hiện trạng. {truong} chuyển lớp học sang phòng khác; Sở đã bố trí kinh phí sửa chữa, hoàn thành phần mái trước mùa mưa bão.',
    ],
  ),
  matter(
    ['staffConduct', 'Thái độ của giáo viên, nhân viên', 'GDTrH', 'complex', 'feedback', 8],
    'Lời lẽ xúc phạm học sinh trong giờ {mon} tại lớp {lop}',
    [
      'Trong giờ {mon} ở lớp {lop} {truong}, vì một số em không thuộc bài, cô giáo đã có lời lẽ xúc phạm các em trước cả lớp. Cháu nhà tôi về khóc và xin nghỉ học. Tôi mong nhà trường nhắc nhở cô.',
      'Qua làm việc, nội dung phản ánh là đúng. {truong} đã nhắc nhở bằng văn bản; giáo viên đã xin lỗi học sinh và gia đình, cam kết không tái phạm.',
    ],
  ),
  matter(
    ['staffConduct', 'Thái độ của giáo viên, nhân viên', 'GDMNTH', 'normal', 'feedback', 3],
    'Bảo vệ nhà trường nặng lời với phụ huynh khi đón con',
    [
      'Khi tôi đến {truong} đón con lúc 17 giờ, bảo vệ nặng lời và không cho vào dù tôi đã báo cô chủ nhiệm lớp {lop}. Đề nghị nhà trường chấn chỉnh.',
      '{truong} đã làm việc với tổ bảo vệ, nhân viên liên quan đã xin lỗi phụ huynh; nhà trường niêm yết quy định đón học sinh ở cổng.',
    ],
  ),
  matter(
    ['procedures', 'Thủ tục hành chính', 'school', 'simple', 'feedback', 7],
    'Chậm trả học bạ cho học sinh lớp {lop} chuyển trường',
    [
      'Con tôi được đồng ý cho chuyển khỏi {truong} từ ngày 20 tháng trước, gia đình đã nộp đủ giấy tờ nhưng văn phòng nhà trường hẹn ba lần vẫn chưa trả học bạ. Trường mới sắp chốt danh sách. Đề nghị giải quyết gấp.',
      '{truong} đã trả học bạ cho gia đình và phân công người thay thế khi văn thư vắng mặt để không để chậm hồ sơ.',
    ],
  ),
  matter(
    ['procedures', 'Thủ tục hành chính', 'GDTrH', 'simple', 'feedback', 4],
    'Điểm môn {mon} trên sổ liên lạc điện tử không khớp bảng điểm giấy',
    [
      'Điểm trung bình môn {mon} của con tôi trên sổ liên lạc điện tử khác với bảng điểm giấy phát ở buổi họp phụ huynh lớp {lop} {truong}. Tôi nhắn giáo viên hai tuần chưa được trả lời. Đề nghị đối chiếu.',
      '{truong} đã đối chiếu: điểm trên bảng giấy là đúng, phần mềm nhập thiếu một con điểm; nhà trường đã sửa và thông báo cho cha mẹ học sinh.',
    ],
  ),
  matter(
    ['diplomas', 'Văn bằng, chứng chỉ', 'QLCL', 'simple', 'petition', 6],
    'Xin hướng dẫn cấp lại bản sao bằng tốt nghiệp THPT',
    [
      'Tôi tốt nghiệp THPT đã lâu, bằng gốc bị hỏng do lụt, nay cần bản sao để bổ sung hồ sơ. Trường cũ đã sáp nhập. Đề nghị cho biết nơi cấp bản sao từ sổ gốc, giấy tờ cần nộp và bao lâu thì có.',
      'Bản sao bằng tốt nghiệp được cấp từ sổ gốc tại Sở, trả kết quả ngay trong ngày làm việc hoặc ngày tiếp theo; giấy tờ gồm đơn đề nghị và bản sao căn cước. Có thể nộp trực tuyến.',
    ],
  ),
  matter(
    ['diplomas', 'Văn bằng, chứng chỉ', 'QLCL', 'normal', 'petition', 3],
    'Đề nghị chỉnh sửa ngày sinh trên bằng tốt nghiệp THCS',
    [
      'Ngày sinh trên bằng tốt nghiệp THCS của tôi ghi sai so với giấy khai sinh đã được cải chính. Đề nghị cho biết thủ tục chỉnh sửa và cơ quan có thẩm quyền.',
      'Việc chỉnh sửa nội dung văn bằng do cơ quan đã cấp bằng thực hiện trong 5 ngày làm việc; hồ sơ và mẫu đơn đã gửi kèm hướng dẫn.',
    ],
  ),
  matter(
    ['policyBenefits', 'Chế độ, chính sách nhà giáo', 'TCCB', 'complex', 'petition', 4],
    'Chậm chi trả tiền dạy thừa giờ và phụ cấp thâm niên',
    [
      'Chúng tôi là giáo viên {truong}. Tiền dạy thừa giờ và phụ cấp thâm niên tính lại đến nay chưa được chi trả, kế toán nói chờ quyết toán. Đề nghị Sở kiểm tra và cho biết thời điểm chi trả.',
      'Đã rà soát số tiết và hồ sơ của {truong}; tiền dạy thừa giờ và phụ cấp thâm niên đã được chi trả trong kỳ lương tháng này.',
    ],
  ),
  matter(
    ['policyBenefits', 'Chế độ, chính sách học sinh', 'TCCB', 'normal', 'petition', 3],
    'Chưa nhận được hỗ trợ chi phí học tập của học kỳ trước',
    [
      'Gia đình tôi thuộc hộ nghèo, con học lớp {lop} {truong}, đã nộp hồ sơ hỗ trợ chi phí học tập từ đầu học kỳ nhưng đến nay chưa nhận được. Đề nghị cho biết khi nào được chi trả.',
      '{truong} đã bổ sung danh sách còn thiếu; tiền hỗ trợ chi phí học tập đã chuyển vào tài khoản của gia đình.',
    ],
  ),
  matter(
    ['privateCentres', 'Trung tâm ngoại ngữ, tin học', 'TCCB', 'multiAgency', 'feedback', 3],
    'Trung tâm ngoại ngữ thu phí giữ chỗ, không hoàn lại khi rút hồ sơ',
    [
      'Tôi nộp {tien} đồng phí giữ chỗ lớp tiếng Anh thiếu nhi tại một trung tâm ngoại ngữ, phiếu thu không ghi điều kiện gì. Lớp hẹn khai giảng rồi hoãn hai lần nên tôi xin rút, trung tâm không hoàn tiền. Đề nghị kiểm tra.',
      'Đã kiểm tra hoạt động của trung tâm; trung tâm hoàn lại phí giữ chỗ cho người học và niêm yết công khai học phí, điều kiện hoàn phí.',
    ],
  ),
  matter(
    ['other', 'Nội dung khác', 'GDTrH', 'simple', 'feedback', 3],
    'Đề nghị điều chỉnh giờ vào học buổi sáng tại trường',
    [
      '{truong} vào học từ 6 giờ 45, học sinh ở xa phải đi từ 5 giờ 45, mùa đông rất lạnh. Đề nghị nhà trường xem xét lùi giờ vào học 15 phút.',
      '{truong} đã lấy ý kiến cha mẹ học sinh và lùi giờ vào học sang 7 giờ từ ngày đầu tháng.',
    ],
  ),
  ...SEASON_MATTERS,
];
