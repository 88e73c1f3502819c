import type { LabelledPaper } from './labelled-paper.js';

/** Meals, facilities, conduct, procedures and diplomas. */
export const PAPERS_2: readonly LabelledPaper[] = [
  {
    text: 'Suất ăn bán trú trường tiểu học Nam Triệu 30 nghìn mà chỉ có ít rau luộc và hai miếng chả, có hôm cơm sống. Tôi gửi ảnh kèm theo.',
    ...{ field: 'boardingMeals', unit: 'GDTH', officer: 'th1', named: ['NamTrieuTH'] },
  },
  {
    text: 'Hôm qua 12 cháu trường mầm non Vàng Anh đau bụng nôn sau bữa trưa, nhà trường giấu không báo phụ huynh. Đề nghị kiểm tra bếp ăn.',
    ...{ field: 'boardingMeals', unit: 'GDMN', officer: 'mn1', named: ['VangAnh'] },
  },
  {
    text: 'bep an truong mam non hoa mai nhap thit ca khong ro nguon goc, 6h sang xe may cho den do o cong sau',
    ...{ field: 'boardingMeals', unit: 'GDMN', officer: 'mn1', named: ['HoaMaiMN'] },
  },
  {
    text: 'Công ty cung cấp suất ăn cho TH Vĩnh An giao cơm nguội, có sâu trong rau, phụ huynh góp ý nhiều lần không thay đổi.',
    ...{ field: 'boardingMeals', unit: 'GDTH', officer: 'th1', named: ['VinhAnTH'] },
  },
  {
    text: 'Căng tin trường THPT Cầu Rào bán đồ ăn hết hạn cho học sinh nội trú, cơm trưa bán trú có ruồi.',
    ...{ field: 'boardingMeals', unit: 'CTHS', officer: 'ct1', named: ['CauRao'] },
  },
  {
    text: 'Trường khiếm thị Ánh Dương cắt bữa phụ của các cháu từ tháng trước mà tiền ăn vẫn thu đủ.',
    ...{ field: 'boardingMeals', unit: 'CTHS', officer: 'ct1', named: ['AnhDuong'] },
  },
  {
    text: 'Đề nghị cho phụ huynh được giám sát nhà bếp của trường tiểu học Lạc Viên Đông, các cháu về kêu đói, thực đơn một đằng ăn một nẻo.',
    ...{ field: 'boardingMeals', unit: 'GDTH', officer: 'th1', named: ['LacVienDong'] },
  },
  {
    text: 'Mẫu giáo Phù Liễn cho các cháu uống sữa sắp hết date, tôi có chụp lại vỏ hộp.',
    ...{ field: 'boardingMeals', unit: 'GDMN', officer: 'mn1', named: ['PhuLienMN'] },
  },
  {
    text: 'Nhà vệ sinh học sinh trường THPT Núi Voi hỏng cả năm nay, bốc mùi, các em nhịn không dám đi. Mong nhà trường sửa.',
    ...{ field: 'facilities', unit: 'NuiVoi', officer: 'o:NuiVoi', named: ['NuiVoi'] },
  },
  {
    text: 'Dãy phòng học tầng 3 trường Tràng Kênh trần bong tróc, vữa rơi xuống bàn học sinh, mùa mưa dột khắp nơi.',
    ...{ field: 'facilities', unit: 'TrangKenh', officer: 'o:TrangKenh', named: ['TrangKenh'] },
  },
  {
    text: 'truong thpt dinh vu ko co quat o day nha A, 45 em 1 phong nong 38 do. de nghi so dau tu',
    ...{ field: 'facilities', unit: 'DinhVu', officer: 'o:DinhVu', named: ['DinhVu'] },
  },
  {
    text: 'Bàn ghế trường tiểu học Phù Liễn quá cũ, đinh nhô lên làm rách quần áo các cháu. Bao giờ được thay?',
    ...{ field: 'facilities', unit: 'KHTC', officer: 'khtc2', named: ['PhuLienTH'] },
  },
  {
    text: 'Sân trường THCS Hải Sơn xã Kiến Minh cứ mưa là ngập đến đầu gối, học sinh phải nghỉ học. Kính mong thành phố đầu tư thoát nước, nâng sân.',
    ...{ field: 'facilities', unit: 'KHTC', officer: 'khtc2', named: ['HaiSonKM'] },
  },
  {
    text: 'Trường mầm non Nam Triệu xây dở dang hai năm nay không xong, các cháu học nhờ nhà văn hóa chật chội.',
    ...{ field: 'facilities', unit: 'KHTC', officer: 'khtc2', named: ['NamTrieuMN'] },
  },
  {
    text: 'Phòng máy tin học trường Cát Vàng có 10 máy chạy được trên tổng số 40, giờ thực hành 4 em một máy.',
    ...{ field: 'facilities', unit: 'CatVang', officer: 'o:CatVang', named: ['CatVang'] },
  },
  {
    text: 'Nhà đa năng trường cấp III Bạch Đằng Giang khóa cửa từ khi xây xong, học sinh vẫn học thể dục ngoài nắng. Lãng phí quá.',
    ...{ field: 'facilities', unit: 'BachDangGiang', officer: 'o:BachDangGiang', named: ['BachDangGiang'] },
  },
  {
    text: 'Khu ký túc xá Trường Khiếm thị Ánh Dương không có lối đi cho người mù, cầu thang không tay vịn.',
    ...{ field: 'facilities', unit: 'AnhDuong', officer: 'o:AnhDuong', named: ['AnhDuong'] },
  },
  {
    text: 'Lớp học điểm lẻ của Tiểu học & THCS Gia Lạc vẫn là nhà cấp 4 mái tôn, mùa hè như lò nung. Xin đầu tư xây mới.',
    ...{ field: 'facilities', unit: 'KHTC', officer: 'khtc2', named: ['GiaLac'] },
  },
  {
    text: 'Điện phòng học trường THPT Cát Vàng B chập cháy hai lần trong tuần, thầy cô tự bỏ tiền thay ổ cắm.',
    ...{ field: 'facilities', unit: 'CatVangB', officer: 'o:CatVangB', named: ['CatVangB'] },
  },
  {
    text: 'Đèn lớp học trường TH Hoa Mai tối quá cháu nhà tôi cận thị cả lớp. Đề nghị lắp thêm bóng theo chuẩn chiếu sáng học đường.',
    ...{ field: 'facilities', unit: 'KHTC', officer: 'khtc2', named: ['HoaMaiTH'] },
  },
  {
    text: 'Cô giáo chủ nhiệm 10A5 trường THPT Văn Úc thường xuyên mạt sát học sinh trước lớp, gọi các em là đồ ngu, đồ vô tích sự.',
    ...{ field: 'staffConduct', unit: 'GDTrH', officer: 'trh2', named: ['VanUc'] },
  },
  {
    text: 'Hiệu trưởng trường tiểu học Vĩnh An thái độ hách dịch với phụ huynh, đến gặp thì đuổi ra, không tiếp.',
    ...{ field: 'staffConduct', unit: 'GDTH', officer: 'th1', named: ['VinhAnTH'] },
  },
  {
    text: 'thay giao day ly truong cap 3 bach dang vao lop muon, bo tiet, dung dien thoai trong gio day. hoc sinh mat goc het',
    ...{ field: 'staffConduct', unit: 'GDTrH', officer: 'trh2', named: ['BachDang'] },
  },
  {
    text: 'Cô văn thư trường THCS Nam Triệu nói năng thô lỗ khi tôi đến xin giấy chuyển trường cho cháu, quát mắng người dân.',
    ...{ field: 'staffConduct', unit: 'GDTrH', officer: 'trh1', named: ['NamTrieuTHCS'] },
  },
  {
    text: 'Giáo viên lớp lá trường MN Hoa Mai hay nói xấu phụ huynh trong nhóm lớp, thiên vị con nhà giàu.',
    ...{ field: 'staffConduct', unit: 'GDMN', officer: 'mn1', named: ['HoaMaiMN'] },
  },
  {
    text: 'Thầy H dạy văn trường Trần Quang Sơn nhắn tin không đúng mực cho học sinh nữ lúc nửa đêm. Mong Sở xác minh kín đáo.',
    ...{ field: 'staffConduct', unit: 'GDTrH', officer: 'trh2', named: ['TranQuangSon'] },
  },
  {
    text: 'Cán bộ trung tâm Sao Biển đùn đẩy, hẹn 5 lần không trả giấy tờ, thái độ rất coi thường dân.',
    ...{ field: 'staffConduct', unit: 'TTr', officer: 'ttr1', named: ['SaoBien'] },
  },
  {
    text: 'Ông hiệu phó cấp 2 Hải Sơn Đông Khê uống rượu say vẫn lên lớp, chửi học sinh.',
    ...{ field: 'staffConduct', unit: 'GDTrH', officer: 'trh1', named: ['HaiSonDK'] },
  },
  {
    text: 'Giáo viên tiểu học Lạc Viên Đông bắt học sinh viết bản kiểm điểm trước lớp vì quên vở, chấm bài thiên vị, phê vào vở "đồ lười".',
    ...{ field: 'staffConduct', unit: 'GDTH', officer: 'th1', named: ['LacVienDong'] },
  },
  {
    text: 'Cô hiệu trưởng THPT Cửa Thái Bình bổ nhiệm người nhà làm tổ trưởng, trù dập giáo viên góp ý. Tập thể giáo viên đề nghị Sở về làm việc.',
    ...{ field: 'staffConduct', unit: 'GDTrH', officer: 'trh2', named: ['CuaThaiBinh'] },
  },
  {
    text: 'Tôi nộp hồ sơ chuyển trường cho con từ Hà Nội về qua một cửa đã 15 ngày không thấy trả kết quả, gọi số điện thoại bộ phận một cửa không ai nghe.',
    ...{ field: 'procedures', unit: 'VP', officer: 'vp1', named: [] },
  },
  {
    text: 'Dịch vụ công trực tuyến của Sở báo lỗi khi nộp hồ sơ công nhận văn bằng nước ngoài, bấm gửi cứ quay mãi.',
    ...{ field: 'procedures', unit: 'VP', officer: 'vp1', named: [] },
  },
  {
    text: 'Xin hỏi thủ tục xin học lại cho cháu đã nghỉ 2 năm, cần giấy tờ gì, nộp ở đâu, thời hạn giải quyết bao lâu?',
    ...{ field: 'procedures', unit: 'VP', officer: 'vp1', named: [] },
  },
  {
    text: 'ho so xin chuyen truong cua chau toi tu THPT Cat Vang sang THPT Cau Rao bi tra lai 3 lan moi lan bao thieu 1 giay',
    ...{ field: 'procedures', unit: 'VP', officer: 'vp1', named: ['CatVang', 'CauRao'] },
  },
  {
    text: 'Giấy hẹn ngày 5 mà đến ngày 20 bộ phận tiếp nhận vẫn chưa có kết quả, không xin lỗi, không báo lý do.',
    ...{ field: 'procedures', unit: 'VP', officer: 'vp1', named: [] },
  },
  {
    text: 'Tôi muốn kiến nghị bỏ yêu cầu nộp bản sao công chứng trong thủ tục tiếp nhận học sinh người nước ngoài vì đã có dữ liệu điện tử.',
    ...{ field: 'procedures', unit: 'VP', officer: 'vp1', named: [] },
  },
  {
    text: 'Tôi tốt nghiệp THPT năm 1998 bị mất bằng, nay xin cấp bản sao từ sổ gốc thì làm thế nào, trường cũ là THPT Hòn Dấu.',
    ...{ field: 'diplomas', unit: 'QLCL', officer: 'ql2', named: ['HonDau'] },
  },
  {
    text: 'Bằng tốt nghiệp cấp 3 của tôi sai năm sinh so với khai sinh, xin Sở chỉnh sửa. Tôi học trường Bến Nghiêng khóa 2005.',
    ...{ field: 'diplomas', unit: 'QLCL', officer: 'ql2', named: ['TranQuangSon'] },
  },
  {
    text: 'cap lai chung chi tieng anh B bi rach o dau a, ngay truoc thi o trung tam lach tray',
    ...{ field: 'diplomas', unit: 'QLCL', officer: 'ql2', named: ['LachTray'] },
  },
  {
    text: 'Em tốt nghiệp từ tháng 7 đến nay trường THPT Núi Voi vẫn chưa phát bằng chính thức, giấy chứng nhận tạm thời sắp hết hạn.',
    ...{ field: 'diplomas', unit: 'QLCL', officer: 'ql2', named: ['NuiVoi'] },
  },
  {
    text: 'Đề nghị Sở xác minh giúp văn bằng tốt nghiệp bổ túc của ông T. cấp năm 2001 có trong sổ gốc không, cơ quan tôi cần để bổ nhiệm.',
    ...{ field: 'diplomas', unit: 'QLCL', officer: 'ql2', named: [] },
  },
  {
    text: 'Học bạ của cháu bị trường dân lập Sông Cấm cũ làm mất, giờ không có để làm hồ sơ nhận bằng. Ai giải quyết?',
    ...{ field: 'diplomas', unit: 'QLCL', officer: 'ql2', named: ['CauRao'] },
  },
  {
    text: 'Công nhận bằng tốt nghiệp phổ thông học ở Hàn Quốc cần những gì? Con tôi mới về nước.',
    ...{ field: 'diplomas', unit: 'QLCL', officer: 'ql2', named: [] },
  },
  {
    text: 'Trường cấp 1 Kim Ngân dùng máy chiếu hỏng, bảng nứt, phòng học thiếu ánh sáng, mấy năm không được đầu tư gì.',
    ...{ field: 'facilities', unit: 'KHTC', officer: 'khtc2', named: ['KimNgan'] },
  },
  {
    text: 'Thức ăn của các con trường mầm non Sao Mai có mùi ôi, phụ huynh phát hiện thùng thịt để ngoài nắng. Và tiền ăn lại tăng thêm 5 nghìn một ngày.',
    ...{ field: 'boardingMeals', unit: 'GDMN', officer: 'mn1', named: ['SaoMai'] },
  },
  {
    text: 'Bảo vệ trường THCS Vĩnh An chửi bới phụ huynh đến đón con, không cho đứng trong bóng mát.',
    ...{ field: 'staffConduct', unit: 'GDTrH', officer: 'trh1', named: ['VinhAnTHCS'] },
  },
  {
    text: 'Cô giáo trường TH Nam Trieu đi dạy toàn để các cháu tự học rồi bán hàng online trong lớp.',
    ...{ field: 'staffConduct', unit: 'GDTH', officer: 'th1', named: ['NamTrieuTH'] },
  },
  {
    text: 'Mái nhà để xe của trường Hòn Dấu sập sau bão, xe học sinh phơi nắng mưa đã nửa năm.',
    ...{ field: 'facilities', unit: 'HonDau', officer: 'o:HonDau', named: ['HonDau'] },
  },
  {
    text: 'Bếp trường Tiểu học Hoa Mai nấu ăn ngay cạnh nhà vệ sinh. Phòng học thì xuống cấp. Đề nghị kiểm tra vệ sinh an toàn thực phẩm.',
    ...{ field: 'boardingMeals', unit: 'GDTH', officer: 'th1', named: ['HoaMaiTH'] },
  },
  {
    text: 'Thầy cô giáo vụ trường Chuyên Hải Bình cáu gắt, ném giấy tờ vào mặt học sinh khi em đến xin xác nhận.',
    ...{ field: 'staffConduct', unit: 'GDTrH', officer: 'trh2', named: ['HaiBinh'] },
  },
];
