import { phrases } from './reading.js';

/** Surnames so common that they tell a name even in text of capitals or without capitals. */
export const COMMON_SURNAMES = phrases(
  'nguyễn, trần, lê, phạm, hoàng, huỳnh, phan, vũ, võ, đặng, bùi, đỗ, hồ, ngô, dương, lý, đinh, đoàn, trịnh',
);

/** Surnames of the Kinh and of the other peoples of Việt Nam. */
export const SURNAMES = phrases(
  'nguyễn, trần, lê, phạm, hoàng, huỳnh, phan, vũ, võ, đặng, bùi, đỗ, hồ, ngô, dương, lý, đinh, đoàn, trịnh, đào, lưu, lương, mai, cao, tô, hà, tạ, thái, châu, quách, phùng, vương, chu, tống, triệu, lâm, tăng, la, kiều, thân, doãn, nghiêm, khổng, khúc, mạc, bạch, đồng, giang, từ, ninh, cù, lại, lục, nông, ma, vi, lò, lường, tòng, cà, quàng, vì, giàng, vàng, sùng, thào, hạng, lầu, mùa, vừ, sồng, chảo, tẩn, phàn, bàn, đèo, hứa, thạch, danh, niê, ksor, siu, kpă, hờ, má, sình, tráng, cư, tiêu, viên, trương, đàm, y, rơ, rmah, rcom, kpuih, h, văn, bế, lã, vòng, sằm, hầu, thiều, phí, tôn, âu, nhâm, ngụy, mẫn, cung, trà, ung, liễu, diệp, cổ, giáp, ngọ, chử, hán, đổng, khuất, thẩm, bồ, lăng, mã, phó, sử, vưu, viêm, uông, lộ, nhữ, phương, trang, tưởng',
);

/** Surnames that name nothing else, for names that somebody typed in small letters. */
export const SURNAMES_ALONE = phrases('nguyễn, huỳnh, bùi, đặng, trịnh');

export const MIDDLES = phrases('văn, thị');

/** Words for children right before a name. */
export const CHILD_CUES = phrases(
  'em, cháu, bé, bạn, con, con gái, con trai, con tôi, con tôi là, con gái tôi là, con trai tôi là, con tôi tên, con em, con của tôi, con gái tôi, con trai tôi, con mình, học sinh, hs, nam sinh, nữ sinh, trẻ, em gái, em trai, tên học sinh, tên con, tên cháu, tên em, họ tên học sinh, họ tên con, con em tôi, con em tôi là, con mình là, con trai mình, con gái mình, con trai mình là, con gái mình là, con em là, em trai tôi, em gái tôi, em trai tôi là, em gái tôi là, em trai mình, em gái mình, cháu tôi, cháu tôi là, cháu nội, cháu ngoại, cháu nội tôi, cháu ngoại tôi, cháu nội tôi là, cháu ngoại tôi là, cháu gái tôi, cháu trai tôi, cháu nhà tôi, con nhà tôi, bé nhà tôi, mẹ của, bố của, ba của, cha của, má của, phụ huynh của, người nhà của, ông ngoại của, bà ngoại của, ông nội của, bà nội của, mẹ bé, bố bé, phụ huynh em, phụ huynh cháu, hai cháu, hai em, hai bạn, các em, các cháu, các bạn, trẻ bị bạo hành, cháu gái, cháu trai, nạn nhân tên, nạn nhân',
);

/** Words for grown people right before a name. */
export const PERSON_CUES = phrases(
  'ông, bà, anh, chị, cô, thầy, cô giáo, thầy giáo, giáo viên, gv, phụ huynh, phhs, bác, chú, dì, cậu, mợ, thím, mẹ, bố, ba, má, vợ, chồng, họ tên, họ và tên, tên tôi, tôi tên, tên, tôi là, người gửi, người phản ánh, người nhận, chủ tài khoản, chủ tk, giám đốc, phó giám đốc, thí sinh, hiệu trưởng, phó hiệu trưởng, hiệu phó, bảo vệ, kế toán, chủ nhiệm, giám thị, tổ trưởng, đồng chí, nhân viên, cán bộ, bác sĩ, y tá, công dân, gvcn, mình là, chồng tôi là, vợ tôi là, chồng tôi, vợ tôi, bác bảo vệ, chú bảo vệ, cô hiệu trưởng, thầy hiệu trưởng, cô hiệu phó, thầy hiệu phó, tổng phụ trách, lái xe, cụ, ông cụ, bà cụ, cụ ông, cụ bà',
);

/** Words in which the last only looks like a word for a person. */
export const FALSE_CUES = phrases(
  'tiếng anh, môn anh, nước anh, anh ngữ, vương quốc anh, tổng bí thư, chủ nhiệm lớp, bà con, ông bà, bố mẹ, cha mẹ, dụng cụ, công cụ, nhạc cụ, đạo cụ, giáo cụ, nông cụ',
);

/** Words after which even one capitalised word is a name: `em Minh`, `cô Hương`. */
export const KIN = phrases(
  'em, cháu, bé, bạn, ông, bà, anh, chị, cô, thầy, cô giáo, thầy giáo, bác, chú, dì, cậu, mẹ, bố, con tôi, con gái, con trai, con gái tôi, con trai tôi, tên, tên tôi, tôi tên, tôi là, mình là, em là, tên là, con, con em tôi, con mình, con em, con tôi là, con em tôi là, con mình là, con trai tôi là, con gái tôi là, con trai mình là, con gái mình là, con trai mình, con gái mình, con em là, em trai tôi, em gái tôi, em trai tôi là, em gái tôi là, em trai mình, em gái mình, cháu tôi, cháu tôi là, cháu nội, cháu ngoại, cháu nội tôi, cháu ngoại tôi, cháu nội tôi là, cháu ngoại tôi là, cháu gái tôi, cháu trai tôi, cháu nhà tôi, con nhà tôi, bé nhà tôi, mẹ của, bố của, ba của, cha của, má của, phụ huynh của, người nhà của, ông ngoại của, bà ngoại của, ông nội của, bà nội của, phụ huynh, chồng tôi, vợ tôi, chồng tôi là, vợ tôi là, bảo vệ, hiệu trưởng, phó hiệu trưởng, hiệu phó, ba, má, vợ, chồng, họ tên, họ và tên, người gửi, cháu gái, cháu trai, cụ, ông cụ, bà cụ, cụ ông, cụ bà',
);

/** Words between such a word and the name: `con tôi tên là`, `cô giáo chủ nhiệm là`. */
export const LINKS = phrases('tên, là, tôi, mình, chủ nhiệm, của tôi, gọi là, có tên, ruột, nhỏ, lớn, ấy, tên là');

/** What bears names of people and of places, right before it: a school, a street, a ward, a prize. */
export const BEARERS = phrases(
  'trường, thpt, thcs, ptth, ptcs, tiểu học, th, mầm non, mn, mg, mẫu giáo, gdnn, gdtx, trung tâm, đường, phố, phường, xã, quận, huyện, thị trấn, thị xã, tỉnh, thành phố, tp, cầu, chợ, công viên, quảng trường, bệnh viện, đại học, đh, học viện, cao đẳng, công ty, tnhh, cổ phần, quỹ, giải, giải thưởng, cúp, huy hiệu, liên đội, chi đội, chi đoàn, khu, khu đô thị, khu phố, chung cư, tòa nhà, đền, chùa, tượng đài, nhà hát, nhà văn hóa, nhà thiếu nhi, cung, sân vận động, bến, cảng, sông, núi, đảo, làng, thôn, xóm, tác giả, nhà thơ, nhà văn, tác phẩm, chuyên, dân lập, tư thục, quốc tế, liên cấp, anh hùng, anh hùng liệt sĩ, danh nhân, tướng, đại tướng, vua, chủ tịch nước, ngã tư, ngã ba, ngõ, hội trường, câu lạc bộ, nhà xuất bản, nxb, chất lượng cao, thực hành, bán công, nội trú, bán trú, phổ thông, liên trường, cơ sở, phân hiệu, phân viện, viện, hồ, trạm, đò, nhà ga, ga, bãi, vịnh, thương hiệu, hãng, nhà sách, đình làng',
);

/** Men and women of history whose names schools and streets bear, with which nobody else is meant unless a word for a person stands before. */
export const PUBLIC_NAMES = phrases(
  'hồ chí minh, trần phú, lê hồng phong, nguyễn trãi, nguyễn du, lê lợi, lê lai, lê chân, ngô quyền, trần hưng đạo, trần quốc toản, trần quốc tuấn, trần nguyên hãn, nguyễn bỉnh khiêm, lê quý đôn, chu văn an, võ thị sáu, lý tự trọng, lý thường kiệt, lý thái tổ, đinh tiên hoàng, lê thánh tông, nguyễn thị minh khai, nguyễn văn trỗi, nguyễn văn cừ, nguyễn đức cảnh, nguyễn huệ, phan bội châu, phan chu trinh, phan đình phùng, phan đình giót, hoàng văn thụ, hoàng diệu, hoàng hoa thám, trần nhân tông, trần tất văn, nguyễn khuyến, nguyễn tri phương, nguyễn đình chiểu, hồ xuân hương, tô hiệu, tô hoài, mạc đĩnh chi, mạc đăng dung, lương thế vinh, lương khánh thiện, lương văn tri, bùi thị xuân, cao bá quát, đoàn thị điểm, võ nguyên giáp, phạm văn đồng, phạm hồng thái, phạm ngũ lão, lê duẩn, lê đại hành, tôn đức thắng, trường chinh, nguyễn công trứ, nguyễn viết xuân, phan đăng lưu, nguyễn công hoan, ngô gia tự, hà huy tập, đinh tiên hoàng, nguyễn hữu cầu, nguyễn lương bằng, bạch đằng, tống duy tân, trần đại nghĩa, an dương vương, nguyễn ái quốc, lương văn chánh, trần khánh dư, bế văn đàn, cù chính lan, vừ a dính, kim đồng, nguyễn bá ngọc, nguyễn tất thành, lê văn tám, vũ trọng phụng, nguyễn tuân, nam cao, xuân diệu, trần cao vân, dương quảng hàm, đào duy từ, lê hữu trác, nguyễn thái học, nguyễn thái bình, trần văn ơn, nguyễn thượng hiền, nguyễn siêu, trần đăng ninh, nguyễn văn linh, bùi viện, võ văn kiệt, tôn thất tùng, lê thanh nghị, nguyễn văn huyên, cát bi, cát cụt, lạch tray, trần thành ngọ, nguyễn văn hới, bùi thị từ nhiên, trần hoàn, trần quang khải, hoàng quốc việt, hoàng minh thảo, nguyễn bình, văn cao, tố hữu, nguyễn đình thi, thạch sanh, nguyễn thị định',
);

/** Places and common words that begin like a name. */
export const NOT_PEOPLE = phrases(
  'y tế, y học, y dược, y sinh, y khoa, hà nội, hà nam, hà giang, hà tĩnh, hà đông, hà tây, hà lan, hà lội, cao bằng, cao nguyên, cao đẳng, cao cấp, cao tốc, cao học, cao điểm, cao thượng, cao lãnh, lâm đồng, lâm nghiệp, thái bình, thái nguyên, thái lan, thái độ, thái dương, thái hòa, lương sơn, lương thực, lương tâm, lương hưu, lương tối, lương cơ, hoàng sa, hoàng mai, hoàng thành, hoàng động, hoàng châu, mai châu, mai sơn, lai châu, châu âu, châu á, châu phi, châu phú, châu thành, châu đốc, ninh bình, ninh giang, ninh thuận, giang biên, đồng nai, đồng tháp, đồng hới, đồng hòa, đồng hành, đồng bằng, đồng phục, đồng ý, đồng chí, đồng thời, đồng kính, đồng văn, đồng đăng, bạch long, bạch hạc, dương kinh, dương quan, dương lịch, đào tạo, hồ sơ, hồ tây, hồ nam, hồ gươm, lý do, lý lịch, lý luận, lý sơn, lý nhân, lý thuyết, lý học, vũ khí, vũ thư, vũ trụ, vũ quang, vũ lực, võ thuật, võ nhai, đỗ xe, phan thiết, phan rang, la liga, la gi, lưu trữ, lưu ý, lưu hành, lưu vt, lưu động, tăng cường, tăng học, tăng giá, tạ ơn, chu kỳ, chu cấp, từ chối, từ ngày, từ năm, từ điển, từ liêm, từ sơn, từ đó, tống đạt, trang phục, trang web, trang bị, trang thiết, trang trí, trang thông, vi phạm, vi tính, vì vậy, vì sao, vì thế, lại nói, má phanh, văn phòng, văn bản, văn hóa, văn thư, văn nghệ, văn học, văn lang, văn lâm, văn giang, văn yên, văn bằng, văn minh, văn miếu, văn quán, thân ái, thân gửi, thân mến, thân nhân, ông bà, ông ích, phó giám, phó hiệu, phó trưởng, phó thủ, phó chủ, phương pháp, phương án, phương tiện, phương thức, viên chức, tiêu chí, tiêu chuẩn, danh sách, danh mục, danh hiệu, danh dự, bàn ghế, bàn giao, bàn bạc, trà vinh, trà lĩnh, cung cấp, cung thiếu, cung văn, cơ sở, sử dụng, sử học, lộ trình, mùa hè, mùa xuân, mùa thu, mùa đông, giáp bát, cư xá, cư trú, tôn giáo, tôn trọng, tôn vinh, tô hoàng, đoàn trường, đoàn thể, đoàn viên, đoàn kiểm, đoàn tncs, đoàn đội, đoàn thanh niên, đoàn thanh tra, đoàn công tác, đường sắt, đường bộ, nghiêm cấm, nghiêm túc, hứa hẹn, sơn la, lục ngạn, lục nam, lộc bình, kiều bào, vương quốc, triệu sơn, triệu phong, triệu đồng, mã số, mã học, mã định, mã phường, mã hồ, đàm phán, trương định, bùi ngùi, phạm vi, phạm luật, phạm quy, phạm nhân, phạm tội, hán việt, hán nôm, thạch thất, thạch hà, phí dịch, phí giữ, phí xây, viện kiểm, phòng giáo, tiên lãng, thủy nguyên, quỳnh phụ, kim thành, đường dây, lăng bác, đồ sơn, đình vũ, mẫn cán, dương xá, phù cừ, lê chân, tòng bạt, la phù, đồng quang, ma túy, ma tuý, cổ phần, cổ động, cổ loa, cổ bi, diệp lục, giáp ranh, lộ diện, vàng danh, vĩnh bảo, an lão, an dương, kiến an, kiến thụy, hồng bàng, hải an, cát hải, cát bà, hải dương, hải phòng, bắc ninh, bắc giang, nam định, hưng yên, quảng ninh, hạ long, cánh diều, núi voi, sao mai',
);

/** A word for a person and the word behind it that together name nobody. */
export const NOT_TOGETHER = phrases('anh quốc, anh hùng, anh tài, anh minh, ông tiên, bà tiên, cậu ấm, em bé');

/** Words that belong to no name, however they are written: they end one. */
export const NAME_ENDS = phrases(
  'trường, lớp, thpt, thcs, tiểu học, mầm non, mn, sở, ubnd, hđnd, ủy ban, phường, xã, quận, huyện, tỉnh, thành phố, tp, sđt, đt, tel, email, gvcn, hs, gv, pakn, khối, và, là, của, cho, với, tại, ở, bị, đã, đang, sẽ, được, không, phụ huynh, học sinh, giáo viên, giám đốc, hiệu trưởng, điện thoại, địa chỉ, số, cccd, cmnd, công ty, nhà trường, sinh năm',
);

/** What is no name of one word after a word for a person. */
export const NOT_NAMES = phrases(
  'trường, lớp, thpt, thcs, th, tiểu học, mầm non, mn, sở, bộ, phòng, ban, ubnd, hđnd, ủy ban, phường, xã, quận, huyện, tỉnh, thành phố, tp, việt nam, hải phòng, hà nội, hải dương, toán, tiếng, ngữ văn, văn, vật lý, hóa học, sinh học, lịch sử, địa lý, tin học, thể dục, âm nhạc, mỹ thuật, đội, đoàn, hội, cha, mẹ, bố, ông, bà, anh, chị, em, cô, thầy, cháu, con, phụ huynh, học sinh, giáo viên, nhà trường, giám đốc, chủ tịch, chủ nhiệm, hiệu phó, đọc, xã hội, trưởng, phó, hiệu trưởng, bí thư, kính, tôi, chúng tôi, rịa, triệu, trưng, nà, đen, tô, tấm, dậu, hồ, tôn, năm, khối, pakn, khi, nếu, vì, do, hiện, nay, nhưng, và, là, có, không, được, bị, đã, đang, sẽ, của, cho, với, tại, ở, từ, theo, về, thì, mà, này, đó, rất, xin, đề nghị, sau, trước, trong, ngoài, trên, dưới, các, những, một, hai, ba, nhiều, mọi, cả, ai, gì, nào, công an, tổng đài, trung tâm, đường, phố, luật, điều, khoản, sđt, đt, tel, email, gvcn, hs, gv, covid, thứ, tháng, ngày, tết, đảng, nhà nước, người, tuổi, số, bụt, táo, noel, trời, địa, bình an, cựu, hội viên, đảng viên, đại diện, thành viên, giảng viên, nhân viên, cán bộ, bác sĩ, kế toán, tổ, tổ quốc, trẻ em, môi trường, dữ liệu, bí mật, quyền, liệt sĩ, thương binh, tiến sĩ, thạc sĩ, cử nhân, nhà, dân, chi hội, ban phụ huynh, lớp trưởng, khu, thôn, chung cư, công ty, sách, chuyên, anh văn, khoa học, ngoại ngữ, trung học, cư dân, việt kiều, người dân, nạn nhân, học viên, tài sản, cụ, quyết định, quyết tâm, thông tư, thông báo, thông tin, nghị định, nghị quyết, sinh viên, sinh năm, sinh ngày, công đoàn, công chức, công dân, công nhân, công văn, công tác, quý thầy, quý cô, quý sở, quý ban, quý cơ quan, quý nhà trường, quý trường, tổng, tổng phụ trách',
);

/** Words that follow a name in running text; they end one that is written without the help of capitals. */
export const RUNNING_WORDS = phrases(
  'bị, đã, đang, sẽ, là, có, không, chưa, được, và, với, của, ở, tại, lớp, học, học sinh, trường, cho, thu, đánh, nói, mắng, dạy, làm, thường, hay, vẫn, cũng, rất, phải, bắt, gọi, đến, đi, về, từ, trong, khi, vì, nên, thì, mà, này, đó, kia, ấy, sinh, năm, tuổi, hiện, để, xin, phản ánh, kiến nghị, nhiều, lần, đăng ký, nộp, ký, đòi, yêu cầu, liên tục, tự, ép, cùng, sang, vào, ra, lên, xuống, hỏi, trả, nhận, gửi, báo, mới, hết, còn, chỉ, lại, luôn, toàn, mọi, mỗi, bảo, chửi, xúc phạm, sđt, số, điện thoại, đứng, tổ chức, dân tộc, quát, phụ trách, chủ nhiệm, ghi, tự ý, trêu, nghỉ, khóc, ngồi, ăn, ngủ, chạy, vừa, nhé, ạ',
);
