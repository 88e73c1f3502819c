import type { RecipientsView } from '../../../../src/web/documents/recipients-page.js';

export const recipients: RecipientsView = {
  action: '/du-thao/3/noi-nhan',
  letter: { label: 'Công văn trả lời của phiếu PAKN.20260312.0042', href: '/du-thao/3' },
  summary:
    'Tổng đài 1022 thành phố Hải Phòng luôn nhận văn bản trả lời. Khi phát hành, gửi thêm 2 cơ quan, mỗi nơi một lần gửi riêng.',
  warning: 'Công văn còn nêu số điện thoại; nơi nhận không được biết: Ủy ban nhân dân đặc khu Cát Hải.',
  error: null,
  chosen: [
    {
      ...{ code: 'H24.7', name: 'Sở Nội vụ thành phố Hải Phòng', warnings: [], removable: true },
      detail: 'Mã H24.7 · Nguyễn Thị Hồng Ngọc chọn',
    },
    {
      ...{ code: 'H24.40', name: 'Ủy ban nhân dân đặc khu Cát Hải', removable: true },
      detail: 'Mã H24.40 · Trần Thị Lệ Thủy chọn',
      warnings: ['Công văn chưa ghi cơ quan này ở Nơi nhận.'],
    },
  ],
  search: {
    question: 'so noi vu',
    isListKept: true,
    found: [
      {
        ...{ code: 'H24.7', name: 'Sở Nội vụ thành phố Hải Phòng', taken: true },
        detail: 'Mã H24.7, mã cũ 000.00.07.H24 · trực thuộc Ủy ban nhân dân thành phố Hải Phòng',
      },
      {
        ...{ code: 'H53.7', name: 'Sở Nội vụ tỉnh Tây Ninh', taken: false },
        detail: 'Mã H53.7, mã cũ 000.00.07.H53 · trực thuộc Ủy ban nhân dân tỉnh Tây Ninh',
      },
    ],
  },
};

/** Nothing chosen, and an act that was refused. */
export const recipientsNone: RecipientsView = {
  ...recipients,
  summary: 'Tổng đài 1022 thành phố Hải Phòng luôn nhận văn bản trả lời. Chưa chọn cơ quan nào khác.',
  warning: null,
  error: 'Đây là cơ quan của mình; văn bản không gửi cho chính nơi ban hành.',
  chosen: [],
  search: { question: 'khong co noi nay', isListKept: true, found: [] },
};
