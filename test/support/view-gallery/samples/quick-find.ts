import type { QuickFindView } from '../../../../src/web/quick-find/quick-find-list.js';

export const found: QuickFindView = {
  summary: 'Tìm thấy 7 mục.',
  groups: [
    {
      heading: 'Phiếu',
      rows: [
        {
          href: '/phieu/42',
          name: 'Thu tiền học thêm môn Toán trong giờ chính khóa, đề nghị Sở kiểm tra và trả lại cho học sinh khối 10 và khối 11',
          detail: 'PAKN.20260312.0042 · Đang xử lý',
        },
        {
          href: '/phieu/57',
          name: 'Dạy thêm tại nhà trong thời gian nghỉ hè',
          detail: 'PAKN.20260314.0057 · Đã trả lời',
        },
      ],
    },
    {
      heading: 'Văn bản',
      rows: [
        {
          href: '/van-ban-di/9',
          name: 'Trả lời phản ánh về dạy thêm, học thêm',
          detail: 'Văn bản đi 513/SGDĐT-GDTrH, 18/03/2026',
        },
      ],
    },
    { heading: 'Việc làm được ngay', rows: [{ href: '/phieu-moi', name: 'Nhập phản ánh, kiến nghị', detail: '' }] },
    { heading: 'Trang', rows: [{ href: '/so-tiep-nhan', name: 'Sổ tiếp nhận phản ánh, kiến nghị', detail: '' }] },
    { heading: 'Đơn vị', rows: [{ href: '/to-chuc/gdtrh', name: 'Phòng Giáo dục Trung học', detail: 'GDTrH' }] },
    {
      heading: 'Người',
      rows: [
        { href: '/to-chuc/nguoi/ngoc', name: 'Nguyễn Thị Hồng Ngọc', detail: 'Chuyên viên, Phòng Giáo dục Trung học' },
      ],
    },
  ],
};
