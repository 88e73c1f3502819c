import type { LabelledPaper } from './labelled-paper.js';

/** See `READER_PAPERS_1`. */
export const READER_PAPERS_2: readonly LabelledPaper[] = [
  {
    text: 'Thai san. toi la co giao mam non nghi sinh tu thang 3 ma den gio chua duoc tra tien thai san, truong nop ho so roi, ben bao hiem bao sai ma. so tien la 24 trieu',
    ...{ field: 'policyBenefits', unit: null, officer: null, named: [], agency: 'socialInsurance' },
  },
  {
    text: 'con bị đánh. Con gái tôi lớp 8 bị 4 bạn lôi vào nhà vệ sinh tát, quay clip tung lên mạng. Trường THCS Hải Sơn phường Đông Khê gọi hai bên lên "hòa giải", bắt con tôi bắt tay rồi coi như xong. Tôi không đồng ý. Từ hôm đó cháu cứ 2h sáng lại giật mình, đi qua phòng tắm cũng sợ, hôm qua tôi thấy trong cặp cháu có mảnh giấy bạn viết "mày liệu hồn". Chồng tôi đi tàu 8 tháng mới về một lần, tôi bán hàng ở chợ, không biết luật lệ gì, lên trường 3 lần thì 2 lần bảo vệ không cho vào. Lần thứ ba gặp cô hiệu phó, cô bảo chị đừng làm to chuyện, trường đang chuẩn bị đón chuẩn quốc gia. Tôi chỉ xin cho con tôi được đi học bình thường và mấy cháu kia phải xin lỗi đàng hoàng, gỡ clip xuống.',
    ...{ field: 'schoolSafety', unit: 'CTHS', officer: 'ct1', named: ['HaiSonDK'] },
  },
  {
    text: 'Cô giáo vay tiền phụ huynh. Cô giáo của con tôi vay tiền 7 phụ huynh trong lớp, người 10 người 30 triệu, nay chặn số, đi dạy vẫn bình thường. Không nhẽ lên lớp đòi nợ cô trước mặt các cháu? Xin có ý kiến về tư cách nhà giáo.',
    ...{ field: 'staffConduct', unit: 'TTr', officer: 'ttr1', named: [] },
  },
  {
    text: 'Sân trường ngập. Cứ mưa là sân trường cấp 3 Bến Nghiêng ngập tới bắp chân, các con phải cởi giày lội vào lớp. Năm nào cũng kiến nghị.',
    ...{ field: 'facilities', unit: 'TranQuangSon', officer: 'o:TranQuangSon', named: ['TranQuangSon'] },
  },
  {
    text: 'PCCC nhóm trẻ. Nhóm trẻ tư thục trong ngõ nhà tôi ở trên tầng 3, cửa chuồng cọp, 25 cháu, đun bếp ga cùng tầng ngủ. Cháy 1 cái là xong. Không biết ai cấp phép.',
    ...{ field: 'schoolSafety', unit: 'GDMN', officer: 'mn1', named: [] },
  },
  {
    text: 'Bụi từ công trường. Công trình chung cư cạnh trường mầm non Nam Triệu xây không che chắn, cẩu vươn qua sân trường, bụi phủ kín bàn ăn các cháu. Giấy phép xây dựng dán ngoài hàng rào ghi khác thực tế.',
    ...{ field: 'schoolSafety', unit: null, officer: null, named: ['NamTrieuMN'], agency: 'construction' },
  },
  {
    text: 'Thừa giờ. Dạy vượt 5 tiết/tuần cả năm học vì thiếu người, cuối năm hiệu trưởng TH Kim Ngân bảo không có kinh phí trả thừa giờ, ai thắc mắc thì đánh giá viên chức loại trung bình. Chúng tôi chỉ xin đúng tiền công của mình.',
    ...{ field: 'policyBenefits', unit: 'TCCB', officer: 'tc1', named: ['KimNgan'] },
  },
  {
    text: 'Lớp 6 chất lượng cao. Năm nay trường PT Hoa Phượng tuyển lớp 6 công bố điểm chuẩn rồi lại hạ 2 điểm, con tôi rút hồ sơ hôm trước thì hôm sau hạ điểm. Cách làm thiếu minh bạch. Gia đình rất bức xúc.',
    ...{ field: 'admission', unit: 'GDTrH', officer: 'trh1', named: ['HoaPhuong'] },
  },
  {
    text: 'Tai nạn cổng trường đổ. Sáng nay cánh cổng sắt trường TH Vĩnh An đổ vào 1 cháu lớp 3 đang xếp hàng, gãy chân. Hôm trước bà tôi đã nói là cổng long bản lề. Giờ ai chịu tiền viện, ai chịu trách nhiệm?',
    ...{ field: 'schoolSafety', unit: 'CTHS', officer: 'ct1', named: ['VinhAnTH'] },
  },
  {
    text: 'Hỏi về học phí. Nghe nói từ năm học 2025-2026 được miễn học phí rồi, thế mà TTGDTX Lạch Tray vẫn thu con em 220 nghìn một tháng, ghi là học phí văn hóa. Xin hỏi như vậy có đúng ko ạ, nếu sai thì có trả lại ko?',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['LachTray'] },
  },
  {
    text: 'Tuyen sinh vao 10 he gdtx. con toi truot lop 10 muon hoc vua van hoa vua nghe o trung tam sao bien thi can bao nhieu diem, co xet hoc ba khong, bao gio nop ho so',
    ...{ field: 'admission', unit: 'QLCL', officer: 'ql1', named: ['SaoBien'] },
  },
  {
    text: 'Đất nhà văn hóa thôn. Ông trưởng thôn cho người nhà mượn sân nhà văn hóa trồng cây, trẻ con hết chỗ chơi hè. Đã ý kiến nhiều lần với thôn không được.',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'commune' },
  },
  {
    text: 'Dạy thêm trá hình. Kính gửi Sở GD, THPT Văn Úc cho thuê phòng học buổi chiều, gv trong trường đứng tên vợ/chồng mở lớp, học sinh khối 11 gần như đều phải học 3 ca/tuần, mỗi ca 40 nghìn. Thông tư 29 cấm rồi mà sao vẫn thế?',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['VanUc'] },
  },
  {
    text: 'Nợ phụ cấp. Giáo viên chúng em ở THCS Hải Sơn (Kiến Minh) 7 tháng chưa được phụ cấp thâm niên, hỏi kế toán nói chờ xã, hỏi xã nói chờ Sở. Tết đến nơi rồi.',
    ...{ field: 'policyBenefits', unit: 'TCCB', officer: 'tc1', named: ['HaiSonKM'] },
  },
  {
    text: 'Bán trú cấp 2. THCS Phù Liễn mới mở bán trú, cơm công ty chở đến 10h sáng, 11h30 ăn nguội ngắt, có sâu trong rau (ảnh kèm). Tiền ăn thì lên 32k. Phụ huynh đề nghị đổi đơn vị cung cấp.',
    ...{ field: 'boardingMeals', unit: 'CTHS', officer: 'ct1', named: ['PhuLienTHCS'] },
  },
  {
    text: 'tran nha bi thung. lop 11a5 truong bach dang tang 3 mua la dot, tran rung tung mang vua, co hom roi ngay canh ban em, may ma khong ai bi lam sao. bon em bao roi ma chua ai sua',
    ...{ field: 'facilities', unit: 'BachDang', officer: 'o:BachDang', named: ['BachDang'] },
  },
  {
    text: 'Trường giữ bằng. THPT dân lập Sông Cấm giải thể rồi, bằng gốc năm 2009 của em vẫn chưa lấy vì ngày đó nợ học phí 2 tháng. Giờ em muốn nộp nợ lấy bằng thì tìm ai?',
    ...{ field: 'diplomas', unit: 'QLCL', officer: 'ql2', named: ['CauRao'] },
  },
  {
    text: 'Điều hòa chuyên Hải Bình. Trường chuyên mà phòng thí nghiệm Hóa tủ hút hỏng, hóa chất hết hạn từ 2021, đội tuyển phải đi thực hành nhờ. Em là hs chuyên Hóa Hải Bình, mong được đầu tư.',
    ...{ field: 'facilities', unit: 'HaiBinh', officer: 'o:HaiBinh', named: ['HaiBinh'] },
  },
  {
    text: 'Góp ý. Trang web của ngành tìm văn bản không ra, link chết, số điện thoại cũ từ hồi còn quận huyện. Đề nghị cập nhật.',
    ...{ field: 'other', unit: 'VP', officer: 'vp1', named: [] },
  },
  {
    text: 'Thầy thể dục. Thầy dạy thể dục THPT Cát Vàng đi dạy trong tình trạng có hơi men, bắt hs chạy 8 vòng giữa trưa, 1 bạn ngất. Ban giám hiệu biết nhưng thầy sắp về hưu nên bỏ qua. Em xin giấu tên.',
    ...{ field: 'staffConduct', unit: 'GDTrH', officer: 'trh2', named: ['CatVang'] },
  },
  {
    text: 'Đổi lớp. Xin cho cháu 5 tuổi đổi sang lớp cô khác ở MN Hoa Mai vì cháu với bạn trong lớp hay dỗi nhau, cô hiệu trưởng nói giữa năm không đổi. Chuyện nhỏ nhưng cháu không chịu đi học.',
    ...{ field: 'other', unit: 'GDMN', officer: 'mn1', named: ['HoaMaiMN'] },
  },
  {
    text: 'Lương công nhân may. Công ty may ở KCN Đình Vũ nợ lương 3 tháng, 400 công nhân, tôi không có tiền đóng học cho 2 con. Mong các cấp can thiệp để con tôi được đến trường.',
    ...{ field: 'fees', unit: null, officer: null, named: [], agency: 'homeAffairs' },
  },
  {
    text: 'Phân tuyến lớp 6. Sau sáp nhập xã thì thôn tôi bị chia tuyến sang trường cách 7 cây, qua đường quốc lộ, trong khi trường cũ cách 800m vẫn đủ chỗ. Các cháu lớp 5 năm nay học đâu? Đề nghị xem lại phân tuyến lớp 6 của THCS Phù Liễn.',
    ...{ field: 'admission', unit: 'GDTrH', officer: 'trh1', named: ['PhuLienTHCS'] },
  },
  {
    text: 'Ngộ độc trà sữa. Nhóm hs lớp 10 mua trà sữa ở xe đẩy trước cổng bệnh viện chiều chủ nhật, 6 cháu nhập viện. Quán không giấy tờ gì. Kiểm tra vệ sinh ATTP giúp.',
    ...{ field: 'boardingMeals', unit: null, officer: null, named: [], agency: 'health' },
  },
  {
    text: 'Điểm ưu tiên. Cháu là con thương binh 4/4, trường THCS làm hồ sơ quên không nhập điểm ưu tiên thi vào 10, cháu thiếu đúng 1 điểm vào Núi Voi. Trường đã nhận lỗi bằng văn bản nhưng bảo giờ không sửa được.',
    ...{ field: 'admission', unit: 'QLCL', officer: 'ql1', named: ['NuiVoi'] },
  },
  {
    text: 'Xin luân chuyển. Tôi dạy ở đảo 11 năm, chồng con ở Hải An, ba lần xin về đất liền đều nói hết chỉ tiêu, trong khi người ra sau tôi 4 năm đã được về. Ngày tôi ra đảo lớp có 14 cháu, mùa gió không có tàu, ăn mì tôm cả tuần, phòng công vụ dột phải che áo mưa lên màn. Tôi không kể công, chị em ai cũng vậy. Nhưng mẹ chồng tôi nay liệt nửa người, con lớp 2 tối nào cũng gọi video hỏi bao giờ mẹ về. Trường học ở đảo thì sân còn ngập, nhà vệ sinh cô trò chung nhau, thôi việc ấy tôi không dám nói ở đây. Xin cấp trên xem xét nguyện vọng chính đáng.',
    ...{ field: 'policyBenefits', unit: 'TCCB', officer: 'tc1', named: [] },
  },
  {
    text: 'Cham diem khong cong bang. thay day van lop em (thpt bach dang) cham bai theo cam tinh, em viet 4 trang duoc 5 diem, ban kia chep mang duoc 8,5 vi la lop truong. em hoi thi thay bao thich thi kien',
    ...{ field: 'staffConduct', unit: 'GDTrH', officer: 'trh2', named: ['BachDang'] },
  },
  {
    text: 'Yêu cầu giấy tờ ngoài quy định. Công ty chúng tôi xin giấy phép kinh doanh dịch vụ tư vấn du học, bộ phận tiếp nhận trả hồ sơ 3 lần, mỗi lần đòi thêm một giấy không có trong bộ thủ tục đã công bố. Đề nghị hướng dẫn một lần cho đủ theo nguyên tắc của Nghị định 61.',
    ...{ field: 'procedures', unit: 'VP', officer: 'vp1', named: [] },
  },
  {
    text: 'Tắc đường cổng trường. Giờ tan học cổng trường tiểu học Vĩnh An ô tô đỗ 2 hàng, xe tải chạy giờ cấm, cháu nhà bên suýt bị tông. Không thấy bóng CSGT nào. Đề nghị có người phân luồng.',
    ...{ field: 'schoolSafety', unit: null, officer: null, named: ['VinhAnTH'], agency: 'police' },
  },
  {
    text: 'Sổ liên lạc điện tử. app sổ liên lạc thu 110k/năm, ko đóng thì khóa ko xem được điểm con. Chuyển đổi số kiểu gì mà xem điểm phải trả tiền?? THPT Tràng Kênh',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['TrangKenh'] },
  },
  {
    text: 'Chương trình lớp 5. Sách Tiếng Việt lớp 5 mới bài đọc khô, bài toán lời văn khó hơn người lớn. Nên sửa chương trình, một bộ sách cho cả nước, in tập nào rõ tập đó!',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'ministry' },
  },
  {
    text: 'Ao cá bốc mùi. Trại lợn và ao cá phía sau trường Gia Lạc xả thải thẳng ra mương, cả trường bịt mũi học. Đã đo nước đen kịt. Chủ trại có 3000 con, quy mô lớn.',
    ...{ field: 'schoolSafety', unit: null, officer: null, named: ['GiaLac'], agency: 'agriculture' },
  },
  {
    text: 'Đồ chơi bạo lực. Cửa hàng tạp hóa bán súng bắn đạn thạch, kiếm nhựa sắc không tem nhãn, học sinh mua đầy. Kiểm tra nguồn gốc hàng hóa.',
    ...{ field: 'schoolSafety', unit: null, officer: null, named: [], agency: 'industryTrade' },
  },
  {
    text: 'Thông tư 29. Tôi là giáo viên, kiến nghị sửa Thông tư 29, cho giáo viên được dạy thêm học sinh của mình có kiểm soát. Lương thấp mà cấm thì sống bằng gì. Đề nghị chuyển lên trên.',
    ...{ field: 'fees', unit: null, officer: null, named: [], agency: 'ministry' },
  },
  {
    text: 'bat nat tren mang. em hoc lop 10 o caau rao, may ban trong lop lap nhom chat ghep anh em voi con vat, goi em la thang bede, em noi voi co thi co bao ke no di. em khong muon di hoc nua',
    ...{ field: 'schoolSafety', unit: 'CTHS', officer: 'ct1', named: ['CauRao'] },
  },
  {
    text: 'Ngủ trưa bán trú. Bán trú trường tiểu học Nam Triệu cho các con nằm ngủ trên mặt bàn, 1 chiếc chiếu mỏng, mùa đông lạnh, mùa hè bí. Có hôm cô trông bỏ đi, các con chạy ra hành lang. Tiền bán trú vẫn nộp đủ.',
    ...{ field: 'boardingMeals', unit: 'GDTH', officer: 'th1', named: ['NamTrieuTH'] },
  },
  {
    text: 'Liên kết dạy tiếng Anh. Công ty T.A đưa giáo viên vào trung tâm của họ dạy IELTS, cam kết 6.5, con tôi học 14 tháng thi được 4.5. Đòi hoàn theo cam kết thì lật lọng bảo con nghỉ quá 3 buổi. Hợp đồng có dấu đỏ.',
    ...{ field: 'privateCentres', unit: 'GDTX', officer: 'tx1', named: [] },
  },
  {
    text: 'Thực đơn mầm non. bé nhà mình 3t học vàng anh, thực đơn dán bảng là cá hồi, thực tế là cá nục kho. Sữa chiều pha loãng như nước gạo. Mấy mẹ đến đột xuất thì bếp khóa cửa',
    ...{ field: 'boardingMeals', unit: 'GDMN', officer: 'mn1', named: ['VangAnh'] },
  },
  {
    text: 'Giám thị coi thi. Kỳ thi tốt nghiệp vừa rồi phòng thi số 14 điểm thi Tràng Kênh, giám thị phát đề Toán chậm 7 phút, hết giờ vẫn thu đúng. Phòng bên đủ giờ. Cháu tôi bỏ 3 câu. Nhân đây hỏi luôn bằng tốt nghiệp bao giờ có?',
    ...{ field: 'admission', unit: 'QLCL', officer: 'ql1', named: ['TrangKenh'] },
  },
  {
    text: 'Sách lậu. Nhà sách ở chợ bán sgk in lậu, giấy mỏng, sai trang, giá vẫn như bìa. Con lớp 3 học mà thiếu mất 16 trang.',
    ...{ field: 'other', unit: null, officer: null, named: [], agency: 'industryTrade' },
  },
  {
    text: 'cô véo tai. cô giáo lớp 1 trường tiểu học lạc viên đông véo tai cháu tôi tím đen vì viết chậm. bà nội đón cháu thấy. cô nhắn xin lỗi rồi nhưng gia đình muốn nhà trường xử lý nghiêm',
    ...{ field: 'staffConduct', unit: 'GDTH', officer: 'th1', named: ['LacVienDong'] },
  },
  {
    text: 'Rác trước cổng. bãi rác tự phát ngay tường rào TH Hoa Mai, ruồi bay vào lớp, trường gọi tổ thu gom bảo chờ. hôi không chịu được',
    ...{ field: 'facilities', unit: null, officer: null, named: ['HoaMaiTH'], agency: 'commune' },
  },
  {
    text: 'Suất ăn công nghiệp. Đề nghị thành phố kiểm tra tất cả công ty nấu suất ăn cho trường học, thấy trên báo nơi khác phát hiện thịt lợn bệnh đưa vào trường mà lo quá, trường con tôi cũng lấy của công ty đó.',
    ...{ field: 'boardingMeals', unit: 'CTHS', officer: 'ct1', named: [] },
  },
  {
    text: 'Đồ chơi ngoài trời ở mầm non. Cầu trượt, xích đu ở sân mầm non Sao Mai gỉ sét, thanh vịn gãy 1 bên, trường rào tạm bằng dây. Đề nghị cấp kinh phí thay mới.',
    ...{ field: 'facilities', unit: 'KHTC', officer: 'khtc2', named: ['SaoMai'] },
  },
  {
    text: 'Hồ sơ nộp online mất tích. Nộp hồ sơ trên cổng dịch vụ công quốc gia 19 ngày, trạng thái vẫn "chờ tiếp nhận", gọi số trên web không ai nghe. Hồ sơ gia hạn hoạt động của trung tâm ngoại ngữ nhà tôi, phiếu hẹn 15 ngày. Giáo viên, học viên đang chờ.',
    ...{ field: 'procedures', unit: 'VP', officer: 'vp1', named: [] },
  },
  {
    text: 'Quỹ phụ huynh. Ban đại diện CMHS trường THCS Vĩnh An thu 700 ngàn/em, chi tiền phong bì 20/11, tiền liên hoan giáo viên, tiền sơn cổng. Tôi hỏi sổ sách thì trưởng ban bảo "không tin thì thôi". Tôi là phụ huynh lớp 8A, đề nghị công khai.',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['VinhAnTHCS'] },
  },
  {
    text: 'Dán băng dính. Cô giáo dán băng dính vào miệng trẻ lớp mẫu giáo lớn vì nói chuyện giờ ngủ. Con nhà em kể "cô dán bạn B". Trường mầm non tư thục gần chợ, em chưa dám nói tên vì con còn học ở đó.',
    ...{ field: 'staffConduct', unit: 'GDMN', officer: 'mn1', named: [] },
  },
  {
    text: 'BHYT học sinh. nhà trường bắt đóng bhyt 2 lần, đầu năm đã đóng ở xã theo hộ gia đình rồi, trường THCS Phù Liễn vẫn bắt nộp, nói không nộp thì lớp mất thi đua, cô chủ nhiệm nhắn tin đòi suốt.',
    ...{ field: 'fees', unit: 'KHTC', officer: 'khtc1', named: ['PhuLienTHCS'] },
  },
  {
    text: 'Tuyển dụng viên chức. Thông báo tuyển gv năm 2026 vị trí Tin học tiểu học yêu cầu chứng chỉ mà thông tư đã bỏ. Em bị loại ở vòng 1 hồ sơ. Xin giải thích căn cứ.',
    ...{ field: 'policyBenefits', unit: 'TCCB', officer: 'tc1', named: [] },
  },
  {
    text: 'Cô giáo bán hàng. Cô chủ nhiệm lớp 3 của con bán mỹ phẩm, thực phẩm chức năng trong nhóm zalo lớp, ai không mua cô lạnh nhạt hẳn. Trường TH Vĩnh An. Giáo viên như thế có vi phạm đạo đức nhà giáo không?',
    ...{ field: 'staffConduct', unit: 'GDTH', officer: 'th1', named: ['VinhAnTH'] },
  },
];
