import { DecisionAuthorityEntity } from '../../../../src/delegation/index.js';
import type { Actor } from '../../../../src/kernel/actor.js';
import { civilDate } from '../../../../src/kernel/civil-date.js';
import { decisionAuthoritiesView } from '../../../../src/web/decisions/decision-authorities-view.js';
import type { DecisionCardView, DecisionQueueView } from '../../../../src/web/decisions/decision-queue-page.js';
import { SHORT_WAY } from '../../short-way.js';
import { ticket } from './ticket.js';

const { pill: deadline } = ticket.deadline;
const people: readonly Pick<Actor, 'id' | 'roles'>[] = [{ id: 'tam', roles: ['formatChecker'] }];

const card = (key: string, change: Partial<DecisionCardView>): DecisionCardView => ({
  ...{ key, value: `proposal.${key}.${key}.4`, href: `/phieu/${key}`, code: `PAKN.20260318.000${key}` },
  ...{ state: 'Đã tiếp nhận', deadline, directive: null, by: 'Phạm Minh Tuệ đề xuất, 18/3 09:00' },
  ...{ subject: '', words: '', asks: '', wording: '', mayAgree: true },
  ...change,
});

export const decisionQueue: DecisionQueueView = {
  back: null,
  cards: [
    card('1', {
      asks: 'Chuyển trả',
      subject: 'Đề nghị tiêm chủng bổ sung cho học sinh lớp 1',
      words: 'Trường thông báo chưa đủ vắc xin, phụ huynh đề nghị bố trí đợt tiêm bổ sung trước ngày 30/3.',
      wording:
        'Chuyển trả vì không thuộc thẩm quyền của Sở. Cơ quan có thẩm quyền: Sở Y tế thành phố Hải Phòng. Lý do: Việc tiêm chủng thuộc ngành y tế giải quyết.',
    }),
    card('2', {
      asks: 'Giao đơn vị chủ trì',
      subject: 'Thu tiền học thêm môn Toán trong giờ chính khóa',
      words: 'Cô giáo chủ nhiệm tổ chức dạy thêm môn Toán vào tiết 5 và thu 450.000 đồng mỗi tháng.',
      wording: 'Phòng Giáo dục Trung học chủ trì, cán bộ đầu mối bà Nguyễn Thị Hồng Ngọc.',
      directive: 'Xác minh trực tiếp tại trường, báo cáo trước ngày 20/3.',
    }),
    card('3', {
      ...{ value: 'extension.3.3.9', asks: 'Gia hạn 2 ngày làm việc', state: 'Đang xử lý' },
      by: 'bà Nguyễn Thị Hồng Ngọc đề nghị, 17/3 16:20',
      subject: 'Bếp ăn bán trú không công khai thực đơn',
      words: 'Hai tuần nay trường không dán thực đơn, phụ huynh hỏi thì không được trả lời.',
      wording:
        'Lý do: Chờ nhà trường gửi sổ kiểm thực ba bước.\nViệc đã làm (người phản ánh đọc): Đã làm việc với nhà trường ngày 16/3.',
    }),
    card('4', {
      asks: 'Giao đơn vị chủ trì',
      subject: 'Thái độ của [họ tên] khi tiếp phụ huynh',
      words: 'Phụ huynh lớp [chi tiết riêng tư] đề nghị xem xét thái độ tiếp công dân tại bộ phận một cửa.',
      wording: 'Mở phiếu để xem nội dung và quyết định tại phiếu.',
      mayAgree: false,
    }),
  ],
};

export const nothingToDecide: DecisionQueueView = { back: null, cards: [] };

export const nothingChosen: DecisionQueueView = { ...nothingToDecide, back: '/' };

const byName = Object.assign(new DecisionAuthorityEntity(), SHORT_WAY[0], {
  ...{ id: 'by-name', office: null, personId: 'tam', matters: ['return', 'reject'], basis: '41/UQ-SGDĐT' },
  ...{ scope: 'Khi Phó Giám đốc phụ trách đi công tác, phản ánh thuộc ngành khác.', fileSha256: 'a'.repeat(64) },
  ...{ validFrom: civilDate('2026-03-16'), validTo: civilDate('2026-03-27'), basisDate: civilDate('2026-03-13') },
});

export const decisionAuthorities = decisionAuthoritiesView(
  {
    table: [...SHORT_WAY, byName],
    people: people.map(({ id, roles }) => ({ id, roles, fullName: 'Nguyễn Minh Tâm' })),
    names: new Map([['tam', 'Nguyễn Minh Tâm']]),
    ...{ today: civilDate('2026-03-18'), mayEdit: true },
  },
  null,
);
