import { DANGER_SIGNS } from './danger-signs.js';
import { DECIDED, DECISION_GONE, OWN_DECISION, UNDONE } from './decision-phrases.js';
import {
  A_NAME,
  LESSON,
  QUESTION,
  REPORTED,
  REPRISAL,
  RETALIATION,
  SERVICES,
  SETTLED,
  SHELTER,
  STORY,
} from './nature-phrases.js';
import type { Sign } from './sign.js';
import {
  ACCUSED,
  ACCUSED_OF_IT,
  DOUBTFUL_WRONGS,
  GRAVE_WRONGS,
  HOLDERS,
  INDIVIDUALS,
  PROOF,
  PUNISHMENT,
} from './wrong-phrases.js';

/** What a paper may call itself. The word alone decides nothing: a paper is what it tells and wants. Source: Thông tư 05/2021/TT-TTCP, Điều 6 (unconfirmed). */
export const OWN_NAMES = {
  denunciation: {
    shows: 'tự gọi là tố cáo, chưa thấy nêu ai làm sai điều gì',
    phrases: ['tố cáo', 'tố giác', '(đứng )?đơn tố'],
    unless: [...QUESTION, ...STORY, 'khiếu nại[ ,]+tố cáo'],
  },
  complaint: {
    shows: 'tự gọi là khiếu nại, chưa thấy quyết định, việc làm nào đối với người viết',
    phrases: ['khiếu nại', 'khiếu kiện'],
    unless: [...QUESTION, ...STORY],
  },
} as const satisfies Record<string, Pick<Sign, 'shows' | 'phrases' | 'unless'>>;

/** Source: Luật Bảo vệ bí mật nhà nước 2018, Điều 2, 7 (unconfirmed). */
const SECRET_SIGNS: readonly Sign[] = [
  {
    nature: 'stateSecret',
    shows: 'nhắc đến tài liệu mật',
    phrases: [
      'bí mật nhà nước',
      '(tuyệt mật|tối mật)',
      '(dấu|độ|văn bản|tài liệu|công văn) mật',
      '~(tài liệu|văn bản|công văn|đề|hồ sơ|báo cáo|dấu|độ|bản đồ|kế hoạch|file|tệp|ảnh) … mật',
    ],
    unless: ['(bảo|bí|thân|giữ) mật', 'mật (khẩu|thiết|ong|độ|thư)', '(tuyên truyền|tập huấn|học tập|phổ biến) '],
  },
  {
    nature: 'stateSecret',
    shows: 'tài liệu quân sự, công an bị đưa ra ngoài',
    phrases: ['(công văn|văn bản|tài liệu|danh sách|kế hoạch|bản đồ) … (quân sự|quốc phòng|an ninh|dự bị động viên)'],
    beside: [['(zalo|facebook|fb|mạng|nhóm chat|gửi tiếp|chia sẻ|đăng lên|chụp lại|lộ)']],
    unless: ['giáo dục quốc phòng', '(môn|tiết|sách|học) … (quốc phòng|quân sự)'],
  },
];

/** Source: Luật Tố cáo 2018, Điều 47, 49, 50 (unconfirmed). */
const PROTECTION_SIGNS: readonly Sign[] = [
  {
    nature: 'denunciation',
    shows: 'sợ bị trả thù, xin được bảo vệ',
    phrases: [
      '(trả thù|trù dập|trù úm|đe dọa|dọa|khủng bố|uy hiếp|gây khó dễ) … (vì|do|sau khi|từ khi|từ ngày|nếu) … (tố|tố cáo|phản ánh|viết đơn|gửi đơn|làm đơn|lên tiếng|nói ra|đứng đơn|khai|làm chứng|tố giác|góp ý)',
      '(tố|tố cáo|phản ánh|gửi đơn|làm đơn|lên tiếng|nói ra|đứng đơn|khai|làm chứng|tố giác|góp ý|báo) … (bị|nên) … (trả thù|trù dập|trù úm|đe dọa|dọa|khủng bố|cô lập|theo dõi|chặn đường|gây khó dễ|cắt|chuyển)',
      '(xin|đề nghị|mong|cần|nhờ|yêu cầu) … (bảo vệ|che chở) … (tôi|em|cháu|con|gia đình|chúng tôi|mẹ con|người tố cáo|nhân chứng)',
    ],
    unless: [...LESSON, ...QUESTION, 'bảo vệ (môi trường|rừng|quyền lợi người tiêu dùng|cổng|trực)', '^(nếu|giả sử)'],
  },
  {
    nature: 'denunciation',
    shows: 'người đã tố cáo, làm chứng xin được bảo vệ',
    phrases: ['(xin|đề nghị|mong|cần|nhờ|yêu cầu) … (bảo vệ|che chở)'],
    beside: [['(làm chứng|nhân chứng|tố cáo|tố giác|người tố|đứng đơn|đã khai)']],
    unless: [...LESSON, ...QUESTION, 'bảo vệ (môi trường|rừng|quyền lợi người tiêu dùng|cổng|trực|trường|ca)'],
  },
  {
    nature: 'denunciation',
    shows: 'xin giấu tên, đã bị làm khó sau khi báo',
    phrases: [
      '(đừng|không|xin) (ai |để |cho )?(nói|lộ|để lộ|tiết lộ|đọc|nêu|khai) (ra )?tên',
      '(đừng|không) (cho|để) (thầy|cô|trường|họ|ai) … biết',
      '(là người|đã) (đưa|nộp|cung cấp|khai|báo|chỉ|tố) … (đoàn|thanh tra|công an|cơ quan|phường|phóng viên)',
      '(khai|làm chứng) (với|cho|trước) (thầy|cô|công an|nhà trường|đoàn|giám thị)',
    ],
    beside: [RETALIATION],
    unless: LESSON,
  },
  {
    nature: 'denunciation',
    shows: 'người đã báo việc sai bị làm khó, xin được che chở',
    phrases: REPORTED,
    beside: [REPRISAL, SHELTER],
    unless: [...STORY, ...QUESTION],
  },
];

/** Source: Luật Tố cáo 2018, Điều 2 khoản 1, Điều 22, 23; a paper's kind follows what it tells: Thông tư 05/2021/TT-TTCP, Điều 6 (unconfirmed). */
const DENUNCIATION_SIGNS: readonly Sign[] = [
  {
    nature: 'denunciation',
    shows: 'tự gọi là tố cáo, và nêu việc làm sai',
    phrases: OWN_NAMES.denunciation.phrases,
    beside: [[...GRAVE_WRONGS, ...DOUBTFUL_WRONGS, ...PUNISHMENT, ...PROOF]],
    unless: OWN_NAMES.denunciation.unless,
    without: SETTLED,
  },
  {
    nature: 'denunciation',
    shows: 'tự gọi là tố cáo, và nêu một người',
    phrases: OWN_NAMES.denunciation.phrases,
    beside: [[...HOLDERS, A_NAME, '(tố cáo|tố giác) (* ){0,3}(thầy|cô|ông|bà|nhóm|chủ)']],
    unless: OWN_NAMES.denunciation.unless,
    without: [...SERVICES, ...SETTLED],
  },
  {
    nature: 'denunciation',
    shows: 'báo một người, một nơi cụ thể làm sai pháp luật',
    phrases: GRAVE_WRONGS,
    beside: [ACCUSED],
    unless: [...STORY, ...ACCUSED_OF_IT],
    without: SETTLED,
  },
];

/** After the complaints, which tell of doubtful wrongs, name people and bring proof as well: only what asks for nothing to be undone comes here. */
const ACCUSATION_SIGNS: readonly Sign[] = [
  {
    nature: 'denunciation',
    shows: 'báo một người làm sai, có chứng cứ hoặc đòi xử lý người đó',
    phrases: DOUBTFUL_WRONGS,
    beside: [INDIVIDUALS, [...PROOF, ...PUNISHMENT]],
    unless: STORY,
    without: SETTLED,
  },
  {
    nature: 'denunciation',
    // Nobody can list every wrong.
    shows: 'nêu một người, nói là có chứng cứ hoặc đòi xử lý người đó',
    phrases: [...PUNISHMENT, ...PROOF],
    beside: [HOLDERS],
    unless: [...STORY, ...QUESTION],
    without: SETTLED,
  },
];

/** Source: Luật Khiếu nại 2011, Điều 2 khoản 1, Điều 12 (unconfirmed). */
const COMPLAINT_SIGNS: readonly Sign[] = [
  {
    nature: 'complaint',
    shows: 'tự gọi là khiếu nại, và nêu một quyết định, việc làm đối với mình',
    phrases: OWN_NAMES.complaint.phrases,
    beside: [[...DECIDED, 'phúc khảo', 'biên bản', 'bị (* ){0,2}(phạt|trừ|loại|đuổi|hạ)']],
    unless: OWN_NAMES.complaint.unless,
  },
  {
    nature: 'complaint',
    shows: 'tự gọi là khiếu nại, và muốn được xem lại',
    phrases: OWN_NAMES.complaint.phrases,
    beside: [UNDONE],
    unless: OWN_NAMES.complaint.unless,
    without: [...SERVICES, ...SETTLED],
  },
  {
    nature: 'complaint',
    shows: 'một quyết định, việc làm đối với người viết hoặc con họ, và muốn được xem lại',
    phrases: DECIDED,
    beside: [UNDONE],
    unless: [
      '(cho|xin) ((em|tôi|mình|cháu|con|chúng tôi) )?hỏi',
      '(có được|có phải|như thế nào|thế nào|là gì|bao giờ|khi nào)( không)?$',
    ],
  },
];

/** A complaint goes before a denunciation only where the writer wants nothing but the own decision gone, and tells of no wrong besides. */
const OWN_DECISION_SIGN: Sign = {
  nature: 'complaint',
  shows: 'muốn hủy một quyết định đối với chính người viết hoặc con họ',
  phrases: OWN_DECISION,
  beside: [DECISION_GONE],
  unless: [...QUESTION, ...LESSON],
  without: [...GRAVE_WRONGS, ...RETALIATION],
};

/** What endangers people goes before what is merely formal. */
export const SIGNS: readonly Sign[] = [
  ...DANGER_SIGNS,
  ...SECRET_SIGNS,
  ...PROTECTION_SIGNS,
  OWN_DECISION_SIGN,
  ...DENUNCIATION_SIGNS,
  ...COMPLAINT_SIGNS,
  ...ACCUSATION_SIGNS,
];
