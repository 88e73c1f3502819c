import type { OtherNature } from './intake-nature.js';
import { A_NAME, CHILD, WISHES } from './nature-phrases.js';
import { HOLDERS } from './wrong-phrases.js';

/** One thing that a kind of paper is made of. */
export interface Element {
  readonly shows: string;
  readonly phrases: readonly string[];
}

/** What a paper is made of when no single phrase says what it is: enough elements together, those that are needed among them. */
export interface Evidence {
  readonly nature: OtherNature;
  readonly needed: readonly Element[];
  /** How many of `others` stand beside the needed ones. */
  readonly enough: number;
  readonly others: readonly Element[];
  /** Where one of these stands anywhere in the text, it is less. */
  readonly without?: readonly string[];
}

const SOMEBODY: Element = {
  shows: 'có người gặp nạn',
  phrases: [CHILD, '(cô|thầy|giáo viên|hiệu trưởng|bảo vệ|phụ huynh|người|vợ|chồng|mẹ con|anh|chị|bạn|chúng tôi)'],
};

/** Harm that needs help at once. Source: Luật Trẻ em 2016, Điều 51; Luật Khám bệnh, chữa bệnh 2023 (unconfirmed). */
const HARM_NOW: Evidence = {
  nature: 'emergency',
  needed: [
    {
      shows: 'người bị nạn',
      phrases: [
        '(máu (* ){0,2}(ra|chảy|nhiều|me|không cầm)|chảy (* ){0,2}máu|bất tỉnh|động kinh|co giật|sùi bọt|tím tái|cắn lưỡi|ngừng thở|hôn mê|không thở|ngất xỉu|ngất)',
        '((chó|becgie|pitbull|rắn|ong) … (cắn|đốt|đuổi)|xe … (lật|đâm|tông|lao xuống|cháy|cán|đè)|tai nạn|lật (xe|thuyền|đò))',
        '(nhốt|xích|trói|giam|khóa trái) … (không cho ăn|bỏ đói|mấy ngày|\\d+ ngày|hai ngày|ba ngày|gọi|kêu|khóc)',
        '(nôn (* ){0,1}ra máu|méo miệng|(không|chẳng) nói được|liệt (người|nửa)|đột quỵ|mê man|sốc (phản vệ|thuốc)|co cứng)',
        '(cắt|rạch|cứa|đâm) (vào )?(đùi|cổ|bụng|tay|chân)',
        'nuốt (* ){0,2}(pin|đinh|kim|thuốc|hóa chất|đồng xu|nam châm)',
        '(phá khóa|đột nhập|phá cửa|trèo vào|lẻn vào|đón trộm|cướp (con|cháu)|bắt (con|cháu|em|bé) (đi|lên xe)|đưa (con|cháu|em) (sang|qua) (* ){0,2}(biên giới|nước ngoài))',
        '(đốt|nổ|phóng hỏa|tưới xăng|bình xăng|can xăng) … (trường|phòng|nhà|lớp|người|hiệu trưởng|thầy|cô)',
        '(lũ (ống|quét)|sạt lở|lở đất|bị vùi|nước dâng|(ga|gas|khí|hóa chất) (* ){0,2}(xì|rò|rò rỉ|tràn|nổ))',
        '(gửi|bán|đưa|ép|bắt) (* ){0,1}(con|cháu|em|bé|bạn) … (campuchia|trung quốc|biên giới|karaoke|quán bar|động|nhà chứa)',
        '(sốt (cao|39|40|41)|co quắp|li bì)',
        '(ra|đến|tới|vào) (* ){0,2}(khách sạn|nhà nghỉ) … (không thì|nếu không|đuổi|dọa)',
        '(ép|bắt|dụ) (* ){0,3}(chuyện người lớn|quan hệ|ngủ cùng|chụp ảnh khỏa thân|cởi)',
        '(sẽ|đòi|dọa|định|muốn) nhảy(?! dây| múa| việc| lớp)',
        '((nuốt|uống) (phải|nhầm)|hóc (xương|dị vật)|mặt tím|tím mặt|khó thở|co rút|mùi than|bỏng)',
        '~(hóc|sặc)',
        '(đè (chân|tay|lên|trúng|vào)|ngã (từ|xuống|đập)|đầu sưng|nôn liên tục|lơ mơ|gục|nằm (im|bất động|yên))',
        '(giữ|nhốt|giam) (* ){0,3}(trong|ở) (nhà|phòng|kho|xe)',
        '(mắc kẹt|kẹt (trong|dưới|trên|ở)|bị vùi|bị chìm|bị cuốn|bị điện giật|bị bỏng)',
        '(đập phá|xông vào|tràn vào|ập vào) … (đánh|chém|dọa|dao|khóc|lớp|trường)',
      ],
    },
    SOMEBODY,
    {
      shows: 'việc đang xảy ra',
      phrases: [
        '(đang|vừa mới|bây giờ|giờ này|lúc này|vẫn chưa|ngày nay|ngay bây giờ|tối nay|đêm nay|sáng nay|trưa nay|chiều nay)',
        '(không (biết|ngăn|can) (* ){0,2}(được|làm gì|làm sao)|làm gì bây giờ|còn (* ){0,4}chưa (thấy|ra|tìm)|giờ (* ){0,3}(nằm|ở|đứng)|thầy (* ){0,2}không thấy)',
        '~vừa',
        '(gõ|gọi|lay) (* ){0,2}(không|chẳng) (* ){0,1}(trả lời|nghe|tỉnh|mở)',
        '(chưa|không) (* ){0,2}(cầm được|tới|đến (kịp|nơi)|gọi được|tỉnh|dậy|ra được)',
        '(mãi (không|chưa|chẳng)|(chờ|đợi) (mẹ|bố|xe|cứu)|không ai đưa|lén nhắn|liên tục|vũng máu)',
      ],
    },
  ],
  enough: 0,
  others: [],
};

/** Source: Luật Trẻ em 2016, Điều 51 (unconfirmed). */
const DANGER: Evidence = {
  nature: 'emergency',
  needed: [
    {
      shows: 'điều nguy hiểm',
      phrases: [
        '(dao|búa|súng|kiếm|gậy|xăng|axit|máu|lửa|khói|lũ|nước xiết|vực|điện giật|mưa to|trong rừng|lên núi)',
        '(ngất|bất tỉnh|động kinh|co giật|khó thở|sùi bọt|tím tái|cắn lưỡi|lả đi|hôn mê|sốc|dị ứng nặng|ngộ độc)',
        '(giết|đâm|chém|bóp cổ|túm cổ|lôi ra|lôi (đi|vào)|đánh đập|đập đầu|hiếp|bắt cóc|mắc kẹt|kẹt|rơi|chìm|cuốn|sập)',
        '~(chết|cháy|đốt)',
        '(dí|châm|đổ) (thuốc lá|tàn thuốc|bàn là|lửa|nước sôi|sáp)',
        '(hẹn|sẽ|đòi|dọa) (* ){0,1}(đánh|chặn|xử|chém|đâm)',
        '(đứng|ngồi|trèo|leo) (* ){0,2}(sân thượng|mái nhà|nóc|lan can|thành cầu|ban công|bờ sông|đường ray)',
        '(xe|bếp|nhà|phòng|kho|trạm điện) (* ){0,2}(bốc khói|bốc cháy|cháy)',
        '(chuẩn bị xong|chuyện chết|cảm ơn … đã chơi|cảm ơn (vì|mọi người)|chào mọi người|không gặp lại|đi xa mãi)',
      ],
    },
    SOMEBODY,
    {
      shows: 'việc đang xảy ra',
      phrases: [
        '(đang|vừa|vừa mới|bây giờ|giờ|giờ này|lúc này|tối mịt|sắp|vẫn|vẫn chưa|mới|ngay|hết|nay|đêm nay|tối nay|rồi)',
        '(không|chưa|chẳng) (* ){0,1}(bắt máy|nghe máy)',
        '(lên cơn|vào tận|rút dao|chưa (được|tới|đến|gọi))',
      ],
    },
  ],
  enough: 1,
  others: [
    {
      shows: 'không tự cứu được',
      phrases: [
        '(chưa|không|chẳng) (* ){0,2}(xuống|ra|thoát|sơ tán|vào) (hết|được|kịp)',
        '(không|chưa|chẳng) (* ){0,2}(bắt máy|nghe máy|trả lời tin|can được|ai can|ai dám)',
        '(toán loạn|hoảng loạn|bỏ chạy|kêu la|(ở|ngồi|nằm) (* ){0,2}một mình|không ai đưa)',
        '(đang tìm|tìm kiếm|kêu khóc|gọi về khóc|khóc (thét|nức|xin))',
        '(không|chưa|chẳng) (* ){0,2}(có ai|ra được|vào được|gọi được|liên lạc được|thấy đâu|biết nhà|biết ở đâu|mở được|dám (ra|về))',
        '(khóa|chốt) cửa (* ){0,2}(trong|phòng|lại)',
        '(hết (đồ ăn|nước)|kêu cứu|cứu|làm sao|làm thế nào|giúp (em|cháu|với)|xe cấp cứu|cấp cứu|115|113|114|111)',
        '(rút|vung|cầm|chĩa) (con )?(dao|búa|súng|kiếm|gậy)',
        '(dọa|đòi) (giết|đâm|chém|đốt)',
      ],
    },
  ],
};

/** Source: Luật Tố cáo 2018, Điều 2 khoản 1, Điều 23 khoản 1 (unconfirmed). */
const ACCUSATION: Evidence = {
  nature: 'denunciation',
  needed: [
    {
      shows: 'một người cụ thể',
      phrases: [
        ...HOLDERS,
        A_NAME,
        '(thầy|cô) (dạy|quản lý|giáo|chủ nhiệm|hiệu)',
        '(giám khảo|thanh tra viên|chủ tịch|bếp trưởng|văn thư|đội trưởng|trưởng điểm|y tá)',
        '(cô|thầy|ông|bà|anh|chị) (coi|giữ|phụ trách|quản lý|trực|làm|tên)',
        '(y sĩ|chủ (thầu|nhóm|cơ sở|trung tâm|trường|quán)|chủ tịch|trưởng ban|ban giám hiệu)',
        '~tên *',
      ],
    },
  ],
  enough: 3,
  others: [
    {
      shows: 'tiền, tài sản',
      phrases: [
        '(\\d+ (triệu|nghìn|tỷ)|\\d+k|\\d+tr|triệu|tiền|lương|học bổng|kinh phí|quà|dự toán|vật tư|phụ cấp|gạo|tài sản|hợp đồng)',
      ],
    },
    {
      shows: 'lợi riêng, người nhà',
      phrases: [
        '(con (gái|trai|dâu|rể)|em (gái|trai|rể|vợ|ruột)|vợ|chồng|cháu|người nhà|anh ruột) (của )?(mình|ông|bà|cô|thầy|hiệu|giám|ấy|đứng tên)',
        '(đứng tên|chính mình|cho mình|nhà mình|của riêng|việc riêng|gửi lại|chia nhau|bỏ túi|hưởng nguyên|(lấy|giữ) (tiền|lại|quà|của)|nhận mời)',
      ],
    },
    {
      shows: 'che giấu, không đúng sự thật',
      phrases: [
        '(thực ra|thật ra|thực tế|thực chất|giả vờ|nói dối|khai (đi|là|có|rằng)|ghi tên|nhưng chỉ)',
        '(giấu|lén|ngầm|riêng|ngoài sổ|có sẵn|không công khai|không (vào )?sổ|không (lên lớp|dạy) (* ){0,3}(ngày|tiết|buổi))',
        '(dán lại|(đổi|sửa|đốt|hủy|thay|in lại|xóa) (* ){0,2}(điểm|nhãn|tên|phiếu|sổ|giấy|bài|toàn bộ)|sửa lại|(thuốc|sữa|bánh|đồ ăn|thực phẩm) (* ){0,2}(hết|quá) hạn|chụp gửi|gửi ra ngoài|nói chưa về|bảo chưa|đóng dấu sẵn|ký sẵn|điểm … đổi)',
        '(không (để lại|có) (vết|dấu)|che (mắt|giấu)|đối phó|qua mặt|làm đẹp hồ sơ|không ai (khám|học|kiểm|biết))',
      ],
    },
    {
      shows: 'sổ sách, giấy tờ, bài thi',
      phrases: [
        '(phiếu (thu|chi|điểm)|toàn bộ phiếu|chứng từ|hóa đơn|bài thi|đề thi|đáp án|máy chủ|con dấu|đóng dấu|quyết toán|hồ sơ (khám|dự thầu|gốc)|sáng kiến|bảng lương|chữ ký|bản kê|bảng kê)',
        '~(sổ(?! liên lạc| đỏ| hộ khẩu| tạm trú)|bàn giao|danh sách (có sẵn|nhận|ký))',
      ],
    },
    {
      shows: 'ép buộc, gây hại cho trẻ, cho cấp dưới',
      phrases: [
        '(bắt|ép|buộc) (* ){0,3}(nhịn|mua|nộp|đóng|làm|ký|uống|quỳ|đứng|ăn|cởi)',
        '(không (mua|nộp|đóng|theo|nghe)|ai né|né) (* ){0,2}(thì|là|bị)',
        '(cắt tóc|nhịn cơm|nhịn ăn|nhốt|kéo (tụi|bọn|các|em)|để tay|chỗ không nên|đánh vào|khóa trái|ngồi góc|không gọi phát biểu)',
        '~(tát|đánh|sờ|đấm|đá|véo|chửi)',
      ],
    },
    {
      shows: 'người viết biết rõ, có chứng cứ, xin giấu tên',
      phrases: [
        '(tôi|em|mình|con|bọn em) (* ){0,3}(tận mắt|thấy (rõ|tờ|lọ|tận)|nhìn thấy|biết rõ|giữ|chụp|ghi âm|làm (ở đó|thợ|cùng)|từng làm|có bản|phát hiện|là (thực tập|nhân viên|thợ|bảo vệ|giáo viên)|cùng (lớp|tổ|ca|trường))',
        '(người|nhân viên|hàng xóm|học sinh|thí sinh|hiệu trưởng|đồng nghiệp) (* ){0,2}(thấy|biết|chứng kiến)',
        '(gửi kèm|kèm theo|tin nhắn|clip|chứng cứ|bằng chứng|nhân chứng|vỏ hộp|bản chụp|kể với)',
        '(đừng|xin đừng) (* ){0,2}(cho|để|nói) (* ){0,3}(biết|tên|báo)',
        '(kho bạc|phòng tài chính|cửa hàng) (bảo|nói|xác nhận)',
      ],
    },
    {
      shows: 'muốn việc ấy bị xử lý',
      phrases: [
        '(dẹp|đình chỉ|hủy giải|xử lý|xử|làm rõ|vào cuộc|kỷ luật|thanh tra|điều tra|phát hiện|báo tin|trình báo|tố|ngăn chặn)',
      ],
    },
    {
      shows: 'người viết không đòi gì cho mình',
      phrases: [
        '(không (có )?(tranh chấp|quyền lợi|liên quan|con (em )?học)|không (vì|phải vì) (bản thân|riêng)|giùm|giúp (các cháu|mọi người)|vì (các cháu|công bằng))',
      ],
    },
  ],
};

/** What befalls a person without anybody having decided it. */
const MISHAPS =
  'bạn|các bạn|mấy|một|đánh|bắt nạt|trêu|ốm|sốt|đau|ngã|bệnh|cận|khuyết tật|mất|hỏng|lỗi|lừa|dị ứng|ngộ độc|tai nạn|cảm|thương|gãy|chảy|tự kỷ|tăng động|áp lực|mệt|buồn|stress|lạnh|ướt|muộn|quên|chậm|cô lập|dọa';

/** Source: Luật Khiếu nại 2011, Điều 2 khoản 1, 8, 9 (unconfirmed). */
const OBJECTION: Evidence = {
  nature: 'complaint',
  needed: [
    {
      shows: 'việc đối với chính người viết hoặc người nhà',
      phrases: [
        '(tôi|em|con tôi|con nhà tôi|con em|cháu|anh tôi|chị tôi|vợ tôi|chồng tôi|chúng tôi|nhà tôi|mẹ tôi|cơ sở tôi|trung tâm tôi|công ty tôi|đơn vị tôi)',
      ],
    },
    {
      shows: 'một việc đã quyết định',
      phrases: [
        '(bị|đã) (* ){0,4}(phạt|thu (lại|hồi)|xếp|loại|gạch|miễn|điều|chuyển|cắt|trừ|hủy|từ chối|trả lại|đình chỉ|kỷ luật|đuổi|xóa|chốt)',
        `(tôi|em|con tôi|con em|cháu|chúng tôi|đơn vị tôi|vợ tôi|chồng tôi) (* ){0,3}bị (?!(${MISHAPS})( |$))*`,
        '(không|chưa|chẳng) (* ){0,2}(trả|cấp|phát|giao|xác nhận|công nhận|cho) (* ){0,2}(học bạ|bằng|giấy|hồ sơ|lương|tiền|phụ cấp|chứng chỉ|vào|thi|học)',
        '(không|chưa|chẳng) được (* ){0,1}(cộng|dự|xét|nhận|vào|hưởng|tính|thi|công nhận|trả|bổ nhiệm|chi trả)',
        '(cắt|giam|giữ|bác|hạ|bỏ|thu|khóa) (* ){1,5}(của|đối với) (tôi|con tôi|con em|em|cháu|chúng tôi|vợ tôi)',
        '(buộc|bắt) (tôi|em|con tôi|cháu|cơ sở|trung tâm|công ty|chúng tôi|đơn vị)',
        '(quyết định|kết quả|thông báo|danh sách|biên bản|văn bản) … (không đúng|sai|không (có|phải)|loại|thành|công bố)',
        '(gạch tên|gạt tên|danh sách đã chốt|không thuộc đối tượng|từ chối|không nhận|không cho|bác đơn|ra (văn bản|quyết định|thông báo)|theo biên bản|biên bản lập|quyết định)',
      ],
    },
  ],
  enough: 2,
  others: [
    {
      shows: 'nói là mình có quyền, đủ điều kiện',
      phrases: [
        '(đủ (điểm|điều kiện|tuổi|hồ sơ|năm|tháng|\\d+)|đúng (tuyến|hạn|quy định)|là quyền|có (tên|quyền)|trong khi|đáng (lẽ|ra)|trái (luật|quy định)|trái *|không có quyết định|ghi sai|nhầm|không đúng|nhưng|dù|thuộc diện|đã được (cấp|duyệt|công nhận)|đã (đóng|nộp)|được cộng|có (giấy|biên nhận|chứng chỉ|xác nhận|minh chứng|nhật ký)|còn hạn)',
      ],
    },
    {
      shows: 'không chịu việc ấy',
      phrases: [
        '(không|chẳng) (đồng ý|chấp nhận|trả|phục|nhất trí|chịu|ký|thỏa đáng)',
        '(phản đối|khiếu nại|sai|oan|bất công|vô lý|không (có |ghi )?căn cứ|lỗi không phải|không phải lỗi)',
      ],
    },
    {
      shows: 'đòi việc ấy được làm lại',
      phrases: [
        '(yêu cầu|đề nghị|xin|mong|buộc) (* ){0,4}(nhận|chuyển|cho|hủy|giải quyết|xem xét|xét|trả|bỏ|sửa|rút|công nhận|xếp|tính|khôi phục|điều chỉnh)',
        '(nhận|xếp|xếp hạng|xét|thi|tính|công bố|phân công|chấm|trả|bố trí|đi làm|đi học) lại',
        '(cho|muốn|mong|xin) (* ){0,2}được (thi|học|nhận|trả|dạy|làm|vào|xét|công nhận)',
      ],
    },
  ],
};

/** Who tells what a person did and neither asks nor wishes anything, reports it. */
const REPORT: Evidence = { ...ACCUSATION, enough: 2, without: WISHES };

export const EVIDENCE: readonly Evidence[] = [HARM_NOW, DANGER, ACCUSATION, OBJECTION, REPORT];
