import { newPaperView } from '../../../../src/web/correspondence/new-paper-view.js';
import { beginDocumentView } from '../../../../src/web/correspondence/begin-document-view.js';
import type { IncomingDocumentsView, IncomingDocumentView } from '../../../../src/web/correspondence/incoming-pages.js';

const KEY = 'b7b1d0f2-5c57-4d7e-9a35-1f0a4a5b6c04';

export const begin = beginDocumentView(KEY, null);

export const beginRefused = beginDocumentView(KEY, {
  ...{ action: '/soan-van-ban', field: 'template', sentence: 'Chọn loại văn bản.' },
  fields: { key: KEY, template: '', subject: 'Tập huấn cán bộ đầu mối năm 2026', receivers: 'Các phòng, các trường' },
});

export const paper = newPaperView(KEY, null, true);

const row = {
  ...{ id: '1', href: '/van-ban-den/1', number: '1.284, 16/03', unit: 'Phòng Giáo dục Trung học' },
  subject: 'Xây dựng kế hoạch cải cách hành chính năm 2026 của ngành, lĩnh vực',
  origin: 'Công văn 41/SNV-CCHC, Sở Nội vụ thành phố Hải Phòng',
};

export const incoming: IncomingDocumentsView = {
  mayEnter: true,
  lists: [
    {
      ...{ id: 't-cho-chuyen', heading: 'Chờ chuyển' },
      rows: [{ ...row, unit: 'chưa giao', due: 'Không đặt hạn', isLate: false }],
    },
    {
      ...{ id: 't-toan-so', heading: 'Các đơn vị đang giải quyết' },
      rows: [
        { ...row, id: '2', number: '1.201, 02/03', due: 'Quá hạn 16/03', isLate: true },
        { ...row, id: '3', number: '1.240, 09/03', due: 'Hạn 20/03', isLate: false },
      ],
    },
  ],
};

export const incomingNone: IncomingDocumentsView = { mayEnter: false, lists: [] };

export const incomingOne: IncomingDocumentView = {
  heading: 'Văn bản đến số 1284',
  subject: row.subject,
  state: 'Đang giải quyết',
  changes: ['Đã được thay thế bằng văn bản đến số 1302'],
  facts: [
    { label: 'Ngày đến', value: 'thứ Hai, 16/03/2026' },
    { label: 'Cơ quan ban hành', value: 'Sở Nội vụ thành phố Hải Phòng' },
    { label: 'Số, ký hiệu', value: '41/SNV-CCHC' },
    { label: 'Đến bằng', value: 'bản giấy' },
    { label: 'Chủ trì', value: 'Phòng Giáo dục Trung học' },
    { label: 'Thời hạn', value: 'thứ Sáu, 20/03/2026' },
  ],
  direction: {
    words: 'Phòng GDTrH tham mưu kế hoạch của Sở, trình trước ngày 20/3.',
    by: 'Đỗ Quốc Khánh, thứ Hai, 16/03/2026, Phạm Minh Tuệ ghi',
  },
  files: [{ href: '/tep/van-ban/1', name: '41-SNV-CCHC.pdf', size: '1,2 MB', kind: 'document' }],
  opinions: [
    {
      icon: 'check',
      title: 'Văn phòng Sở: Thống nhất, bổ sung kinh phí.',
      detail: 'Ngô Thị Thanh Hà, 17/03/2026, 09:05',
    },
    { icon: 'clock', title: 'Thanh tra', detail: 'chưa cho ý kiến' },
  ],
  answers: [{ icon: 'file', title: 'Dự thảo văn bản, bản 2', href: '/du-thao/1', detail: 'đang soạn' }],
  slipHref: '/van-ban-den/1/phieu-giai-quyet.docx',
  acts: [
    {
      ...{
        id: 'tra-loi',
        label: 'Trả lời bằng văn bản…',
        action: '/van-ban-den/1/tra-loi',
        submit: 'Soạn văn bản trả lời',
      },
      lead: 'Văn bản trả lời phát hành thì văn bản đến này được giải quyết xong.',
      fields: [
        {
          ...{ kind: 'choice', name: 'template', label: 'Loại văn bản' },
          options: [{ value: 'ke-hoach', label: 'Kế hoạch' }],
        },
      ],
      open: true,
    },
    {
      ...{
        id: 'giai-quyet',
        label: 'Ghi đã giải quyết…',
        action: '/van-ban-den/1/giai-quyet',
        submit: 'Ghi đã giải quyết',
      },
      fields: [
        {
          kind: 'text',
          name: 'result',
          label: 'Nội dung kết quả',
          hint: 'Một dòng: việc đã thực hiện, nơi lưu kết quả.',
        },
      ],
    },
  ],
};
