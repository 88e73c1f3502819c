/** Why feedback may be refused; the citizen is told the reason and its source. */
export const REFUSAL_REASONS = [
  'insufficientContent',
  'noContact',
  'notAuthorised',
  'outOfScope',
  'alreadyAnswered',
  'judgmentInForce',
  'handledElsewhere',
  'insufficientInformation',
] as const;

export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** A ground of refusal in words, and the article that gives it. */
export interface RefusalGround {
  readonly words: string;
  readonly source: string;
  /** Whether the ground is the sender and what the sender said, or the matter itself, which is the same for every sender. */
  readonly concerns: 'sender' | 'matter';
}

const DECREE_20 = 'Nghị định 20/2008/NĐ-CP';
const DECREE_154 = 'Nghị định 154/2026/NĐ-CP, Điều 4 khoản 1';

/** No other ground exists: refusing in order to dodge a duty is forbidden (Nghị định 154/2026/NĐ-CP). */
export const REFUSAL_GROUNDS: Readonly<Record<RefusalReason, RefusalGround>> = {
  insufficientContent: {
    words: 'Nội dung không rõ ràng hoặc không viết bằng tiếng Việt',
    source: `${DECREE_20}, Điều 7 và Điều 9 khoản 1`,
    concerns: 'sender',
  },
  noContact: {
    words: 'Không có tên, địa chỉ, số điện thoại hoặc thư điện tử của người phản ánh',
    source: `${DECREE_20}, Điều 7 và Điều 9 khoản 1`,
    concerns: 'sender',
  },
  notAuthorised: {
    words: 'Người phản ánh thay mặt người khác nhưng không có giấy tờ chứng minh việc đại diện',
    source: `${DECREE_154} điểm e`,
    concerns: 'sender',
  },
  outOfScope: { words: 'Nội dung không thuộc phạm vi tiếp nhận', source: `${DECREE_154} điểm g`, concerns: 'matter' },
  alreadyAnswered: {
    words: 'Đã có văn bản trả lời và phản ánh không nêu tình tiết mới',
    source: `${DECREE_154} điểm h`,
    concerns: 'sender',
  },
  judgmentInForce: {
    words: 'Vụ việc đã có bản án, quyết định của Tòa án có hiệu lực pháp luật',
    source: `${DECREE_154} điểm i`,
    concerns: 'matter',
  },
  handledElsewhere: {
    words: 'Cơ quan có thẩm quyền khác đang giải quyết',
    source: `${DECREE_154} điểm k`,
    concerns: 'matter',
  },
  insufficientInformation: {
    words: 'Chưa đủ cơ sở xem xét: người phản ánh không bổ sung thông tin trong thời hạn được báo',
    source: `${DECREE_20}, Điều 14`,
    concerns: 'sender',
  },
};
