import type { OfficerChangeView } from '../../../../src/web/people/officer-change-page.js';
import type { OfficerUnitView } from '../../../../src/web/people/officer-unit-page.js';
import type { OfficersView } from '../../../../src/web/people/officers-page.js';

const NGOC = {
  id: 'ngoc',
  name: 'Bà Nguyễn Thị Hồng Ngọc',
  position: 'Chuyên viên',
  phone: '0225 3000 121',
  email: 'daumoi.trunghoc@haiphong.edu.vn',
  since: '01/09/2025',
};

export const officers: OfficersView = {
  summary: '4 trong 58 đơn vị.',
  words: '',
  onlyMissing: false,
  missing: 1,
  sheetHref: '/can-bo-dau-moi.xlsx',
  units: [
    {
      ...{ id: 'gdtrh', name: 'Phòng Giáo dục Trung học', href: '/can-bo-dau-moi/don-vi/gdtrh' },
      ...{ address: null, website: null, officers: [NGOC] },
    },
    {
      id: 'hoa-phuong',
      name: 'Trường PT nhiều cấp Hoa Phượng',
      href: '/can-bo-dau-moi/don-vi/hoa-phuong',
      address: 'Số 12 đường Hoa Phượng, phường Lê Chân',
      website: 'https://hoaphuong.haiphong.edu.vn',
      officers: [
        {
          ...{ id: 'ung', name: 'Ông Lê Đình Ưng', position: 'Phó Hiệu trưởng', phone: '0225 3000 214' },
          ...{ email: 'daumoi.hoaphuong@haiphong.edu.vn', since: '05/01/2026' },
        },
        {
          ...{
            id: 'anh',
            name: 'Bà Bùi Thị Ngọc Ánh',
            position: 'Thư ký hội đồng',
            phone: null,
            email: null,
            since: null,
          },
        },
      ],
    },
    {
      ...{ id: 'nui-voi', name: 'Trường THPT Núi Voi', href: '/can-bo-dau-moi/don-vi/nui-voi' },
      ...{ address: null, website: null, officers: [] },
    },
  ],
};

export const officersUnmatched: OfficersView = {
  ...officers,
  ...{ summary: '0 trong 58 đơn vị.', words: 'tiểu học Lạch Tray', missing: 0, units: [] },
};

export const officerUnit: OfficerUnitView = {
  name: 'Phòng Giáo dục Trung học',
  place: 'Số 37 Lý Thường Kiệt, phường Hồng Bàng',
  officers: [
    {
      ...NGOC,
      edit: {
        id: 'lien-he-ngoc',
        label: 'Sửa thông tin liên hệ…',
        action: '/can-bo-dau-moi/don-vi/gdtrh/lien-he/ngoc',
        submit: 'Lưu thông tin liên hệ',
        fields: [],
      },
    },
  ],
  change: {
    id: 'thay-doi',
    label: 'Thay cán bộ đầu mối…',
    action: '/can-bo-dau-moi/don-vi/gdtrh/thay-doi',
    submit: 'Xem kế hoạch thay đổi',
    lead: 'Chưa có gì thay đổi cho tới khi kế hoạch được xác nhận ở trang sau.',
    open: true,
    fields: [
      {
        kind: 'choice',
        name: 'leavingId',
        label: 'Người thôi làm đầu mối',
        value: 'ngoc',
        options: [{ value: 'ngoc', label: 'Bà Nguyễn Thị Hồng Ngọc' }],
      },
      {
        kind: 'choice',
        name: 'takingId',
        label: 'Người nhận việc',
        hint: 'Chỉ người đang làm việc ở đơn vị này.',
        value: '',
        options: [{ value: '', label: 'Chọn người nhận việc' }],
        error: 'Chọn người nhận việc trong đơn vị.',
      },
      { kind: 'date', name: 'validFrom', label: 'Từ ngày', value: '2026-03-18' },
      { kind: 'area', name: 'reason', label: 'Lý do, căn cứ', rows: 2, value: 'Điều động theo Quyết định số 8.' },
      { kind: 'phone', name: 'phone', label: 'Điện thoại công vụ', value: '0225 3000 121' },
      { kind: 'email', name: 'email', label: 'Hộp thư công vụ', value: 'daumoi.trunghoc@haiphong.edu.vn' },
    ],
  },
  terms: [
    { id: '2', name: 'Bà Nguyễn Thị Hồng Ngọc', period: 'Từ 01/09/2025, đến nay' },
    { id: '1', name: 'Bà Lê Thị Mai', period: 'Không rõ ngày đầu, đến hết 31/08/2025' },
  ],
  changes: [
    {
      ...{ id: '1', href: '/can-bo-dau-moi/thay-doi/1', words: 'Bà Nguyễn Thị Hồng Ngọc thay Bà Lê Thị Mai' },
      ...{ day: '01/09/2025', state: 'Đã thực hiện', by: 'Phạm Minh Tuệ, 16:20, thứ Sáu 29/08/2025' },
    },
  ],
};

export const officerUnitEmpty: OfficerUnitView = {
  ...{ name: 'Trường THPT Núi Voi', place: '', officers: [], change: null, terms: [], changes: [] },
};

export const officerChange: OfficerChangeView = {
  unit: 'Phòng Giáo dục Trung học',
  unitHref: '/can-bo-dau-moi/don-vi/gdtrh',
  state: 'Chưa xác nhận',
  isNews: false,
  facts: [
    { label: 'Thôi làm đầu mối', value: 'Bà Nguyễn Thị Hồng Ngọc' },
    { label: 'Nhận việc', value: 'Ông Trần Tiến Dũng' },
    { label: 'Từ ngày', value: '18/03/2026' },
    { label: 'Lý do, căn cứ', value: 'Điều động theo Quyết định số 8/QĐ-SGDĐT.' },
    { label: 'Liên hệ công bố', value: '0225 3000 121; daumoi.trunghoc@haiphong.edu.vn' },
    { label: 'Lập kế hoạch', value: 'Phạm Minh Tuệ, 09:00, thứ Tư 18/03/2026' },
  ],
  parts: [
    {
      heading: 'Phiếu',
      count: '2',
      words: 'Chuyển sang người nhận, giữ nguyên bước và thời hạn; phiếu chưa nhận việc thì người mới nhận việc.',
    },
    {
      heading: 'Bản thảo đang soạn, chờ duyệt',
      count: '1',
      words: 'Đi theo phiếu; người mới soạn tiếp, ý kiến duyệt đã có vẫn còn hiệu lực.',
    },
    {
      heading: 'Bước ký',
      count: '1',
      words: 'Văn bản đang trình ký không dừng lại; nếu lãnh đạo trả lại thì về người mới.',
    },
    { heading: 'Nhắc hạn', count: '3', words: 'Từ lúc thực hiện gửi cho Ông Trần Tiến Dũng.' },
    { heading: 'Danh bạ', count: '1', words: 'Mục của đơn vị đổi cùng lúc; lịch sử giữ ngày bắt đầu, ngày thôi.' },
    { heading: 'Thông báo', count: '', words: 'Hai cán bộ, thủ trưởng đơn vị và Văn phòng Sở nhận tin ngay.' },
    {
      heading: 'Công văn',
      count: '1',
      words: 'Báo Văn phòng Ủy ban nhân dân thành phố, lập sẵn theo mẫu để Văn thư trình ký.',
    },
  ],
  tickets: [
    {
      ...{ id: 'a', code: 'PAKN.20260312.0042', course: 'Đang dự thảo văn bản, hạn 17:30, thứ Năm 19/03' },
      ...{ toId: 'dung', to: 'Ông Trần Tiến Dũng', stayed: false },
    },
    {
      ...{ id: 'b', code: 'PAKN.20260317.0007', course: 'Đã phân công, hạn 17:30, thứ Ba 24/03' },
      ...{ toId: 'lan', to: 'Bà Phạm Thị Lan', stayed: false },
    },
  ],
  takers: [
    { value: 'dung', label: 'Ông Trần Tiến Dũng' },
    { value: 'lan', label: 'Bà Phạm Thị Lan' },
  ],
  chooseAction: '/can-bo-dau-moi/thay-doi/2/phieu',
  confirm: {
    action: '/can-bo-dau-moi/thay-doi/2/xac-nhan',
    hash: 'f3a1',
    label: 'Xác nhận và thực hiện ngay',
    words:
      'Phòng Giáo dục Trung học: bàn giao 2 phiếu cùng bản thảo, nhắc hạn và mục danh bạ. Hoàn tác được trong một ngày sau khi thực hiện.',
  },
  withdrawAction: '/can-bo-dau-moi/thay-doi/2/bo',
  reverseAction: null,
  stayed: [],
  problem: null,
  letter: null,
};

export const officerChangeDone: OfficerChangeView = {
  ...officerChange,
  ...{ state: 'Đã thực hiện', isNews: true, parts: [], chooseAction: null, confirm: null, withdrawAction: null },
  tickets: officerChange.tickets.map((ticket) => ({ ...ticket, course: 'Đã bàn giao' })),
  reverseAction: '/can-bo-dau-moi/thay-doi/2/hoan-tac',
  letter: {
    href: '/can-bo-dau-moi/thay-doi/2/cong-van.docx',
    words: 'Công văn đã lập theo mẫu, tải về xem trước.',
    letters: { rows: [], begin: '/can-bo-dau-moi/thay-doi/tdm-1/van-ban' },
  },
};

export const officerChangeReversed: OfficerChangeView = {
  ...officerChangeDone,
  ...{ state: 'Đã hoàn tác', isNews: false, reverseAction: null, stayed: ['PAKN.20260317.0007'] },
  tickets: officerChangeDone.tickets.map((ticket) =>
    ticket.id === 'b'
      ? { ...ticket, stayed: true }
      : { ...ticket, course: 'Đã bàn giao, đã trả lại', to: 'Bà Nguyễn Thị Hồng Ngọc' },
  ),
  letter: {
    href: '#',
    words: 'Thay đổi đã hoàn tác: không gửi công văn này. Nếu đã gửi, báo lại Văn phòng Ủy ban nhân dân thành phố.',
    letters: { rows: [], begin: null },
  },
};
