import type { ActField } from '../../../../src/web/kit/acts/act-field.js';
import type { IssuedPasswordView } from '../../../../src/web/account/issued-password-page.js';
import type { PeopleView } from '../../../../src/web/people/people-page.js';
import type { StaffPersonView } from '../../../../src/web/people/staff-person-page.js';

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
    ...{ kind: 'text', name: 'eOfficeCode', label: 'Mã người dùng trên hệ thống quản lý văn bản', value: 'khanhdq' },
    hint: 'Tên hoặc mã mà hệ thống quản lý văn bản (QLVB) nhận ra người này. Cần có với: Lãnh đạo Sở (ký), Văn thư (đóng dấu cơ quan).',
    error: 'Mã này đang là của Đỗ Quốc Khánh; mỗi người một mã.',
  },
];

export const people: PeopleView = {
  question: { words: '', unitId: '', kind: '' },
  kinds: [
    { value: '', label: 'Đang làm việc' },
    { value: 'thieu-ma', label: 'Thiếu mã trên hệ thống QLVB' },
  ],
  units: [
    { value: '', label: 'Mọi đơn vị' },
    { value: 'gdtrh', label: 'Phòng Giáo dục Trung học' },
  ],
  rows: [
    {
      ...{ id: 'khanh', name: 'Ông Đỗ Quốc Khánh', href: '/to-chuc/nguoi/khanh', position: 'Phó Giám đốc' },
      ...{ unit: { name: 'Lãnh đạo Sở', href: '/to-chuc/ld' }, username: 'khanhdq' },
      ...{ roles: 'Lãnh đạo Sở', lacks: 'Thiếu mã trên hệ thống QLVB' },
    },
    {
      ...{ id: 'ngoc', name: 'Bà Nguyễn Thị Hồng Ngọc', href: '/to-chuc/nguoi/ngoc', position: 'Chuyên viên' },
      ...{ unit: { name: 'Phòng Giáo dục Trung học', href: '/to-chuc/gdtrh' }, username: 'ngocnth' },
      ...{ roles: 'Cán bộ đầu mối, Thủ trưởng đơn vị', lacks: null },
    },
  ],
  ...{ summary: 'Người 1–50 trong 132 người', previousHref: null, nextHref: '/to-chuc/nguoi?trang=2' },
  showsAccounts: true,
  add: {
    ...{ id: 'them', label: 'Thêm người…', action: '/to-chuc/nguoi', submit: 'Thêm người', open: true },
    ...{ lead: 'Thêm xong thì giao vai trò và cấp cách đăng nhập ở trang của người đó.', fields: personFields },
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
        'Chưa có mã người dùng trên hệ thống quản lý văn bản (cần cho vai trò Lãnh đạo Sở): văn bản chưa trình ký được cho người này.',
      step: null,
    },
    {
      words: 'Chưa có thẩm quyền ký nên chưa được chọn làm người ký.',
      step: { href: '/tham-quyen-ky', label: 'Ghi ở trang Thẩm quyền ký' },
    },
  ],
  facts: [
    { label: 'Tên tài khoản', value: 'ngocnth (theo thư mục)' },
    { label: 'Mã người dùng trên hệ thống quản lý văn bản', value: 'Chưa ghi' },
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
      ...{ id: '3', role: 'Thủ trưởng đơn vị', period: 'từ 01/04/2026 đến hết 30/06/2026', standing: 'coming' },
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
        ...{ id: 'thoi-2', label: 'Thu hồi vai trò…', action: '/to-chuc/nguoi/ngoc/vai-tro/2' },
        ...{ submit: 'Thu hồi vai trò Cán bộ đầu mối' },
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
