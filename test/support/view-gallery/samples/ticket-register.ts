import type { TicketRegisterView } from '../../../../src/web/tickets/ticket-register-page.js';

/** A long field and a long code beside short ones: what a page of the register has to hold. */
export const ticketRegister: TicketRegisterView = {
  ...{ from: '2026-03-01', to: '2026-03-18', period: 'Từ 01/03/2026 đến 18/03/2026' },
  headings: [
    ...['Ngày tiếp nhận', 'Số đến', 'Mã phiếu', 'Kênh tiếp nhận', 'Tổ chức, cá nhân phản ánh', 'Nội dung'],
    ...['Lĩnh vực', 'Đơn vị giải quyết', 'Hạn giải quyết', 'Tình trạng', 'Số, ký hiệu văn bản trả lời', 'Ghi chú'],
  ],
  rows: [42, 57, 61].map((no) => ({
    id: `t-${String(no)}`,
    code: `PAKN.20260312.00${String(no)}`,
    cells: [
      ...['12/03/2026', String(no), `PAKN.20260312.00${String(no)}`, 'Điện thoại 1022', 'T. T. M. S.'],
      ...['Lời lẽ xúc phạm học sinh trong giờ Ngữ văn', 'Thái độ giáo viên, cán bộ', 'Trường THPT Núi Voi'],
      ...['20/03/2026', 'Đang xử lý', '513/SGDĐT-GDTrH', `1022-20260312-00${String(no)}`],
    ],
  })),
  exportHref: '/so-tiep-nhan.xlsx?tu=2026-03-01&den=2026-03-18',
  pages: { range: '51–100 trên 142', firstHref: '/so-tiep-nhan', nextHref: '/so-tiep-nhan?sau=PAKN.20260312.0061' },
};
