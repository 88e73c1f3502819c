import { choicesForm } from '../../../../src/web/notices/notice-choices-form.js';
import type { NoticesView } from '../../../../src/web/notices/notices-page.js';

export const notices: NoticesView = {
  summary: '3 chưa đọc.',
  allReadAction: '/thong-bao/den/41/da-doc',
  mail: null,
  olderHref: '/thong-bao?truoc=12',
  choices: choicesForm({ quiet: ['approvals'], isMailed: true }, null),
  groups: [
    {
      ticket: {
        code: 'PAKN.20260310.0031',
        subject: 'Nhà vệ sinh học sinh hỏng, không có nước',
        href: '/phieu/31',
      },
      rows: [
        {
          seq: 41,
          at: '2026-03-18T08:00:00+07:00',
          when: '18/03, 08:00',
          overdue: true,
          unread: true,
          words: 'Giải quyết và trả lời: quá hạn 1 ngày, hạn 17:30 ngày 17/03/2026.',
          readAction: '/thong-bao/41/da-doc',
        },
        {
          seq: 40,
          at: '2026-03-17T17:29:00+07:00',
          when: '17/03, 17:29',
          overdue: false,
          unread: true,
          words: 'Giải quyết và trả lời: đến hạn hôm nay, hạn 17:30 ngày 17/03/2026.',
          readAction: '/thong-bao/40/da-doc',
        },
      ],
    },
    {
      ticket: {
        code: 'PAKN.20260312.0042',
        subject: 'Thu tiền học thêm môn Toán trong giờ chính khóa',
        href: '/phieu/42',
      },
      rows: [
        {
          seq: 38,
          at: '2026-03-17T13:30:00+07:00',
          when: '17/03, 13:30',
          overdue: false,
          unread: true,
          words: 'Giải quyết và trả lời: còn 2 ngày làm việc, hạn 17:30 ngày 19/03/2026.',
          readAction: '/thong-bao/38/da-doc',
        },
      ],
    },
    {
      ticket: null,
      rows: [
        {
          seq: 12,
          at: '2026-03-16T09:30:00+07:00',
          when: '16/03, 09:30',
          overdue: false,
          unread: false,
          words: 'Phiếu này nay do người khác phụ trách.',
          readAction: null,
        },
      ],
    },
  ],
};
