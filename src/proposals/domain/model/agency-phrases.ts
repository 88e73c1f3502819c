import type { Agency } from '../competent-agencies.js';
import { listed } from './phrases.js';

/** By what the work of other agencies is known: see `FIELD_PHRASES`. */
export const AGENCY_PHRASES: Readonly<Record<Agency, readonly string[]>> = {
  police: listed(`
    công an, csgt, cảnh sát, lừa đảo, giả danh, mạo danh, tự xưng, chiếm đoạt, trộm cắp, mất trộm, mất cắp, cướp, cướp giật, móc túi, đánh bạc, cờ
    bạc, cá độ, ma túy, đua xe, nẹt pô, lạng lách, phóng nhanh, đánh võng, vượt đèn đỏ, căn cước, căn cước công dân, cccd, vneid, định danh điện tử,
    hộ khẩu, tạm trú, hộ chiếu, gây rối, côn đồ, hung thủ, kẻ gian, đối tượng, đòi nợ, vay nặng lãi, tín dụng đen, biển số xe, phạt nguội, giấy phép
    lái xe, bằng lái, tội phạm, quán net, quán game, trật tự giao thông, an toàn giao thông, tắc đường, ùn tắc, ách tắc, đỗ xe, dừng đỗ, giờ cấm, xe
    tải, chạy quá tốc độ, số tài khoản, tống tiền, pháo nổ, đốt pháo, trộm, kẻ trộm, bị trộm, đột nhập, mất xe, kẻ xấu, thanh niên, chặn xe, bị
    chiếm, chiếm tài khoản, hack, bị hack, định danh, định danh mức, mức 2, làm căn cước, đánh người, gây gổ, say xỉn, xăm trổ, bảo kê, mại dâm, tệ
    nạn, nghiện, con nghiện, kim tiêm, rú ga, bốc đầu, phóng xe, không đội mũ, vi phạm giao thông, tai nạn giao thông, đăng ký xe, xuất nhập cảnh,
    mất giấy tờ, vay tiền, đòi tiền, ban đêm, lừa, bị lừa, dàn cảnh, trật tự, an ninh, an ninh trật tự, ăn nhậu, đánh chửi, otp, mã otp, đứng chốt,
    tụ tập, kích dục, đe dọa tính mạng, giả mạo, súng, bắn, mất tích, đánh ghen
  `),
  health: listed(`
    bệnh viện, bác sĩ, y tá, khám bệnh, khám chữa bệnh, trạm y tế, phòng khám, nhà thuốc, thuốc giả, tiêm chủng, tiêm phòng, tiêm, vắc xin, vaccine,
    sởi, dịch bệnh, sốt xuất huyết, bệnh nhân, viện phí, điều dưỡng, khám sức khỏe, giấy khám sức khỏe, cơ sở y tế, xét nghiệm, nha khoa, thuốc nam,
    trà sữa, quán ăn, hàng rong, khám, thuốc, đơn thuốc, kê đơn, bán thuốc, mua thuốc, xếp hàng, y bác sĩ, sở y tế, quán bún, nhà hàng, thức ăn đường
    phố, nước đóng chai, phòng dịch, muỗi, tay chân miệng, covid, thẩm mỹ, spa, khoa nhi, sinh con, mổ, chữa bệnh, trạm xá, bệnh, khám dịch vụ, quán,
    bán hàng ăn, tiêm vắc xin, truyền nhiễm, nằm ghép, giường bệnh, kháng sinh, đi viện, bệnh viện nhi, thuốc kháng sinh, cấp cứu, bảo hiểm chi trả
    viện phí, vệ sinh an toàn thực phẩm quán
  `),
  construction: listed(`
    đường hỏng, ổ gà, sửa đường, làm đường, đèn tín hiệu, đèn giao thông, đèn đỏ, đèn đường, xe buýt, tuyến buýt, xe bus, bến xe, bỏ chuyến, chuyến
    xe, giao thông, vạch kẻ đường, sang đường, biển báo, giảm tốc, cầu vượt, cầu đường, vỉa hè, xe tải, ùn tắc, mặt đường, ngập đường, hố ga, nắp
    cống, cây xanh đô thị, lái xe, tuyến xe, nhân viên bán vé, bán vé, chung cư, cấp phép xây dựng, giấy phép xây dựng, công trường, công trình, thi
    công, che chắn, cần cẩu, đường xấu, ngã tư, ngã ba, nhà ở xã hội, phà, đăng kiểm, taxi, kẹt xe, mở rộng đường, mở rộng, đoạn đường, con đường,
    đường liên xã, đường làng, cày nát, ổ voi, cống, gờ giảm tốc, đèn chiếu sáng, hè phố, sạt lở, cầu hỏng, dải phân cách, tuyến đường, quốc lộ,
    đường tỉnh, xe khách, xe dù, tài xế, chủ đầu tư, ban quản lý, tòa nhà, quy hoạch, công viên, xe quá tải, xe chở đất, rơi vãi, nứt nhà, bãi đỗ xe,
    lòng đường hỏng, đường, sửa cầu, xe, biển chỉ dẫn, vạch, người đi bộ, đào bới, đào đường, phanh gấp, nhà cao tầng, xây bên cạnh, bụi mù, mặt cầu,
    gãy cầu, đường vào xã, xe ben, hạ tầng, chiếu sáng công cộng, xây nhà, điểm dừng xe buýt
  `),
  agriculture: listed(`
    đất đai, sổ đỏ, sổ hồng, cấp đổi, quyền sử dụng đất, đăng ký đất đai, ô nhiễm, ô nhiễm môi trường, khói bụi, khét, xả thải, nước thải, thu hồi
    đất, đền bù, khai thác cát, chăn nuôi, trại lợn, trại gà, trang trại, lúa, ruộng, thủy lợi, đê điều, nông nghiệp, mùi hóa chất, nhà máy xả, thú
    y, tái định cư, giải phóng mặt bằng, tách thửa, hiến đất, diện tích, thuốc trừ sâu, thủy sản, tàu cá, đất nông nghiệp, khói, khói đen, thải khói,
    ống khói, nhà máy, hôi thối, mương, cá chết, thửa, thửa đất, cấp sổ, đính chính, đất thổ cư, đất, mục đích sử dụng, đất ruộng, đê, kè, đầm, phân
    bón, khai thác, khoáng sản, chất thải, rác công nghiệp, hợp tác xã, môi trường, sông, nuôi lợn, nuôi gà, lợn, gà, dịch tả, bồi thường, đo đạc,
    xưởng, xưởng nhuộm, xả ra sông, mua đất, giấy tay, đất ở, cấp giấy chứng nhận, lấn đất, phá rừng, bơm nước ruộng, mùi hôi thối
  `),
  homeAffairs: listed(`
    nợ lương, lương công nhân, nợ lương công nhân, hợp đồng lao động, khu công nghiệp, kcn, trợ cấp thất nghiệp, thất nghiệp, người có công, thương
    binh, liệt sĩ, xuất khẩu lao động, tai nạn lao động, người lao động, công ty nợ, công ty may, sa thải, đình công, tăng ca, công chức, công chức
    xã, thi công chức, tuyển công chức, cán bộ công chức, sáp nhập xã, địa giới, cho nghỉ việc, trả sổ, trợ cấp thôi việc, không trả lương, quỵt
    lương, doanh nghiệp, công ty, công đoàn, thanh niên xung phong, chất độc da cam, mẹ việt nam anh hùng, bộ đội, xuất ngũ, giới thiệu việc làm,
    xklđ, nghị định 178, nâng ngạch, cán bộ không chuyên trách, làm việc ở công ty, giám đốc công ty, nhà máy nợ, công nhân chúng tôi, hưởng chế độ,
    chủ xưởng, xưởng giày, không ký hợp đồng, không đóng bảo hiểm, đuổi việc, đuổi tôi, chủ sử dụng lao động, lao động, tiền công nhật, làm thuê
  `),
  industryTrade: listed(`
    siêu thị, hàng giả, hàng nhái, hàng lậu, sách lậu, sách giả, in lậu, cân điêu, quản lý thị trường, giá xăng, xăng dầu, cây xăng, cửa hàng, tạp
    hóa, tem nhãn, nguồn gốc hàng hóa, hàng hóa, hàng hết hạn, bán hàng giả, chợ truyền thống, đa cấp, người tiêu dùng, bán hàng đa cấp, nhà sách, đồ
    chơi, đồ chơi bạo lực, súng, súng đồ chơi, thương mại điện tử, găm hàng, điện máy, đổi trả, bảo hành, hàng lỗi, xăng, bơm thiếu, kém chất lượng,
    mua hàng, mua hàng online, khuyến mại, cụm công nghiệp, hàng cấm, thuốc lá lậu, tiểu thương, ban quản lý chợ, rượu giả, mỹ phẩm giả, hàng, người
    bán, người mua, bán hàng online, cân, giá cả, kinh doanh, shop, nhận hàng, hàng dởm, xuất xứ, đặt hàng, đồ chơi phát sáng, quầy bán, tạp hóa bán,
    giao hàng, bán giá cao, thổi giá
  `),
  science: listed(`
    sóng điện thoại, sóng 4g, sóng di động, phủ sóng, có sóng, cột sóng, mạng internet, cáp quang, trạm phát sóng, tin nhắn rác, cuộc gọi rác, sim
    rác, nhà mạng, cước viễn thông, viễn thông, bưu chính, bưu điện, bưu phẩm, bts, wifi chậm, viettel, vnpt, internet, wifi, mạng, tổng đài, sim,
    gói cước, 4g, 5g, mất mạng, truyền hình cáp, bưu tá, sóng, nhà mạng hứa, internet nhà, cuộc gọi quảng cáo, cuộc gọi, làm phiền, quảng cáo qua
    điện thoại, số lạ, cáp mạng, cột viễn thông
  `),
  socialInsurance: listed(`
    bảo hiểm xã hội, bảo hiểm y tế, thẻ bảo hiểm, thẻ bhyt, cơ quan bảo hiểm, bên bảo hiểm, lương hưu, chốt sổ, chốt sổ bảo hiểm, sổ bảo hiểm, gộp
    sổ, hưởng bảo hiểm, ốm đau, tiền thai sản, gia hạn thẻ, thẻ hết hạn, đóng bảo hiểm xã hội, bhxh, sổ bhxh, bhyt, mã thẻ, vssid, bảo hiểm một lần,
    thanh toán bảo hiểm, hưởng một lần, cán bộ bhxh, hồ sơ bảo hiểm, đổi thẻ, mã bảo hiểm, chế độ ốm đau, tử tuất, bảo hiểm tự nguyện, hưởng thai
    sản, được hưởng bảo hiểm, quá trình đóng, tham gia bảo hiểm, số sổ, hưu, nghỉ ốm, giấy ra viện, tiền ốm đau, bảo hiểm chưa trả, từ bảo hiểm, bảo
    hiểm chi trả
  `),
  electricity: listed(`
    mất điện, cắt điện, cúp điện, tiền điện, điện lực, điện yếu, công tơ, dây điện, cột điện, trạm biến áp, hóa đơn tiền điện, hóa đơn điện, chỉ số
    điện, điện áp, sà xuống, cột điện đổ, điện chập chờn, sụt áp, ghi số điện, giá điện, đường dây, điện sinh hoạt, số điện, điện, cắt điện không
    báo, tăng gấp, cột điện nghiêng, điện lực chưa, dây điện đứt, máy biến áp
  `),
  ministry: listed(`
    đại học, cao đẳng, sinh viên, học viên cao học, tuyển sinh đại học, giảng viên, nghiên cứu sinh, trường đại học, điểm sàn, thạc sĩ, bộ giáo dục,
    sửa thông tư, sửa đổi thông tư, bỏ thông tư, cấu trúc đề, người ra đề, ra đề, đề thi tốt nghiệp, một bộ sách, cả nước, toàn quốc, sửa chương
    trình, đổi mới chương trình, chuyển lên trên, luật nhà giáo, luật giáo dục, quốc hội, thông tư, đề nghị bộ, bộ trưởng, bộ gd, bộ gdđt, của bộ, bỏ
    kỳ thi, bỏ thi, bỏ quy định, nên bỏ, thi quốc gia, cải cách, trường cao đẳng, tín chỉ, điểm chuẩn đại học, toàn ngành, học viện, luận văn, quy
    định của bộ, sửa luật, sửa quy định, trên cả nước, ban hành, sửa đổi, đưa vào luật, thi đại học, xét tuyển sớm, bỏ xét tuyển, thay đổi cách thi,
    chương trình 2018
  `),
  commune: listed(`
    rác, rác thải, thu gom rác, đổ rác, bãi rác, đốt rác, thu gom, karaoke, tiếng ồn, hàng xóm, lấn chiếm, chiếm vỉa hè, lấn vỉa hè, vỉa hè, lòng
    đường, hàng quán, quán nhậu, trà đá, hàng rong, bán rong, xây dựng trái phép, trái phép, trật tự đô thị, nước máy, cấp nước, chợ cóc, họp chợ,
    nuôi chó, thả rông, tổ dân phố, trưởng thôn, nhà văn hóa, nhà văn hóa thôn, khu dân cư, mất vệ sinh, thoát nước ngõ, tranh chấp, loa kéo, hát, ủy
    ban phường, ủy ban xã, ubnd xã, ubnd phường, cán bộ xã, cán bộ phường, xác nhận hộ nghèo, xác nhận hộ, bình xét, vật nuôi, nước bẩn, đất công,
    giấy khai sinh, chợ, chợ tạm, đầu ngõ, ngõ, xóm, vứt rác, xả rác, mất nước, loa phường, chó cắn, chó thả rông, vàng mã, đường ngõ, khai tử, kết
    hôn, đăng ký khai sinh, khai sinh, trưởng khu, bí thư, quỹ xóm, quỹ thôn, gia súc, nhà trọ, quán bia, nhạc to, hát hò, mở nhạc, nghĩa trang, trợ
    cấp xã hội, bừa bãi, phường chậm, xã chậm, hàng xóm hát, bán hàng vỉa hè, nước sạch, nhà nước sạch, xóm tôi, khu phố, chửi nhau, thôn, nhà bên
    cạnh, chó sủa, sủa, phế thải, bãi đất trống, chuột, làm khai sinh, đổ phế thải, lấn ngõ, chuồng, hàng quán lấn, xin xác nhận
  `),
};
