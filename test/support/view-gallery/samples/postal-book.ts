import type { PostalBookView } from '../../../../src/web/registers/postal-book-page.js';

const letter = (number: number): string => `/van-ban-di/${String(number)}`;

export const postalBook: PostalBookView = {
  year: 2026,
  years: [],
  rows: [
    {
      ...{ id: 'c', day: '24/03', number: '12/SGDĐT-GDTrH', href: letter(12), envelopes: '01' },
      ...{ receiver: 'Cá nhân gửi đơn, văn bản đến số 31', signed: 'RR123456790VN, chờ ký nhận', note: '' },
    },
    {
      ...{ id: 'b', day: '23/03', number: '09/SGDĐT-VP', href: letter(9), envelopes: '02' },
      ...{ receiver: 'Công ty cổ phần Xe buýt Hải Phòng, văn bản đến số 27', note: 'Trả trực tiếp' },
      signed: 'Người đại diện ký, ký nhận 23/03/2026',
    },
    {
      ...{ id: 'a', day: '19/03', number: '07/SGDĐT-GDTrH', href: letter(7), envelopes: '01' },
      ...{ receiver: 'Cá nhân gửi đơn, văn bản đến số 12', note: 'Văn bản đã thu hồi' },
      signed: 'RR123456789VN, ký nhận 23/03/2026',
    },
  ],
  empty: { kind: 'done', heading: 'Sổ chưa có dòng nào', text: '' },
  olderHref: '/so-van-ban/buu-dien?nam=2026&truoc=a',
  newestHref: null,
};

export const noPost: PostalBookView = {
  ...postalBook,
  rows: [],
  empty: {
    kind: 'done',
    heading: 'Sổ chưa có dòng nào',
    text: 'Văn thư ghi ở trang văn bản đi khi gửi bưu điện hoặc trả trực tiếp; dòng hiện ở đây.',
  },
  olderHref: null,
};
