import type { DirectorySyncView, SyncRunView } from '../../../../src/web/people/directory-sync-page.js';

const RUNS: readonly SyncRunView[] = [
  {
    ...{ id: '2', at: '2026-03-18T08:55:00+07:00', when: '18/03, 08:55', href: '/dong-bo-nhan-su?lan=2' },
    ...{ kind: 'Toàn bộ', by: 'Lê Văn An', state: 'Chờ quản trị quyết định', isFailed: false },
    outcome: 'Thêm 1, đổi 2, ngừng 14, giữ nguyên 108, không nhận 1.',
  },
  {
    ...{ id: '1', at: '2026-03-18T02:00:00+07:00', when: '18/03, 02:00', href: '/dong-bo-nhan-su?lan=1' },
    ...{ kind: 'Phần thay đổi', by: 'Hệ thống', state: 'Không thành công', isFailed: true },
    outcome: 'Thư mục không trả lời trọn vẹn. Chưa đổi gì.',
  },
];

const SUMMARY =
  'Nhân sự lấy từ thư mục của cơ quan. Mỗi lần đều xem trước được; không ai bị xóa, không ai có vai trò chỉ vì thư mục.';

/** A plan that a person must look at closely. */
export const syncPlanned: DirectorySyncView = {
  summary: SUMMARY,
  asks: [
    { kind: 'full', label: 'Xem trước toàn bộ' },
    { kind: 'delta', label: 'Xem trước phần thay đổi' },
  ],
  isRunning: false,
  progress: null,
  plan: {
    heading: 'Lần đọc 18/03, 08:55',
    words: 'Thêm 1, đổi 2, ngừng 14, giữ nguyên 108, không nhận 1.',
    warning: 'Xem kỹ trước khi áp dụng: nhiều người bị ngừng hoặc bị thu hồi vai trò hơn mức cho phép.',
    groups: [
      {
        ...{ act: 'disable', heading: 'Ngừng tài khoản: 14 người', more: 'và 13 người nữa.' },
        rows: [{ key: 'a', who: 'Đoàn Văn Lực', username: 'luc.dv', changes: [], note: 'không còn trong thư mục.' }],
      },
      {
        ...{ act: 'change', heading: 'Đổi: 2 người', more: null },
        rows: [
          {
            ...{ key: 'b', who: 'Nguyễn Thị Hồng Ngọc', username: 'ngoc.nth' },
            changes: [
              { field: 'đơn vị', before: 'Phòng Giáo dục Trung học', after: 'Văn phòng Sở' },
              {
                ...{ field: 'vị trí trong thư mục', before: 'uid=ngoc.nth,ou=Trung hoc,dc=sgddt,dc=example' },
                after: 'uid=ngoc.nth,ou=Van phong,dc=sgddt,dc=example',
              },
            ],
            note: 'Thu hồi vai trò ở đơn vị cũ: Cán bộ đầu mối.',
          },
          {
            ...{ key: 'c', who: 'Trần Thị Mỹ', username: 'my.tt', note: null },
            changes: [{ field: 'nối với thư mục', before: '', after: '0c7d1a3e-5b21-4f4e-9d0a-6f1f5f0f2b11' }],
          },
        ],
      },
      {
        ...{ act: 'add', heading: 'Thêm: 1 người', more: null },
        rows: [
          {
            ...{ key: 'd', who: 'Vũ Hữu Đạt', username: 'dat.vh', note: null },
            changes: [
              { field: 'chức vụ', before: '', after: 'Chuyên viên' },
              { field: 'đơn vị', before: '', after: 'Phòng Giáo dục Trung học' },
            ],
          },
        ],
      },
      {
        ...{ act: 'refuse', heading: 'Không nhận: 1 người', more: null },
        rows: [
          {
            ...{ key: 'e', who: 'uid=khach,ou=Khach,dc=sgddt,dc=example', username: '', changes: [] },
            note: 'chưa có quy tắc hoặc đơn vị cho “uid=khach,ou=Khach,dc=sgddt,dc=example”.',
          },
        ],
      },
    ],
    apply: {
      ...{ action: '/dong-bo-nhan-su/2/ap-dung', label: 'Áp dụng cho 17 người', planHash: '0'.repeat(64) },
      question:
        'Thêm 1, đổi 2, ngừng 14, giữ nguyên 108, không nhận 1. Thư mục được đọc lại; nếu kế hoạch khác đi thì không đổi gì.',
    },
  },
  runs: RUNS,
  settings: [
    { label: 'Thư mục', value: 'ldaps://dc1.haiphong.example, OU=So GDDT,DC=haiphong,DC=example' },
    { label: 'Thuộc tính', value: 'tên đăng nhập = sAMAccountName; họ tên = displayName; chức vụ = title' },
    { label: 'Đơn vị', value: 'ou=Van phong,dc=haiphong,dc=example → VP; mã ở departmentNumber' },
    { label: 'Cần đồng ý', value: 'khi hơn 10% và từ 3 người bị ngừng hoặc bị thu hồi vai trò' },
    { label: 'Tự đọc toàn bộ', value: '02:00 hằng ngày' },
    { label: 'Tự đọc thay đổi', value: 'không' },
  ],
};

/** While the directory is read. */
export const syncReading: DirectorySyncView = {
  ...syncPlanned,
  asks: [],
  isRunning: true,
  progress: 'Đang đọc thư mục: 2.400 người. Trang tự hiện kết quả.',
  plan: null,
};

/** No directory, and no run yet. */
export const syncOff: DirectorySyncView = {
  ...syncPlanned,
  summary: 'Chưa nối với thư mục nhân sự. Đặt các biến LDAP_ rồi khởi động lại phần mềm.',
  asks: [],
  plan: null,
  runs: [],
};
