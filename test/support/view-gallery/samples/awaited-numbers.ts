import type { AwaitedNumberView } from '../../../../src/web/awaited-numbers/awaited-number-page.js';
import type { AwaitedNumbersView } from '../../../../src/web/awaited-numbers/awaited-numbers-page.js';

const since = { at: '2026-03-18T08:40:00+07:00', words: '18/03, 08:40' };

const PROBLEM =
  'Hệ thống quản lý văn bản cấp số đến 512, ngày 18/03/2026. Số 512 đã thuộc về Công văn số 41/SNV-CCHC của Sở Nội vụ, đến 18/03/2026.';

export const awaitedNumbers: AwaitedNumbersView = {
  summary: '2 văn bản chờ số đến. Hệ thống quản lý văn bản cấp số qua kết nối; có số thì sổ ghi ngay.',
  lines: [
    {
      ...{ id: '1', href: '/so-van-ban/den/cho-so/1', since, from: 'Tổng đài 1022', code: 'PAKN.20260318.0042' },
      ...{ subject: 'Thu tiền học thêm môn Toán trong giờ chính khóa', problem: PROBLEM },
    },
    {
      ...{ id: '2', href: '/so-van-ban/den/cho-so/2', since, from: 'Sở Tài chính', code: '88/STC-QLNS' },
      ...{ subject: 'Về việc lập dự toán năm 2027', problem: null },
    },
  ],
};

export const noneAwaited: AwaitedNumbersView = {
  summary: 'Mọi văn bản đã có số đến.',
  lines: [],
};

export const awaitedNumber: AwaitedNumberView = {
  heading: 'Ghi số đến: PAKN.20260318.0042, Tổng đài 1022',
  standing: 'Số hệ thống quản lý văn bản cấp chưa vào sổ được.',
  problem: PROBLEM,
  facts: [
    { label: 'Tác giả', value: 'Tổng đài 1022' },
    { label: 'Số, ký hiệu', value: 'PAKN.20260318.0042' },
    { label: 'Ngày văn bản', value: '18/03/2026' },
    { label: 'Nhận lúc', value: '18/03/2026, 08:40' },
    { label: 'Tên loại', value: 'Kiến nghị' },
    { label: 'Trích yếu', value: 'Thu tiền học thêm môn Toán trong giờ chính khóa' },
  ],
  askAction: '/so-van-ban/den/cho-so/1/hoi-lai',
  form: {
    ...{ id: 'so-den', label: 'Ghi số đến…', action: '/so-van-ban/den/cho-so/1', submit: 'Ghi số đến', open: true },
    lead: 'Ghi đúng số, ngày đến trên hệ thống quản lý văn bản; số đã có trong sổ không nhận lần thứ hai.',
    fields: [
      {
        ...{ kind: 'text', name: 'number', label: 'Số đến', required: true, maxLength: 9, value: '512' },
        error: 'Số 512 đã thuộc về Công văn số 41/SNV-CCHC của Sở Nội vụ, đến 18/03/2026.',
      },
      { kind: 'date', name: 'arrivalDate', label: 'Ngày đến', required: true, value: '2026-03-18' },
    ],
    confirm: 'xac-nhan-so-den',
  },
};
