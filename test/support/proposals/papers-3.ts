import type { LabelledPaper } from './labelled-paper.js';

/** Benefits, private centres, other matters, two matters in one, and what is other agencies' work. */
export const PAPERS_3: readonly LabelledPaper[] = [
  {
    text: 'Tôi là giáo viên hợp đồng trường THCS Phù Liễn 8 năm chưa được nâng lương, không được đóng bảo hiểm đầy đủ. Kính mong Sở xem xét.',
    ...{ field: 'policyBenefits', unit: 'TCCB', officer: 'tc1', named: ['PhuLienTHCS'] },
  },
  {
    text: 'Giáo viên mầm non Vàng Anh bị chậm lương ba tháng nay, phụ cấp ưu đãi cũng không có.',
    ...{ field: 'policyBenefits', unit: 'TCCB', officer: 'tc1', named: ['VangAnh'] },
  },
  {
    text: 'Con tôi thuộc hộ cận nghèo học trường Cát Vàng, đã nộp hồ sơ hỗ trợ chi phí học tập từ tháng 9 đến nay chưa nhận được đồng nào.',
    ...{ field: 'policyBenefits', unit: 'KHTC', officer: 'khtc1', named: ['CatVang'] },
  },
  {
    text: 'hoi ve che do thua gio cua giao vien THPT Van Uc nam hoc vua roi chua thanh toan, ke toan noi het tien',
    ...{ field: 'policyBenefits', unit: 'TCCB', officer: 'tc1', named: ['VanUc'] },
  },
  {
    text: 'Cháu khuyết tật học hòa nhập ở tiểu học Phù Liễn có được miễn giảm và nhận học bổng không, mức bao nhiêu?',
    ...{ field: 'policyBenefits', unit: 'KHTC', officer: 'khtc1', named: ['PhuLienTH'] },
  },
  {
    text: 'Kết quả thi tuyển viên chức giáo viên của thành phố chấm điểm vòng 2 không công khai, tôi đề nghị được xem bài.',
    ...{ field: 'policyBenefits', unit: 'TCCB', officer: 'tc1', named: [] },
  },
  {
    text: 'Trợ cấp thôi việc của tôi (nhân viên thư viện trường Bạch Đằng Giang) chưa được giải quyết sau khi sắp xếp lại biên chế.',
    ...{ field: 'policyBenefits', unit: 'TCCB', officer: 'tc1', named: ['BachDangGiang'] },
  },
  {
    text: 'Luân chuyển giáo viên về đảo Ngọc không đúng thứ tự, người có con nhỏ dưới 36 tháng vẫn bị điều đi.',
    ...{ field: 'policyBenefits', unit: 'TCCB', officer: 'tc1', named: [] },
  },
  {
    text: 'Học sinh con em đồng bào xã đảo có được cấp gạo và tiền ở theo nghị định 66 không, cháu tôi học nội trú trường Hoa Phượng.',
    ...{ field: 'policyBenefits', unit: 'KHTC', officer: 'khtc1', named: ['HoaPhuong'] },
  },
  {
    text: 'Trung tâm ngoại ngữ Ánh Sao Xanh thu trọn khóa 24 triệu rồi đóng cửa, không trả lại tiền cho học viên.',
    ...{ field: 'privateCentres', unit: 'GDTX', officer: 'tx1', named: [] },
  },
  {
    text: 'trung tam tieng anh o duong le loi khong co giay phep ma van chieu sinh, giao vien tay khong co bang cap gi',
    ...{ field: 'privateCentres', unit: 'GDTX', officer: 'tx1', named: [] },
  },
  {
    text: 'Trung tâm dạy kỹ năng sống Bé Ngoan hoạt động trong nhà dân, quảng cáo liên kết với trường TH Hoa Mai. Có được cấp phép không?',
    ...{ field: 'privateCentres', unit: 'GDTX', officer: 'tx1', named: ['HoaMaiTH'] },
  },
  {
    text: 'Nhóm trẻ tư thục ở ngõ 12 Trần Phú trông 30 cháu trong phòng 20 mét vuông, không có giấy phép.',
    ...{ field: 'privateCentres', unit: 'GDTX', officer: 'tx1', named: [] },
  },
  {
    text: 'Lớp luyện thi IELTS cam kết đầu ra 6.5 không đạt hoàn tiền nhưng giờ trung tâm chối, đề nghị cơ quan cấp phép vào cuộc.',
    ...{ field: 'privateCentres', unit: 'GDTX', officer: 'tx1', named: [] },
  },
  {
    text: 'Trung tâm tin học ngoại ngữ bán chứng chỉ không cần học, chỉ cần nộp 3 triệu. Tôi có ghi âm.',
    ...{ field: 'privateCentres', unit: 'GDTX', officer: 'tx1', named: [] },
  },
  {
    text: 'Cơ sở du học HQ Group thu tiền cọc 60 triệu hứa đi Hàn rồi khất lần, họ nói được Sở cấp phép tư vấn du học.',
    ...{ field: 'privateCentres', unit: 'GDTX', officer: 'tx1', named: [] },
  },
  {
    text: 'Đề nghị Sở cho học sinh tiểu học nghỉ học khi nhiệt độ dưới 10 độ và nhắn tin cho phụ huynh từ tối hôm trước.',
    ...{ field: 'other', unit: 'GDTH', officer: 'th1', named: [] },
  },
  {
    text: 'Thời khóa biểu trường THPT Cầu Rào xếp 7 tiết buổi sáng liền nhau, các cháu quá tải, mong sắp xếp lại.',
    ...{ field: 'other', unit: 'GDTrH', officer: 'trh2', named: ['CauRao'] },
  },
  {
    text: 'Góp ý bộ sách giáo khoa mới lớp 3 quá nặng, môn Tiếng Việt nhiều từ khó, mong lựa chọn lại.',
    ...{ field: 'other', unit: 'GDTH', officer: 'th1', named: [] },
  },
  {
    text: 'Trường mầm non Hoa Mai đổi giờ đón trẻ thành 16h15, công nhân chúng tôi 17h mới tan ca không đón kịp. Xin cho trông muộn.',
    ...{ field: 'other', unit: 'GDMN', officer: 'mn1', named: ['HoaMaiMN'] },
  },
  {
    text: 'Kiến nghị đưa môn bơi vào dạy chính khóa ở các trường cấp 2 toàn thành phố.',
    ...{ field: 'other', unit: 'GDTrH', officer: 'trh1', named: [] },
  },
  {
    text: 'Xin cảm ơn thầy cô trường Ánh Dương đã tận tình với cháu nhà tôi. Mong Sở biểu dương.',
    ...{ field: 'other', unit: 'VP', officer: 'vp1', named: ['AnhDuong'] },
  },
  {
    text: 'Bài tập về nhà lớp 6 trường Gia Lạc quá nhiều, cháu thức đến 12 giờ đêm. Đề nghị giảm tải chương trình.',
    ...{ field: 'other', unit: 'GDTrH', officer: 'trh1', named: ['GiaLac'] },
  },
  {
    text: 'Loa phát thanh của trường THPT Tràng Kênh mở quá to từ 6h sáng, nhà dân xung quanh không ngủ được.',
    ...{ field: 'other', unit: 'GDTrH', officer: 'trh2', named: ['TrangKenh'] },
  },
  {
    text: 'Trường TH Nam Triệu vừa thu 300k tiền vệ sinh vừa để nhà vệ sinh bẩn. Chủ yếu tôi muốn hỏi khoản thu này có đúng không.',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['NamTrieuTH'] },
  },
  {
    text: 'Hai việc: cô giáo lớp 11 THPT Đình Vũ xúc phạm con tôi trước lớp; và trường thu tiền thi thử 100k mỗi môn. Mong giải quyết việc cô giáo trước.',
    ...{ field: 'staffConduct', unit: 'GDTrH', officer: 'trh2', named: ['DinhVu'] },
  },
  {
    text: 'Cháu bị bạn đánh ở trường THCS Hải Sơn phường Đông Khê, khi vào viện gia đình tự chi trả. Ngoài ra cô chủ nhiệm còn bắt học thêm.',
    ...{ field: 'schoolSafety', unit: 'CTHS', officer: 'ct1', named: ['HaiSonDK'] },
  },
  {
    text: 'Trường mầm non Nam Triệu vừa thiếu bàn ghế vừa cho các con ăn cơm thừa hôm trước. Xin kiểm tra bữa ăn của các con.',
    ...{ field: 'boardingMeals', unit: 'GDMN', officer: 'mn1', named: ['NamTrieuMN'] },
  },
  {
    text: 'Cấp bằng chậm và thái độ cán bộ phòng văn bằng rất tệ, tôi đi lại 4 lần chưa nhận được bằng tốt nghiệp.',
    ...{ field: 'diplomas', unit: 'QLCL', officer: 'ql2', named: [] },
  },
  {
    text: 'Truờng THPT Cát Vàng chuyển con tôi sang lớp khác vì không học thêm, trong khi lớp đó đã 52 cháu. Thu tiền học thêm 25 nghìn 1 tiết.',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['CatVang'] },
  },
  {
    text: 'Đường vào khu dân cư số 4 ổ gà ổ voi, trời mưa xe học sinh ngã suốt, đề nghị ngành giao thông sửa đường.',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'construction' },
  },
  {
    text: 'Đèn tín hiệu ngã tư gần trường THCS Vĩnh An hỏng hơn một tuần, xe cộ lộn xộn.',
    ...{ field: 'other', unit: null, officer: null, named: ['VinhAnTHCS'], agency: 'construction' },
  },
  {
    text: 'Quán karaoke cạnh nhà tôi hát đến 1 giờ đêm, con tôi không học được, gọi công an phường không ra.',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'commune' },
  },
  {
    text: 'Nha may gan khu tai dinh cu xa khoi khet let, moi dem khong chiu noi',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'agriculture' },
  },
  {
    text: 'Tôi bị chậm chi trả lương hưu tháng này qua bưu điện, đề nghị giải quyết.',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'socialInsurance' },
  },
  {
    text: 'Thẻ bảo hiểm y tế của mẹ tôi bị báo hết hạn dù đã đóng tiền, đi viện không được thanh toán.',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'socialInsurance' },
  },
  {
    text: 'Bệnh viện bắt người nhà chờ 6 tiếng, y tá cáu gắt, thu tiền ngoài không có hóa đơn.',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'health' },
  },
  {
    text: 'Khu tôi mất điện liên tục ba ngày nay, gọi tổng đài điện lực không ai xử lý.',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'electricity' },
  },
  {
    text: 'Nước máy đục như nước cống, khu vực phường Nam Triệu, mong công ty cấp nước kiểm tra.',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'commune' },
  },
  {
    text: 'Rác không được thu gom ở ngõ 45 gần trường mầm non Sao Mai cả tuần, bốc mùi.',
    ...{ field: 'other', unit: null, officer: null, named: ['SaoMai'], agency: 'commune' },
  },
  {
    text: 'Nhà hàng xóm xây dựng trái phép lấn sang đất nhà tôi, phường lập biên bản xong để đó.',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'commune' },
  },
  {
    text: 'Sổ đỏ nhà tôi nộp hồ sơ cấp đổi 4 tháng chưa có, chi nhánh văn phòng đăng ký đất đai khất lần.',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'agriculture' },
  },
  {
    text: 'Tôi bị lừa đảo qua mạng 50 triệu, kẻ gian giả danh cán bộ trường học gọi báo con cấp cứu. Đề nghị bắt đối tượng.',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'police' },
  },
  {
    text: 'Thanh niên đua xe nẹt pô trên đường ven biển đêm thứ bảy nào cũng vậy, đề nghị công an vào cuộc.',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'police' },
  },
  {
    text: 'Làm căn cước cho cháu 14 tuổi phải chờ hai tháng chưa có thẻ.',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'police' },
  },
  {
    text: 'Công ty nợ lương công nhân 4 tháng, không ký hợp đồng lao động, tôi làm ở khu công nghiệp.',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'homeAffairs' },
  },
  {
    text: 'Siêu thị bán hàng hết hạn sử dụng, cân điêu, đề nghị quản lý thị trường kiểm tra.',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'industryTrade' },
  },
  {
    text: 'Xe buýt tuyến 12 bỏ chuyến, lái xe hút thuốc trên xe, nhân viên bán vé chửi khách.',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'construction' },
  },
  {
    text: 'Sinh viên trường đại học ở thành phố bị thu phí ký túc xá sai quy định, nhà trường không trả lời.',
    ...{ field: 'fees', unit: null, officer: null, named: [], agency: 'ministry' },
  },
  {
    text: 'Cột sóng điện thoại dựng sát nhà dân, chúng tôi lo ảnh hưởng sức khỏe, ai cấp phép?',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'science' },
  },
];
