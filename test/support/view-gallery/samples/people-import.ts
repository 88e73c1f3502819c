import type { ImportChoiceView } from '../../../../src/web/kit/imports/import-pages.js';
import type { PeopleImportReviewView } from '../../../../src/web/people/people-import-page.js';

export const peopleImport: ImportChoiceView = {
  form: {
    ...{ id: 'tep', label: 'Chọn tệp', action: '/to-chuc/nguoi/nhap', submit: 'Xem trước', upload: true },
    fields: [
      {
        ...{ kind: 'files', name: 'file', label: 'Tệp Excel (.xlsx)', accept: '.xlsx' },
        hint: 'Nhiều nhất 2.000 dòng, 5 MB. Không dùng công thức trong ô.',
      },
    ],
  },
  rules: [
    'Dòng đầu là tên cột: Tên đăng nhập, Họ và tên, Danh xưng, Chức vụ, Mã đơn vị, Vai trò. Mỗi người một dòng.',
    'Người đã có được nhận ra theo tên đăng nhập; ô bỏ trống giữ điều đã biết.',
    'Không ai có mật khẩu nhờ tệp này: đăng nhập bằng thư mục, hoặc bằng mật khẩu tạm cấp ở trang từng người.',
  ],
  before: [
    {
      ...{ icon: 'file', title: 'can-bo-so.xlsx', href: '/to-chuc/nguoi/nhap/1' },
      detail: '09:00 ngày 18/03/2026, đã thêm 118, sửa 2 người',
    },
  ],
};

export const peopleImportReview: PeopleImportReviewView = {
  heading: 'can-bo-so.xlsx',
  summary: '0 dòng phải sửa, 118 người mới, 2 người có thay đổi, 3 người như cũ.',
  barred: null,
  confirm: {
    ...{ id: 'ghi', label: 'Ghi vào danh sách', action: '/to-chuc/nguoi/nhap/1/xac-nhan', submit: 'Ghi 120 người' },
    lead: 'Ghi đúng như các dòng dưới đây, tất cả hoặc không dòng nào.',
    warning: 'Tệp giao vai trò quản trị hệ thống cho: Lê Văn An.',
    fields: [
      { kind: 'hidden', name: 'mark', value: 'a'.repeat(64) },
      {
        ...{ kind: 'check', name: 'administrators' },
        label: 'Đồng ý giao quyền quản trị hệ thống cho 1 người nêu trên',
        error: 'Tệp giao vai trò quản trị hệ thống; đánh dấu vào ô xác nhận, hoặc bỏ vai trò ấy khỏi tệp.',
      },
    ],
  },
  rows: [
    {
      ...{ line: '4', username: 'anlv', name: 'Lê Văn An', href: null, outcome: 'Người mới', issues: [] },
      details: [
        'Danh xưng: Ông; Chức vụ: Chuyên viên; Đơn vị: Văn phòng Sở; Mã trên hệ thống quản lý văn bản: anlv',
        'Giao vai trò Quản trị hệ thống từ 18/03/2026',
      ],
    },
    {
      ...{ line: '3', username: 'thangvd', name: 'Vũ Đức Thắng', href: '/to-chuc/nguoi/thang', outcome: 'Có thay đổi' },
      details: [
        'Đơn vị: Phòng Giáo dục Trung học → Văn phòng Sở',
        'Mã trên hệ thống quản lý văn bản: (trống) → thangvd',
        'Thu hồi vai trò ở đơn vị cũ: Thủ trưởng đơn vị',
        'Giao vai trò Thủ trưởng đơn vị từ 01/04/2026 đến 31/12/2026',
        'Giữ như thư mục của cơ quan: Họ và tên, Thư điện tử',
      ],
      issues: [],
    },
    {
      ...{ line: '2', username: 'hoalt', name: 'Lê Thị Hòa', href: '/to-chuc/nguoi/hoa', outcome: 'Như cũ' },
      ...{ details: [], issues: [] },
    },
  ],
  left: 'Còn 120 dòng không hiện.',
};

export const peopleImportFlawed: PeopleImportReviewView = {
  heading: 'can-bo-so.xlsx',
  summary: '1 dòng phải sửa, 118 người mới, 1 người có thay đổi, 3 người như cũ.',
  barred: 'Chưa ghi được dòng nào: sửa các dòng dưới đây trong tệp rồi chọn lại tệp.',
  confirm: null,
  rows: [
    {
      ...{ line: '12', username: 'minhpv', name: 'Phạm Văn Minh', href: null, outcome: 'Phải sửa', details: [] },
      issues: [
        'Mã đơn vị: Không có đơn vị mã “GDTHPT”; các mã có ở trang thứ hai của tệp mẫu.',
        'Mã trên hệ thống quản lý văn bản: Mã này đang là của Vũ Đức Thắng; mỗi người một mã.',
      ],
    },
  ],
  left: null,
};
