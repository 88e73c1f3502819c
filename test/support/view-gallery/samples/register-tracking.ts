import { deadlineWords } from '../../../../src/web/kit/words/deadline.js';
import type { RegistersView } from '../../../../src/web/registers/registers-page.js';
import { registerOut } from './registers.js';

export const registerTracking: RegistersView = {
  ...registerOut,
  book: {
    code: 'theo-doi',
    rows: ['1284', '1283'].map((number, at) => ({
      key: number,
      number,
      href: `/phieu/${number}`,
      kind: 'Kiến nghị',
      subject: 'thu tiền học thêm môn Toán trong giờ chính khóa',
      author: 'Tổng đài 1022',
      holder: 'Phòng Giáo dục Trung học, bà Ngọc',
      deadline: at === 0 ? deadlineWords({ kind: 'soon', days: 2 }) : { tone: 'done', words: 'Đúng hạn' },
      dueDay: 'hạn 20/03',
      noLetter: 'chưa có',
      state: at === 0 ? 'Đang dự thảo văn bản' : 'Đã trả lời',
      answeredBy:
        at === 1
          ? { label: '511/SGDĐT-GDTrH', href: '/so-van-ban/di?nam=2026', title: 'Văn bản đi số 511, 17/03/2026' }
          : null,
    })),
  },
  integrity: null,
  release: null,
  late: [],
  toSend: [],
  alsoWaiting: [],
  others: null,
  voided: [],
};
