import { QUESTION, STORY } from './nature-phrases.js';
import type { Sign } from './sign.js';

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
export const SECRET_SIGNS: readonly Sign[] = [
  {
    nature: 'stateSecret',
    shows: 'nhắc đến tài liệu mật',
    phrases: [
      'bí mật nhà nước',
      'tuyệt mật',
      // Without marks: `tôi mất`, `đau mắt`, `văn bản mất`.
      '~(tối|dấu|độ|văn bản|tài liệu|công văn) mật',
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
