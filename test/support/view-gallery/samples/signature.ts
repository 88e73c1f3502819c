import type { ProofLineView } from '../../../../src/web/signing/proof-lines.js';
import { broughtFileForm, filesToSign } from '../../../../src/web/signing/signature-by-hand.js';
import type { ProofPanelView } from '../../../../src/web/signing/proof-panel.js';
import type { RouteStep } from '../../../../src/web/signing/route.js';
import type { SignatureDetail, SignatureView } from '../../../../src/web/signing/signature-page.js';

const NAMES = [
  'Dự thảo',
  'Duyệt nội dung',
  'Duyệt thể thức',
  'Trình ký',
  'Lãnh đạo ký',
  'Kiểm tra',
  'Số và dấu',
  'Phát hành',
];

function route(facts: readonly string[], last: 'now' | 'stop'): readonly RouteStep[] {
  return NAMES.map((name, at) => {
    const state = at < facts.length - 1 ? 'done' : at === facts.length - 1 ? last : 'ahead';
    return { name, state, fact: facts[at] ?? null };
  });
}

const pass = (name: string, finding: string, evidence?: string): ProofLineView => ({
  result: 'pass',
  name,
  finding,
  evidence: evidence ?? null,
});

const leaderLines: readonly ProofLineView[] = [
  pass(
    'Đúng tệp đã gửi ký',
    '412.608 byte đầu trùng khớp hoàn toàn với bản gửi lúc 14:02, 17/03.',
    'SHA-256 41d0 7e5c … 9ab3',
  ),
  pass('Chữ ký phủ hết tệp', 'Không byte nào nằm ngoài vùng ký, trừ chỗ chứa chữ ký.'),
  {
    result: 'fail',
    name: 'Không đổi sau khi ký',
    finding: 'Trang 1 bị thay nội dung sau chữ ký của lãnh đạo, lúc 15:47, 17/03.',
    difference: {
      submitted: { before: 'tổ chức thi lại ', different: 'trước ngày 25/3/2026', after: '' },
      returned: { before: 'tổ chức thi lại ', different: 'trước ngày 25/4/2026', after: '' },
    },
  },
  pass('Đúng người được trình', 'Hoàng Thị Minh Nguyệt, Phó Giám đốc.', 'Chứng thư số 54 01 0A 77 C2'),
  pass('Đúng thẩm quyền', 'KT. GIÁM ĐỐC, theo phân công ký từ 01/01/2026.'),
  pass('Chứng thư còn hiệu lực lúc ký', 'Ký 15:31:08, 17/03/2026 theo dấu thời gian; chứng thư đến 02/11/2027.'),
  {
    result: 'unknown',
    name: 'Chứng thư không bị thu hồi',
    finding: 'Tổ chức chứng thực không trả lời sau 3 lần hỏi, lần cuối 15:49. Hỏi lại lúc 15:54.',
  },
  pass('Thuật toán đủ mạnh', 'RSA 2048, SHA-256.'),
  { result: 'skip', name: 'Trích yếu, nơi nhận khớp sổ', finding: 'Chưa kiểm tra vì mục trên không đạt.' },
];

/** Of the letters that Mr Khánh signed. */
const passedLines = leaderLines
  .filter((line) => line.result === 'pass')
  .map((line) => (line.name === 'Đúng người được trình' ? { ...line, finding: 'Đỗ Quốc Khánh, Phó Giám đốc.' } : line));

const panel = (heading: string, lines: readonly ProofLineView[]): ProofPanelView => ({
  ...{ heading, lines, notes: [], override: null },
  judgements: [
    {
      words: 'Kiểm tra lúc 15:48, 17/03/2026: có thay đổi sau khi ký. SHA-256 41d07e5c…',
      href: '/trinh-ky/7/chung-cu/1.zip',
    },
  ],
  sources: [{ label: 'Đúng tệp đã gửi ký', value: 'Nghị định 30/2020/NĐ-CP, Điều 11 khoản 2.' }],
});

const failed: SignatureDetail = {
  id: '7',
  verdict: {
    tone: 'fail',
    heading: 'Không được phát hành: 1 trên 9 mục không đạt',
    text: 'Trả lời phản ánh về lịch thi giữa kỳ tại Trung tâm GDNN-GDTX Lạch Tray. Nội dung đã bị thay sau khi lãnh đạo ký.',
  },
  steps: route(
    ['09:15, 16/03', 'ông Thắng, 10:30', 'bà Thủy, 13:50', '14:02, 17/03', 'bà Nguyệt, 15:31', 'không đạt 15:48'],
    'stop',
  ),
  proof: panel('Bản lãnh đạo đã ký', leaderLines),
  facts: [],
  route: [
    {
      icon: 'check',
      tone: 'ok',
      title: '1. Ký nháy: Vũ Đức Thắng, Trưởng phòng',
      detail: 'Hoàn thành, 10:30 ngày 17/03',
    },
    {
      icon: 'check',
      tone: 'ok',
      title: '2. Ký số: Hoàng Thị Minh Nguyệt (KT. GIÁM ĐỐC)',
      detail: 'Hoàn thành, 15:31 ngày 17/03',
    },
    { icon: 'x', title: '3. Đóng dấu: Sở Giáo dục và Đào tạo', detail: 'Không đến bước này' },
  ],
  history: [
    { icon: 'file', title: 'Đã ký, không đạt kiểm tra', detail: '15:48 17/03' },
    {
      icon: 'file',
      title: 'Đã ký, đang kiểm tra',
      detail: '15:47 17/03, Hoàng Thị Minh Nguyệt, hệ thống quản lý văn bản báo lần 4',
    },
  ],
  withdraw: null,
  byHand: null,
  polled: 'Kiểm tra trạng thái ký lúc 10:42:15; lần tới 10:47:15',
  waiting: false,
  may: { check: true, releaseHref: null, draftHref: '/du-thao/7', thereHref: null },
};

export const signatureFailed: SignatureView = {
  summary: '3 văn bản đang theo dõi;',
  alarm: '1 văn bản không đạt kiểm tra, chưa được phát hành.',
  olderHref: '/trinh-ky?trang=3.mau',
  newestHref: null,
  group: null,
  listHref: null,
  letters: [
    {
      href: '/trinh-ky/7',
      group: 'hong',
      subject: 'Trả lời phản ánh về lịch thi giữa kỳ tại Trung tâm GDNN-GDTX Lạch Tray',
      latest: 'Đã ký, 1 mục không đạt',
      tone: 'fail',
      current: true,
    },
    {
      href: '/trinh-ky/8',
      group: 'cho-ky',
      subject: 'Trả lời kiến nghị về lịch học bù tại Trường THPT Đình Vũ',
      latest: 'Chờ ông Đỗ Quốc Khánh, 42 phút',
      tone: 'wait',
      current: false,
    },
    {
      href: '/trinh-ky/9',
      group: 'can-lam',
      subject: 'Trả lời phản ánh về bữa ăn bán trú tại Trường PT nhiều cấp Hoa Phượng',
      latest: 'Đã ký, kiểm tra đạt',
      tone: 'pass',
      current: false,
    },
  ],
  empty: { kind: 'done', heading: 'Không có văn bản nào đang trình ký', text: 'Văn bản trình ký sẽ hiện ở đây.' },
  selected: failed,
};

const choose = (href: string): SignatureView['letters'] =>
  signatureFailed.letters.map((letter) => ({ ...letter, current: letter.href === href }));

export const signatureWaiting: SignatureView = {
  ...signatureFailed,
  listHref: '/trinh-ky',
  letters: choose('/trinh-ky/8'),
  selected: {
    ...failed,
    id: '8',
    verdict: {
      tone: 'wait',
      heading: 'Đang chờ lãnh đạo ký',
      text: 'Ở hộp ký của ông Đỗ Quốc Khánh từ 10:00, 18/03; đã 42 phút. Phiếu PAKN.20260313.0019 còn 3 ngày làm việc.',
    },
    steps: route(['16:05, 17/03', 'ông Thắng, 09:40', 'bà Thủy, 09:52', '09:58', 'từ 10:00'], 'now'),
    proof: null,
    facts: [
      { label: 'Mã bên hệ thống ký', value: 'VBDH-2026-0098231' },
      { label: 'Tệp gửi', value: 'CV-tra-loi-PAKN.20260313.0019.pdf, 1 trang, 214 kB' },
    ],
    withdraw: {
      id: 'rut-trinh-ky',
      label: 'Rút trình ký…',
      action: '/trinh-ky/8/rut',
      submit: 'Rút trình ký',
      lead: 'Công văn về người soạn ngay, kể cả khi hệ thống quản lý văn bản đang ngừng; hệ thống đó được báo khi có thể.',
      fields: [{ kind: 'area', name: 'reason', label: 'Lý do rút', required: true, maxLength: 480 }],
      open: true,
    },
    waiting: true,
    may: {
      check: true,
      releaseHref: null,
      draftHref: null,
      thereHref: 'https://eoffice.haiphong.example/van-ban/7',
    },
  },
};

export const signaturePassed: SignatureView = {
  ...signatureFailed,
  letters: choose('/trinh-ky/9'),
  selected: {
    ...failed,
    id: '9',
    verdict: {
      tone: 'pass',
      heading: 'Bản ký đúng là bản đã trình: 6 trên 6 mục đạt',
      text: 'Trả lời phản ánh về bữa ăn bán trú tại Trường PT nhiều cấp Hoa Phượng. Kiểm tra lúc 09:27:06, 18/03/2026.',
    },
    steps: route(
      ['14:10, 16/03', 'ông Thắng, 16:20', 'bà Thủy, 08:05', '08:12', 'ông Khánh, 09:26', '09:27', 'chờ văn thư'],
      'now',
    ),
    proof: panel('Bản đã đóng dấu', passedLines),
    may: { check: false, releaseHref: '/so-van-ban/di?phat-hanh=9', draftHref: null, thereHref: null },
  },
};

/** An e-office that signs nothing over the wire: the clerk brings what was signed there, and a wrong file was refused. */
export const signatureByHand: SignatureView = {
  ...signatureWaiting,
  selected: {
    ...failed,
    ...signatureWaiting.selected,
    verdict: {
      tone: 'wait',
      heading: 'Chờ lãnh đạo ký',
      text: 'Trả lời kiến nghị về lịch học bù tại Trường THPT Đình Vũ. Người ký: Đỗ Quốc Khánh; trình 09:58, đã 42 phút.',
    },
    byHand: {
      toSign: filesToSign('8', 'signed', []),
      bring: broughtFileForm('8', 'signed', {
        action: '/trinh-ky/8/dua-len',
        field: 'file',
        sentence: 'Chưa nhận tệp này. Đúng tệp đã gửi ký: tệp không chứa nội dung đã trình.',
        fields: {},
      }),
    },
    polled: '',
    waiting: false,
    may: { check: false, releaseHref: null, draftHref: null, thereHref: null },
  },
};

/** The letter is sealed; its annexes are signed in the e-office by hand. */
export const signatureAnnexesByHand: SignatureView = {
  ...signatureByHand,
  letters: choose('/trinh-ky/8').map((letter) =>
    letter.current ? { ...letter, latest: 'Đã đóng dấu, chờ phụ lục' } : letter,
  ),
  selected: {
    ...failed,
    ...signatureWaiting.selected,
    steps: route(
      ['16:05, 17/03', 'ông Thắng, 09:40', 'bà Thủy, 09:52', '09:58', 'ông Khánh, 10:20', '10:21', 'phụ lục, từ 10:32'],
      'now',
    ),
    proof: panel('Bản đã đóng dấu', passedLines),
    route: [
      {
        icon: 'check',
        tone: 'ok',
        title: '1. Ký nháy: Vũ Đức Thắng, Trưởng phòng',
        detail: 'Hoàn thành, 09:40 ngày 18/03',
      },
      {
        icon: 'check',
        tone: 'ok',
        title: '2. Ký số: Đỗ Quốc Khánh (KT. GIÁM ĐỐC)',
        detail: 'Hoàn thành, 10:20 ngày 18/03',
      },
      {
        icon: 'check',
        tone: 'ok',
        title: '3. Đóng dấu: Sở Giáo dục và Đào tạo',
        detail: 'Hoàn thành, 10:32 ngày 18/03',
      },
    ],
    history: [
      { icon: 'file', title: 'Đã đóng dấu, kiểm tra đạt', detail: '10:32 18/03' },
      { icon: 'file', title: 'Đã ký, kiểm tra đạt', detail: '10:21 18/03, Đỗ Quốc Khánh' },
    ],
    withdraw: null,
    verdict: {
      tone: 'pass',
      heading: 'Bản đóng dấu đúng là bản đã trình: 6 trên 6 mục đạt',
      text: 'Trả lời kiến nghị về lịch học bù tại Trường THPT Đình Vũ. Đang đóng dấu.',
    },
    byHand: {
      toSign: filesToSign('8', 'annexes', [
        { position: 1, name: 'Bảng thu chi năm học.pdf', sealedSha256: null },
        { position: 2, name: 'Danh sách lớp học bù.pdf', sealedSha256: null },
      ]),
      bring: broughtFileForm('8', 'annexes', null),
    },
    polled: '',
    waiting: false,
    may: { check: false, releaseHref: null, draftHref: null, thereHref: null },
  },
};
