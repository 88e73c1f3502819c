import type { OtherNature } from './intake-nature.js';
import {
  LESSON,
  QUESTION,
  CHILD,
  DECIDED,
  UNDONE,
  OFFENCE,
  IDENTIFIABLE_PEOPLE,
  RETALIATION,
  NOW,
} from './nature-phrases.js';

/**
 * What a sentence says when its words are something else than feedback. `…` stands for up to ten words, `*` for any one. Texts with their marks are
 * compared with them (`cháy` is not `chạy`), texts written without by letters alone.
 */
export interface Sign {
  readonly nature: OtherNature;
  /** What the clerk is told that the sentence shows. */
  readonly shows: string;
  readonly phrases: readonly string[];
  /** Phrases that are others without their marks: they count where the text has them alone. */
  readonly marked?: readonly string[];
  /** Somewhere in the text, in any sentence, one of these stands as well. */
  readonly beside?: readonly string[];
  /** A sentence with one of these says it of something else: of a lesson, of a rule, of what is long settled. */
  readonly unless?: readonly string[];
  /** Where one of these stands anywhere in the text, it is more than this. */
  readonly without?: readonly string[];
}

/** What endangers people goes before what is merely formal. */
export const SIGNS: readonly Sign[] = [
  {
    nature: 'emergency',
    shows: 'có người có thể tự hại mình',
    phrases: [
      '(không|chẳng|ko|hết|đâu) (còn )?(muốn|thiết|ham) (sống|tồn tại)',
      '(muốn|định|đòi|dọa|nghĩ đến|nghĩ tới|tìm|toan) (đến |tới )?(cái )?(chết|tự tử|tự vẫn|tự sát|tự kết liễu)',
      '(chết|biến mất|ngủ mãi|đi thật xa|ra đi) (đi |luôn |mãi |quách )?(cho|thì|sẽ|chắc|là) *',
      '(biến mất|ngủ|đi) … (không|chẳng) (bao giờ |phải )?(thức|dậy|tỉnh|về|trở lại)',
      // Without marks `tự vẫn` is `tư vấn`: it counts with what stands beside it alone.
      'tự vẫn (vì|rồi|bằng|ở nhà)',
      '(tự tử|tự sát|rạch tay|cắt tay|cứa tay|tuyệt mệnh|vĩnh biệt|nhảy lầu|nhảy cầu|treo cổ)',
      'gieo mình (từ|xuống|khỏi)',
      'nhảy (từ|khỏi) … (tầng|lầu|mái|nóc|sân thượng|lan can|ban công|cửa sổ|cầu)',
      'nhảy xuống … (sông|hồ(?! bơi)|ao|giếng|biển|đường (tàu|ray))',
      '(uống|mua|giấu|gom) … (thuốc ngủ|thuốc sâu|thuốc trừ sâu|thuốc diệt|cả vỉ|cả lọ)',
      '(kết thúc|chấm dứt) (tất cả|mọi thứ|cuộc đời|cuộc sống|hết)',
      '(sống|cuộc sống) … (không còn|chẳng còn|vô) (ý )?nghĩa',
      '(lời|thư|tin) … (tạm biệt|xin lỗi bố mẹ)',
      'tạm biệt mọi người',
      'không phải (tại|lỗi|lỗi của) (bố|mẹ|ba|má|cô|thầy|ai)',
    ],
    unless: LESSON,
  },
  {
    nature: 'emergency',
    shows: 'có người có thể tự hại mình',
    phrases: [
      '(con|em|cháu|mình|bạn ấy|nó) (mệt|mệt mỏi|kiệt sức|bế tắc|tuyệt vọng) (lắm|quá) rồi',
      '(đi|ra|đứng|ngồi|leo|trèo) … (cầu|đê|sông|hồ|biển|sân thượng|lan can|đường tàu|đường ray) … (một mình|1 mình)',
    ],
    beside: [
      '(xin lỗi|cảm ơn|tạm biệt) (bố|mẹ|cô|thầy|cả nhà|mọi người)',
      '(đừng|không|ko) … (tìm|gọi tên|nhắc đến)',
      'giữ hộ',
    ],
    unless: LESSON,
  },
  {
    nature: 'emergency',
    shows: 'việc đang xảy ra, có người gặp nguy hiểm',
    phrases: [
      `${NOW} … (bị đánh|đánh nhau|đánh hội đồng|hành hung|chém|đâm|cầm dao|cầm gậy|dí dao|giữ|nhốt|khóa trái|bắt cóc|ngất|bất tỉnh|co giật|khó thở|chảy máu|đuối nước|mắc kẹt|cháy|bốc khói|bốc cháy|sập|đổ|điện giật|đe dọa)`,
      '(cháy|khói|lửa) (to|lớn|lan|bốc|mù mịt|ngùn ngụt|nghi ngút)',
      'cháy (lớp|bếp|phòng)',
      'có bom',
      '(thằng|thanh niên|đối tượng|kẻ|nhóm|người lạ|người) … (cầm|vác|mang|vung) (dao|gậy|mã tấu|hung khí|súng|kiếm)',
      '(cứu|kêu cứu|cần cứu|cấp cứu|xin cứu) (với|ngay|giúp|gấp|em|con|cháu|các cháu|người)',
      '(gọi|nhờ|cần|xin) (công an|cứu thương|cứu hỏa|113|114|115|111) … (đến|tới|ngay|gấp)',
      '(đến|tới|xuống|sang|cử người) (ngay|gấp)',
    ],
    marked: ['cháy trường'],
    unless: [...LESSON, 'đánh giá', '(bão số|cơn bão|áp thấp|mưa lũ|thời tiết)'],
  },
  {
    nature: 'emergency',
    shows: 'nhiều người có thể bị ngộ độc',
    phrases: [
      '(nôn|nôn ói|ói mửa|đau bụng|tiêu chảy|ngộ độc|sốt cao|nổi mẩn|mẩn ngứa|chóng mặt) … (nhập viện|cấp cứu|trạm xá|trạm y tế|bệnh viện|hàng loạt|la liệt|cả lớp|nhiều cháu|nhiều em)',
      `(hàng loạt|nhiều|mấy chục|hàng chục|chục|cả lớp|mấy|\\d+) … ${CHILD} … (nôn|ói|đau bụng|tiêu chảy|ngộ độc|nhập viện|cấp cứu|ngất)`,
    ],
    unless: LESSON,
  },
  {
    nature: 'emergency',
    shows: 'có trẻ không rõ đang ở đâu',
    phrases: [
      `${CHILD} … (mất tích|mất liên lạc|bỏ nhà|bỏ đi|lạc|bị bắt đi|bị đón đi|bị ai đón)`,
      `${CHILD} … (chưa|không|ko|chẳng) (thấy )?(về|đến lớp|về nhà|có mặt|nghe máy)`,
      `(không|chẳng|ko|chưa) (thấy|tìm thấy|biết|tìm được|liên lạc được) … ${CHILD} … (đâu|chỗ nào)`,
      `(không|chẳng|ko|chưa) (thấy|tìm thấy|tìm được|liên lạc được với) ${CHILD}`,
    ],
    beside: [
      NOW,
      '(đêm|tối|tiếng|giờ) … (rồi|chưa|không)',
      '(gọi|hỏi|tìm) (mãi|khắp|hết|không)',
      'từ (trưa|chiều|tối|đêm|hôm qua|tối qua|chiều qua)',
      '(tắt máy|thuê bao|mất liên lạc)',
      '(chở|bắt|dẫn|đưa|kéo) (cháu |con |em |nó |bé )?đi',
    ],
    unless: [...LESSON, '(xe|bus|buýt)( đưa đón)? … muộn'],
  },
  {
    nature: 'stateSecret',
    shows: 'nhắc đến tài liệu mật',
    phrases: ['bí mật nhà nước', '(tuyệt mật|tối mật)', '(dấu|độ|văn bản|tài liệu|công văn) mật'],
    marked: ['(tài liệu|văn bản|công văn|đề|hồ sơ|báo cáo|dấu|độ|bản đồ|kế hoạch|file|tệp|ảnh) … mật'],
    unless: ['(bảo|bí|thân|giữ) mật', 'mật (khẩu|thiết|ong|độ|thư)', '(tuyên truyền|tập huấn|học tập|phổ biến) '],
  },
  {
    nature: 'stateSecret',
    shows: 'tài liệu quân sự, công an bị đưa ra ngoài',
    phrases: ['(công văn|văn bản|tài liệu|danh sách|kế hoạch|bản đồ) … (quân sự|quốc phòng|an ninh|dự bị động viên)'],
    beside: ['(zalo|facebook|fb|mạng|nhóm chat|gửi tiếp|chia sẻ|đăng lên|chụp lại|lộ)'],
    unless: ['giáo dục quốc phòng', '(môn|tiết|sách|học) … (quốc phòng|quân sự)'],
  },
  {
    nature: 'denunciation',
    shows: 'sợ bị trả thù, xin được bảo vệ',
    phrases: [
      '(trả thù|trù dập|trù úm|đe dọa|dọa|khủng bố|uy hiếp|gây khó dễ) … (vì|do|sau khi|từ khi|từ ngày|nếu) … (tố|tố cáo|phản ánh|viết đơn|gửi đơn|làm đơn|lên tiếng|nói ra|đứng đơn|khai|làm chứng|tố giác|góp ý)',
      '(tố|tố cáo|phản ánh|gửi đơn|làm đơn|lên tiếng|nói ra|đứng đơn|khai|làm chứng|tố giác|góp ý|báo) … (bị|nên) … (trả thù|trù dập|trù úm|đe dọa|dọa|khủng bố|cô lập|theo dõi|chặn đường|gây khó dễ|cắt|chuyển)',
      '(xin|đề nghị|mong|cần|nhờ|yêu cầu) … (bảo vệ|che chở) … (tôi|em|cháu|con|gia đình|chúng tôi|mẹ con|người tố cáo|nhân chứng)',
    ],
    unless: [...LESSON, 'bảo vệ (môi trường|rừng|quyền lợi người tiêu dùng|cổng|trực)'],
  },
  {
    nature: 'denunciation',
    shows: 'người đã tố cáo, làm chứng xin được bảo vệ',
    phrases: ['(xin|đề nghị|mong|cần|nhờ|yêu cầu) … (bảo vệ|che chở)'],
    beside: ['(làm chứng|nhân chứng|tố cáo|tố giác|người tố|đứng đơn|đã khai)'],
    unless: [...LESSON, ...QUESTION, 'bảo vệ (môi trường|rừng|quyền lợi người tiêu dùng|cổng|trực|trường|ca)'],
  },
  {
    nature: 'denunciation',
    shows: 'xin giấu tên, đã bị làm khó sau khi báo',
    phrases: [
      '(đừng|không|ko|xin) (ai |để |cho )?(nói|lộ|để lộ|tiết lộ|đọc|nêu|khai) (ra )?tên',
      '(đừng|không|ko) (cho|để) (thầy|cô|trường|họ|ai) … biết',
      '(là người|đã) (đưa|nộp|cung cấp|khai|báo|chỉ|tố) … (đoàn|thanh tra|công an|cơ quan|phường|phóng viên)',
      '(khai|làm chứng) (với|cho|trước) (thầy|cô|công an|nhà trường|đoàn|giám thị)',
    ],
    beside: RETALIATION,
    unless: LESSON,
  },
  {
    nature: 'complaint',
    shows: 'muốn hủy một quyết định đối với chính người viết hoặc con họ',
    phrases: [
      '(quyết định|thông báo|văn bản|kết luận|kết quả) … (của|đối với|với|cho) (tôi|em|con tôi|cháu|chúng tôi)',
      '(chấm dứt|cắt|không ký|không gia hạn) … hợp đồng … (của|với|cho) (tôi|em)',
      '(kỷ luật|điều động|điều chuyển|buộc thôi việc|cho thôi việc|đình chỉ|buộc thôi học) (tôi|em|con tôi|cháu)',
    ],
    beside: [
      '(hủy|hủy bỏ|thu hồi|rút|rút lại|bãi bỏ) … (quyết định|thông báo|văn bản|kết luận|kết quả)',
      '(được|cho) (tôi |em |con tôi |cháu )?(trở lại|quay lại|tiếp tục) (dạy|làm|học|công tác)',
    ],
    unless: [...QUESTION, ...LESSON],
    without: [...OFFENCE, ...RETALIATION],
  },
  {
    nature: 'denunciation',
    shows: 'nói rõ là tố cáo',
    phrases: ['tố cáo', 'tố giác', '(đứng )?đơn tố'],
    unless: [...QUESTION, ...LESSON, 'khiếu nại[ ,]+tố cáo'],
  },
  {
    nature: 'denunciation',
    shows: 'báo một người, một nơi cụ thể làm sai pháp luật',
    phrases: OFFENCE,
    marked: ['bảo kê'],
    beside: IDENTIFIABLE_PEOPLE,
    unless: LESSON,
  },
  {
    nature: 'complaint',
    shows: 'nói rõ là khiếu nại',
    phrases: ['khiếu nại', 'khiếu kiện'],
    unless: [...QUESTION, ...LESSON],
  },
  {
    nature: 'complaint',
    shows: 'một quyết định, việc làm đối với người viết hoặc con họ, và muốn được xem lại',
    phrases: DECIDED,
    beside: UNDONE,
    unless: [
      '(cho|xin) ((em|tôi|mình|cháu|con|chúng tôi) )?hỏi',
      '(có được|có phải|như thế nào|thế nào|là gì|bao giờ|khi nào)( không)?$',
    ],
  },
];
