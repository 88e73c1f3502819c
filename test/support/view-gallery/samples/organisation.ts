import type { PageFrame } from '../../../../src/web/kit/shell/page-frame.js';
import type { OrganisationView, UnitBranchView } from '../../../../src/web/organisation/organisation-page.js';
import type { UnitClosingView } from '../../../../src/web/organisation/unit-closing-page.js';
import type { ImportChoiceView } from '../../../../src/web/kit/imports/import-pages.js';
import type { UnitImportReviewView } from '../../../../src/web/organisation/unit-import-page.js';
import type { UnitView } from '../../../../src/web/organisation/unit-page.js';

export const administrator: PageFrame = {
  csrf: 'mau-thu',
  viewer: { name: 'Lê Văn An', place: 'Quản trị hệ thống, Văn phòng Sở', roles: ['administrator'] },
  search: '',
  notice: null,
  unread: 0,
};

const branch = (
  id: string,
  title: string,
  detail: string,
  children: readonly UnitBranchView[] = [],
): UnitBranchView => ({
  row: { id, icon: 'users', title, href: `/to-chuc/${id}`, detail },
  children,
  folded: null,
});

export const organisation: OrganisationView = {
  summary: '20 đơn vị đang hoạt động, trong đó 13 trường; 41 người có tài khoản.',
  ...{ question: '', found: [], left: null },
  roots: [
    {
      ...branch('ld', 'Lãnh đạo Sở', 'Lãnh đạo Sở, mã LD · 3 người', [
        branch('vp', 'Văn phòng Sở', 'Văn phòng, mã VP · 5 người'),
        branch('gdtrh', 'Phòng Giáo dục Trung học', 'Phòng thuộc Sở, mã GDTrH · 6 người', [
          branch('to-toan', 'Tổ chuyên môn Toán', 'Phòng thuộc Sở, mã TCM-T · chưa có tài khoản'),
        ]),
        branch(
          'gdpt',
          'Phòng Giáo dục Phổ thông',
          'Phòng thuộc Sở, mã GDPT · chưa có tài khoản · hoạt động từ 01/07/2026',
        ),
      ]),
      folded: {
        label: '13 trường',
        children: [branch('nui-voi', 'Trường THPT Núi Voi', 'Trường, mã NuiVoi · 2 người')],
      },
    },
  ],
  closed: [
    {
      ...{ icon: 'users', title: 'Phòng Giáo dục Thường xuyên', href: '/to-chuc/gdtx' },
      detail:
        'Phòng thuộc Sở, mã GDTX · chưa có tài khoản · ngừng sau ngày 28/02/2026 · việc chuyển về Phòng Giáo dục Trung học',
    },
  ],
  duties: [
    {
      ...{ duty: 'Văn thư: tiếp nhận, vào sổ, phát hành', since: 'từ 01/01/2024' },
      holder: { name: 'Văn phòng Sở', href: '/to-chuc/vp' },
    },
    { duty: 'Giám sát việc giải quyết', holder: null, since: null },
  ],
  add: {
    ...{ id: 'them', label: 'Thêm đơn vị…', action: '/to-chuc', submit: 'Thêm đơn vị', open: true },
    fields: [
      { kind: 'text', name: 'code', label: 'Mã', value: 'NuiVoi', error: 'Mã này đã dùng cho Trường THPT Núi Voi.' },
      { kind: 'text', name: 'name', label: 'Tên đơn vị', value: 'Trường THPT Núi Voi 2' },
    ],
  },
  importHref: '/to-chuc/nhap',
  peopleHref: '/to-chuc/nguoi',
};

export const organisationFound: OrganisationView = {
  ...organisation,
  ...{ question: 'nui voi', add: null, importHref: null, closed: [] },
  found: [
    { icon: 'users', title: 'Trường THPT Núi Voi', href: '/to-chuc/nui-voi', detail: 'Trường, mã NuiVoi · 2 người' },
  ],
};

export const unit: UnitView = {
  ...{ heading: 'Phòng Giáo dục Trung học', summary: 'Phòng thuộc Sở, mã GDTrH', closed: null },
  facts: [
    { label: 'Ký hiệu văn bản', value: 'GDTrH' },
    { label: 'Đơn vị cấp trên', value: 'Lãnh đạo Sở' },
    { label: 'Hoạt động', value: 'từ trước khi ghi ngày' },
  ],
  contacts: [
    { label: 'Địa chỉ', value: 'Số 1 đường Minh Khai, phường Hồng Bàng' },
    { label: 'Điện thoại', value: '0225 3842 123' },
  ],
  people: [
    {
      ...{ id: 'ngoc', name: 'Bà Nguyễn Thị Hồng Ngọc', href: '/to-chuc/nguoi/ngoc' },
      ...{ position: 'Chuyên viên', roles: 'Cán bộ đầu mối' },
    },
    {
      ...{ id: 'thang', name: 'Ông Vũ Đức Thắng', href: '/to-chuc/nguoi/thang' },
      ...{ position: 'Trưởng phòng', roles: 'Thủ trưởng đơn vị' },
    },
  ],
  duties: [
    { duty: 'Đầu mối với Tổng đài 1022', period: 'từ 01/01/2026', isHeld: true },
    { duty: 'Giám sát việc giải quyết', period: 'từ 01/01/2024 đến hết 31/12/2025', isHeld: false },
  ],
  names: [
    { name: 'Phòng Giáo dục Trung học (GDTrH)', since: 'Từ 01/09/2025' },
    { name: 'Phòng Trung học phổ thông (THPT)', since: 'Tên ban đầu' },
  ],
  children: [{ icon: 'users', title: 'Tổ chuyên môn Toán', href: '/to-chuc/to-toan' }],
  acts: [
    {
      ...{ id: 'ten', label: 'Đổi tên…', action: '/to-chuc/gdtrh/ten', submit: 'Lưu tên mới' },
      fields: [{ kind: 'text', name: 'name', label: 'Tên mới', value: 'Phòng Giáo dục Trung học' }],
    },
    {
      ...{ id: 'nhiem-vu', label: 'Giao nhiệm vụ…', action: '/to-chuc/gdtrh/nhiem-vu', submit: 'Giao nhiệm vụ' },
      ...{ lead: 'Đơn vị đang giữ nhiệm vụ kết thúc nhiệm vụ từ ngày trước đó.', open: true },
      fields: [{ kind: 'date', name: 'from', label: 'Từ ngày', value: '2026-03-19' }],
    },
  ],
  addPersonHref: '/to-chuc/nguoi?them=gdtrh#them',
  close: '/to-chuc/gdtrh/dong',
};

export const unitClosed: UnitView = {
  ...unit,
  closed: {
    words: 'Ngừng hoạt động sau ngày 28/02/2026.',
    successor: { name: 'Phòng Giáo dục Phổ thông', href: '/to-chuc/gdpt' },
  },
  ...{ people: [], acts: [], close: null, names: [], children: [] },
};

export const unitClosing: UnitClosingView = {
  heading: 'Ngừng hoạt động Phòng Giáo dục Trung học',
  back: { href: '/to-chuc/gdtrh', label: 'Phòng Giáo dục Trung học' },
  work: [
    { words: 'Phiếu đang xử lý', held: '7' },
    { words: 'Yêu cầu phối hợp chưa trả lời', held: '2' },
    { words: 'Văn bản đang trình ký', held: '1' },
  ],
  people: [{ icon: 'user', title: 'Ông Vũ Đức Thắng', href: '/to-chuc/nguoi/thang', detail: 'Trưởng phòng' }],
  duties: [{ icon: 'check', title: 'Đầu mối với Tổng đài 1022', detail: 'từ 01/01/2026' }],
  children: [],
  form: {
    ...{ id: 'dong', label: 'Ngừng hoạt động…', action: '/to-chuc/gdtrh/dong' },
    ...{ submit: 'Ngừng hoạt động và chuyển việc', open: true },
    lead: 'Mọi thứ trên trang này chuyển đi cùng lúc; một việc không chuyển được thì không việc nào chuyển. Hạn của phiếu không đổi.',
    fields: [
      {
        ...{ kind: 'choice', name: 'successorId', label: 'Đơn vị tiếp nhận', error: 'Chọn đơn vị tiếp nhận.' },
        options: [{ value: '', label: 'Chọn đơn vị' }],
      },
      { kind: 'date', name: 'from', label: 'Ngừng từ ngày', value: '2026-03-18' },
      { kind: 'area', name: 'reason', label: 'Số quyết định, lý do', rows: 2 },
    ],
  },
};

export const unitImport: ImportChoiceView = {
  form: {
    ...{ id: 'tep', label: 'Chọn tệp', action: '/to-chuc/nhap', submit: 'Xem trước', upload: true },
    fields: [
      {
        ...{ kind: 'files', name: 'file', label: 'Tệp Excel (.xlsx)', accept: '.xlsx' },
        hint: 'Nhiều nhất 2.000 dòng, 5 MB. Không dùng công thức trong ô.',
      },
    ],
  },
  rules: ['Dòng đầu là tên cột: Mã, Tên đơn vị, Ký hiệu, Loại. Bắt buộc: Mã, Tên đơn vị, Loại.'],
  before: [
    {
      ...{ icon: 'file', title: 'truong-thpt.xlsx', href: '/to-chuc/nhap/1' },
      detail: '09:00 ngày 18/03/2026, đã thêm 118, sửa 2 đơn vị',
    },
  ],
};

export const unitImportReview: UnitImportReviewView = {
  heading: 'truong-thpt.xlsx',
  summary: '1 dòng phải sửa, 118 đơn vị mới, 1 đơn vị có thay đổi, 3 đơn vị như cũ.',
  barred: 'Chưa ghi được dòng nào: sửa các dòng dưới đây trong tệp rồi chọn lại tệp.',
  confirm: null,
  rows: [
    {
      ...{ line: '12', code: 'NuiVoi2', name: 'Trường THPT Núi Voi 2', href: null, outcome: 'Phải sửa' },
      flaws: ['Loại: Chọn loại đơn vị.', 'Thư điện tử: Thư điện tử chưa đúng dạng ten@coquan.vn.'],
    },
    {
      ...{ line: '3', code: 'NuiVoi', name: 'Trường THPT Núi Voi', href: '/to-chuc/nui-voi' },
      ...{ outcome: 'Sửa: Địa chỉ, Điện thoại', flaws: [] },
    },
    { line: '2', code: 'DinhVu', name: 'Trường THPT Đình Vũ', href: null, outcome: 'Đơn vị mới', flaws: [] },
  ],
  left: 'Còn 120 dòng không hiện.',
};
