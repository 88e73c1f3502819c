import type { ExchangeTaskView } from '../../../../src/web/exchange/exchange-task-page.js';
import type { ExchangeTasksView } from '../../../../src/web/exchange/exchange-tasks-page.js';

const REASON = 'Ban hành nhầm phụ lục; văn bản thay thế sẽ gửi sau.';

export const tasks: ExchangeTasksView = {
  summary: '2 việc chờ văn thư quyết định.',
  open: [
    {
      ...{ id: '1', href: '/trao-doi/viec/1', at: '2026-03-18T09:12:00+07:00', when: '18/03, 09:12' },
      ...{
        what: 'Nơi gửi thu hồi văn bản',
        from: '000.00.07.H24',
        documentId: '000.00.07.H24,2026/03/16,412/SNV-CCHC',
      },
      ...{ decision: null, reason: null, answer: null },
    },
    {
      ...{ id: '2', href: '/trao-doi/viec/2', at: '2026-03-18T10:05:00+07:00', when: '18/03, 10:05' },
      ...{ what: 'Chưa rõ nơi gửi', from: '000.00.99.H24', documentId: '000.00.12.H24,2026/03/17,88/SYT-VP' },
      ...{ decision: null, reason: null, answer: null },
    },
  ],
  decided: [
    {
      ...{ id: '3', href: '/trao-doi/viec/3', at: '2026-03-17T08:20:00+07:00', when: '17/03, 08:20' },
      ...{ what: 'Nơi gửi thay thế văn bản', from: '000.00.04.H24', documentId: '000.00.04.H24,2026/03/16,77/STC-NS' },
      decision: 'Đã đồng ý, trạng thái 15; Đỗ Thị Thủy, 17/03, 08:41.',
      reason: null,
      answer: 'Nơi gửi đã nhận trả lời 17/03, 08:42.',
    },
    {
      ...{ id: '4', href: '/trao-doi/viec/4', at: '2026-03-16T14:02:00+07:00', when: '16/03, 14:02' },
      ...{
        what: 'Nơi gửi xin lấy lại văn bản',
        from: 'Tổng đài 1022 thành phố Hải Phòng',
        documentId: 'H24.22,2026/03/02,7816/TĐ1022',
      },
      decision: 'Đã từ chối, trạng thái 16; Đỗ Thị Thủy, 16/03, 15:10.',
      reason: 'Phản ánh đã được trả lời ngày 13/03.',
      answer: 'Trả lời đang gửi.',
    },
  ],
};

export const noTasks: ExchangeTasksView = { summary: 'Không có việc nào chờ.', open: [], decided: [] };

export const revocation: ExchangeTaskView = {
  heading: 'Nơi gửi thu hồi văn bản',
  summary: 'Sở Nội vụ thành phố Hải Phòng, nhận 18/03/2026, 09:12',
  doubt: null,
  message: [
    { label: 'Nơi gửi ghi trong thông điệp', value: 'Sở Nội vụ thành phố Hải Phòng (000.00.07.H24)' },
    { label: 'Hệ thống QLVB nhận từ', value: '000.00.07.H24' },
    { label: 'Số, ký hiệu', value: '412/SNV-CCHC' },
    { label: 'Trích yếu', value: 'V/v rà soát thủ tục hành chính năm 2026' },
    { label: 'Lý do của nơi gửi', value: REASON },
    { label: 'Nói về văn bản', value: '000.00.07.H24,2026/03/16,412/SNV-CCHC' },
    { label: 'Người liên hệ', value: 'Lê Thị Thử, Văn phòng, 0900 000 000' },
  ],
  files: [],
  warnings: ['Vết chuyển không ghi mã cơ quan.'],
  way: [
    { icon: 'send', title: '000.00.07.H24', detail: '18/03/2026, 09:10' },
    { icon: 'send', title: '000.00.00.H24', detail: '18/03/2026, 09:11' },
  ],
  about: {
    label: 'Văn bản đến số 1279',
    href: '/so-van-ban/den?nam=2026&den-so=1279',
    facts: [
      { label: 'Ngày đến', value: '16/03/2026' },
      { label: 'Tác giả', value: 'Sở Nội vụ thành phố Hải Phòng' },
      { label: 'Số, ký hiệu, ngày', value: '412/SNV-CCHC, 16/03/2026' },
      { label: 'Trích yếu', value: 'V/v rà soát thủ tục hành chính năm 2026' },
      { label: 'Đơn vị, người nhận', value: 'Văn phòng' },
    ],
  },
  versions: null,
  entered: null,
  decision: null,
  answer: null,
  historyHref: '/trao-doi/tin/1',
  originalHref: '/tep/tin-loi/1',
  acts: [
    {
      id: 'dong-y',
      label: 'Đồng ý cho lấy lại…',
      action: '/trao-doi/viec/1/dong-y',
      submit: 'Đồng ý cho lấy lại',
      lead: 'Dòng của văn bản trong sổ được ghi nơi gửi lấy lại, đơn vị đang giải quyết được báo, nơi gửi nhận trạng thái 15. Không có gì bị xóa: dòng trong sổ và tệp giữ nguyên. Hạn của phiếu không đổi.',
      fields: [
        {
          kind: 'area',
          name: 'reason',
          label: 'Lời nhắn cho nơi gửi (không bắt buộc)',
          required: false,
          maxLength: 500,
        },
      ],
    },
    {
      id: 'tu-choi',
      label: 'Từ chối…',
      action: '/trao-doi/viec/1/tu-choi',
      submit: 'Từ chối',
      lead: 'Văn bản giữ nguyên; nơi gửi nhận trạng thái 16 kèm lý do.',
      open: true,
      fields: [
        {
          ...{ kind: 'area', name: 'reason', label: 'Lý do, gửi nơi gửi', required: true, maxLength: 500 },
          ...{ hint: 'Từ 10 ký tự.', value: 'Không', error: 'Viết rõ lý do, từ 10 ký tự.' },
        },
      ],
    },
  ],
};

export const replacing: ExchangeTaskView = {
  ...revocation,
  heading: 'Nơi gửi thay thế văn bản',
  files: ['Kế hoạch 415 (bản thay thế).pdf (1,1 MB)', 'Phụ lục 1.xlsx (88 kB)'],
  versions: [
    {
      ...{ key: 'Số, ký hiệu', label: 'Số, ký hiệu', change: 'Khác' },
      ...{ before: '412/SNV-CCHC', after: '415/SNV-CCHC' },
    },
    { key: 'Ngày văn bản', label: 'Ngày văn bản', before: '16/03/2026', after: '17/03/2026', change: 'Khác' },
    { key: 'Tên loại', label: 'Tên loại', before: 'Kế hoạch', after: 'Kế hoạch', change: null },
    {
      ...{ key: 'Trích yếu', label: 'Trích yếu', change: 'Khác' },
      before: 'V/v rà soát thủ tục hành chính năm 2026',
      after: 'V/v rà soát, đơn giản hóa thủ tục hành chính năm 2026',
    },
    {
      ...{ key: 'tep-0', label: 'Tệp', change: 'Nội dung khác' },
      ...{ before: 'Phụ lục 1.xlsx (86 kB)', after: 'Phụ lục 1.xlsx (88 kB)' },
    },
    {
      ...{ key: 'tep-1', label: 'Tệp', change: 'Thêm mới' },
      ...{ before: 'không có', after: 'Kế hoạch 415 (bản thay thế).pdf (1,1 MB)' },
    },
  ],
  acts: revocation.acts.map((act) => ({ ...act, open: false })),
};

export const doubtful: ExchangeTaskView = {
  ...revocation,
  heading: 'Chưa rõ nơi gửi',
  summary: 'Sở Y tế thành phố Hải Phòng, nhận 18/03/2026, 10:05',
  doubt:
    'Thông điệp ghi nơi gửi là 000.00.12.H24, nhưng hệ thống quản lý văn bản nhận từ 000.00.99.H24. Gọi cho cơ quan được ghi tên, theo số đã biết từ trước, rồi mới quyết định.',
  files: ['Công văn 88.pdf (412 kB)', 'Phụ lục tổng hợp số liệu các trường trên địa bàn.xlsx (1,2 MB)'],
  about: null,
  acts: revocation.acts.map((act) => ({ ...act, open: false })),
};

export const decided: ExchangeTaskView = {
  ...revocation,
  heading: 'Nơi gửi thay thế văn bản',
  entered: { label: 'Đã vào sổ, số đến 1290', href: '/so-van-ban/den?nam=2026&den-so=1290' },
  decision: [
    { label: 'Quyết định', value: 'Đã đồng ý, trạng thái 15' },
    { label: 'Lý do', value: 'không ghi' },
    { label: 'Người quyết định', value: 'Đỗ Thị Thủy, 18/03/2026, 09:40' },
  ],
  answer: 'Nơi gửi đã nhận trả lời 18/03, 09:41.',
  originalHref: null,
  acts: [],
};
