import { CHILD, LESSON, NOW, QUESTION } from './nature-phrases.js';
import type { Sign } from './sign.js';

const STORM = '(bão số|cơn bão|áp thấp|mưa lũ|thời tiết)';

/** Who does not look as if by accident: the family, or somebody in its place. */
const HOUSEHOLD =
  '(bố|mẹ|ba|má|dượng|bố dượng|dì ghẻ|mẹ kế|cha|cậu|chú|bác|bác rể|ông|bà|anh rể|chồng|người giúp việc|hàng xóm)';

const WEAPON =
  '(dao(?! rọc giấy| gọt)|búa|rìu|gạch|chai|xăng|gậy|mã tấu|hung khí|súng|kiếm|phóng lợn|dao bấm|tuýp sắt|bom xăng|axit)';

/** Spoken of medicine that a child is given. */
const TAKEN_AS_TOLD = 'cho (trẻ|cháu|con|các cháu|bé|học sinh) uống';

/** What counts whatever else a paper tells: one sentence of it is easily lost among many about a fee. Without marks `thuốc sâu ăn` is `thuốc sau ăn`. */
export const SURE_SELF_HARM_SIGNS: readonly Sign[] = [
  {
    nature: 'emergency',
    shows: 'có người có thể tự hại mình',
    phrases: [
      '(không|ko|k|kh|hk|hông|hổng|chẳng|hết|đâu) (còn )?(muốn|mún|thiết|ham) (sống|tồn tại|thức dậy|dậy nữa)',
      '(muốn|mún|định|đòi|dọa|nghĩ đến|nghĩ tới|tìm|toan) (đến |tới )?(cái )?(chết|tự tử|tự vẫn|tự sát|tự kết liễu)',
      '(rạch|cứa) (cổ )?tay',
      '~(đã|vừa|sẽ|bị ép|đi) (tự tử|tự sát|treo cổ)',
      '(nhảy lầu|nhảy cầu(?! (trượt|khỉ)))',
      'gieo mình (từ|xuống|khỏi)',
      '~(uống|nuốt) (* ){0,3}thuốc (sâu|trừ sâu|diệt cỏ|cỏ|chuột|ngủ)',
      '(uống|nuốt) (* ){0,3}thuốc (sâu(?! (ăn|bữa|khi|giờ|khám|tiêm))|trừ sâu|diệt cỏ|chuột|ngủ)',
      '(không|chẳng) … nữa (, )?(xin )?tạm biệt (mọi người|bố|mẹ|ba|má|cả nhà|thầy cô|các bạn)',
      'vĩnh biệt (mọi người|bố|mẹ|ba|má|cả nhà|thầy cô|các bạn)',
    ],
    unless: [...LESSON, TAKEN_AS_TOLD],
  },
];

/** A child or somebody else in danger now. Source: Luật Trẻ em 2016, Điều 51; Bộ luật Hình sự 2015, Điều 132 (unconfirmed). */
export const SELF_HARM_SIGNS: readonly Sign[] = [
  {
    nature: 'emergency',
    shows: 'có người có thể tự hại mình',
    phrases: [
      '(không|ko|k|chẳng) (còn )?muốn … (ngày mai|sáng mai)',
      '(chết|biến mất|ngủ mãi|đi thật xa|ra đi) (đi |luôn |mãi |quách )?(cho|thì|sẽ|chắc|là) *',
      '(biến mất|ngủ|đi) … (không|chẳng) (bao giờ |phải )?(thức|dậy|tỉnh|về|trở lại)',
      // Without marks `tự vẫn` is `tư vấn`: it counts with what stands beside it alone.
      'tự vẫn (vì|rồi|bằng|ở nhà)',
      '(tự tử|tự sát|cắt tay|tuyệt mệnh|vĩnh biệt|treo cổ)',
      '(rạch|cắt|cứa) … (cổ tay|tay (mình|chảy máu|ra máu))',
      'cổ tay … (máu|rạch|cắt|cứa)',
      '(vết|vệt) (rạch|cắt|cứa)( mới)?( ở| trên)? (tay|cổ tay|đùi)',
      'tay … vết (rạch|cắt|cứa)',
      'nhảy (từ|khỏi) … (tầng|lầu|mái|nóc|sân thượng|lan can|ban công|cửa sổ|cầu)',
      'nhảy xuống … (sông|hồ(?! bơi)|ao|giếng|biển|đường (tàu|ray))',
      '(uống|nuốt|mua|giấu|gom) … (thuốc ngủ|thuốc sâu|thuốc trừ sâu|thuốc diệt|thuốc cỏ|thuốc chuột|cả vỉ|cả lọ)',
      'uống (hết|cả|sạch) … thuốc',
      '(vỉ|lọ|nắm|vốc) thuốc … (bóc|giấu|trong cặp|dưới gối|một lúc)',
      'sợi (dây|thừng) … (dưới gối|trong cặp|quạt trần)',
      'cách (chết|tự tử|ra đi|đi) (nhẹ nhàng|nhanh|không đau)',
      '(ở lại|sống tốt) … (nhé|nha) … (anh|em|con|cháu|chị|tôi|mình) (đi|đây)',
      '(anh|em|con|cháu|chị|mình) đi (đây|nhé|xa đây)',
      '(kết thúc|chấm dứt) (tất cả|mọi thứ|cuộc đời|cuộc sống|hết)',
      '(sống|cuộc sống) … (không còn|chẳng còn|vô) (ý )?nghĩa',
      '(lời|thư|tin) … (tạm biệt|xin lỗi bố mẹ|vĩnh biệt)',
      '(để lại|viết (xong|sẵn|rồi)?) … (thư|tờ giấy|mảnh giấy|lá thư) … (tha lỗi|xin lỗi|cho (bố|mẹ|cả nhà))',
      '(tờ giấy|mảnh giấy|lá thư|nhật ký|tin nhắn) (* ){0,3}(xin lỗi|tạm biệt) (bố|mẹ|ba|má|cả nhà|mọi người)',
      'di (nguyện|thư)',
      '(cả nhà|bố mẹ|bố|mẹ) tha (lỗi|thứ) cho (con|em)',
      'tạm biệt mọi người',
      '(nghĩ quẩn|dại dột|quẫn trí|làm liều)',
      '(chưa từng|không) (tồn tại|có (anh|em|con) trên đời)',
      'lần cuối … (nói chuyện|nhắn|gặp|gọi)',
      '(em|con|cháu|mình|bạn ấy|nó) (đang )?(đứng|ngồi|trèo|leo) (ở |lên |trên |ngoài )+(mái|nóc|sân thượng|lan can|thành cầu|ban công)',
      'không phải (tại|lỗi|lỗi của) (bố|mẹ|ba|má|cô|thầy|ai)',
    ],
    unless: [...LESSON, TAKEN_AS_TOLD],
  },
  {
    nature: 'emergency',
    shows: 'có người có thể tự hại mình',
    phrases: [
      '(con|em|cháu|mình|bạn ấy|nó) (mệt|mệt mỏi|kiệt sức|bế tắc|tuyệt vọng) (lắm|quá) rồi',
      '(đi|ra|đứng|ngồi|leo|trèo) … (cầu|đê|sông|hồ|biển|sân thượng|lan can|đường tàu|đường ray) … (một mình|1 mình)',
    ],
    beside: [
      ['(xin lỗi|cảm ơn|tạm biệt) (bố|mẹ|cô|thầy|cả nhà|mọi người)', '(đừng|không) … (tìm|gọi tên|nhắc đến)', 'giữ hộ'],
    ],
    unless: LESSON,
  },
];

/** Source: Bộ luật Hình sự 2015, Điều 132; Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ 2024 (unconfirmed). */
export const HAPPENING_SIGNS: readonly Sign[] = [
  {
    nature: 'emergency',
    shows: 'việc đang xảy ra, có người gặp nguy hiểm',
    phrases: [
      `${NOW} … (bị đánh|đánh nhau|đánh hội đồng|hành hung|bắt quỳ|lôi ra|kéo ra|trốn|treo|cầm dao|cầm gậy|dí dao|nhốt|khóa trái|bắt cóc|ngất|bất tỉnh|co giật|khó thở|chảy máu|đuối nước|mắc kẹt|bốc khói|bốc cháy|điện giật|đe dọa|rơi từ|ngã từ)`,
      `đang (* ){0,3}(đánh|đập|đấm|đạp|đá|bóp cổ|dìm|kéo lê|đòi giết|đốt) … ${CHILD}`,
      '(đang|còn|vẫn) (* ){0,4}(trốn|kẹt|mắc kẹt|treo|bám|cố thủ)',
      `~${NOW} … (chém|đâm|giữ|cháy|sập|đổ)`,
      '(đang|vừa) (bị )?(cháy|sập|chém|đâm)',
      '(cháy|khói|lửa) (to|lớn|lan|bốc|mù mịt|ngùn ngụt|nghi ngút)',
      'cháy (lớp|bếp|phòng)',
      'có bom',
      `(thằng|thanh niên|đối tượng|kẻ|nhóm|người lạ|người|bạn|đứa|học sinh|chúng nó|bọn nó|phụ huynh) … (cầm|vác|mang|vung|giấu|thủ) (theo )?${WEAPON}`,
      `(dọa|đòi|sẽ|bảo|nói|định|hẹn) … (giết|đâm|chém|đánh chết|cho chết|tạt axit|thiêu) … (${CHILD.slice(1, -1)}|tôi|mẹ|cả|nay|mai)`,
      '(sẽ|đòi|dọa|định|hẹn|nay về) (giết|chém|đánh chết)',
      '(cứu|kêu cứu|cần cứu|cấp cứu|xin cứu) (với|ngay|giúp|gấp|em|con|cháu|bạn|các cháu|người)',
      '(gọi|nhờ|cần|xin) (công an|cứu thương|cứu hỏa|113|114|115|111) … (đến|tới|ngay|gấp)',
      '(đến|tới|xuống|sang|cử người) (ngay|gấp)',
      '~cháy trường',
      '(xin|giúp) … cứu$',
    ],
    unless: [...LESSON, 'đánh giá', STORM, '(hay|thường|thường xuyên) (gọi|bắt|đánh|nhốt|dọa)'],
  },
  {
    nature: 'emergency',
    shows: 'có người cần cấp cứu',
    phrases: [
      '(nôn|ói|ho) (* ){0,1}ra máu',
      'nuốt (* ){0,2}(pin|đinh|kim|hóa chất|nam châm)',
      '(sùi bọt mép|ngừng thở|không thở được|đột quỵ|sốc phản vệ|mất nhiều máu|máu (chảy|ra) không ngừng)',
    ],
    unless: [...LESSON, ...QUESTION, '(tiền sử|được miễn|đã (khỏi|khỏe|ổn))'],
  },
  {
    nature: 'emergency',
    shows: 'có người bị mắc kẹt, bị bỏ quên',
    phrases: [
      '(khóa|nhốt|kẹt|mắc kẹt|bỏ quên|bỏ lại|để quên) … (trong|ở|dưới|lại) (* ){0,4}(xe|phòng|kho|lớp|thang máy|nhà|hầm|bàn|đống|trường)',
      `(cửa khóa|khóa cửa|cửa đóng) … (còn|có) … ${CHILD}`,
    ],
    beside: [
      [CHILD],
      [
        '(khóc|kêu|gào|đập cửa|gõ cửa|không (ai |có ai )?mở|mở (được|giúp|với)|từ (trưa|sáng|chiều|tối)|bây giờ|vẫn|mới|vừa|chưa ra|không ra được|chảy máu)',
      ],
    ],
    unless: [...LESSON, 'mật khẩu', 'tài khoản'],
  },
  {
    nature: 'emergency',
    shows: 'có người đuối nước, ngã, bị vật đổ vào',
    phrases: [
      '(chìm|đuối|cuốn|trôi|rơi xuống|ngã xuống|sảy chân|tụt xuống) … (kênh|sông|hồ|ao|mương|suối|nước|biển|cống|hố|bể|giếng)',
      '(kênh|sông|hồ|ao|mương|suối|biển|hố|bể) … (chìm|cuốn|bị trôi|chưa thấy (đâu|lên|nổi)|vớt)',
      '(rơi|ngã|rớt) (từ|khỏi|xuống) … (tầng|lầu|mái|sân|cầu thang|ban công|cây|giàn giáo)',
      '(trần|mái|tường|cột|giàn giáo|cây|cổng|bảng|cửa) … (sập|đổ|rơi|đè) … (xuống|vào|trúng|lên|rồi)',
      '(rò|xì|rò rỉ) … (khí|ga|gas|hóa chất|điện)',
      '(dây điện|điện) … (đứt|rơi|hở|giật|phóng)',
      '(treo|bám|đu|đứng) (* ){0,3}(ra ngoài|ngoài) (lan can|cửa sổ|ban công)',
      '(bất tỉnh|co giật|không thở|sùi bọt mép|tím tái|ngừng thở)',
    ],
    beside: [
      [
        '(vừa|đang|bây giờ|lúc này|mới|chưa thấy|nằm|bất động|máu|kẹt|ngất|xỉu|không (ai )?biết bơi|nồng nặc|khó thở|không tỉnh|rồi|bị giật|đang khóc|lăn ra)',
      ],
      [CHILD, '(người|cô|thầy|bác)'],
    ],
    unless: [
      ...LESSON,
      '(năm|tháng|tuần|hè) (nào|trước|ngoái)',
      '(hay|sắp|có thể|nguy cơ|lo|sợ|sẽ) (bị )?(rơi|đổ|sập|ngã|rớt)',
    ],
  },
  {
    nature: 'emergency',
    shows: 'trẻ đang bị bạo hành tại nơi ở',
    phrases: [
      `${HOUSEHOLD} … (đánh|đập|dí|trói|bỏ đói|hành hạ|quất|đốt|bóp cổ|giết|xích|nhốt|tra tấn|đuổi|rượt)`,
      `bị ${HOUSEHOLD} … (đánh|đập|dí|trói|bỏ đói|hành hạ|quất|bóp cổ|xích|nhốt)`,
    ],
    beside: [
      [CHILD],
      [
        '(đêm nào|hôm nào|ngày nào|tối nào|tối nay|đêm nay|đang|vừa|lúc nãy|không dám về|trốn|thét|kêu (khóc|la|cứu)|tím (người|mặt|mắt|tái)|mặt sưng)',
      ],
    ],
    unless: [...LESSON, 'đánh giá', '(tòa|ly hôn|chồng cũ)'],
  },
  {
    nature: 'emergency',
    shows: 'trẻ bị xâm hại, việc có thể lặp lại',
    phrases: [
      `(cởi|tụt|lột|kéo) (quần|áo|đồ|váy) … ${CHILD}`,
      `(cởi|tụt|lột|kéo) (quần|áo|đồ|váy) (của )?${CHILD}`,
      `(sờ|sờ mó|hiếp|xâm hại|dâm ô|giở trò|vào giường|ngủ cùng|đụng chạm) … ${CHILD}`,
      `${CHILD} … (bị )?(sờ|sờ mó|hiếp|xâm hại|dâm ô|giở trò)`,
      `(vào|lên|sang) (giường|phòng ngủ) (của )?${CHILD}`,
    ],
    beside: [
      [
        '(đêm nào|tối nào|tối nay|đêm nay|hôm qua|tối qua|chiều mai|ngày mai|hẹn|vẫn trực|ở (cùng|với|chung)|sống (cùng|với))',
      ],
    ],
    unless: LESSON,
  },
  {
    nature: 'emergency',
    shows: 'trẻ bị đe tung hình ảnh, bị tống tiền',
    phrases: [
      '(tung|phát tán|đăng|gửi|đưa) … (clip|ảnh|hình|video)',
      '(clip|ảnh|hình|video) … (tung|phát tán|đăng) … (mạng|lên)',
    ],
    beside: [
      ['(dọa|đe|tống tiền|không thì|nếu (không|tối|mai|hôm)|đòi)'],
      ['(nhạy cảm|nóng|cởi|khỏa thân|tắm|của em|của bạn|của cháu)'],
    ],
    unless: LESSON,
  },
  {
    nature: 'emergency',
    shows: 'nhiều người có thể bị ngộ độc',
    phrases: [
      '(nôn|nôn ói|ói mửa|đau bụng|tiêu chảy|ngộ độc|sốt cao|nổi mẩn|mẩn ngứa|chóng mặt|khó thở) … (nhập viện|cấp cứu|trạm xá|trạm y tế|bệnh viện|hàng loạt|la liệt|cả lớp|nhiều cháu|nhiều em|phụ huynh đón)',
      `(hàng loạt|nhiều|mấy chục|hàng chục|chục|cả lớp|nửa lớp|mấy|\\d+) … ${CHILD} … (nôn|ói|đau bụng|tiêu chảy|ngộ độc|nhập viện|cấp cứu|ngất)`,
      '(cả|nửa|nhiều|mấy) (lớp|khối|phòng) … (nôn|ói|đau bụng|tiêu chảy|ngộ độc|nổi mẩn|khó thở|ngất)',
    ],
    unless: [...LESSON, '(cháu|em|bé|con) nào'],
  },
  {
    nature: 'emergency',
    shows: 'có trẻ không rõ đang ở đâu',
    phrases: [
      `${CHILD} … (mất tích|mất liên lạc|bỏ nhà|bỏ đi|lạc|bị bắt đi|bị đón đi|bị ai đón)`,
      `${CHILD} … (chưa|không|chẳng) (thấy )?(về|đến lớp|về nhà|có mặt|nghe máy)`,
      `(không|chẳng|chưa) (thấy|tìm thấy|biết|tìm được|liên lạc được) … ${CHILD} … (đâu|chỗ nào)`,
      `(không|chẳng|chưa) (thấy|tìm thấy|tìm được|liên lạc được với) ${CHILD}`,
      `(người|đàn ông|phụ nữ|thanh niên|ai đó|kẻ) (* ){0,2}lạ (* ){0,3}(đón|dắt|bế|chở|đưa|rủ|dụ) … ${CHILD}`,
    ],
    beside: [
      [
        NOW,
        '(đêm|tối|tiếng|giờ) … (rồi|chưa|không)',
        '(gọi|hỏi|tìm) (mãi|khắp|hết|không|suốt)',
        'từ (trưa|chiều|tối|đêm|hôm kia|hôm qua|tối qua|chiều qua)',
        '(tắt máy|thuê bao|mất liên lạc)',
        '(chở|bắt|dẫn|đưa|kéo) (cháu |con |em |nó |bé )?đi',
        'không nhờ ai đón',
      ],
    ],
    unless: [...LESSON, '(xe|bus|buýt)( đưa đón)? … muộn'],
  },
];
