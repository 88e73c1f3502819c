import { deadlineWords } from '../../../../src/web/kit/words/deadline.js';
import type { SignatureWords } from '../../../../src/web/signing/signatures.js';
import type { OutgoingRow } from '../../../../src/web/registers/outgoing-register.js';
import type { RegistersView } from '../../../../src/web/registers/registers-page.js';

const answering = (number: string): OutgoingRow['answers'] => ({
  label: `Đến ${number}`,
  href: `/so-van-ban/den?nam=2026#so-${number}`,
  title: `Văn bản đến số ${number}, 10/03/2026`,
});

const released = (
  number: string,
  day: string,
  [kind, subject]: readonly [string, string],
  rest: Partial<OutgoingRow>,
): OutgoingRow => ({
  number,
  href: `/tep/van-ban/${number.slice(0, 3)}/ban-phat-hanh.pdf`,
  day,
  kind,
  subject,
  signer: 'Đỗ Quốc Khánh',
  recipients: 'Tổng đài 1022',
  answers: null,
  state: 'released',
  latest: null,
  note: '',
  voided: null,
  ...rest,
});

const outgoing: readonly OutgoingRow[] = [
  released(
    '512/SGDĐT-VP',
    '18/03',
    ['Công văn', 'triển khai cập nhật danh sách cán bộ đầu mối tiếp nhận, xử lý phản ánh, kiến nghị qua Tổng đài 1022'],
    {
      signer: 'Trần Thị Lệ Thủy',
      recipients: 'Trưởng các phòng; các trường THPT, trung tâm GDNN-GDTX',
      latest: '5 trên 5 đã nhận',
    },
  ),
  released(
    '511/SGDĐT-GDTrH',
    '17/03',
    ['Công văn', 'trả lời phản ánh về xếp thời khóa biểu buổi hai tại Trường THPT Đình Vũ'],
    { recipients: 'Tổng đài 1022; Trường THPT Đình Vũ', answers: answering('1259') },
  ),
  released('510/SGDĐT-QLCL', '17/03', ['Công văn', 'hướng dẫn cấp lại bản sao bằng tốt nghiệp'], {
    signer: 'Hoàng Thị Minh Nguyệt',
    recipients: 'Tổng đài 1022; người đề nghị',
    answers: answering('1262'),
    state: 'resending',
    latest: '1 nơi nhận',
  }),
  released('509/SGDĐT-GDTrH', '16/03', ['Công văn', ''], {
    voided:
      'Rút lại trước khi gửi vì sai nơi nhận, thay bằng 511/SGDĐT-GDTrH. Phạm Minh Tuệ hủy lúc 15:20, Trần Thị Lệ Thủy xác nhận.',
  }),
  released(
    '508/SGDĐT-KHTC',
    '16/03',
    ['Công văn', 'trả lời kiến nghị về khoản thu quỹ hội cha mẹ học sinh tại Trường THPT Tràng Kênh'],
    { recipients: 'Tổng đài 1022; Trường THPT Tràng Kênh', answers: answering('1241') },
  ),
];

export const registerOut: RegistersView = {
  year: 2026,
  years: [
    { year: 2026, label: 'Năm 2026' },
    { year: 2025, label: 'Năm 2025, đã khóa' },
  ],
  book: { code: 'di', rows: outgoing },
  integrity: { intact: true, words: 'số 1 đến 512 đủ, 3 số hủy, chuỗi khớp; kiểm lúc 07:00', next: '513' },
  closing: null,
  begins: null,
  empty: { kind: 'done', heading: 'Sổ chưa có văn bản nào', text: 'Số 1 sẽ được lấy khi phát hành văn bản đầu tiên.' },
  range: 'Số 512 đến 508 trên 512.',
  olderHref: '/so-van-ban/di?nam=2026&den-so=507',
  newerHref: null,
  release: {
    action: '/phat-hanh/9',
    voidAction: '/phat-hanh/9/huy-so',
    firstPage: { src: '/xem/ban-ky/9/trang/1.jpg', href: '/xem/van-ban/pdf' },
    subject: 'Trả lời phản ánh về bữa ăn bán trú tại Trường PT nhiều cấp Hoa Phượng',
    deadline: deadlineWords({ kind: 'today' }),
    ticket: { code: 'PAKN.20260311.0008', href: '/phieu/8' },
    conditions: [
      {
        result: 'pass',
        text: 'Bản ký đúng là bản đã trình',
        detail: '9 trên 9 mục đạt, 09:27 hôm nay',
        href: '/trinh-ky/9',
      },
      { result: 'pass', text: 'Người đóng dấu khác người ký', detail: 'Phạm Minh Tuệ, văn thư', href: null },
      { result: 'pass', text: '3 nơi nhận đều có địa chỉ gửi', detail: null, href: null },
    ],
    acts: [
      { state: 'ahead', text: 'Vào sổ, lấy số 513/SGDĐT-GDTrH, ngày 18/03/2026', detail: null },
      { state: 'ahead', text: 'Ký số của cơ quan', detail: null },
      { state: 'ahead', text: 'Gửi 3 nơi nhận', detail: null },
      { state: 'ahead', text: 'Báo kết quả cho Tổng đài 1022', detail: null },
    ],
    number: '513',
    fullNumber: '513/SGDĐT-GDTrH',
    given: null,
    consequence: 'Văn bản gửi tới 3 nơi nhận và Tổng đài 1022 ngay sau khi đóng dấu.',
    state: 'waiting',
    may: true,
    blocked: null,
    position: '1 trên 2 văn bản chờ',
  },
  late: [],
  toSend: [
    {
      icon: 'send',
      title: 'Số 511/SGDĐT-GDTrH',
      href: '/van-ban-di/511',
      detail: 'Tổ chức, cá nhân (gửi đơn, thư), văn bản đến số 1283; chờ từ 18/03, 08:40',
    },
  ],
  alsoWaiting: [
    {
      icon: 'stamp',
      title: 'Trả lời kiến nghị về lịch học bù tại Trường THPT Đình Vũ',
      href: '/so-van-ban/di?phat-hanh=8',
      detail: 'đã ký 09:40, hạn 23/03',
    },
  ],
  others: null,
  voided: [
    { icon: 'minus', title: '509', detail: '16/03, sai nơi nhận, thay bằng 511' },
    { icon: 'minus', title: '318', detail: '25/02, lãnh đạo rút lại sau khi cấp số' },
  ],
  refused: { count: 4, href: '/tin-loi' },
  byHand: null,
  awaiting: null,
  warning: null,
};

const waiting = registerOut.release;

const JUMP =
  'Số 612 cách số cuối của sổ (512), bỏ qua 99 số. Xem lại số trên hệ thống quản lý văn bản; đúng thì đánh dấu xác nhận rồi ghi lại.';

const HELD = 'Số 512 đã thuộc về 512/SGDĐT-VP, 18/03/2026.';
const NUMBERED_TWICE = `Hệ thống quản lý văn bản cấp số 512, ngày 18/03/2026. ${HELD}`;

/** The button was pressed: number taken, the seal awaited. */
export const registerReleasing: RegistersView = {
  ...registerOut,
  release: waiting && {
    ...waiting,
    state: 'running',
    position: 'đang phát hành',
    acts: waiting.acts.map((act, at) => ({
      ...act,
      state: at === 0 ? 'done' : at === 1 ? 'now' : 'ahead',
      detail: at === 0 ? '10:44:02' : at === 1 ? 'chờ hệ thống ký trả tệp đã đóng dấu' : null,
    })),
  },
};

/** The proof failed: the button says why it cannot be pressed. */
export const registerBlocked: RegistersView = {
  ...registerOut,
  release: waiting && {
    ...waiting,
    blocked: 'Chưa bấm được: còn 1 mục không đạt.',
    conditions: waiting.conditions.map((condition, at) =>
      at === 0 ? { ...condition, result: 'fail' as const, detail: '1 trên 9 mục không đạt' } : condition,
    ),
  },
};

/** The e-office numbers, and gave one that another document has. */
export const registerNumberStopped: RegistersView = {
  ...registerOut,
  integrity: {
    intact: false,
    words: 'hệ thống quản lý văn bản đã cấp đến số 512, sổ mới có 510 dòng',
    next: 'do hệ thống quản lý văn bản cấp',
  },
  others: {
    words: 'Chưa có dòng: số 507, 510. Xem trên hệ thống quản lý văn bản các số ấy thuộc văn bản nào rồi ghi vào.',
    form: {
      id: 'van-ban-khac',
      label: 'Ghi văn bản khác vào sổ…',
      action: '/so-van-ban/di/van-ban-khac',
      submit: 'Ghi vào sổ',
      lead: 'Văn bản không soạn ở đây: sổ có dòng, không có tệp và không kiểm tra chữ ký.',
      fields: [
        { kind: 'text', name: 'number', label: 'Số', required: true, value: '612', error: null },
        { kind: 'text', name: 'notation', label: 'Ký hiệu', required: true, value: '', error: null },
        { kind: 'date', name: 'issuedDate', label: 'Ngày văn bản', required: true, value: '', error: null },
        {
          ...{ kind: 'checks', name: 'confirmed', label: 'Xác nhận số', values: [], error: JUMP },
          options: [{ value: '612', label: 'Số 612 đúng như trên hệ thống quản lý văn bản' }],
        },
      ],
      confirm: 'xac-nhan-van-ban-khac',
      open: true,
    },
  },
  release: waiting && {
    ...waiting,
    acts: waiting.acts.map((act, at) =>
      at === 0
        ? {
            ...act,
            state: 'stop',
            text: 'Vào sổ theo số, ngày hệ thống quản lý văn bản cấp',
            detail: 'xem lý do ở dưới',
          }
        : act,
    ),
    given: {
      ask: 'Xin số lại',
      problem: NUMBERED_TWICE,
      form: {
        id: 'so-da-cap',
        label: 'Ghi số đã cấp…',
        action: '/phat-hanh/9/so-da-cap',
        submit: 'Ghi số và phát hành',
        lead: 'Ghi đúng số, ngày đã cấp trên hệ thống quản lý văn bản; số đã có trong sổ hoặc của năm khác không nhận.',
        fields: [
          { kind: 'text', name: 'number', label: 'Số', required: true, maxLength: 9, value: '512', error: HELD },
          { kind: 'date', name: 'issuedDate', label: 'Ngày văn bản', required: true, value: '2026-03-18' },
        ],
        confirm: 'xac-nhan-so-da-cap',
        open: true,
      },
    },
  },
};

const SIGNATURES: readonly SignatureWords[] = [
  { tone: 'ok', words: 'Chữ ký số: Hợp lệ' },
  { tone: 'bad', words: 'Chữ ký số: Hợp lệ; tệp kèm có chữ ký không đạt' },
];

export const registerContinued: RegistersView = {
  ...registerOut,
  integrity: { intact: true, words: 'số 412 đến 512 đủ, 3 số hủy', next: '513' },
  begins: {
    words:
      'Sổ bắt đầu từ số 412 theo sổ giấy văn bản đi năm 2026, số cuối 411 ngày 13/02/2026. Phạm Minh Tuệ đề nghị, Đỗ Quốc Khánh xác nhận 16/02/2026, 08:30.',
    href: null,
  },
  release: null,
};

export const registerIn: RegistersView = {
  ...registerOut,
  book: {
    code: 'den',
    rows: ['chờ số', '1283', '1282'].map((number, at) => ({
      key: String(1284 - at),
      number,
      href: `/phieu/${number}`,
      day: '13/03',
      author: 'Tổng đài 1022',
      theirNumber: `PAKN.20260312.00${42 - at}`,
      theirDay: '12/03',
      kind: 'Kiến nghị',
      subject: 'thu tiền học thêm môn Toán trong giờ chính khóa',
      signature: SIGNATURES[at] ?? null,
      messageSignature: at === 0 ? { tone: 'open', words: 'Chữ ký XML của thông điệp: Chưa đủ căn cứ' } : null,
      receiver: 'Phòng Giáo dục Trung học',
      routed: at === 0 ? null : 'chuyển 16/03/2026; ký nhận Lê Thị Ngọc, 17/03/2026',
      note: ['', 'Số do hệ thống quản lý văn bản cấp', 'Tiếp quản từ sổ giấy văn bản đến năm 2026'][at] || null,
      warnings: at === 1 ? ['Trùng số, ký hiệu với văn bản đến số 1279'] : [],
      answeredBy:
        at === 2
          ? { label: '511/SGDĐT-GDTrH', href: '/so-van-ban/di?nam=2026', title: 'Văn bản đi số 511, 17/03/2026' }
          : null,
    })),
  },
  integrity: { intact: false, words: 'chuỗi đứt từ số 341; kiểm lúc 07:00, 1 văn bản chờ số', next: '1285' },
  awaiting: { label: '1 văn bản chờ số đến', href: '/so-van-ban/den/cho-so' },
  release: null,
  late: [],
  toSend: [],
  alsoWaiting: [],
  others: null,
  voided: [],
};
