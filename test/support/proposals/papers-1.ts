import type { LabelledPaper } from './labelled-paper.js';

/** Fees, admission and school safety, as citizens write them. */
export const PAPERS_1: readonly LabelledPaper[] = [
  {
    text: 'Con tôi học lớp 10 trường THPT Núi Voi. Đầu năm cô chủ nhiệm bắt mỗi cháu đóng 1.200.000 đồng tiền quỹ lớp, ai không đóng thì bêu tên trong nhóm zalo. Đề nghị Sở kiểm tra.',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['NuiVoi'] },
  },
  {
    text: 'truong cap 3 cau rao thu tien hoc them 2 buoi/tuan ma khong co don xin cua phu huynh, cac chau khong hoc thi bi cho vao lop khac. xin hoi so co cho phep khong',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['CauRao'] },
  },
  {
    text: 'Trường tiểu học Hoa Mai thu 500k mua máy điều hòa, bảo là tự nguyện nhưng chia đều đầu học sinh. Gia đình tôi khó khăn không biết kêu ai.',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['HoaMaiTH'] },
  },
  {
    text: 'Cô giáo dạy toán lớp 9 trường THCS Phù Liễn mở lớp dạy thêm tại nhà, ép học sinh chính khóa đi học, em nào không đi thì kiểm tra điểm thấp.',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['PhuLienTHCS'] },
  },
  {
    text: 'MN Vàng Anh thu tiền ngoài giờ 200.000đ/tháng, cháu nhà tôi 4h đã đón mà vẫn phải nộp, không có phiếu thu.',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['VangAnh'] },
  },
  {
    text: 'Phản ánh trường Bạch Đằng thu tiền đồng phục giá cao gấp đôi ngoài chợ, mua ngoài không được vào lớp. Con tôi học lớp 11.',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['BachDang'] },
  },
  {
    text: 'Tôi đã đóng học phí học kỳ 1 qua ngân hàng nhưng nhà trường (Trung tâm GDTX Lạch Tray) vẫn báo còn nợ, cháu bị gọi lên văn phòng nhiều lần. Đề nghị xem lại giúp.',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['LachTray'] },
  },
  {
    text: 'Ban phụ huynh truong THPT Hon Dau vận động ủng hộ xây sân bóng mỗi cháu 2 triệu, nói miệng không có văn bản gì. Thu như vậy có đúng thông tư 16 không?',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['HonDau'] },
  },
  {
    text: 'Năm nay thành phố miễn học phí rồi sao trường Cát Vàng B vẫn thu 180 nghìn một tháng gọi là tiền tăng cường buổi chiều?',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['CatVangB'] },
  },
  {
    text: 'Cháu tôi nộp tiền bảo hiểm thân thể ở truong THCS Nam Trieu, trường bắt mua gói 300 nghìn không cho chọn hãng khác. Đề nghị làm rõ.',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['NamTrieuTHCS'] },
  },
  {
    text: 'Giáo viên lớp 4 trường TH Vĩnh An thu tiền phô tô đề cương, tiền giấy thi, tiền cây xanh, cộng lại hơn 1 triệu mà không ai giải thích khoản nào.',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['VinhAnTH'] },
  },
  {
    text: 'De nghi thanh tra khoan thu xa hoi hoa o trường phổ thông Hoa Phuong, phu huynh rat buc xuc, thu 3 trieu/1 hs',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['HoaPhuong'] },
  },
  {
    text: 'Thầy hiệu trưởng trường THPT Bến Nghiêng cho phép dạy thêm trong trường vào buổi sáng chủ nhật, thu 40.000đ một buổi, chúng tôi không đồng ý mà vẫn phải theo.',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['TranQuangSon'] },
  },
  {
    text: 'Tiền quỹ phụ huynh lớp 2A3 chi không minh bạch, hỏi thì cô bảo đã chi hết cho ngày 20/11. Trường tiểu học Nam Triệu.',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['NamTrieuTH'] },
  },
  {
    text: 'Tôi muốn hỏi mức trần học thêm thu theo tiết ở trường công lập thành phố ta là bao nhiêu, văn bản nào quy định?',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: [] },
  },
  {
    text: 'Điểm chuẩn vào lớp 10 trường THPT Đình Vũ công bố 32,5 nhưng con tôi 32,75 lại không có trong danh sách trúng tuyển. Xin Sở xem lại bài và nguyện vọng.',
    ...{ field: 'admission', unit: 'QLCL', officer: 'ql1', named: ['DinhVu'] },
  },
  {
    text: 'Cho tôi hỏi thi vào 10 năm nay môn thứ ba là môn gì, bao giờ công bố, con tôi ở Thủy Nguyên học trái tuyến có được đăng ký không',
    ...{ field: 'admission', unit: 'QLCL', officer: 'ql1', named: [] },
  },
  {
    text: 'Trong buổi thi tốt nghiệp môn văn tại điểm thi trường THPT Văn Úc giám thị làm việc riêng, nói chuyện to làm ảnh hưởng thí sinh. Đề nghị xử lý.',
    ...{ field: 'admission', unit: 'QLCL', officer: 'ql1', named: ['VanUc'] },
  },
  {
    text: 'Tôi ở tổ dân phố 5 phường Đông Khê, trường mầm non Sao Mai không nhận con tôi 3 tuổi vì hết chỗ trong khi nhận cháu ở phường khác.',
    ...{ field: 'admission', unit: 'GDMN', officer: 'mn1', named: ['SaoMai'] },
  },
  {
    text: 'Vào lớp 1 trực tuyến mà mạng treo từ 7h đến 9h, khi vào được thì TH Lạc Viên Đông báo hết chỉ tiêu. Đề nghị Sở cho đăng ký bổ sung.',
    ...{ field: 'admission', unit: 'GDTH', officer: 'th1', named: ['LacVienDong'] },
  },
  {
    text: 'tuyen sinh lop 6 truong thcs hai son (phuong dong khe) co hien tuong chay truong, nhieu chau khong co ho khau van vao duoc',
    ...{ field: 'admission', unit: 'GDTrH', officer: 'trh1', named: ['HaiSonDK'] },
  },
  {
    text: 'Nhờ Sở hướng dẫn thủ tục phúc khảo bài thi vào lớp 10, hạn đến ngày nào, nộp ở đâu.',
    ...{ field: 'admission', unit: 'QLCL', officer: 'ql1', named: [] },
  },
  {
    text: 'Em thi học sinh giỏi thành phố môn hóa nhưng không thấy tên trong danh sách dự thi mặc dù trường Chuyên Hải Bình đã gửi. Giờ em phải làm sao?',
    ...{ field: 'admission', unit: 'QLCL', officer: 'ql1', named: ['HaiBinh'] },
  },
  {
    text: 'Cháu tôi học ở Hải Dương cũ chuyển khẩu về đây tháng 5, có được dự thi vào THPT Tràng Kênh không và có được cộng điểm vùng không?',
    ...{ field: 'admission', unit: 'QLCL', officer: 'ql1', named: ['TrangKenh'] },
  },
  {
    text: 'Lịch thi nghề phổ thông trùng lịch thi học kỳ của trường Cửa Thái Bình, đề nghị Sở đổi lịch cho học sinh.',
    ...{ field: 'admission', unit: 'QLCL', officer: 'ql1', named: ['CuaThaiBinh'] },
  },
  {
    text: 'Trường mẫu giáo Phù Liễn yêu cầu giấy xác nhận cư trú bản gốc mới cho cháu nhập học, công an bảo giờ không cấp nữa. Chúng tôi phải làm thế nào?',
    ...{ field: 'admission', unit: 'GDMN', officer: 'mn1', named: ['PhuLienMN'] },
  },
  {
    text: 'Con trai tôi lớp 8 trường THCS Vĩnh An bị ba bạn lớp trên chặn đánh ngay cổng trường, quay clip tung lên mạng. Nhà trường chỉ nhắc nhở. Gia đình rất lo.',
    ...{ field: 'schoolSafety', unit: 'CTHS', officer: 'ct1', named: ['VinhAnTHCS'] },
  },
  {
    text: 'chau gai toi bi ban be truong THPT Bach Dang Giang bat nat, cô lập cả năm nay, cháu đòi nghỉ học. Cô chủ nhiệm biết mà không làm gì.',
    ...{ field: 'schoolSafety', unit: 'CTHS', officer: 'ct1', named: ['BachDangGiang'] },
  },
  {
    text: 'Cô giáo lớp 3 tuổi trường mầm non Hoa Mai tát cháu và nhốt vào nhà vệ sinh vì không chịu ăn. Đề nghị kiểm tra camera ngay.',
    ...{ field: 'schoolSafety', unit: 'GDMN', officer: 'mn1', named: ['HoaMaiMN'] },
  },
  {
    text: 'Cổng trường TH Phù Liễn giờ tan học không có ai phân luồng, bảo vệ không mở cổng sớm, các cháu đứng tràn ra đường quốc lộ rất nguy hiểm.',
    ...{ field: 'schoolSafety', unit: 'CTHS', officer: 'ct1', named: ['PhuLienTH'] },
  },
  {
    text: 'Học sinh trường cấp 3 Cát Vàng hút thuốc lá điện tử trong nhà vệ sinh, bán cho nhau công khai mà các thầy không biết.',
    ...{ field: 'schoolSafety', unit: 'CTHS', officer: 'ct1', named: ['CatVang'] },
  },
  {
    text: 'Xe đưa đón học sinh trường Hoa Phượng nhét 30 cháu vào xe 16 chỗ. Nhà trường ký hợp đồng mà không kiểm tra gì cả.',
    ...{ field: 'schoolSafety', unit: 'CTHS', officer: 'ct1', named: ['HoaPhuong'] },
  },
  {
    text: 'Thầy thể dục trường THCS Gia Lạc phạt học sinh chạy 20 vòng sân giữa trưa nắng, một em ngất phải đi viện. Yêu cầu làm rõ trách nhiệm bảo đảm an toàn cho học sinh.',
    ...{ field: 'schoolSafety', unit: 'CTHS', officer: 'ct1', named: ['GiaLac'] },
  },
  {
    text: 'Nhóm nữ sinh THPT Hòn Dấu đánh hội đồng bạn ở khu nhà xe lúc 11h30 ngày thứ năm, có video kèm theo.',
    ...{ field: 'schoolSafety', unit: 'CTHS', officer: 'ct1', named: ['HonDau'] },
  },
  {
    text: 'Tuong rao truong tieu hoc Kim Ngan bi do, nguoi la vao san truong trong gio hoc doa nat cac chau.',
    ...{ field: 'schoolSafety', unit: 'CTHS', officer: 'ct1', named: ['KimNgan'] },
  },
  {
    text: 'Con tôi học mầm non Nam Triệu về có nhiều vết bầm ở lưng, hỏi thì cháu nói cô đánh bằng thước. Tôi xin xem camera thì trường nói hỏng.',
    ...{ field: 'schoolSafety', unit: 'GDMN', officer: 'mn1', named: ['NamTrieuMN'] },
  },
  {
    text: 'Mấy cháu lớp 7 trường Hải Sơn bên xã Kiến Minh lập nhóm kín trên mạng bôi nhọ một bạn nữ, bạn ấy phải đi khám tâm lý. Nhà trường né tránh.',
    ...{ field: 'schoolSafety', unit: 'CTHS', officer: 'ct1', named: ['HaiSonKM'] },
  },
  {
    text: 'Bể bơi trường THPT Trần Quang Sơn không có cứu hộ, tuần trước có em suýt đuối nước trong giờ học bơi.',
    ...{ field: 'schoolSafety', unit: 'CTHS', officer: 'ct1', named: ['TranQuangSon'] },
  },
  {
    text: 'Tôi thấy học sinh đi xe máy phân khối lớn không mũ bảo hiểm vào gửi ở nhà dân cạnh trường Núi Voi, trường biết mà làm ngơ, rất mất an toàn.',
    ...{ field: 'schoolSafety', unit: 'CTHS', officer: 'ct1', named: ['NuiVoi'] },
  },
  {
    text: 'Đề nghị Sở quan tâm tình trạng bạo lực học đường, cháu tôi không dám đến lớp vì bị xin đểu tiền hằng ngày, trường THCS Phù Liên.',
    ...{ field: 'schoolSafety', unit: 'CTHS', officer: 'ct1', named: ['PhuLienTHCS'] },
  },
  {
    text: 'trường mn sao mai để cháu tôi tự đi ra khỏi cổng, người dân bế về mới biết. bảo vệ ngủ gật',
    ...{ field: 'schoolSafety', unit: 'GDMN', officer: 'mn1', named: ['SaoMai'] },
  },
  {
    text: 'Sao nhà trường không thông báo gì về vụ học sinh mang dao vào lớp? Phụ huynh lớp 12A2 trường THPT Cửa Thai Bình hoang mang.',
    ...{ field: 'schoolSafety', unit: 'CTHS', officer: 'ct1', named: ['CuaThaiBinh'] },
  },
  {
    text: 'Cho hỏi học sinh tự do thi lại tốt nghiệp nộp hồ sơ ở TT Sao Biển được không hay phải về trường cũ?',
    ...{ field: 'admission', unit: 'QLCL', officer: 'ql1', named: ['SaoBien'] },
  },
  {
    text: 'Thu tiền học liên kết tiếng Anh có yếu tố nước ngoài 450k/tháng ở trường tiểu học Phù Liễn, cháu nào không học phải ngồi ngoài hành lang.',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['PhuLienTH'] },
  },
  {
    text: 'Bao giờ có lịch tuyển sinh lớp 10 hệ giáo dục thường xuyên của trung tâm Lạch Tray? Con tôi trượt công lập.',
    ...{ field: 'admission', unit: 'QLCL', officer: 'ql1', named: ['LachTray'] },
  },
  {
    text: 'Hội phụ huynh trường Trang Kênh bắt nộp tiền mua ti vi cho lớp, 700 nghìn, không nộp thì con ngồi bàn cuối.',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['TrangKenh'] },
  },
  {
    text: 'Trường Sông Cấm trước đây giữ học bạ của con tôi vì nợ học phí, nay trường sáp nhập rồi thì đòi ai? Cháu cần hồ sơ để dự tuyển.',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['CauRao'] },
  },
  {
    text: 'Con tôi đúng tuyến phường Nam Triệu mà trường THCS Nam Triệu xếp sang phân hiệu cách nhà 6 km, đề nghị xét lại việc phân tuyến lớp 6.',
    ...{ field: 'admission', unit: 'GDTrH', officer: 'trh1', named: ['NamTrieuTHCS'] },
  },
  {
    text: 'Giáo viên coi thi học kỳ chép đáp án lên bảng cho lớp mình dạy thêm. Trường cấp 2 Vĩnh An. Thi cử thế này thì không công bằng.',
    ...{ field: 'admission', unit: 'GDTrH', officer: 'trh1', named: ['VinhAnTHCS'] },
  },
  {
    text: 'Đăng ký vào lớp 1 trường Kim Ngân cứ bị báo sai mã định danh, gọi trường không ai nghe máy, sắp hết hạn rồi.',
    ...{ field: 'admission', unit: 'GDTH', officer: 'th1', named: ['KimNgan'] },
  },
];
