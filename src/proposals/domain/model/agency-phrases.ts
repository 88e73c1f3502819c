import type { Agency } from '../competent-agencies.js';
import { listed } from './phrases.js';

/** By what the work of other agencies is known: see `FIELD_PHRASES`. */
export const AGENCY_PHRASES: Readonly<Record<Agency, readonly string[]>> = {
  police: listed(`
    công an, csgt, cảnh sát, lừa đảo, giả danh, mạo danh, tự xưng, chiếm đoạt, trộm cắp, mất trộm, mất cắp, cướp, cướp giật, móc túi, đánh bạc, cờ
    bạc, cá độ, ma túy, đua xe, nẹt pô, lạng lách, phóng nhanh, đánh võng, vượt đèn đỏ, căn cước, căn cước công dân, cccd, vneid, định danh điện tử,
    hộ khẩu, tạm trú, hộ chiếu, gây rối, côn đồ, hung thủ, kẻ gian, đối tượng, đòi nợ, vay nặng lãi, tín dụng đen, biển số xe, phạt nguội, giấy phép
    lái xe, bằng lái, tội phạm, quán net, quán game, trật tự giao thông, an toàn giao thông, tắc đường, ùn tắc, ách tắc, đỗ xe, dừng đỗ, giờ cấm, xe
    tải, chạy quá tốc độ, số tài khoản, tống tiền, pháo nổ, đốt pháo, trộm, kẻ trộm, bị trộm, đột nhập, mất xe, kẻ xấu, chặn xe, bị chiếm, chiếm tài
    khoản, hack, bị hack, định danh, định danh mức, mức 2, làm căn cước, đánh người, gây gổ, say xỉn, xăm trổ, bảo kê, mại dâm, tệ nạn, nghiện, con
    nghiện, kim tiêm, rú ga, bốc đầu, phóng xe, không đội mũ, vi phạm giao thông, tai nạn giao thông, đăng ký xe, xuất nhập cảnh, mất giấy tờ, lừa,
    bị lừa, dàn cảnh, an ninh, an ninh trật tự, ăn nhậu, đánh chửi, otp, mã otp, đứng chốt, tụ tập, kích dục, đe dọa tính mạng, giả mạo, mất tích,
    đánh ghen, lảng vảng, xe lạ, gạ trẻ, lên xe lạ, vay app, app vay, khủng bố điện thoại, mất điện thoại, mất ví, kẻ cướp, giật điện thoại, bỏ trốn,
    truy tìm, lừa tiền, lừa chuyển khoản, chuyển tiền cho, bắt giữ, tụ tập đua xe, gây tai nạn, bỏ chạy, đi ngược chiều, đỗ xe trước, chắn cổng, chặn
    đường đi, bốc đầu xe, xe không biển, cấp lại căn cước, xóa thường trú, nhập hộ khẩu, tách hộ, dữ liệu dân cư, quán nét, game online, lấy mất,
    điều tra, thẻ căn cước, mất tài sản
  `),
  health: listed(`
    bệnh viện, bác sĩ, y tá, khám bệnh, khám chữa bệnh, trạm y tế, phòng khám, nhà thuốc, thuốc giả, tiêm chủng, tiêm phòng, tiêm, vắc xin, vaccine,
    sởi, dịch bệnh, sốt xuất huyết, bệnh nhân, viện phí, điều dưỡng, khám sức khỏe, giấy khám sức khỏe, cơ sở y tế, xét nghiệm, nha khoa, thuốc nam,
    trà sữa, quán ăn, hàng rong, khám, thuốc, đơn thuốc, kê đơn, bán thuốc, mua thuốc, xếp hàng, y bác sĩ, sở y tế, quán bún, nhà hàng, thức ăn đường
    phố, nước đóng chai, phòng dịch, muỗi, tay chân miệng, covid, thẩm mỹ, spa, sinh con, mổ, chữa bệnh, trạm xá, khám dịch vụ, bán hàng ăn, tiêm vắc
    xin, truyền nhiễm, giường bệnh, kháng sinh, đi viện, bệnh viện nhi, thuốc kháng sinh, cấp cứu, phòng răng, nhổ răng, hỏng răng, bác sĩ trực,
    không khám, y sĩ, thuốc giảm cân, nhà hàng gây, quán gây ngộ độc, ăn ở quán, nằm viện thu, giấy chuyển viện, chuyển tuyến, bảo hiểm khám bệnh, vệ
    sinh quán, phun thuốc, ổ dịch, bạch hầu, sốt rét, tiêm dại, tâm thần, bệnh viện tâm thần, tiếp nhận bệnh nhân
  `),
  construction: listed(`
    đường hỏng, ổ gà, sửa đường, làm đường, đèn tín hiệu, đèn giao thông, đèn đỏ, đèn đường, xe buýt, tuyến buýt, xe bus, bến xe, bỏ chuyến, chuyến
    xe, giao thông, vạch kẻ đường, sang đường, biển báo, giảm tốc, cầu vượt, cầu đường, vỉa hè, xe tải, ùn tắc, mặt đường, ngập đường, hố ga, nắp
    cống, cây xanh đô thị, lái xe, tuyến xe, nhân viên bán vé, bán vé, chung cư, cấp phép xây dựng, giấy phép xây dựng, công trường, công trình, thi
    công, che chắn, cần cẩu, đường xấu, ngã tư, ngã ba, nhà ở xã hội, phà, đăng kiểm, taxi, kẹt xe, mở rộng đường, mở rộng, đoạn đường, đường liên
    xã, đường làng, cày nát, ổ voi, cống, gờ giảm tốc, đèn chiếu sáng, hè phố, sạt lở, cầu hỏng, dải phân cách, tuyến đường, quốc lộ, đường tỉnh, xe
    khách, xe dù, tài xế, chủ đầu tư, ban quản lý, tòa nhà, quy hoạch, công viên, xe quá tải, xe chở đất, rơi vãi, nứt nhà, bãi đỗ xe, lòng đường
    hỏng, sửa cầu, biển chỉ dẫn, vạch, người đi bộ, đào đường, nhà cao tầng, xây bên cạnh, bụi mù, mặt cầu, gãy cầu, đường vào xã, xe ben, hạ tầng,
    chiếu sáng công cộng, xây nhà, điểm dừng xe buýt, cầu dân sinh, sắp gãy cầu, container, cấm tải, đèn vàng, nhấp nháy, giải phân cách, đường ngập,
    cống tắc, ngập nặng, tắc cống, hầm chui, vỉa hè bong, cây đổ ra đường, biển cấm, đường một chiều, bến phà, xe ôm công nghệ, cước xe, xe buýt
    không dừng, phụ xe, vé xe, nhà chờ xe buýt, thang máy chung cư, thi công đêm, rào chắn, mặt đường lún, sụt đường, cấm xe, cấm đường, chưa xong
    đường, bụi
  `),
  agriculture: listed(`
    đất đai, sổ đỏ, sổ hồng, cấp đổi, quyền sử dụng đất, đăng ký đất đai, ô nhiễm, ô nhiễm môi trường, khói bụi, khét, xả thải, nước thải, thu hồi
    đất, đền bù, khai thác cát, chăn nuôi, trại lợn, trại gà, trang trại, lúa, ruộng, thủy lợi, đê điều, nông nghiệp, mùi hóa chất, nhà máy xả, thú
    y, tái định cư, giải phóng mặt bằng, tách thửa, hiến đất, diện tích, thuốc trừ sâu, thủy sản, tàu cá, đất nông nghiệp, khói, khói đen, thải khói,
    ống khói, nhà máy, hôi thối, mương, cá chết, thửa, thửa đất, cấp sổ, đính chính, đất thổ cư, mục đích sử dụng, đất ruộng, đê, kè, đầm, phân bón,
    khai thác, khoáng sản, chất thải, rác công nghiệp, hợp tác xã, nuôi lợn, nuôi gà, lợn, gà, dịch tả, bồi thường, đo đạc, xưởng, xả ra sông, mua
    đất, giấy tay, đất ở, cấp giấy chứng nhận, lấn đất, phá rừng, bơm nước ruộng, mùi hôi thối, lò đốt, nhả khói, trại vịt, ao nuôi, hạn hán, cấp
    đất, giao đất, tranh chấp đất, đấu giá đất, thuế đất, đo đất, trích lục bản đồ, chuyển nhượng đất, kích điện, săn bắt, khí thải, bụi xi măng, xi
    măng, mỏ đá, nổ mìn, rác y tế, nguồn nước, giếng nhiễm, đo lại, mét đất, đất trong sổ, ranh giới đất
  `),
  homeAffairs: listed(`
    nợ lương, lương công nhân, nợ lương công nhân, hợp đồng lao động, khu công nghiệp, kcn, trợ cấp thất nghiệp, thất nghiệp, người có công, thương
    binh, liệt sĩ, xuất khẩu lao động, tai nạn lao động, người lao động, công ty nợ, công ty may, sa thải, đình công, tăng ca, công chức, công chức
    xã, thi công chức, tuyển công chức, cán bộ công chức, sáp nhập xã, địa giới, cho nghỉ việc, trả sổ, trợ cấp thôi việc, không trả lương, quỵt
    lương, công đoàn, thanh niên xung phong, chất độc da cam, bộ đội, xuất ngũ, giới thiệu việc làm, xklđ, nghị định 178, nâng ngạch, giám đốc công
    ty, nhà máy nợ, công nhân chúng tôi, chủ xưởng, không ký hợp đồng, không đóng bảo hiểm, đuổi việc, đuổi tôi, tiền công nhật, làm thuê, thương
    binh của, bệnh binh, giám định thương tật, giám định, giữ lương, lương tháng cuối, chủ doanh nghiệp, ép nghỉ, nghỉ không lương, không cho nghỉ,
    làm quá giờ, an toàn lao động, xưởng may, bảo hiểm thất nghiệp, công chức phường, thi tuyển công chức, hợp đồng thời vụ, lao động nước ngoài,
    huân huy chương, khen thưởng kháng chiến, làm công nhân, công ty đuổi, công ty cho nghỉ, công ty không trả
  `),
  industryTrade: listed(`
    siêu thị, hàng giả, hàng nhái, hàng lậu, sách lậu, sách giả, in lậu, cân điêu, quản lý thị trường, giá xăng, xăng dầu, cây xăng, cửa hàng, tạp
    hóa, tem nhãn, nguồn gốc hàng hóa, hàng hóa, hàng hết hạn, bán hàng giả, chợ truyền thống, đa cấp, người tiêu dùng, bán hàng đa cấp, nhà sách, đồ
    chơi, đồ chơi bạo lực, súng, súng đồ chơi, thương mại điện tử, găm hàng, điện máy, đổi trả, bảo hành, hàng lỗi, xăng, bơm thiếu, kém chất lượng,
    mua hàng, mua hàng online, khuyến mại, cụm công nghiệp, hàng cấm, thuốc lá lậu, tiểu thương, ban quản lý chợ, rượu giả, mỹ phẩm giả, người bán,
    người mua, bán hàng online, giá cả, shop, nhận hàng, hàng dởm, xuất xứ, đặt hàng, quầy bán, tạp hóa bán, giao hàng, bán giá cao, thổi giá, tính
    sai giá, siêu thị tính, bán rượu, rượu cho trẻ em, bán thuốc lá, hàng tạp hóa, hàng trôi nổi, trả hàng, tráo hàng, bán phá giá, máy bán hàng,
    điểm bán lẻ, khuyến mãi ảo, bốc thăm trúng thưởng, bán hàng tận nhà, đổi bình gas, sang chiết gas, điện máy bảo hành, mua trên mạng, người bán
    không, trả tiền hàng
  `),
  science: listed(`
    sóng điện thoại, sóng 4g, sóng di động, phủ sóng, có sóng, cột sóng, mạng internet, cáp quang, trạm phát sóng, tin nhắn rác, cuộc gọi rác, sim
    rác, nhà mạng, cước viễn thông, viễn thông, bưu chính, bưu điện, bưu phẩm, bts, wifi chậm, viettel, vnpt, internet, tổng đài, sim, gói cước, 4g,
    5g, mất mạng, truyền hình cáp, bưu tá, sóng, nhà mạng hứa, internet nhà, cuộc gọi quảng cáo, cuộc gọi, làm phiền, số lạ, cáp mạng, cột viễn
    thông, sóng yếu, mất sóng, gọi điện phải, sim bị khóa, khóa sim, chính chủ, đổi sim, thư chậm, bưu phẩm thất lạc, phát thư, bưu điện xã, cột ăng
    ten, truyền hình, trang mạng giả, tên miền, đo lường, mã vạch, điện thoại bàn, tổng đài không sửa
  `),
  socialInsurance: listed(`
    bảo hiểm xã hội, bảo hiểm y tế, thẻ bảo hiểm, thẻ bhyt, cơ quan bảo hiểm, bên bảo hiểm, lương hưu, chốt sổ, chốt sổ bảo hiểm, sổ bảo hiểm, gộp
    sổ, hưởng bảo hiểm, ốm đau, tiền thai sản, gia hạn thẻ, thẻ hết hạn, bhxh, sổ bhxh, bhyt, mã thẻ, vssid, bảo hiểm một lần, thanh toán bảo hiểm,
    hưởng một lần, cán bộ bhxh, hồ sơ bảo hiểm, đổi thẻ, mã bảo hiểm, chế độ ốm đau, tử tuất, bảo hiểm tự nguyện, hưởng thai sản, được hưởng bảo
    hiểm, quá trình đóng, tham gia bảo hiểm, số sổ, hưu, nghỉ ốm, giấy ra viện, tiền ốm đau, bảo hiểm chưa trả, từ bảo hiểm, bảo hiểm chi trả, đại lý
    thu, phát sổ, gộp bảo hiểm, mã số bhxh, giấy nghỉ hưởng, hồ sơ thai sản, tiền nghỉ ốm, dưỡng sức, hưu trí, truy đóng, cấp lại sổ, cấp lại thẻ,
    thẻ sai, nơi khám ban đầu, đổi nơi khám, hưởng bhyt, chi trả lương hưu, trả lương hưu, nhận lương hưu, chốt sổ bhxh, đóng bhxh, đóng bảo hiểm,
    ghi thiếu thời gian
  `),
  electricity: listed(`
    mất điện, cắt điện, cúp điện, tiền điện, điện lực, điện yếu, công tơ, dây điện, cột điện, trạm biến áp, hóa đơn tiền điện, hóa đơn điện, chỉ số
    điện, điện áp, cột điện đổ, điện chập chờn, sụt áp, ghi số điện, giá điện, đường dây, điện sinh hoạt, cắt điện không báo, cột điện nghiêng, điện
    lực chưa, dây điện đứt, máy biến áp, điện yếu về tối, chập điện ngoài đường, điện cao thế, chỉ số công tơ, tính nhầm chỉ số, hóa đơn điện tăng,
    cắt điện vì nợ, mắc điện, lắp công tơ, đường điện làng, mất điện suốt, mất điện cả, mất điện liên tục, đèn nhấp nháy, điện nhà tôi, yếu điện
  `),
  ministry: listed(`
    đại học, cao đẳng, sinh viên, học viên cao học, tuyển sinh đại học, giảng viên, nghiên cứu sinh, trường đại học, điểm sàn, thạc sĩ, bộ giáo dục,
    sửa thông tư, sửa đổi thông tư, bỏ thông tư, cấu trúc đề, người ra đề, ra đề, đề thi tốt nghiệp, một bộ sách, cả nước, toàn quốc, sửa chương
    trình, đổi mới chương trình, chuyển lên trên, luật nhà giáo, luật giáo dục, quốc hội, đề nghị bộ, bộ trưởng, bộ gd, bộ gdđt, của bộ, bỏ kỳ thi,
    bỏ thi, bỏ quy định, thi quốc gia, cải cách, trường cao đẳng, tín chỉ, điểm chuẩn đại học, toàn ngành, học viện, luận văn, quy định của bộ, sửa
    luật, sửa quy định, trên cả nước, đưa vào luật, thi đại học, xét tuyển sớm, bỏ xét tuyển, thay đổi cách thi, chương trình 2018, mong bộ, kiến
    nghị bộ, xin bộ, bộ xem lại, thông tư mới, sửa nghị định, giảm số môn thi, bỏ môn, dùng một bộ sách, thi cử cả nước, học phí đại học, trường đại
    học thu, nộp tiền đại học, bằng đại học của, luật sư phạm, chế độ cả nước, chính sách nhà nước, đề xuất sửa luật, kỳ thi quốc gia, đề minh họa,
    kiến nghị sửa
  `),
  commune: listed(`
    rác, rác thải, thu gom rác, đổ rác, bãi rác, đốt rác, thu gom, karaoke, tiếng ồn, hàng xóm, lấn chiếm, chiếm vỉa hè, lấn vỉa hè, vỉa hè, lòng
    đường, hàng quán, quán nhậu, trà đá, hàng rong, bán rong, xây dựng trái phép, trái phép, trật tự đô thị, nước máy, cấp nước, chợ cóc, họp chợ,
    nuôi chó, thả rông, tổ dân phố, trưởng thôn, nhà văn hóa, nhà văn hóa thôn, khu dân cư, mất vệ sinh, thoát nước ngõ, tranh chấp, loa kéo, ủy ban
    phường, ủy ban xã, ubnd xã, ubnd phường, cán bộ xã, cán bộ phường, xác nhận hộ nghèo, xác nhận hộ, bình xét, vật nuôi, nước bẩn, đất công, giấy
    khai sinh, chợ tạm, đầu ngõ, vứt rác, xả rác, mất nước, loa phường, chó cắn, chó thả rông, vàng mã, đường ngõ, khai tử, kết hôn, đăng ký khai
    sinh, trưởng khu, bí thư, quỹ xóm, quỹ thôn, gia súc, nhà trọ, quán bia, nhạc to, hát hò, mở nhạc, nghĩa trang, trợ cấp xã hội, bừa bãi, phường
    chậm, xã chậm, hàng xóm hát, bán hàng vỉa hè, nhà nước sạch, xóm tôi, khu phố, chửi nhau, nhà bên cạnh, chó sủa, sủa, phế thải, bãi đất trống,
    chuột, làm khai sinh, đổ phế thải, lấn ngõ, hàng quán lấn, xin xác nhận, bãi gửi xe, chủ tịch xã, chủ tịch phường, không tiếp dân, đốt rơm, rơm
    rạ, lấn ra ngõ, ngõ chung, xây lấn, cơi nới nhà, nhà xây không phép, hàng quán vỉa hè, chợ họp, tiếng chó, nuôi gà trong, đám cưới mở nhạc, loa
    phóng thanh, đường làng ngõ xóm, đèn đường ngõ, rác sinh hoạt, phí rác, tiền rác, thu quỹ phường, hộ nghèo của xã, bình xét hộ nghèo, cấp giấy
    xác nhận, xã xác nhận, xác nhận độc thân, chứng thực ở phường, loa kẹo kéo, hát karaoke, lấn đất hàng xóm
  `),
};
