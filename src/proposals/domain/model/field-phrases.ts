import type { Category } from '../../../law/index.js';
import { listed } from './phrases.js';

/**
 * By what a field is known before the department has decided anything: phrases as they stand in papers, each whole. Each counts as a few papers, so that
 * what is decided soon weighs more.
 */
export const FIELD_PHRASES: Readonly<Record<Category, readonly string[]>> = {
  fees: listed(`
    thu tiền, khoản thu, các khoản, lạm thu, học phí, đóng tiền, nộp tiền, đóng góp, quỹ, quỹ lớp, quỹ trường, quỹ phụ huynh, quỹ hội, sổ sách, thu
    chi, công khai tài chính, dạy thêm, học thêm, lớp học thêm, ép học, ép học thêm, thông tư 29, thông tư 55, thông tư 16, xã hội hóa, tự nguyện,
    cào bình quân, chia đều, mỗi cháu 100k, mỗi em 100k, mỗi học sinh 100k, 100k một tháng, 100k mỗi tháng, 100k tháng, thu 100k, nộp 100k, đóng
    100k, góp 100k, giá 100k, 100k một, 100k 1, 100k hs, 100k em, tiền, tiền học, tiền ăn, tiền nước, tiền nước uống, tiền vệ sinh, tiền phô tô,
    photo, phô tô, đề cương, tiền đồng phục, đồng phục, may đồng phục, tiền sách, sách tham khảo, sách bổ trợ, vở bài tập, mua sách, bắt mua, ép mua,
    mua lẻ, phiếu thu, hóa đơn, biên lai, chứng từ, ban đại diện, ban phụ huynh, đại diện cha mẹ, hội phụ huynh, cmhs, vận động, tài trợ, vận động
    tài trợ, ủng hộ, ủng hộ tiền, bảo hiểm thân thể, bắt đóng, bắt nộp, phải nộp, phải đóng, không đóng, không nộp, chưa đóng, chưa nộp, đòi tiền, nợ
    tiền học, miễn học phí, tiền bán trú, hoàn trả, trả lại tiền, trừ tiền, được trừ, không hoàn lại, mức thu, thu sai, thu sai quy định, thu quá,
    thu cao, thu thêm, vẫn thu, thu hộ, thu phí, tăng phí, tăng giá, tăng học phí, giữ chỗ, đặt cọc, nghìn đồng, triệu đồng, học tăng cường, học liên
    kết, tiếng anh liên kết, dịch vụ, buổi 2, buổi hai, mất tiền, trả tiền, mua ti vi, mua tivi, mua điều hòa, tiền điều hòa, tiền ôn, quyết toán,
    không minh bạch, minh bạch, trung bình mỗi cháu, đầu học sinh, đầu hs, sổ liên lạc, bảo hiểm tự nguyện, tiền bảo hiểm, tiền điện, ngoài giờ,
    trông ngoài giờ, đóng bhyt, nộp bhyt, liên hoan, phong bì, bán giá, phù hiệu, thẻ học sinh, áo đoàn, áo khoác, góp tiền, gom tiền, quyên góp,
    quà, mua quà, mua rèm, thuê người, lao công, phần mềm, tài khoản học, hoàn lại, tính tiền, chuyển khoản, nhà riêng, tại nhà, mở lớp, gom học
    sinh, 100k 1 buổi, 100k một buổi, 100k buổi, 100k 1 tháng, thỏa thuận, ngoài quy định, nợ học phí, giảm học phí, in sẵn, đơn tự nguyện, đăng ký
    tự nguyện, câu lạc bộ, tiếng anh tăng cường, tiền sửa, tiền trải nghiệm, tiền tham quan, đắt, bao nhiêu tiền, mức phí, phí, học buổi 2, dạy thu
    tiền, thu của, thu mỗi, bắt học thêm, không học thêm, vở ghi, vở, thông báo các khoản, hội khuyến học, tặng trường, dạy kèm, ôn hè, học hè, clb,
    lớp ôn, thu cả, mỗi buổi 100k, hiệu sách, bán sách, bán đồng phục, chi hội, đóng quỹ, phát động, phí dịch vụ, thu ngoài, học ngoài giờ, bắt mua
    sách, kỷ yếu, chụp ảnh, gói chụp, học phẩm, tiền học phẩm, đồ dùng, dạy online, zoom, phí tuyển sinh, phí giữ chỗ, xây dựng trường, tiền xây
    dựng, đóng trước, thu trước, thu cả năm, thu theo, trả phí, mất phí gửi, phiếu đóng, giấy thu, đơn giải trình, thu nhận, kế toán trường, thủ quỹ,
    tiền máy chiếu, tiền tivi, góp quỹ, nộp quỹ, đóng phí, nộp phí, thu quỹ, thu học phí, nộp học phí, hoàn tiền, tiền thừa, tiền cọc, miễn phí, tiền
    tài liệu, in đề, tiền đề, tiền thi thử, lệ phí thi thử, tiền khám sức khỏe, tiền áo, tiền phù hiệu, tiền thẻ, quần áo, may đo, nhà cung cấp sách,
    ép đăng ký, bắt đăng ký, đăng ký học thêm, học chính khóa, học sinh chính khóa, tiết tăng cường, mỗi ca, mỗi tiết, một tiết, chi tiêu quỹ, công
    khai khoản, công khai thu chi, chi tiết các khoản, phụ thu, thu lố, thu gộp, hóa đơn đỏ, trái quy định, sai quy định, thu vô lý, nhắc tên, bêu
    tên chưa đóng, nhắc nợ, dọa không cho thi, sổ tay, huy hiệu, chênh lệch, sinh nhật cô, tổ chức sinh nhật, không đóng dấu, bao nhiêu một tiết,
    đang nộp
  `),
  admission: listed(`
    tuyển sinh, đầu cấp, vào lớp 1, vào lớp 6, vào lớp 10, lên lớp 6, lên lớp 10, vào lớp một, vào 10, thi vào, thi vào 10, thi 10, thi lớp 10, tuyển
    lớp, vào mầm non, vào mẫu giáo, vào công lập, thi tốt nghiệp, kỳ thi tốt nghiệp, điểm chuẩn, hạ điểm, nguyện vọng, nv1, nv2, trúng tuyển, phúc
    khảo, chỉ tiêu, trái tuyến, đúng tuyến, phân tuyến, chia tuyến, địa bàn, địa bàn tuyển sinh, kỳ thi, dự thi, thí sinh, điểm thi, điểm bài thi,
    coi thi, giám thị, phòng thi, đề thi, chấm thi, bài thi, xem bài thi, học sinh giỏi, hsg, thi chọn, đội tuyển, thi thử, nhập học, chạy trường,
    đăng ký vào, đăng ký tuyển sinh, đăng ký thi, đăng ký dự thi, tuyển sinh trực tuyến, lịch thi, cộng điểm, điểm ưu tiên, điểm cộng, thiếu điểm,
    thiếu 1 điểm, mã định danh, không nhận, không nhận cháu, không nhận con, hết chỗ, còn chỗ, hết chỉ tiêu, xét tuyển, dự tuyển, môn thi, môn thứ
    ba, môn thứ 3, trượt, đỗ, thi đỗ, xét học bạ, chất lượng cao, bốc thăm, ưu tiên, thường trú, sổ tạm trú, học sớm, sớm tuổi, đủ tuổi, thiếu tuổi,
    xin học cho, xin cho cháu vào, xin cho con vào, nhận trẻ, nhận bé, có nhận, tuyển thẳng, đáp án, công bố kết quả, công bố điểm, kết quả thi, đánh
    giá năng lực, khảo sát đầu vào, số báo danh, sbd, giấy báo, điểm liệt, khu vực tuyển sinh, trường gần nhà, hồ sơ tuyển sinh, hồ sơ dự thi, tuyển
    bổ sung, tuyển thêm, đặc cách, điểm khuyến khích, giải ba, giải nhì, giải nhất, thí sinh tự do, thi lại, thi khảo sát, thi trắc nghiệm, mấy môn,
    phát hồ sơ, trường điểm, lớp chọn, độ tuổi, sinh tháng, cư trú, suất học, xin học, tuyển học sinh, điểm trúng tuyển, xác nhận nhập học, chấm lại,
    chấm lại bài, thi nghề, thi tuyển vào, kỳ tuyển sinh, điểm xét tuyển, danh sách trúng tuyển, báo danh, kết quả kỳ thi, thi học sinh giỏi, thi
    hsg, điểm vào, vào trường, còn chỉ tiêu, phân sang trường khác, chưa nhận, từ chối hồ sơ, mã trường, đăng ký nguyện vọng, phiếu đăng ký, miễn
    môn, miễn thi, đợt 2, đợt hai, tuyển đợt, thi chuyên, lớp chuyên, tiêu chí phụ, giấy tạm trú, đăng ký tạm trú, đúng địa bàn, chưa có chỗ học, học
    ở đâu, nhận cháu, điểm bằng, vào cấp 3, vào cấp 2, thi vào cấp 3, đăng ký trường, trường công, trường tư, gửi bé, xét duyệt hồ sơ, chuyển khẩu,
    trường nào nhận, học trường nào, về trường nào, xét theo, bản đồ số, diện ưu tiên, con cán bộ, con bộ đội, lấy bao nhiêu, quá hạn nhập học, hôm
    nhập học, bỏ thi, hoãn thi, loa nghe, bài nghe, đề sai, sót câu, chấm sót, chấm sai, chênh điểm, so với đáp án, thẻ dự thi, nộp hồ sơ muộn, hết
    hạn nộp, hồ sơ vào, thiếu định danh, chưa xếp lớp, xin vào lớp, chuyển cấp, học vượt, lưu ban, tuyển sinh trái, gửi con, suất vào, cạnh tranh, tỷ
    lệ chọi, trường ngoài công lập, hệ không chuyên, phổ điểm, nhầm nguyện vọng, đổi nguyện vọng, rút nguyện vọng, trường chuyên, thi vào trường,
    điểm sàn lớp 10, môn chuyên, thi năng khiếu, cộng điểm ưu tiên, điểm nghề, nộp ở đâu, cần những gì, hồ sơ cần, nộp hồ sơ ở, thi lại tốt nghiệp,
    lịch thi nghề, trùng lịch thi, lập biên bản, đình chỉ thi, cách tính điểm, điểm xét vào, học đúng tuyến, số lớp tuyển, nhận đơn
  `),
  schoolSafety: listed(`
    bạo lực, bạo lực học đường, đánh nhau, bị đánh, bạn đánh, đánh bạn, bắt nạt, đánh hội đồng, đánh đập, hành hung, chặn đánh, chặn đường, xô xát,
    ẩu đả, an toàn, mất an toàn, không an toàn, bạo hành, xâm hại, đuối nước, tai nạn, thương tích, gãy tay, gãy chân, chảy máu, ngã, bị ngã, ngất,
    nhập viện, đi viện, nằm viện, bảo vệ, xe đưa đón, đưa đón, bỏ quên, để quên, để sót, ngủ quên, chở quá, quá số người, lái thuốc lá, thuốc lá điện
    tử, hút thuốc, vape, bóng cười, ma túy, chất kích thích, mang dao, cầm dao, dao, hung khí, gậy, cô lập, tẩy chay, bôi nhọ, quay clip, tung clip,
    clip, lên mạng, tung lên mạng, trên mạng, nhóm chat, trấn lột, trấn tiền, xin đểu, dọa nạt, đe dọa, dọa đánh, dọa, vết bầm, bầm, bầm tím, vết
    cào, bị thương, camera, xem camera, đánh cháu, tát, bị tát, tát cháu, nhốt, bị nhốt, nguy hiểm, bể bơi, mũ bảo hiểm, xe máy, xe máy điện, tâm lý,
    hoảng loạn, tự tử, trầm cảm, phân luồng, đi lạc, lạc, bắt cóc, người lạ, ra khỏi cổng, khỏi cổng trường, trông giữ, giữ trẻ, không ai trông,
    pccc, phòng cháy, cháy nổ, thoát hiểm, chuồng cọp, bếp ga, bạn cùng lớp, bạn trong lớp, mấy bạn, nhóm bạn, bị bạn, bị mấy, giật tóc, lột đồ, tham
    quan, dã ngoại, ngoại khóa, đổ vào, đổ sập, rơi trúng, rơi vào, điện giật, kéo nhau, cổng trường, ngoài cổng, trước cổng, quay phim, phát tán,
    trêu chọc, trêu, không dám đến trường, không dám đi học, sợ đi học, bỏng, bị bỏng, hóc, sặc, chết đuối, đâm, kẹt, thang máy, người ngoài, không
    có ai trực, trực cổng, dụ, dụ dỗ, uống bia, ép uống, tụ tập, chạy ẩu, người đi kèm, kêu cứu, không báo gia đình, bỏ nhà, gây gổ, mâu thuẫn, đồ
    chơi nguy hiểm, cây đổ, cành cây, mục gốc, rắn, chó, đột nhập, tự hại, rạch tay, thuốc lào, kẹo lạ, tắm biển, tắm sông, gạ gẫm, bị xô, xô ngã,
    đẩy ngã, va đập, chấn thương, bạn bè, bạn bắt, bị các bạn, nói xấu trên mạng, cháy, bình chữa cháy, lan can thấp, trèo, ra vào tự do, đốt, cắn,
    bị cắn, vết răng, đón nhầm, trả nhầm, thẻ đón, vấp, vấp ngã, va vào, ma túy đá, rạn xương, trông coi, không có ai trông, lớp trên, bắt đưa tiền,
    thách nhau, xâm phạm, trêu ghẹo, cặp kè, yêu đương, bạn trai, đánh đuổi, nghi ngờ dùng, cướp tiền, bị dọa, lôi vào, giật áo, xé áo, quay lại,
    phát trực tiếp, cột sống, mất nắp, sờ vùng kín, vùng kín, đụng chạm bạn, dụ lên xe, tin đồn, tung tin, tài khoản giả, mang thai, đánh lộn, nhảy
    cầu, phòng tối, trông không xuể, xử trí, sơ cứu, phòng y tế không, rách da, khâu mũi, gãy răng, chảy máu mũi, sưng, trầy xước, bị xước, bỏ học
    theo bạn, hội nhóm, côn đồ vào trường, mâu thuẫn học sinh, gây sự, kiếm chuyện, hù dọa, nhắn tin đe dọa, ép chụp ảnh, ảnh nóng, trộm đồ trong
    lớp, mất xe trong trường, không camera, cổng không khóa, cây to, dây điện trong trường, ổ điện hở, cầu thang trơn, sàn trơn, bể nước, giếng, hố
    ga trong trường, xe chở học sinh, nhồi xe, xe hết đăng kiểm, phụ huynh xông vào, người say vào trường, bạo lực tinh thần, rối loạn lo âu, khủng
    hoảng, tổn thương, hố, đào móng, sụp chân, sụp hố, ảnh riêng tư, phát tán ảnh, bắt các em, lớp dưới, bãi sông, nước sôi
  `),
  boardingMeals: listed(`
    bán trú, bếp ăn, suất ăn, bữa ăn, bữa trưa, bữa phụ, bữa sáng, thực đơn, thực phẩm, cơm, thịt, cá, rau, canh, sữa, trứng, ngộ độc, đau bụng, nôn,
    tiêu chảy, ruồi, mốc, có dòi, gián, ôi thiu, mùi ôi, thiu, có mùi, hết hạn sử dụng, hết hạn, hết date, quá hạn, nấu ăn, nấu, nấu cho, nhà bếp,
    bếp, phụ bếp, cô nuôi, ăn trưa, tiền ăn, căng tin, căn tin, cung cấp suất ăn, đơn vị cung cấp, nhà cung cấp, công ty nấu, chế biến, an toàn thực
    phẩm, attp, vsattp, khẩu phần, đói, ăn đói, không no, ăn ít, nguồn gốc thực phẩm, không rõ nguồn gốc, nhãn mác, thức ăn, đồ ăn, món, món ăn, ăn
    uống, nhà ăn, khay cơm, suất cơm, cơm nguội, ăn nguội, nguội, nguội ngắt, thịt đông, đông lạnh, xúc xích, chả, pha loãng, lợn bệnh, ngủ trưa, giờ
    ngủ, nằm ngủ, lưu mẫu, bánh, bánh mì, đồ ăn vặt, ăn bán trú, suất ăn công nghiệp, định lượng, mì tôm, tôm, dị ứng, sữa chua, uống sữa, sữa học
    đường, bát đũa, bát đĩa, thìa, nồi, ăn sáng, ăn tối, thực phẩm sạch, che đậy, giao cơm, nhặng, đệm, chăn, gối, kiểm tra bếp, vào bếp, nước ngọt,
    quà vặt, bán đồ ăn, cơm ăn no, nấu ăn cho, đồ ăn hết hạn, nước uống đóng bình, ăn cơm, ăn xong, vệ sinh thực phẩm, cơm khô, đồ mặn, bỏ bữa, tăng
    lực, xuất xứ, phồng, bát canh, con gián, đổi bếp, ăn không, nấu không, dầu mỡ, tủ đông, thực đơn tuần, chia cơm, rửa bát, nội trú ăn, học sinh
    nội trú, cháo, cháo loãng, bún, hải sản, chia cho, chia suất, ít đạm, món lặp lại, hợp đồng cung cấp, giao nhận thực phẩm, đau dạ dày, đói lả, ăn
    ở trường, thực phẩm bẩn, thịt thối, cá ươn, rau dập, trứng thối, sữa hỏng, sữa hết hạn, bột ngọt, dầu cháy, nhân viên bếp, bếp trưởng, dọn cơm,
    ăn vội, ăn muộn, ăn sớm, ăn kiêng, suy dinh dưỡng, bớt khẩu phần, cắt bữa, bữa chiều, nước canh, nước đá, trà sữa trong trường, đồ chiên, xiên
    bẩn, quán trong trường, máy bán nước, nấu cạnh, khoanh tay ngủ, không có giường, tanh, trớ, hâm lại, nấu từ tối, phí bán trú
  `),
  facilities: listed(`
    cơ sở vật chất, csvc, phòng học, lớp học xuống cấp, nhà vệ sinh, wc, xuống cấp, cũ nát, hư hỏng, hỏng, bị hỏng, gãy, gỉ, gỉ sét, han gỉ, bàn ghế,
    sân trường, sân chơi, mái tôn, mái, mái ngói, dột, thấm, ngập, ngập nước, quạt, quạt trần, thiếu quạt, lắp quạt, điều hòa, máy chiếu, máy tính,
    phòng máy, phòng tin, trần nhà, trần, vữa, bong tróc, bong, tường, nứt, tường nứt, sửa chữa, sửa, sửa gấp, tu sửa, cải tạo, nâng cấp, xây dựng
    trường, xây trường, xây mới, xây, thiết bị, thiết bị dạy học, đồ dùng dạy học, nhà đa năng, nhà thể chất, phòng thí nghiệm, thí nghiệm, thực
    hành, hóa chất, thư viện, chiếu sáng, thiếu phòng, đầu tư, được đầu tư, bố trí vốn, kinh phí, cấp kinh phí, bóng đèn, đèn, ánh sáng, chập cháy,
    chập điện, chập chờn, ổ cắm, đường điện, thiếu bàn ghế, cầu thang, lan can, tay vịn, thanh vịn, dở dang, tiến độ, thoát nước, nóng, nắng, điểm
    trường, điểm lẻ, phân hiệu, nhà cấp 4, dãy nhà, học nhờ, học ca, phòng chức năng, nước sạch, không có nước, nước giếng, giếng khoan, bể nước, bể
    lọc, lọc nước, mất nước, cổng, cánh cổng, tường rào, hàng rào, cầu trượt, xích đu, đồ chơi ngoài trời, lắp thêm, lắp đặt, thay mới, thay bàn ghế,
    trang bị, bồn cầu, bốc mùi, mùi hôi, sập, sụt, lún, sơn, cũ kỹ, vỡ, nền, cột, mái che, che nắng, bảng tương tác, không dùng được, chật, chật
    chội, nhà kho, học tạm, xà phòng, giấy vệ sinh, bẩn, bảo dưỡng, bảo trì, khởi công, trường mới, máy cũ, loa, micro, sân bóng, dụng cụ, thiếu bàn,
    thiếu ghế, phòng vi tính, cửa sổ, cửa kính, điện nước, hệ thống điện, hệ thống nước, quá cũ, lạc hậu, ẩm mốc, mối mọt, chật hẹp, cơi nới, bể
    phốt, tắc nước, rò rỉ, mất an toàn điện, đường vào trường, san lấp, thi công, gạch, bong gạch, lát, nền nhà, tốc mái, dãy vệ sinh, khu vệ sinh,
    học chay, không có dụng cụ, xây thêm, tầng, phòng bộ môn, mặt bằng, quỹ đất, nhà hiệu bộ, nhà công vụ, sân cỏ, mương thoát, quá tải phòng, cấp
    thiết bị, hàng rào đổ, mái che lối, lối đi giữa, tối om, bóng hỏng, thang bộ, ngấm nước, thấm ướt, rộp, thiếu phòng học, phòng học nhờ, rửa tay,
    vòi nước, bồn rửa, đường ống, công trình vệ sinh, hố xí, sân đất, bùn, lầy, cỏ mọc, ram dốc, xe lăn, phòng thiết bị, đồ thí nghiệm, sách thư
    viện, bàn học, ghế ngồi, bàn cũ, giá sách, ti vi hỏng, máy hỏng, mất điện trong lớp, đường truyền trường, quạt hỏng, điều hòa hỏng, mái dột, tầng
    trên, tường rào đổ, xây lại, sửa sang, chưa bàn giao, bàn giao, nhà thầu, công trình trường, dự án trường, bỏ hoang, lãng phí, điểm trường xa,
    khu lẻ, khu ký túc xá, lối đi, ghế, hội trường, khánh thành, thang máy, nước dội, chảy nhỏ giọt, khu rửa tay, mở rộng trường, trẻ đông
  `),
  staffConduct: listed(`
    thái độ, xúc phạm, mạt sát, chửi, chửi bới, chửi mắng, quát, quát mắng, quát tháo, mắng, mắng mỏ, nặng lời, lời lẽ, lăng mạ, miệt thị, nhục mạ,
    sỉ nhục, đồ ngu, chê, chê bai, bêu, bêu tên, bôi xấu, nói xấu, nói móc, mỉa mai, thiếu tôn trọng, coi thường, vô trách nhiệm, thiếu trách nhiệm,
    hách dịch, cửa quyền, đạo đức, đạo đức nhà giáo, tư cách, tư cách nhà giáo, tác phong, trách phạt học sinh, hình bắt quỳ, bắt đứng, úp mặt, chép
    véo, véo tai, đánh học sinh, dùng thước, thước kẻ, cô đánh, thầy đánh, bịt miệng, bóp miệng, nhồi, ép ăn, thiên vị, phân biệt, phân biệt đối xử,
    đối xử, trù dập, trù úm, ghét, chấm điểm, chấm bài, cảm tính, không công cho điểm, điểm kém, nói năng, thô lỗ, thô tục tĩu, không đúng mực, chuẩn
    mực, không chuẩn mực, ứng xử, cư xử, bỏ tiết, bỏ giờ, bỏ lớp, đi muộn, vào lớp muộn, vô lễ, đánh giá, dạy kém, quá kém, không hiểu, chuyên môn,
    trình độ, bấm điện thoại, dùng điện thoại, điện thoại trong giờ, làm việc riêng, gây khó dễ, quấy rối, sàm sỡ, nhắn tin, bạn nữ, bổ nhiệm, mất
    đoàn kết, thiếu dân chủ, dân chủ, độc đoán, chuyên quyền, áp đặt, không tiếp, say rượu, uống rượu, rượu, hơi men, nồng nặc, đùn đẩy, thờ ơ, vô
    cảm, cáu gắt, kiểm điểm, bán hàng, bán mỹ phẩm, mỹ phẩm, vay tiền, phát ngôn, facebook, bao che, đổi giáo viên, thay giáo viên, cộc cằn, cộc lốc,
    gắt gỏng, bỏ mặc, mặc kệ, bêu riếu, trước toàn thể, trước lớp, trước mặt, cắt tóc, đánh vào mông, vào mông, phát âm sai, qua loa, dạy qua loa,
    nghỉ dạy, ngồi chơi, không dạy, bất chính, buông thả, lối uy tín, phẩm chất, ngu dốt, dốt, ngu, kiệt sức, tự tát, tắt máy, quát nạt, hắt hủi,
    lăng nhục, tắc trách, ăn nói, mày tao, ném, đuổi ra, đuổi khỏi lớp, phê vào vở, phê, chì chiết, hành xử, ngủ trong giờ, gương mẫu, ngoại tình,
    nhận quà, không nhiệt tình, thiếu tâm huyết, tâm huyết, khó chịu, xưng hô, bắt học sinh, bắt các em, bắt cháu, véo má, cốc đầu, dùng roi, roi,
    vụt, xách tai, nhéo, bạt tai, cô lập cháu, tự vả, dọa học sinh, gõ đầu, véo tay, trịch thượng, lớn tiếng, chép sách, cho cả lớp chép, bình phẩm,
    sợ cô, sợ thầy, livestream, phơi nắng, đứng nắng, bắt ngồi, tự nghiên cứu, không giảng, nhà giáo, tiếp phụ huynh, đuổi học, đe nẹt, chỉ trích, ác
    cảm, định kiến, thù vặt, xin xỏ, câu view, đưa ảnh, tung ảnh học sinh, dép, ném dép, nói trống không, xua tay, kể chuyện riêng, trả bài chậm, bỏ
    giữa giờ, ra ngoài nghe, nghe điện thoại, hạ hạnh kiểm, dọa hạ, so sánh, úp mặt tường, lướt điện thoại, không quản, nhậu, nhậu nhẹt, phó hiệu
    trưởng, tổ trưởng chuyên môn, cô tiếp dân, không tôn trọng, gây áp lực, nói kháy, đá xéo, nói bóng gió, kỳ thị, phân biệt giàu nghèo, con nhà
    nghèo, chèn ép, o ép, bắt ở lại, giữ lại, tịch thu, khám cặp, thu điện thoại, dạy sai, kiến thức sai, không soạn bài, đến lớp muộn, bỏ
    dạy, không chấm bài, nâng đỡ, ưu ái, quan hệ tình cảm, đồi bại, khiếm nhã, trơ trẽn, mất dạy, vô văn hóa, thiếu văn hóa, bạo lực ngôn từ, dùng
    từ, chửi tục, nói tục, vô lương tâm, thiếu kiên nhẫn, vô cảm với trẻ, bảo vệ, nhân viên bảo vệ, giáo vụ, tát lẫn nhau, lời bình, cụt lủn, chặn
    tôi, kéo lê, lôi kéo, thầy cô bán
  `),
  procedures: listed(`
    hồ sơ, một cửa, bộ phận một cửa, dịch vụ công, cổng dịch vụ công, giấy hẹn, phiếu hẹn, trả kết quả, chuyển trường, thủ tục chuyển trường, tiếp
    nhận hồ sơ, tiếp nhận, nộp hồ sơ, nộp online, nộp mạng, nộp trực tuyến, nộp ở đâu, thiếu giấy tờ, thiếu giấy, bộ phận tiếp nhận, quầy, quầy tiếp
    nhận, chậm trả, quá hẹn, trễ hẹn, báo lỗi, trực tuyến báo lỗi, công chứng, chứng thực, giấy tờ, cần giấy, thời hạn giải quyết, học lại, xin học
    lại, xác nhận, biểu mẫu, mẫu đơn, thành phần hồ sơ, bộ thủ bảo lưu, đơn xin, trả hồ sơ, trả lại hồ sơ, bổ sung hồ sơ, chờ tiếp nhận, hướng dẫn
    một lần, lệ phí, mất phí, mất phí không, nghỉ sớm, giờ hành chính, cải cách hành chính, nghị định 61, mã hồ sơ, tra cứu hồ sơ, gia hạn, trạng
    thái, đường dây nóng, không ai nghe, nghe máy, thành lập, xin mở, mở trường, cấp phép thành lập, mở trung tâm, nhận đơn, xin dấu, đã giải quyết,
    không có kết quả, tiếp công dân, lịch tiếp, đi lại, thủ tục gì, hồ sơ gồm, hồ sơ cần, cần những gì, xin giấy, xin xác nhận, nộp trực tiếp, trả
    kết quả chậm, nhận kết quả, đúng hẹn, cấp phép hoạt động, chuyển trường cho con, quy trình, thủ tục xin, làm giấy tờ, cần làm gì, lấy số, xếp
    hàng chờ, đến lượt, chuyển phát, gửi nhầm, trả qua bưu điện, từ chối tiếp nhận, bốc số, phiếu tiếp nhận, không nhận hồ sơ, thời gian giải quyết,
    chậm giải quyết, làm thủ tục, ủy quyền, ủy quyền lấy, lấy kết quả, biên nhận, giấy biên nhận, đính kèm, tệp, tải lên, ảnh chụp, trang của sở,
    hướng dẫn trên trang, hướng dẫn khác, chạy đi chạy lại, phải có giấy gì, giấy ủy quyền, mã số hồ sơ, thanh toán lệ phí, nộp lại, làm lại hồ sơ,
    sai mẫu, không có mẫu, không hướng dẫn, lịch làm việc, giờ tiếp, ngày làm việc, quá thời hạn, chưa được giải quyết, hồ sơ bị treo, đang xử lý,
    tiến độ hồ sơ, xin phép, giấy phép thành lập, đăng ký hoạt động, giải thể trung tâm, thủ tục giải thể, xác nhận hoàn thành, đổi giấy phép, gửi
    đơn, vào sổ, đơn của tôi, đơn qua bưu điện, đá qua đá lại, đùn đẩy nhau
  `),
  diplomas: listed(`
    văn chứng chỉ, bằng tốt nghiệp, bằng cấp 3, bằng cấp ba, bằng cấp 2, bằng thpt, bằng thcs, bằng gốc, bằng bị, bản chính, phôi, phôi cấp lại, cấp
    lại bản sao, cấp bản sao, bản sao sổ gốc, sai ngày sinh, sai tên, sai năm sinh, ghi sai, bằng ghi, cải chính, hộ tịch, khai sinh, đổi tên, tên
    đệm, thất lạc, rách, học bạ, chứng nhận tạm thời, chỉnh sửa, bằng bổ túc, chứng chỉ nghề, làm mất, trên chữ đệm, thiếu chữ, nơi sinh, còn giá
    trị, học bạ ghi, xin lại, bằng phổ thông, chứng chỉ tiếng anh, bảng điểm, ngày sinh, tốt nghiệp năm, bị sai, in sai, sai họ tên, họ tên, trích
    lục, bằng đại học, chứng chỉ tin học, cấp đổi bằng, số vào sổ, nhòe chữ, làm lại bằng, tốt nghiệp khóa, bằng nghề, cấp bản, sao y, bằng chưa có,
    chưa có bằng, chưa nhận được bằng, lấy bằng tốt nghiệp, trả bằng tốt nghiệp, sổ lưu, tìm lại, tìm lại bằng, ướt, nát, bản khác, không khớp, khác
    tên, tra sổ, chưa được trao, trao bằng, trao chứng chỉ, phát chứng chỉ, cấp chứng chỉ, giấy tốt nghiệp, bằng bị mờ, ép plastic, dịch bằng, hợp
    pháp hóa, bằng cũ, bằng tú tài, bằng cấp, giấy khai sinh khác, cần những gì, nộp ở đâu, công nhận bằng, giáp lai, dấu giáp lai, sửa
    học bạ, nhận cha, đổi họ, mang họ
  `),
  policyBenefits: listed(`
    chế độ, chính sách, phụ cấp, phụ cấp thâm niên, phụ cấp ưu đãi, thâm niên, lương, trả lương, chậm lương, tiền lương, nâng lương, bậc lương, lương
    thấp, hệ số, thừa giờ, dạy thừa giờ, trả thừa giờ, tiền công, biên chế, vào biên chế, hợp đồng, gv hợp đồng, giáo viên hợp đồng, viên chức, thi
    tuyển viên chức, tuyển dụng, tuyển dụng viên chức, tuyển giáo viên, tuyển gv, thi tuyển, vị trí việc làm, hộ nghèo, cận nghèo, hộ cận nghèo, chi
    phí học tập, hỗ trợ học tập, miễn giảm, giảm học phí, học bổng, khuyết tật, trợ cấp, luân chuyển, thuyên chuyển, biệt phái, điều động, điều
    chuyển, chuyển công tác, chuyển vùng, ra đảo, ở đảo, thôi việc, nghỉ việc, nghỉ hưu, tinh giản, dôi dư, thai sản, nghỉ sinh, nghỉ thai sản, nghỉ
    bù, nghỉ hè, khen thưởng, thi đua khen thưởng, thưởng, mức thưởng, tiền thưởng, thưởng tết, danh hiệu, dân tộc, nội trú, bảo hiểm xã hội, ưu đãi,
    thăng hạng, xét thăng hạng, chức danh nghề nghiệp, chuẩn nghề nghiệp, cấp gạo, nghị định 66, nghị định 73, nghị định 116, nghị quyết, được hưởng,
    chưa nhận được, chưa nhận, chi trả, nhân viên kế toán, nhân viên thư viện, nhân viên trường, giáo viên chúng em, giáo viên chúng tôi, em là giáo
    viên, tôi là giáo viên, em là gv, con thương binh, thương binh, con liệt sĩ, mồ côi, đánh giá viên chức, xếp loại viên chức, tập sự, phụ cấp thu
    hút, vùng khó khăn, đặc biệt khó khăn, bãi ngang, hạng iii, hạng ii, lên hạng, tiền coi thi, tiền chấm thi, thanh toán, chưa thanh toán, không
    thanh toán, nuôi mẹ, xin chuyển, xin chuyển về, trợ cấp hàng tháng, lương tháng, chiến sĩ thi đua, thi tuyển giáo viên, chấm dứt hợp đồng, ký hợp
    đồng, nhân viên, cấp dưỡng, lương 100k, bệnh hiểm nghèo, hoàn cảnh khó khăn, hoàn cảnh, được hỗ trợ, hỗ trợ, đồng bào, định mức, kiêm nhiệm, số
    tiết, nghỉ phép, công tác phí, tập huấn, đóng bảo hiểm, cho giáo viên, giáo viên mầm non, vùng hải đảo, giải quyết chế độ, đãi ngộ, nợ lương giáo
    viên, ba mẹ mất, miễn học phí cho, thanh tra chế độ, kỷ luật viên chức, dư giáo viên, thừa giáo viên, tổng phụ trách, giảm tiết, nhập trường, sáp
    nhập trường, trợ giúp, bố mất, mẹ mất, bẩm sinh, tiền tết, xét tuyển giáo viên, diện thu hút, sinh viên xuất sắc, tiêu chí nào, con nuôi, nuôi
    con nhỏ, giáo viên dôi dư, nhà ở công vụ, xét thi đua, phụ cấp độc hại, độc hại, nhân viên thiết bị, phụ cấp chức vụ, trợ cấp một lần, sinh viên
    sư phạm, ra trường, tuyển giáo viên tin, chỉ tiêu biên chế, tiền sách vở, liên trường, xăng xe, hỗ trợ xăng xe, tăng lương, văn thư, thủ thư,
    biên giới, cùng địa phương, hợp lý hóa, đổi đơn vị, luân phiên, tăng cường biệt phái, dạy tăng cường, dạy liên cấp, dạy hai trường, giáo viên cốt
    cán, giáo viên giỏi, thi giáo viên giỏi, sáng kiến, nâng ngạch, xếp hạng, bổ nhiệm hạng, chuẩn trình độ, học nâng chuẩn, học cao học, kinh phí
    đào tạo, thời gian tập sự, hết hạn hợp đồng, ký lại, không ký, cho nghỉ dạy, cắt hợp đồng, bảo lưu phụ cấp, truy lĩnh, truy thu, nghị định 111,
    nghị định 76, nghị định 77, nghị định 105, tinh giản biên chế, nghỉ hưu trước tuổi, tiền làm thêm, trực hè, trực đêm, công đoàn phí, nghỉ ốm, con
    ốm, nhà giáo nhân dân, nhà giáo ưu tú, kỷ niệm chương, học sinh dân tộc, học sinh khuyết tật, trẻ mồ côi, hộ khó khăn, tiền ăn trưa trẻ, hỗ trợ
    ăn trưa, hỗ trợ tiền ăn, vay học, kết quả thi tuyển, kết quả tuyển dụng, vòng 1, vòng 2, thưởng học sinh giỏi, thưởng học sinh, thi viên chức,
    điểm thi viên chức, phỏng vấn, vòng phỏng vấn, nuôi con dưới, nuôi con, mang thai, được về sớm, không thông báo tuyển, nhận người, tuyển người,
    người nhà hiệu trưởng, mất cha, mất mẹ, có được miễn, được miễn
  `),
  privateCentres: listed(`
    trung tâm ngoại ngữ, trung tâm tiếng anh, trung tâm anh ngữ, anh ngữ, tt tiếng anh, trung tâm tin học, trung tâm kỹ năng, trung tâm gia sư, trung
    tâm luyện thi, trung tâm dạy, trung tâm tư, trung tâm, kỹ năng nhóm trẻ, nhóm trẻ tư thục, nhóm lớp, tư thục, cơ sở tư thục, giấy phép, không
    phép, chưa phép, không có giấy phép, giấy phép hoạt động, cấp phép, được cấp phép, ielts, toeic, hoàn tiền, khóa học, học viên, du học, tư vấn du
    học, cam kết, cam kết đầu ra, luyện thi, gia sư, giáo viên nước ngoài, giáo viên bản ngữ, giáo viên tây, thầy tây, chiêu sinh, quảng cáo, bán
    chứng chỉ, lớp năng khiếu, năng khiếu, sang tên, giám đốc, biển hiệu, trọn khóa, trung tâm toán, toán tư duy, dạy đàn, dạy vẽ, dạy múa, dạy võ,
    lập trình, luyện chữ, luyện chữ đẹp, chuyển địa điểm, học thử, hoàn học phí, lớp dạy, trung tâm năng khiếu, chi nhánh, công ty tư vấn, khai
    giảng, khóa, giáo trình, thu tiền, học phí, hoàn lại, không hoàn lại, chủ trung tâm, dạy chui, mở chui, trả lại tiền, tư nhân, trung tâm stem,
    phép, tiền tiểu học, lớp tiền tiểu học, luyện viết, tiếng trung, tiếng nhật, tiếng hàn, hsk, chuyển nhượng, nhượng lại, đổi tên, bà chủ, ông chủ,
    hứa đỗ, cơ sở dạy, cờ vua, nhà thiếu nhi, cung thiếu nhi, bồi dưỡng văn hóa, trung tâm bồi dưỡng, bảng hiệu, đăng ký hoạt động, không hợp lệ,
    đóng dấu chứng chỉ, trung tâm văn hóa, trung tâm bơi, dạy bơi, không biết bơi, buổi học bù, hoãn khai giảng, gộp lớp, nợ buổi, dừng hoạt động,
    ngừng dạy, phá sản, chủ cơ sở, lớp dạy thêm ngoài, trung tâm nghệ thuật, mầm non tư thục, trường quốc tế, học bổng du học, visa du học, phỏng vấn
    du học, đặt cọc du học, treo biển, luyện thi đánh giá
  `),
  other: listed(`
    sách giáo khoa, sgk, thiếu sách, chưa có sách, bộ sách, chương trình, môn học, môn lựa chọn, tổ hợp, tổ hợp môn, xếp lớp, chuyển lớp, đổi lớp,
    sang lớp, lớp khác, thời khóa biểu, bài tập, bài tập về nhà, quá tải, giảm tải, nghỉ học, lịch nghỉ, nghỉ tết, giờ đón, giờ đón trẻ, đón trẻ,
    trông muộn, tan ca, góp ý, cảm ơn, biểu dương, dạy bơi, lịch học, học trực tuyến, giờ vào lớp, giờ tan học, giờ học, loa phát thanh, nhiệt độ,
    rét đậm, học hai buổi, đề xuất, sáng kiến, thông tin, giáo dục giới tính, ôn thi, ôn tập, thời gian học, sĩ số, lớp đông, thiếu giáo viên, không
    có giáo viên, y tế học đường, y tế trường học, cán bộ y tế, nhân viên y tế, phòng y tế, lao động, trải nghiệm, rèn luyện, hạnh kiểm, cấm điện
    thoại, điện thoại trong lớp, điện thoại trong trường, chơi game, học bạ số, học bạ điện tử, dữ liệu, chuyển đổi số, trang web, website, tra cứu,
    cập nhật, rút học bạ, giữ học bạ, nội quy, không thu tiền, học thứ 7, thứ bảy, mặc đồng phục, đồng phục thể dục, trời rét, linh hoạt, tách lớp,
    đông học sinh, quá đông, nghỉ hè, cặp nặng, sách vở, sáng thứ bảy, chiều thứ bảy, ngày thứ bảy, trông trẻ thứ bảy, đổi giáo viên, đổi môn, thay
    đổi giáo viên, khen ngợi, đến khuya, thức khuya, chào cờ, ngoại ngữ, đề kiểm tra, kiểm tra học kỳ, thi học kỳ, điểm kiểm tra, nhập điểm, sổ điểm,
    điểm danh, quá sức, khai giảng, bế giảng, tổng kết, bao giờ học sinh, được nghỉ, giờ ra chơi, đầu tóc, trang phục, môn tiếng, dạy trước, học vẹt,
    phân ban, chuyển đổi môn, lễ hội, trung thu, cuối kỳ, kiểm tra cuối kỳ, căng thẳng, xếp lớp theo, theo điểm, lớp cuối, quốc phòng, cấm học sinh,
    cuộc thi, thi online, sớm hơn, kéo dài, quá nhiều, đi học sớm, chào mừng, văn nghệ, nguyện vọng chuyển lớp, ngoài trời, sách khoa học, mít tinh,
    chủ nhật, trừ điểm thi đua, thi đua lớp, chia lớp, liên hệ các phòng, sắp xếp lại, chuyển sang lớp, đổi ngành, nhật ký, làm video, quay video, bố
    mẹ làm hộ, lịch học buổi chiều, đổi lịch, đổi lịch học, đi sớm, dạy bơi miễn phí, chuyển lịch, thời gian biểu, khung giờ, đón sớm, trả trẻ muộn,
    nhận xét, đánh giá học sinh, thông tư 22, thông tư 27, khen thưởng học sinh, giấy khen, xếp loại học lực, học lực, danh sách lớp, bầu lớp trưởng,
    chỗ ngồi, ngồi bàn, cận thị, sao đỏ, vệ sinh lớp, trực nhật, lao động công ích, hướng nghiệp, phòng tư vấn, giáo dục địa phương, chương trình
    song ngữ, song ngữ, steam, kiểm định, chuẩn quốc gia, sáp nhập trường học, tên trường, đổi tên trường, cổng thông tin, văn bản, công văn, hỏi
    thông tin, phần mềm điểm, xem điểm, tài khoản xem điểm, nhóm zalo lớp, môn bơi, chính khóa, dạy chính khóa, đưa môn, hội trại, bài vở, xếp chung
    lớp, đúng tuổi, trang hỏi đáp, hỏi đáp, chấm điểm thi đua, thi đua giữa
  `),
};
