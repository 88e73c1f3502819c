import { answerPageView, NOTHING_TYPED, unknownAnswerPage } from '../../../../src/web/public-site/answer-page-view.js';
import { issuedAnswerPageView } from '../../../../src/web/tickets/issued-answer-page.js';
import type { ReadAnswerPage } from '../../../../src/tickets/index.js';
import { agency } from './public-site.js';

const UNIT = 'Trường Tiểu học Sao Mai';
const REPLY =
  'Nhà trường đã dừng thu từ ngày 16/3/2026 và trả lại tiền cho cha mẹ học sinh ngày 18/3/2026.\n\nDanh sách trả lại gửi kèm.';
const open: ReadAnswerPage = {
  ...{ standing: 'open', code: 'PAKN.20260312.0042', unitName: UNIT, revokedAt: null, answer: null },
  ...{ dueAt: new Date('2026-03-20T10:30:00Z'), endsAt: new Date('2026-03-20T16:59:59Z') },
  matter: {
    question: 'Đề nghị nhà trường báo cáo các khoản đã thu từ đầu năm học và việc trả lại, kèm danh sách.',
    subject: 'Thu tiền quỹ lớp ngoài quy định',
    words: 'Lớp con tôi thu 500.000 đồng tiền quỹ, không có biên bản họp phụ huynh.',
  },
};
const ACTION = '/tra-loi/mau-thu';
const typed = { name: 'Trần Thị Mơ', position: 'Hiệu trưởng', reply: REPLY };

export const answerPages = {
  asks: { ...answerPageView(open, ACTION, NOTHING_TYPED), agency },
  refused: {
    ...answerPageView(open, ACTION, {
      ...{ ...typed, reply: 'Đã rõ' },
      refused: { field: 'reply', sentence: 'Viết thêm: cần từ 10 ký tự, hiện có 5.' },
    }),
    agency,
  },
  answered: {
    ...answerPageView(
      {
        ...{ ...open, standing: 'answered' },
        answer: { ...typed, at: new Date('2026-03-18T03:00:00Z'), files: ['danh-sach-tra-lai.pdf'] },
      },
      ACTION,
      NOTHING_TYPED,
    ),
    agency,
  },
  late: {
    ...answerPageView({ ...open, standing: 'late', matter: null }, ACTION, {
      ...typed,
      refused: {
        field: null,
        sentence: 'Nội dung vừa gửi không được ghi. Chép lại phần chữ dưới đây nếu cần gửi cho Sở bằng cách khác.',
      },
    }),
    agency,
  },
  revoked: {
    ...answerPageView(
      { ...open, standing: 'revoked', matter: null, revokedAt: new Date('2026-03-18T03:00:00Z') },
      ACTION,
      NOTHING_TYPED,
    ),
    agency,
  },
  unknown: { ...unknownAnswerPage(NOTHING_TYPED), agency },
};

export const issuedAnswerPage = issuedAnswerPageView('12', {
  address: 'https://phananh.haiphong.gov.vn/tra-loi/Zk3vQ0mX1s8bT5yWc9nLr2HdFa7uGeJp',
  ...{ code: open.code, unitName: UNIT, endsAt: open.endsAt, mailTo: 'saomai@haiphong.edu.vn' },
});
