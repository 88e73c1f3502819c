import type { ActField } from '../../../../src/web/components/act-form.js';
import type { PageFrame } from '../../../../src/web/components/page-frame.js';
import type { OrganisationView, UnitBranchView } from '../../../../src/web/views/organisation-page.js';
import type { IssuedPasswordView } from '../../../../src/web/views/issued-password-page.js';
import type { PeopleView } from '../../../../src/web/views/people-page.js';
import type { StaffPersonView } from '../../../../src/web/views/staff-person-page.js';
import type { UnitClosingView } from '../../../../src/web/views/unit-closing-page.js';
import type { UnitImportReviewView, UnitImportView } from '../../../../src/web/views/unit-import-page.js';
import type { UnitView } from '../../../../src/web/views/unit-page.js';

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
      ...{ position: 'Trưởng phòng', roles: 'Trưởng đơn vị' },
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
      ...{ lead: 'Đơn vị đang giữ nhiệm vụ thôi giữ từ ngày trước đó.', open: true },
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

const personFields: readonly ActField[] = [
  { kind: 'text', name: 'fullName', label: 'Họ và tên', value: 'Nguyễn Thị Hồng Ngọc' },
  {
    ...{ kind: 'radios', name: 'honorific', label: 'Danh xưng', value: 'Bà' },
    options: [
      { value: 'Ông', label: 'Ông' },
      { value: 'Bà', label: 'Bà' },
    ],
  },
  {
    ...{ kind: 'text', name: 'eOfficeCode', label: 'Mã người dùng trên e-office', value: 'khanhdq' },
    hint: 'Tên hoặc mã mà e-office nhận ra người này. Cần có với: Lãnh đạo Sở (ký), Văn thư (đóng dấu cơ quan).',
    error: 'Mã này đang là của Đỗ Quốc Khánh; mỗi người một mã.',
  },
];

export const people: PeopleView = {
  question: { words: '', unitId: '', kind: '' },
  kinds: [
    { value: '', label: 'Đang làm việc' },
    { value: 'thieu-ma', label: 'Thiếu mã e-office' },
  ],
  units: [
    { value: '', label: 'Mọi đơn vị' },
    { value: 'gdtrh', label: 'Phòng Giáo dục Trung học' },
  ],
  rows: [
    {
      ...{ id: 'khanh', name: 'Ông Đỗ Quốc Khánh', href: '/to-chuc/nguoi/khanh', position: 'Phó Giám đốc' },
      ...{ unit: { name: 'Lãnh đạo Sở', href: '/to-chuc/ld' }, username: 'khanhdq' },
      ...{ roles: 'Lãnh đạo Sở', lacks: 'Thiếu mã e-office' },
    },
    {
      ...{ id: 'ngoc', name: 'Bà Nguyễn Thị Hồng Ngọc', href: '/to-chuc/nguoi/ngoc', position: 'Chuyên viên' },
      ...{ unit: { name: 'Phòng Giáo dục Trung học', href: '/to-chuc/gdtrh' }, username: 'ngocnth' },
      ...{ roles: 'Cán bộ đầu mối, Trưởng đơn vị', lacks: null },
    },
  ],
  ...{ summary: 'Người 1–50 trong 132 người', previousHref: null, nextHref: '/to-chuc/nguoi?trang=2' },
  showsAccounts: true,
  add: {
    ...{ id: 'them', label: 'Thêm người…', action: '/to-chuc/nguoi', submit: 'Thêm người', open: true },
    ...{ lead: 'Thêm xong thì giao vai trò và cấp cách đăng nhập ở trang của người ấy.', fields: personFields },
  },
};

export const peopleForAll: PeopleView = {
  ...people,
  ...{ question: { words: 'khong co', unitId: '', kind: '' }, rows: [], summary: '', showsAccounts: false, add: null },
};

export const issuedPassword: IssuedPasswordView = {
  back: { href: '/to-chuc/nguoi/ngoc', label: 'Nguyễn Thị Hồng Ngọc' },
  ...{ fullName: 'Nguyễn Thị Hồng Ngọc', username: 'ngocnth', password: 'k7mp-x3vd-9wqt-r2hn' },
  until: '09:00 ngày 25/03/2026',
};

export const staffPerson: StaffPersonView = {
  ...{ heading: 'Bà Nguyễn Thị Hồng Ngọc', summary: 'Chuyên viên, Phòng Giáo dục Trung học' },
  shortfalls: [
    {
      words:
        'Chưa có mã người dùng trên e-office (cần cho vai trò Lãnh đạo Sở): văn bản chưa trình ký được cho người này.',
      step: null,
    },
    {
      words: 'Chưa có thẩm quyền ký nên chưa được chọn làm người ký.',
      step: { href: '/tham-quyen-ky', label: 'Ghi ở trang Thẩm quyền ký' },
    },
  ],
  facts: [
    { label: 'Tên tài khoản', value: 'ngocnth (theo thư mục)' },
    { label: 'Mã người dùng trên e-office', value: 'Chưa ghi' },
    { label: 'Thư điện tử', value: 'ngocnth@haiphong.gov.vn (theo thư mục)' },
    { label: 'Điện thoại', value: '0225 3842 123' },
    { label: 'Đăng nhập', value: 'Mật khẩu tạm, dùng đến 09:00 ngày 25/03/2026' },
  ],
  acts: [
    {
      ...{ id: 'thong-tin', label: 'Sửa thông tin…', action: '/to-chuc/nguoi/ngoc/thong-tin', submit: 'Lưu thông tin' },
      ...{ open: true, fields: personFields },
      lead: 'Thư mục của cơ quan cung cấp: Họ và tên, Đơn vị, Tên tài khoản. Sửa các thông tin ấy ở thư mục rồi đồng bộ nhân sự.',
    },
    {
      ...{ id: 'mat-khau-tam', label: 'Cấp mật khẩu tạm…', submit: 'Cấp mật khẩu tạm', fields: [] },
      action: '/to-chuc/nguoi/ngoc/mat-khau-tam',
      lead: 'Mật khẩu hiện một lần trên trang sau, dùng được 7 ngày và phải đổi ngay lần đăng nhập đầu.',
    },
    {
      ...{ id: 'ngung', label: 'Ngừng tài khoản…', submit: 'Ngừng tài khoản', fields: [], open: true },
      action: '/to-chuc/nguoi/ngoc/ngung',
      lead: 'Người này bị đăng xuất ở mọi nơi và không vào được nữa. Không xóa gì; cho hoạt động lại được.',
      warning: 'Người này còn phiếu đang xử lý: 3. Cán bộ đầu mối thì bàn giao ở trang Cán bộ đầu mối trước khi ngừng.',
    },
  ],
  accountHref: '/tai-khoan/nguoi/ngoc',
  unit: { href: '/to-chuc/gdtrh', label: 'Phòng Giáo dục Trung học' },
  roles: [
    {
      ...{ id: '3', role: 'Trưởng đơn vị', period: 'từ 01/04/2026 đến hết 30/06/2026', standing: 'coming' },
      ...{ written: 'Lê Văn An, 09:00 ngày 18/03/2026', end: null },
    },
    {
      ...{
        id: '2',
        role: 'Cán bộ đầu mối',
        period: 'từ trước khi ghi ngày',
        standing: 'held',
        written: 'Có từ trước khi ghi ngày',
      },
      end: {
        ...{ id: 'thoi-2', label: 'Thôi vai trò…', action: '/to-chuc/nguoi/ngoc/vai-tro/2' },
        ...{ submit: 'Thôi vai trò Cán bộ đầu mối' },
        fields: [{ kind: 'date', name: 'to', label: 'Ngày cuối còn giữ vai trò', value: '2026-03-18' }],
      },
    },
    {
      ...{ id: '1', role: 'Giám sát', period: 'từ 01/01/2025 đến hết 31/12/2025', standing: 'over' },
      ...{ written: 'Lê Văn An, 08:00 ngày 30/12/2024', end: null },
    },
  ],
  give: {
    ...{ id: 'vai-tro', label: 'Giao vai trò…', action: '/to-chuc/nguoi/ngoc/vai-tro', submit: 'Giao vai trò' },
    fields: [{ kind: 'date', name: 'from', label: 'Từ ngày', value: '2026-03-18' }],
  },
};

export const unitImport: UnitImportView = {
  form: {
    ...{ id: 'tep', label: 'Chọn tệp', action: '/to-chuc/nhap', submit: 'Xem trước', upload: true },
    fields: [
      {
        ...{ kind: 'files', name: 'file', label: 'Tệp Excel (.xlsx)', accept: '.xlsx' },
        hint: 'Nhiều nhất 2.000 dòng, 5 MB. Không dùng công thức trong ô.',
      },
    ],
  },
  columns: 'Dòng đầu là tên cột: Mã, Tên đơn vị, Ký hiệu, Loại. Bắt buộc: Mã, Tên đơn vị, Loại.',
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
