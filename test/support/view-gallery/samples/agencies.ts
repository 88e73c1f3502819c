import type { AgenciesView } from '../../../../src/web/organisation/agencies-page.js';

export const agencies: AgenciesView = {
  summary: '118.204 cơ quan đang hoạt động, 1.312 đã ngừng. Đồng bộ phần thay đổi mỗi ngày, toàn bộ mỗi tuần.',
  question: 'sở giáo dục',
  isListKept: true,
  found: [
    {
      name: 'Sở Giáo dục và Đào tạo tỉnh Tây Ninh',
      codes: 'H53.3, mã cũ 000.00.03.H53',
      parent: 'Ủy ban nhân dân tỉnh Tây Ninh',
    },
    { name: 'Sở Giáo dục và Đào tạo thành phố Hải Phòng', codes: 'H24.3, mã cũ 000.00.03.H24', parent: null },
  ],
  progress: null,
  held: null,
  runs: [
    {
      ...{ id: '2', at: '2026-03-18T02:00:00+07:00', when: '18/03, 02:00', kind: 'Phần thay đổi', by: 'Tự động' },
      ...{ outcome: '214 cơ quan, 37 có thay đổi', state: 'Hoàn thành', reason: null },
    },
    {
      ...{ id: '1', at: '2026-03-17T02:00:00+07:00', when: '17/03, 02:00', kind: 'Phần thay đổi', by: 'Tự động' },
      ...{
        outcome: '0 cơ quan, 0 có thay đổi',
        state: 'Không thành công',
        reason: 'Hệ thống quản lý văn bản không trả lời; sẽ thử lại.',
      },
    },
  ],
  acts: [
    { action: '/trao-doi/co-quan/dong-bo', label: 'Đồng bộ phần thay đổi' },
    { action: '/trao-doi/co-quan/dong-bo-toan-bo', label: 'Đồng bộ toàn bộ' },
  ],
};

export const agenciesHeld: AgenciesView = {
  ...agencies,
  question: 'khong co noi nay',
  found: [],
  progress: 'Đang đồng bộ: đã đọc 48.000 trên khoảng 118.204 cơ quan, 12 có thay đổi. Tải lại trang để xem tiếp.',
  held: {
    words:
      'Lượt toàn bộ lúc 15/03, 02:00 không thấy 41.003 cơ quan, nhiều hơn một phần mười danh mục. Có thể hệ thống quản lý văn bản trả về thiếu nên chưa cơ quan nào bị ngừng.',
    act: { action: '/trao-doi/co-quan/0/ngung', label: 'Ghi 41.003 cơ quan là đã ngừng' },
  },
  acts: [],
};

/** Before the first run has come to anything; somebody searches all the same. */
export const agenciesNone: AgenciesView = {
  ...agencies,
  summary: 'Chưa có danh mục; lượt đồng bộ đầu tiên chạy trong ít phút.',
  isListKept: false,
  found: [],
  runs: [],
};
