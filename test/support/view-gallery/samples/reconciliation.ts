import { explainForm, goOnForm } from '../../../../src/web/exchange/reconciliation-view.js';
import type { ReconciliationView } from '../../../../src/web/exchange/reconciliation-page.js';

const CLOCK = { product: 'Hệ thống văn bản, hợp đồng 1.0', isFar: false };

const NOT_LOOKED =
  'Chưa xem: tin trước 11/03, 06:02; tin từ 18/03, 05:52 về sau mà có thể còn đang trên đường; số đi của văn bản chưa gửi qua hệ thống quản lý văn bản và những gì hệ thống đó không liệt kê.';

const RUNS: ReconciliationView['runs'] = [
  {
    id: 'r-2',
    at: '2026-03-18T06:02:00+07:00',
    when: '18/03, 06:02',
    by: 'Hệ thống',
    since: '11/03, 06:02',
    outcome: '214 tin đến, 388 tin đi; 4 điểm khác nhau',
    isFailed: false,
  },
  {
    id: 'r-1',
    at: '2026-03-17T06:02:00+07:00',
    when: '17/03, 06:02',
    by: 'Hệ thống',
    since: '10/03, 06:02',
    outcome: 'Hệ thống quản lý văn bản chưa trả lời: hệ thống quản lý văn bản không trả lời kịp.',
    isFailed: true,
  },
];

export const differing: ReconciliationView = {
  summary: 'Lần gần nhất 18/03, 06:02: 3 điểm khác nhau.',
  notLooked: NOT_LOOKED,
  held: null,
  lostLetters: [],
  isAgreed: false,
  askAction: '/trao-doi/doi-chieu',
  isRunning: false,
  byHand: { label: '12 văn bản đến chưa ghi tay vào sổ hệ thống quản lý văn bản', href: '/trao-doi/ghi-so' },
  clock: { ...CLOCK, words: 'Đồng hồ hệ thống quản lý văn bản chậm hơn 3 phút (hỏi lúc 18/03, 06:02)', isFar: true },
  groups: [
    {
      kind: 'missingThere',
      heading: 'Sở đã gửi, hệ thống quản lý văn bản không có',
      meaning: 'Gửi lại với đúng mã cũ: nơi nhận không có hai bản, giờ gửi và hạn không đổi.',
      rows: [
        {
          id: 'd-1',
          at: '2026-03-17T15:20:00+07:00',
          when: '17/03, 15:20',
          name: '000.00.03.H24,2026/03/17,511/SGDĐT-GDTrH',
          code: 'SGDDT-3f0c7f7e-6c52-4bb4-9a8e-0f8f4ed0b1a7-reply-91c2c3a8-9d22-4b41-a6c9-55ad0de1c001',
          detail: '',
          standing: 'Lần sửa trước không được: Hệ thống quản lý văn bản không nhận thông điệp lớn như vậy.',
          repair: { action: '/trao-doi/doi-chieu/d-1/sua', label: 'Gửi lại' },
          explain: explainForm('d-1', null),
        },
      ],
    },
    {
      kind: 'numberTaken',
      heading: 'Số đã cấp mà sổ bên Sở không ghi như vậy',
      meaning:
        'Trước khi cấp số tiếp, đối chiếu sổ giấy hoặc hệ thống quản lý văn bản để không cấp trùng, rồi ghi kết luận.',
      rows: [
        {
          id: 'd-2',
          at: '2026-03-17T16:05:00+07:00',
          when: '17/03, 16:05',
          name: 'Số đi 513, năm 2026',
          code: null,
          detail: 'Hệ thống quản lý văn bản ghi cho 000.00.03.H24,2026/03/17,513/SGDĐT-VP. Sổ bên Sở chưa có.',
          standing: null,
          repair: null,
          explain: explainForm('d-2', {
            action: '/trao-doi/doi-chieu/d-2/giai-thich',
            fields: {},
            field: 'reason',
            sentence: 'Viết rõ lý do, từ 10 ký tự.',
          }),
        },
      ],
    },
    {
      kind: 'missingHere',
      heading: 'Hệ thống quản lý văn bản đã giao, bên Sở không có',
      meaning:
        'Thường gặp sau khi phục hồi bản sao lưu. Hệ thống tự lấy lại; hạn tính từ lúc hệ thống quản lý văn bản nhận, không đổi.',
      rows: [
        {
          id: 'd-3',
          at: '2026-03-17T16:40:00+07:00',
          when: '17/03, 16:40',
          name: '000.00.22.H24,2026/03/17,2603170042/PA-TĐ1022',
          code: 'msg-0b7a6a2e-47a8-45ce-b1a0-36a7b8a3c911',
          detail: 'Hệ thống quản lý văn bản ghi số đến 1285, năm 2026.',
          standing: 'Đang sửa.',
          repair: null,
          explain: explainForm('d-3', null),
        },
      ],
    },
  ],
  runs: RUNS,
  ended: [
    {
      id: 'd-0',
      name: '000.00.22.H24,2026/03/16,2603160031/PA-TĐ1022',
      what: 'Bên Sở đã có, hệ thống quản lý văn bản chưa được xác nhận',
      how: '17/03, 06:02, hai bên đã khớp.',
    },
    {
      id: 'd-9',
      name: 'Số đi 498, năm 2026',
      what: 'Số đã cấp mà sổ bên Sở không ghi như vậy',
      how: '16/03, 09:12, Phạm Minh Tuệ: Công văn 498 đã ghi lại vào sổ theo bản giấy.',
    },
  ],
};

export const agreeing: ReconciliationView = {
  summary: 'Lần gần nhất 18/03, 06:02: hai bên khớp ở phần đã xem.',
  notLooked: NOT_LOOKED,
  held: null,
  lostLetters: [],
  isAgreed: true,
  askAction: '/trao-doi/doi-chieu',
  isRunning: false,
  byHand: null,
  clock: { ...CLOCK, words: 'Đồng hồ hệ thống quản lý văn bản không lệch (hỏi lúc 18/03, 06:02)' },
  groups: [],
  runs: RUNS.slice(0, 1).map((run) => ({ ...run, outcome: '214 tin đến, 388 tin đi; hai bên khớp ở phần đã xem' })),
  ended: [],
};

export const held: ReconciliationView = {
  ...agreeing,
  summary: 'Đang đối chiếu sau phục hồi: chưa biết hai bên có khớp không.',
  notLooked: null,
  isAgreed: false,
  isRunning: true,
  held: {
    words:
      'Thư mục dữ liệu là bản chép lại từ nơi khác. Từ 18/03, 06:02 không cấp số đến, số đi cho tới khi đối chiếu xong với hệ thống quản lý văn bản; tin đã nhận vẫn được giữ và tự vào sổ sau đó.',
    failure: 'Hệ thống quản lý văn bản chưa trả lời; phần mềm tự đối chiếu khi kết nối lại được.',
    asked: 'Phạm Minh Tuệ đề nghị cấp số tiếp: Đã đối chiếu sổ giấy tới số 1284.',
    goOn: goOnForm(true, null),
  },
  lostLetters: [
    {
      ...{ icon: 'file', title: 'Số đi 513 năm 2026', detail: 'SGDĐT-GDTrH, ngày 18/03/2026' },
      href: '/van-ban-di/513#dua-lai',
    },
    { icon: 'file', title: 'Số đi 514 năm 2026', detail: 'chưa rõ ký hiệu, ngày', href: '/van-ban-di/514#dua-lai' },
  ],
};
