import type { LabelledPaper } from './labelled-paper.js';

/**
 * Papers by a reader who had not seen the code, with what the reader would decide by the duties of the model department's units. The proposals were bettered
 * by what these papers showed, so how well they do on papers that nobody has seen is told by the first measure alone: the unit right at once of 94 of 119,
 * among the first three of 112; the agency of 13 of 31, and 2 taken for another's that were the department's.
 */
export const READER_PAPERS_1: readonly LabelledPaper[] = [
  {
    text: 'Lớp kỹ năng sống. Trung tâm kỹ năng sống tổ chức "trại hè quân đội", bắt trẻ 8 tuổi bò dưới mưa, quỳ khóc xin lỗi bố mẹ, con tôi về mê sảng. Không thấy biển giấy phép.',
    ...{ field: 'privateCentres', unit: 'GDTX', officer: 'tx1', named: [] },
  },
  {
    text: 'Học bạ và bằng không khớp tên. Sau khi cải chính hộ tịch đổi tên đệm, xin đổi lại trên bằng tốt nghiệp THPT và chứng chỉ nghề phổ thông có được không, hay chỉ được ghi chú? Tôi ở phường Thành Đông.',
    ...{ field: 'diplomas', unit: 'QLCL', officer: 'ql2', named: [] },
  },
  {
    text: 'Thu tiền đầu năm. Con tôi học lớp 2 Tiểu học Hoa Mai. Đầu năm họp phụ huynh cô đưa ra một danh sách: điều hòa 600k, rèm cửa 250k, quỹ lớp 500k, quỹ trường 300k, "xã hội hóa" 1 triệu. Bảo tự nguyện nhưng cào bằng, ai chưa đóng bị nhắc tên trên nhóm zalo. Đề nghị cho biết những khoản này có đúng quy định không.',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['HoaMaiTH'] },
  },
  {
    text: 'Thẻ BHYT. Con tôi đóng BHYT ở trường từ tháng 10, nay đi viện báo thẻ hết hạn. Trường THPT Trần Quang Sơn đưa biên lai đã chuyển tiền đủ cho cơ quan bảo hiểm, có danh sách tên cháu.',
    ...{ field: 'fees', unit: null, officer: null, named: ['TranQuangSon'], agency: 'socialInsurance' },
  },
  {
    text: 'Đề Toán tốt nghiệp. Đề thi tốt nghiệp THPT môn Toán năm nay dài như sớ, hs khóc hết. Đề nghị người ra đề giải trình và thay đổi cấu trúc đề từ năm sau.',
    ...{ field: 'admission', unit: null, officer: null, named: [], agency: 'ministry' },
  },
  {
    text: 'Hỏi. THCS học buổi 2 có mất tiền k ạ? E cảm ơn',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: [] },
  },
  {
    text: 'Thu tien on thi. truong thpt bach dang giang thu tien on thi tot nghiep lop 12 moi em 1tr8, bao la tu nguyen nhung phat mau don in san, em nao khong ky thi phai viet ban cam ket tu chiu trach nhiem neu truot',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['BachDangGiang'] },
  },
  {
    text: 'Học bổng học sinh khuyết tật. Cháu khiếm thị học ở Ánh Dương, theo TT 42 được học bổng 80% lương cơ sở, hai kỳ nay không thấy nhận. Hỏi trường thì bảo đang chờ phân bổ.',
    ...{ field: 'policyBenefits', unit: 'TCCB', officer: 'tc1', named: ['AnhDuong'] },
  },
  {
    text: 'Bốc thăm vào mầm non. Sao thời buổi này vẫn phải bốc thăm cho con 3 tuổi đi học? Mầm non Hoa Mai 210 hồ sơ lấy 75. Bố mẹ đi làm công ty hết, gửi nhóm lớp tư thì 3 triệu. À mà trường cũng nên sửa cái cổng, mưa ngập đưa con vào khổ lắm.',
    ...{ field: 'admission', unit: 'GDMN', officer: 'mn1', named: ['HoaMaiMN'] },
  },
  {
    text: 'Hỏi mở trung tâm. Tôi mua lại trung tâm ngoại ngữ cũ của người khác, họ không sang tên giấy phép mà vẫn để tên giám đốc cũ, cứ thế dạy có bị sao không? Nhiều nơi quanh tôi cũng vậy.',
    ...{ field: 'privateCentres', unit: 'GDTX', officer: 'tx1', named: [] },
  },
  {
    text: 'Để quên cháu trên xe. Xe đưa đón của trường Hoa Phượng chiều thứ Ba để sót cháu lớp 2 ngủ ở hàng ghế cuối gần 40 phút, lái xe khóa cửa đi ăn. May trời mát. Tôi là phụ huynh cùng xe, bố mẹ cháu được trường "nói chuyện" nên không lên tiếng, tôi phải nói.',
    ...{ field: 'schoolSafety', unit: 'CTHS', officer: 'ct1', named: ['HoaPhuong'] },
  },
  {
    text: 'Giáo viên dạy quá kém. Cô dạy Hóa lớp 12 THPT Đình Vũ vào lớp chiếu slide đọc rồi ngồi bấm điện thoại, hỏi bài thì bảo tự tìm trên mạng. Cả lớp phải tự học. Năm cuối rồi, mong được đổi giáo viên.',
    ...{ field: 'staffConduct', unit: 'GDTrH', officer: 'trh2', named: ['DinhVu'] },
  },
  {
    text: 'Bằng ghi sai ngày sinh. Bằng THCS của em ghi sinh 1/10, khai sinh 10/1. Nay làm hồ sơ đi Nhật bị trả. Em học trường THCS Hải Sơn, Kiến Minh. Nộp hồ sơ chỉnh sửa cả tháng nay chưa thấy gì',
    ...{ field: 'diplomas', unit: 'QLCL', officer: 'ql2', named: ['HaiSonKM'] },
  },
  {
    text: 'Nghỉ thai sản. Em là giáo viên THPT Văn Úc, nghỉ sinh trùng hè có được nghỉ bù không ạ? Trường bảo không, trường bạn em thì có.',
    ...{ field: 'policyBenefits', unit: 'TCCB', officer: 'tc1', named: ['VanUc'] },
  },
  {
    text: 'Lớp 50 cháu 2 cái quạt. tiểu học phù liễn. lớp 48 cháu có 2 quạt trần, 1 cái kêu cọc cọc. xin lắp thêm quạt mà phải chờ "kinh phí" từ năm ngoái đến h',
    ...{ field: 'facilities', unit: 'KHTC', officer: 'khtc2', named: ['PhuLienTH'] },
  },
  {
    text: 'Sóng điện thoại. Thôn tôi không có sóng 4G, các cháu học trực tuyến phải ra đê. Nhà mạng hứa dựng trạm 2 năm rồi. Xin cho phủ sóng.',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'science' },
  },
  {
    text: 'Thịt có mùi. Bếp trường mẫu giáo Phù Liễn nhập thịt đông không nhãn mác, người nhà tôi làm phụ bếp kể lại, có hôm ngửi mùi rồi vẫn rửa nước muối nấu cho các cháu. Xin giấu tên người báo.',
    ...{ field: 'boardingMeals', unit: 'GDMN', officer: 'mn1', named: ['PhuLienMN'] },
  },
  {
    text: 'Cô giáo mắng học sinh. Cô chủ nhiệm lớp 9B THCS Vĩnh An gọi con tôi là "đồ óc lợn", bắt đứng ngoài hành lang cả tiết vì quên vở. Có ghi âm. Con về khóc bỏ cơm.',
    ...{ field: 'staffConduct', unit: 'GDTrH', officer: 'trh1', named: ['VinhAnTHCS'] },
  },
  {
    text: 'Trường không có nước sạch. Trường TH&THCS Gia Lạc dùng nước giếng khoan vàng khè, bể lọc hỏng. Con tôi lớp 7 mang nước từ nhà đi. Đã là năm 2026 rồi.',
    ...{ field: 'facilities', unit: 'KHTC', officer: 'khtc2', named: ['GiaLac'] },
  },
  {
    text: 'Phản ánh giáo viên trường khiếm thị. Giáo viên nội trú ở trường Ánh Dương hay quát mắng, giấu gậy của các cháu mù để phạt. Cháu tôi kể lại qua điện thoại.',
    ...{ field: 'staffConduct', unit: 'TTr', officer: 'ttr1', named: ['AnhDuong'] },
  },
  {
    text: 'Trung tâm tiếng Anh đóng cửa. Tôi đóng 28 triệu khóa 2 năm cho con ở TT Anh ngữ Sunny Kids đường Lạch Tray, học được 5 tháng thì trung tâm dán giấy "sửa chữa", gọi không ai bắt máy. Hơn 60 phụ huynh cùng cảnh. Đề nghị giúp chúng tôi đòi lại.',
    ...{ field: 'privateCentres', unit: 'GDTX', officer: 'tx1', named: [] },
  },
  {
    text: 'Hợp đồng mầm non. E là gv hợp đồng mầm non Sao Mai 9 năm, lương 4,1tr, ko được xét vào biên chế, người mới ra trường lại được. 9 năm thanh xuân của e. Chị em cùng trường 6 người như vậy.',
    ...{ field: 'policyBenefits', unit: 'TCCB', officer: 'tc1', named: ['SaoMai'] },
  },
  {
    text: 'HSG thành phố. Đề thi chọn học sinh giỏi thành phố môn Sinh lớp 12 câu 5 giống hệt đề của 1 tỉnh năm 2023, đáp án lại sai. Thầy trò chúng tôi đã gửi minh chứng. Đề nghị công bố lại kết quả.',
    ...{ field: 'admission', unit: 'QLCL', officer: 'ql1', named: [] },
  },
  {
    text: 'Môn học lựa chọn. Con đăng ký tổ hợp Lý - Hóa - Sinh - Tin, trường Bạch Đằng Giang xếp vào Sử - Địa - KTPL - Công nghệ vì "hết chỗ". Định hướng y dược của con coi như bỏ. Có được đổi không?',
    ...{ field: 'other', unit: 'GDTrH', officer: 'trh2', named: ['BachDangGiang'] },
  },
  {
    text: 'Ban giám hiệu. Hiệu phó THCS Nam Triệu chửi giáo viên giữa cuộc họp hội đồng, ném tập giáo án, dùng từ tục. Nhiều chị em khóc. Gv chúng tôi mong trên về dự một buổi họp cho biết.',
    ...{ field: 'staffConduct', unit: 'GDTrH', officer: 'trh1', named: ['NamTrieuTHCS'] },
  },
  {
    text: 'Xe đạp điện không đội mũ. Học sinh cấp 3 phóng xe máy điện, chở 3, lạng lách trên đường Bạch Đằng đêm thứ bảy nào cũng đua, nẹt pô. Dân không ngủ được. Đề nghị bắt hết.',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'police' },
  },
  {
    text: 'Nhận trẻ 24 tháng. Cho e hỏi trường mầm non Nam Triệu có nhận bé 20 tháng k, e hỏi trường thì cô bảo hết chỗ nhưng hàng xóm e vừa xin được tuần trước. Có tiêu cực gì ở đây không?',
    ...{ field: 'admission', unit: 'GDMN', officer: 'mn1', named: ['NamTrieuMN'] },
  },
  {
    text: 'Kế toán trường học. Tôi là nhân viên kế toán trường TH 15 năm, không có phụ cấp gì, lương thấp nhất trường. Nhân viên chúng tôi là con ghẻ của ngành à?',
    ...{ field: 'policyBenefits', unit: 'TCCB', officer: 'tc1', named: [] },
  },
  {
    text: 'Bằng tốt nghiệp 2025. Thi đỗ từ tháng 7 năm ngoái giờ vẫn chỉ có giấy chứng nhận tạm thời, trường Tràng Kênh bảo Sở chưa trả phôi. Em nộp hồ sơ du học mà trường bên kia đòi bản chính.',
    ...{ field: 'diplomas', unit: 'QLCL', officer: 'ql2', named: ['TrangKenh'] },
  },
  {
    text: 'Sổ đỏ. Nhà tôi hiến 120m2 đất làm trường từ 1995, nay cấp lại sổ vẫn ghi đủ diện tích cũ, chi nhánh đăng ký đất đai trả hồ sơ 2 lần. Xin hướng dẫn tách.',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'agriculture' },
  },
  {
    text: 'Trẻ đi lạc khỏi trường. Hôm 12/9 cháu 3 tuổi nhà tôi tự đi ra khỏi cổng trường mầm non Sao Mai, người bán xôi giữ lại được. 20 phút sau cô mới biết. Cả nhà còn run tay.',
    ...{ field: 'schoolSafety', unit: 'GDMN', officer: 'mn1', named: ['SaoMai'] },
  },
  {
    text: 'Tuyển sinh lớp 6. Cháu tốt nghiệp tiểu học Vĩnh An xin vào THCS Nam Triệu vì bố mẹ mới mua nhà ở đó, trường yêu cầu thi đánh giá năng lực mới nhận. Trường công mà cũng phải thi à?',
    ...{ field: 'admission', unit: 'GDTrH', officer: 'trh1', named: ['VinhAnTH', 'NamTrieuTHCS'] },
  },
  {
    text: 'Mất bằng cấp 3. Tôi tốt nghiệp năm 1998 trường Bến Nghiêng, bằng mất do cháy nhà, nay đi làm cần bản sao thì phải làm sao? trường bây giờ tên khác rồi.',
    ...{ field: 'diplomas', unit: 'QLCL', officer: 'ql2', named: ['TranQuangSon'] },
  },
  {
    text: 'day them. co giao chu nhiem lop 4 o kim ngan day them tai nha, 1 thang 800 nghin, chau nao khong di hoc thi tren lop bi goi len bang suot, kiem tra toan diem kem. chau nha toi so khong dam den lop. de nghi so xu ly',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['KimNgan'] },
  },
  {
    text: 'Sự việc ở lớp. Mấy hôm nay con ko chịu đi học, hỏi mãi mới nói bị bạn cùng lớp nhốt trong kho dụng cụ thể dục. Lớp 7, trường Hải Sơn.',
    ...{ field: 'schoolSafety', unit: 'CTHS', officer: 'ct1', named: ['HaiSonKM', 'HaiSonDK'] },
  },
  {
    text: 'trung tam tin hoc ban chung chi. trung tam tin hoc o ninh giang rao ban chung chi ung dung cntt co ban khong can thi, 3 trieu mot cai, 5 ngay lay. em co chup man hinh',
    ...{ field: 'privateCentres', unit: 'GDTX', officer: 'tx1', named: [] },
  },
  {
    text: 'Lịch nghỉ tết. bao giờ có lịch nghỉ tết của các cháu v ạ',
    ...{ field: 'other', unit: 'VP', officer: 'vp1', named: [] },
  },
  {
    text: 'Căn cước cho con. Con e 14 tuổi làm căn cước 2 tháng chưa có, trường đòi nộp mã căn cước để đăng ký thi. Chỗ làm bảo đợi dữ liệu.',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'police' },
  },
  {
    text: 'Bữa ăn của con. Khay cơm 28 nghìn của con lớp 3 Kim Ngân: 2 miếng giò mỏng, canh không thấy rau. Nhìn ảnh con bạn chụp lén mà rơi nước mắt. Tiền của chúng tôi đi đâu?',
    ...{ field: 'boardingMeals', unit: 'GDTH', officer: 'th1', named: ['KimNgan'] },
  },
  {
    text: 'Giờ đón trẻ. Mầm non Vàng Anh 16h đã đóng cửa lớp, công nhân 17h mới tan ca. Mong có lớp trông muộn, chúng em sẵn sàng theo quy định.',
    ...{ field: 'other', unit: 'GDMN', officer: 'mn1', named: ['VangAnh'] },
  },
  {
    text: 'Đồng phục. Áo đồng phục trường bán 280k một cái, ra ngoài may y hệt 130k. Không mua thì không cho vào cổng. Con học lớp 6 mỗi năm lại đổi mẫu. Các ông bà làm giáo dục hay làm may mặc?',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: [] },
  },
  {
    text: 'Đánh nhau sau giờ học. Hs Tràng Kênh kéo sang cổng THCS Nam Triệu chặn đánh hs lớp 9 chiều thứ 6, có mang gậy bóng chày. Bảo vệ đứng nhìn. Hai trường cùng bảo ngoài cổng không phải việc của trường.',
    ...{ field: 'schoolSafety', unit: 'CTHS', officer: 'ct1', named: ['TrangKenh', 'NamTrieuTHCS'] },
  },
  {
    text: 'Lớp 1 đăng ký online lỗi. Đăng ký tuyển sinh đầu cấp trên mạng cho bé vào lớp 1 Lạc Viên Đông, nhập mã định danh báo "không thuộc địa bàn" trong khi nhà ở đối diện cổng trường. Mai hết hạn rồi!!!',
    ...{ field: 'admission', unit: 'GDTH', officer: 'th1', named: ['LacVienDong'] },
  },
  {
    text: 'Không cho chuyển lớp/ chuyển trường. Vợ chồng tôi ly hôn, con về ở với mẹ tại Tiên Lãng. Hiệu trưởng THCS Vĩnh An giữ học bạ, nói phải có bố ký mới cho rút trong khi tòa đã giao con cho tôi. Cháu nghỉ học 3 tuần nay rồi, lớp 7.',
    ...{ field: 'other', unit: 'GDTrH', officer: 'trh1', named: ['VinhAnTHCS'] },
  },
  {
    text: 'quan net choi khuya. quan net doi dien thpt hon dau mo den 3h sang, hoc sinh ra vao, co ca danh bac tren may ban ca doi tien. nho co quan chuc nang dep',
    ...{ field: 'other', unit: null, officer: null, named: ['HonDau'], agency: 'police' },
  },
  {
    text: 'Thưởng học sinh giỏi quốc gia. Con tôi giải nhì quốc gia năm 2025, HĐND có nghị quyết thưởng, đến giờ gần 1 năm chưa nhận. Trường chuyên Hải Bình nói hồ sơ đã nộp. Hải Dương cũ và HP cũ mức thưởng khác nhau thì áp dụng mức nào?',
    ...{ field: 'policyBenefits', unit: 'TCCB', officer: 'tc1', named: ['HaiBinh'] },
  },
  {
    text: 'Tuyển sinh lớp 1 trái tuyến. Nhà em có sổ tạm trú ở phường Đông Khê 2 năm, con được 6 tuổi nhưng trường gần nhà không nhận, bảo ưu tiên thường trú. Trường xa 5km thì còn chỗ. Vậy con em học ở đâu ạ?',
    ...{ field: 'admission', unit: 'GDTH', officer: 'th1', named: [] },
  },
  {
    text: 'Trường bắt hs lao động. Thứ 7 nào hs THPT Cát Vàng cũng phải đi nhổ cỏ, quét sơn, nhà trường gọi là "trải nghiệm", tính vào điểm rèn luyện. Có bạn say nắng. Học sinh chứ có phải nhân công đâu.',
    ...{ field: 'other', unit: 'GDTrH', officer: 'trh2', named: ['CatVang'] },
  },
  {
    text: 'Một cửa nghỉ sớm. Tôi đi từ Chí Linh xuống hơn 70km, 16h10 đến quầy tiếp nhận của Sở GD thì bàn trống không, bảo vệ nói về rồi. Trên bảng ghi làm đến 17h. Từ ngày nhập tỉnh dân Hải Dương cũ khổ thế này đây.',
    ...{ field: 'procedures', unit: 'VP', officer: 'vp1', named: [] },
  },
  {
    text: 'Thầy nhắn tin. Thầy chủ nhiệm lớp 11 hay nhắn tin đêm cho các bạn nữ khen xinh, rủ đi cà phê, thả tim ảnh. Chưa có gì quá nhưng tụi em thấy ghê. THPT Cát Vàng B ạ, đừng nói em gửi',
    ...{ field: 'staffConduct', unit: 'GDTrH', officer: 'trh2', named: ['CatVangB'] },
  },
];
