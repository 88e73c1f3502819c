import type { LabelledPaper } from './labelled-paper.js';

/** See `READER_PAPERS_1`. */
export const READER_PAPERS_3: readonly LabelledPaper[] = [
  {
    text: 'Hóa đơn tiền điện. Tiền điện tháng này gấp đôi dù nhà chỉ có 2 ông bà với cháu đi học lớp 5 trường Kim Ngân về. Công tơ treo trên cột trước cổng trường chạy nhanh bất thường. Đề nghị kiểm định.',
    ...{ field: 'other', unit: null, officer: null, named: ['KimNgan'], agency: 'electricity' },
  },
  {
    text: 'Vape. Học sinh Văn Úc hút thuốc lá điện tử trong nhà vệ sinh như cái chợ, có em lớp 10 ngất phải đi viện. Phụ huynh mong nhà trường và Sở có biện pháp.',
    ...{ field: 'schoolSafety', unit: 'CTHS', officer: 'ct1', named: ['VanUc'] },
  },
  {
    text: 'Chốt sổ. Em là gv nghỉ việc 5 tháng, trường đã đóng đủ, chốt sổ BHXH bị treo trên hệ thống do trùng mã từ hồi em làm công ty bên Hải Dương. Đi lại 4 lần.',
    ...{ field: 'policyBenefits', unit: null, officer: null, named: [], agency: 'socialInsurance' },
  },
  {
    text: 'Chuyển trường. Thủ tục chuyển trường cho con lớp 10 từ Hà Nội về Hải Phòng cần giấy tờ gì, nộp ở đâu, nộp mạng được không? Em hỏi 3 nơi 3 câu trả lời khác nhau.',
    ...{ field: 'procedures', unit: 'VP', officer: 'vp1', named: [] },
  },
  {
    text: 'Học bạ số. VNeID của cháu không hiện học bạ, trường THCS Nam Triệu nói đã đẩy dữ liệu, mà trang tra cứu báo sai mã. Lớp 9 sắp xét tuyển rồi.',
    ...{ field: 'other', unit: 'GDTrH', officer: 'trh1', named: ['NamTrieuTHCS'] },
  },
  {
    text: 'Đèn đường. đèn tín hiệu ngã tư gần cầu Rào hỏng cả tuần, hs đi học sáng sớm loạn hết cả lên',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'construction' },
  },
  {
    text: 'Tiền photo, tiền nước, tiền gửi xe.... Cháu nhà tôi cấp 3 một tháng đủ thứ tiền: photo đề 100, nước uống 20, gửi xe đạp điện 60, vệ sinh 30, thẻ học sinh 50. Nhà tôi ba đứa, mẹ làm công nhân Đình Vũ lương 7 triệu. Tôi không dám kêu vì sợ con bị để ý. Mong các bác nghĩ cho dân.',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: [] },
  },
  {
    text: 'Hàng quán lấn vỉa hè. Vỉa hè trước THCS Hải Sơn (Đông Khê) bị quán phở, quán trà đá chiếm hết, hs phải đi xuống lòng đường.',
    ...{ field: 'schoolSafety', unit: null, officer: null, named: ['HaiSonDK'], agency: 'commune' },
  },
  {
    text: 'Xac minh bang. cong ty chung toi can xac minh bang tot nghiep bo tuc thpt cua 12 lao dong hoc tai trung tam lach tray nam 2015 nghi la bang gia, gui cong van roi chua duoc tra loi',
    ...{ field: 'diplomas', unit: 'QLCL', officer: 'ql2', named: ['LachTray'] },
  },
  {
    text: 'Trung tâm gia sư. Cạnh nhà mở trung tâm luyện thi 6 phòng, xe máy phụ huynh chặn hết ngõ, 22h vẫn đọc bài ầm ầm. Hỏi giấy phép thì bảo đang xin. Đề nghị kiểm tra xem được cấp phép chưa.',
    ...{ field: 'privateCentres', unit: 'GDTX', officer: 'tx1', named: [] },
  },
  {
    text: 'Lừa đảo giả danh trường. Có người gọi điện tự xưng giáo viên báo con tôi cấp cứu ở viện Việt Tiệp, bảo chuyển 30 triệu mổ gấp. Tôi hoảng quá chuyển rồi mới biết con vẫn ở lớp. Số tài khoản còn đây. Con học THPT Cầu Rào.',
    ...{ field: 'other', unit: null, officer: null, named: ['CauRao'], agency: 'police' },
  },
  {
    text: 'Tăng chỉ tiêu. Hải Phòng mới gộp Hải Dương sao chỉ tiêu công lập lớp 10 không tăng? 40% các cháu đi đâu? Thi vào 10 khó hơn đại học. Ở khu tôi chỉ có mỗi THPT Đình Vũ, năm nay điểm chuẩn 33.',
    ...{ field: 'admission', unit: 'QLCL', officer: 'ql1', named: ['DinhVu'] },
  },
  {
    text: 'Xe buýt học sinh. Tuyến buýt số 7 bỏ chuyến 6h15, hơn 30 hs ở xã An Lão không kịp vào lớp. Đề nghị khôi phục chuyến sáng, dán lịch ở bến.',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'construction' },
  },
  {
    text: 'Xe buyt. lai xe buyt duoi hoc sinh xuong giua duong vi ve thang het han 1 ngay, bien so 15b. chau lop 6 dung khoc o chan cau van uc',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'construction' },
  },
  {
    text: 'Phân biệt đối xử. Con tôi tự kỷ nhẹ học hòa nhập lớp 2 tiểu học Phù Liễn. Cô xếp ngồi một mình cuối lớp, nói với cả lớp "đừng chơi với bạn kẻo lây". Tôi lên gặp hiệu trưởng, cô khóc lóc bảo chỉ nói đùa. Các anh chị thử là bố mẹ xem.',
    ...{ field: 'staffConduct', unit: 'GDTH', officer: 'th1', named: ['PhuLienTH'] },
  },
  {
    text: 'Mất điện. mất điện suốt tối, con lớp 12 ôn thi bằng nến',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'electricity' },
  },
  {
    text: 'Ngoại khóa. Trường THPT Cửa Thái Bình cho 300 hs đi tham quan, xe 45 chỗ nhét 61 cháu, có cháu ngồi ghế nhựa giữa lối đi. Có video. Giáo viên đi cùng thấy mà không nói gì.',
    ...{ field: 'schoolSafety', unit: 'CTHS', officer: 'ct1', named: ['CuaThaiBinh'] },
  },
  {
    text: 'Phúc khảo lớp 10. Con em thi vào 10 môn Văn được 4,25 trong khi cả năm 8 phẩy, thiếu 0,25 điểm là đỗ Cầu Rào. Phúc khảo thì trả lời không thay đổi, em xin được xem bài thi. Nhà em mất ngủ cả tháng nay, cháu không ăn uống gì, hai vợ chồng làm công nhân ca đêm không biết kêu ai, có người bảo viết đơn lên đây thì em viết. Mong các bác cho xem lại bài của cháu.',
    ...{ field: 'admission', unit: 'QLCL', officer: 'ql1', named: ['CauRao'] },
  },
  {
    text: 'Xac nhan ho ngheo. xin ubnd xa cap giay xac nhan ho can ngheo cho con di hoc ma can bo hen 4 lan, moi lan mot ly do. con toi sap het han nop',
    ...{ field: 'policyBenefits', unit: null, officer: null, named: [], agency: 'commune' },
  },
  {
    text: 'Y tế học đường. Trường TH Lạc Viên Đông 1300 hs mà không có cán bộ y tế, cháu nào đau bụng sốt là gọi bố mẹ bỏ việc đến đón. Phòng y tế khóa cửa làm kho.',
    ...{ field: 'other', unit: 'GDTH', officer: 'th1', named: ['LacVienDong'] },
  },
  {
    text: 'Cô nhét cơm. Xem camera thấy cô lớp bột trường Nam Triệu bóp miệng nhồi cơm, cháu nôn ra cô xúc lại. Con tôi 2 tuổi!!! Tôi có clip 3 phút.',
    ...{ field: 'staffConduct', unit: 'GDMN', officer: 'mn1', named: ['NamTrieuMN'] },
  },
  {
    text: 'Phản ánh qua 1022 – khoản thu mầm non. Trường mầm non Vàng Anh thu 150.000đ/tháng tiền học múa, 200.000đ tiếng Anh, 120.000đ kỹ năng sống. Không đăng ký thì giờ đó con bị đưa sang lớp khác ngồi chơi một mình. Phụ huynh đề nghị làm rõ.',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['VangAnh'] },
  },
  {
    text: 'Máy tính phòng Tin. Phòng Tin THPT Hòn Dáu 40 máy thì 13 máy lên được, mạng rớt liên tục, 3 em 1 máy. Năm nay thi tốt nghiệp có môn Tin mà học thế này thì thi gì. Phụ huynh sẵn sàng ủng hộ nếu được phép.',
    ...{ field: 'facilities', unit: 'HonDau', officer: 'o:HonDau', named: ['HonDau'] },
  },
  {
    text: 'Tiền ăn bán trú. Em có bé ăn bán trú lớp 1 trường Lạc Viên Đông. Nghỉ ốm 6 buổi có xin phép trước mà cuối tháng ko được trừ tiền ăn, hỏi thì cô bảo nhà bếp chốt rồi. Mấy tháng rồi tháng nào cũng vậy, cộng lại gần 500k. Em hỏi kế toán thì kế toán chỉ sang cô, cô chỉ sang kế toán.',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['LacVienDong'] },
  },
  {
    text: 'Camera lớp mẫu giáo. Con tôi học mầm non Hoa Mai về có vết cào dài trên má và bầm ở đùi. Cô bảo các bạn tranh đồ chơi. Tôi xin xem camera thì trường nói hỏng đúng hôm đó. Đề nghị kiểm tra việc trông giữ trẻ.',
    ...{ field: 'schoolSafety', unit: 'GDMN', officer: 'mn1', named: ['HoaMaiMN'] },
  },
  {
    text: 'Thầy giáo phát ngôn trên facebook. Một người tự nhận là giáo viên ở Hải Phòng, nick "Thầy Tuấn Yêu Toán", lên mạng chửi phụ huynh là lũ ký sinh, dọa cho hs ở lại lớp. Không rõ dạy trường nào. Đề nghị xác minh, làm xấu mặt ngành.',
    ...{ field: 'staffConduct', unit: 'TTr', officer: 'ttr1', named: [] },
  },
  {
    text: 'Thái độ cán bộ trung tâm. Lên Trung tâm GDTX Sao Biển hỏi lịch học bổ túc, cô văn phòng quát "chữ to thế không đọc à", tôi 52 tuổi đi học để giữ việc làm bảo vệ chứ có sung sướng gì.',
    ...{ field: 'staffConduct', unit: 'TTr', officer: 'ttr1', named: ['SaoBien'] },
  },
  {
    text: 'Bác sĩ khám. Phòng khám tư cấp giấy khám sức khỏe cho giáo viên nộp hồ sơ mà không khám gì, nộp tiền là có dấu, 250 nghìn. Như vậy thì khám làm gì?',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'health' },
  },
  {
    text: 'Dau bung. hom qua 23 chau o tieu hoc hoa mai dau bung non sau bua trua co mon thit vien, nha truong bao do thoi tiet. de nghi kiem tra bep',
    ...{ field: 'boardingMeals', unit: 'GDTH', officer: 'th1', named: ['HoaMaiTH'] },
  },
  {
    text: 'xin hoc lop 1 som. chau sinh 3/1/2020 thieu 3 ngay, biet doc biet viet het roi, gia dinh muon xin cho chau vao lop 1 nam nay o hoa mai co duoc khong a',
    ...{ field: 'admission', unit: 'GDTH', officer: 'th1', named: ['HoaMaiTH'] },
  },
  {
    text: 'v/v thu tiền sách tham khảo. Đầu năm lớp 5 nhận bộ sách 680 nghìn trong đó sgk có 200, còn lại toàn vở bài tập, sách bổ trợ, luyện viết. Không cho mua lẻ. Gọi là "combo". Trường TH Vĩnh An.',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['VinhAnTH'] },
  },
  {
    text: 'Thiếu sách giáo khoa. lớp 4 Nam Triệu chưa có sách Sử Địa, 3 tuần rồi',
    ...{ field: 'other', unit: 'GDTH', officer: 'th1', named: ['NamTrieuTH'] },
  },
  {
    text: 'Bàn ghế cấp 3 quá thấp. Con tôi cao 1m75 học lớp 12 ngồi cái bàn như của hs lớp 6, về kêu đau lưng suốt. Đề nghị các trường cấp 3 của thành phố thay bàn ghế.',
    ...{ field: 'facilities', unit: 'KHTC', officer: 'khtc2', named: [] },
  },
  {
    text: 'Căng tin. xúc xích bẩn, ko nhãn mác, c3 Hòn Dấu',
    ...{ field: 'boardingMeals', unit: 'CTHS', officer: 'ct1', named: ['HonDau'] },
  },
  {
    text: 'Quỹ lớp mẫu giáo. Cô giáo lớp 4 tuổi, mẫu giáo Phù Liễn, tháng nào cũng nhờ phụ huynh mua giấy vệ sinh, nước lau sàn, khăn lau, đồ chơi, mỗi tháng cả nhóm góp 100k mà hóa đơn không có. Ai ko góp thì cô nói "mẹ con A kẹt tiền lắm à" trước mặt con. Buồn.',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['PhuLienMN'] },
  },
  {
    text: 'Thời khóa biểu. Hs lớp 9 trường THCS Phù Liễn phải ở lại học thêm tiết 6, tiết 7 đến 18h, nhà trường không thu tiền nhưng bắt buộc, con không ăn nổi cơm tối, 11h đêm chưa xong bài. Xin giảm tải.',
    ...{ field: 'other', unit: 'GDTrH', officer: 'trh1', named: ['PhuLienTHCS'] },
  },
  {
    text: 'dien thoai trong lop. de nghi cam han dien thoai trong truong cap 3, con toi hoc hoa phuong lop 11 suot ngay om may choi game trong gio',
    ...{ field: 'other', unit: 'GDTrH', officer: 'trh2', named: ['HoaPhuong'] },
  },
  {
    text: 'Phản ánh cơ sở vật chất. THPT Cát Vàng B chưa có nhà đa năng, học thể dục và quốc phòng ngoài nắng 38 độ. Xã đã có đất dự trữ ngay sau trường. Cử tri đề nghị sớm xây.',
    ...{ field: 'facilities', unit: 'CatVangB', officer: 'o:CatVangB', named: ['CatVangB'] },
  },
  {
    text: 'Đơn đề nghị. Kính gửi: Sở Giáo dục và Đào tạo thành phố Hải Phòng.\nTôi là Nguyễn Thị H., phụ huynh học sinh lớp 10 Trường Phổ thông nhiều cấp Hoa Phượng. Tháng 6 tôi đã nộp 45 triệu đồng giữ chỗ và học phí học kỳ I. Tháng 7 cháu đỗ trường công lập, tôi xin rút hồ sơ, nhà trường đồng ý trả hồ sơ nhưng giữ lại toàn bộ số tiền với lý do "phí đã nộp không hoàn lại". Bản cam kết tôi ký không có điều khoản này. Đề nghị Sở xem xét, yêu cầu nhà trường hoàn trả.\nTrân trọng.',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['HoaPhuong'] },
  },
  {
    text: 'Giật tóc, trấn tiền. Cháu tôi lớp 5 trường Gia Lạc bị mấy anh lớp 8 cùng trường trấn tiền ăn sáng mỗi ngày 10 nghìn, cả tháng nay, không đưa thì bị giật tóc, dọa đánh. Ông bà nuôi vì bố mẹ cháu đi xuất khẩu lao động. Ông viết thay, mắt kém mong thông cảm.',
    ...{ field: 'schoolSafety', unit: 'CTHS', officer: 'ct1', named: ['GiaLac'] },
  },
  {
    text: 'Tiêm vắc xin. Trạm y tế tiêm sởi cho trẻ mầm non mà không khám sàng lọc, không dặn gì, con tôi sốt 40 độ nằm viện 4 ngày. Trường Mầm non Sao Mai chỉ cho mượn chỗ.',
    ...{ field: 'other', unit: null, officer: null, named: ['SaoMai'], agency: 'health' },
  },
  {
    text: 'Tài trợ lắp màn hình. Trường TH Nam Triệu vận động mỗi lớp 1 tivi 75 inch, chia đầu hs 900k. Lớp con tôi tivi cũ vẫn dùng tốt. Hiệu trưởng nói có chủ trương của trên. Cho hỏi chủ trương nào?',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['NamTrieuTH'] },
  },
  {
    text: 'Hoc sinh ngheo. nha toi ho ngheo co so, chau hoc thpt nui voi ma khong duoc ho tro chi phi hoc tap 150 nghin mot thang, co van phong bao het dot roi',
    ...{ field: 'policyBenefits', unit: 'TCCB', officer: 'tc1', named: ['NuiVoi'] },
  },
  {
    text: 'Xin đầu tư trường. Trường THCS Hải Sơn ở xã Kiến Minh xây từ năm 1994, dãy nhà cấp 4 mái ngói mục, 7 phòng học cho 11 lớp, phải học ca. Nhân dân 3 thôn làm đơn này kính mong cấp trên quan tâm bố trí vốn. (kèm 62 chữ ký)',
    ...{ field: 'facilities', unit: 'KHTC', officer: 'khtc2', named: ['HaiSonKM'] },
  },
  {
    text: 'Thi công chức xã. Tôi đỗ vòng 1 thi tuyển công chức xã chuyên môn văn hóa xã hội, danh sách vòng 2 không có tên. Trước là giáo viên mầm non 8 năm.',
    ...{ field: 'policyBenefits', unit: null, officer: null, named: [], agency: 'homeAffairs' },
  },
  {
    text: 'Nhà vệ sinh THPT Núi Voi. Nhà vệ sinh khu nhà B trường THPT Núi Voi hỏng từ hè, 500 nữ sinh dùng 3 buồng, bốc mùi sang cả lớp học. Các cháu nhịn cả buổi, có cháu viêm đường tiết niệu. Mong sửa gấp.',
    ...{ field: 'facilities', unit: 'NuiVoi', officer: 'o:NuiVoi', named: ['NuiVoi'] },
  },
  {
    text: 'Xe đưa đón tăng giá. Trường Hoa Phượng thông báo tăng phí xe bus đưa đón từ 1,2 lên 1,9 triệu/tháng giữa năm học, cấp 1 cấp 2 như nhau. Hợp đồng ký cả năm. PH phản đối thì trả lời không đi thì thôi.',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['HoaPhuong'] },
  },
  {
    text: 'Giáo viên nước ngoài dởm. Thầy Tây ở trung tâm gần nhà tôi nói tiếng Anh sai bét, hỏi ra là khách du lịch ba lô, không bằng cấp. Thu 3tr/tháng. Có ai kiểm tra mấy chỗ này ko?',
    ...{ field: 'privateCentres', unit: 'GDTX', officer: 'tx1', named: [] },
  },
  {
    text: 'Nguyện vọng lớp 10. điền nhầm nv1 nv2 lớp 10 thì sửa thế nào ạ, nv1 con muốn Bạch Đằng mà cô nhập thành Bạch Đằng Giang, hệ thống khóa rồi. cô chủ nhiệm lớp 9 bảo do phụ huynh ký. huhu cứu con với',
    ...{ field: 'admission', unit: 'QLCL', officer: 'ql1', named: ['BachDang', 'BachDangGiang'] },
  },
  {
    text: 'phi nop ho so. cho hoi nop ho so tren dich vu cong ve giao duc co mat phi khong sao can bo huong dan lai bao ra quan photo canh do nho ho lam ho het 200 nghin',
    ...{ field: 'procedures', unit: 'VP', officer: 'vp1', named: [] },
  },
];
