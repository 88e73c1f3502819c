import { civilDate } from '../../../../src/kernel/civil-date.js';
import type { EntriesView } from '../../../../src/web/registers/entries-page.js';
import type { EntryView } from '../../../../src/web/registers/entry-page.js';

const since = { at: '2026-03-18T09:05:00+07:00', words: '18/03, 09:05' };

export const entries: EntriesView = {
  summary:
    '2 văn bản đến chưa ghi. Hệ thống quản lý văn bản này không nhận ghi sổ qua kết nối nên văn thư ghi ở đó rồi đánh dấu ở đây.',
  owed: [
    {
      ...{ id: '1', href: '/trao-doi/ghi-so/1', number: '1284', day: '18/03', since, there: null },
      ...{ from: 'Tổng đài 1022 thành phố Hải Phòng', code: 'PAKN.20260318.0042' },
      subject: 'Thu tiền học thêm môn Toán trong giờ chính khóa tại Trường THPT Núi Voi',
    },
    {
      ...{ id: '2', href: '/trao-doi/ghi-so/2', number: '1285', day: '18/03', since, there: null },
      ...{ from: 'Ủy ban nhân dân đặc khu Cát Hải', code: '214/UBND-VX' },
      subject: 'Phối hợp kiểm tra cơ sở vật chất đầu năm học',
    },
  ],
  ticked: [
    {
      ...{ id: '3', href: '/trao-doi/ghi-so/3', number: '1283', day: '17/03', since },
      ...{ from: 'Sở Nội vụ thành phố Hải Phòng', code: '513/SNV-TCBC', there: 'Số 977, ngày 17/03, Trần Thị Lệ Thủy' },
      subject: 'Góp ý dự thảo quy chế phối hợp',
    },
  ],
};

export const entriesDone: EntriesView = {
  summary:
    'Mọi văn bản đến đã ghi sang hệ thống quản lý văn bản. Hệ thống này không nhận ghi sổ qua kết nối nên văn thư ghi ở đó rồi đánh dấu ở đây.',
  owed: [],
  ticked: entries.ticked,
};

/** An e-office that takes entries over the wire: nothing was ever owed. */
export const entriesNever: EntriesView = {
  summary: 'Chưa có văn bản đến nào phải ghi bằng tay.',
  owed: [],
  ticked: [],
};

export const entryOwed: EntryView = {
  heading: 'Ghi vào sổ hệ thống quản lý văn bản: số đến 1284',
  standing: 'Chờ ghi bằng tay từ 18/03, 09:05: hệ thống quản lý văn bản này không nhận ghi sổ qua kết nối.',
  isOwed: true,
  registerHref: '/so-van-ban/den?nam=2026&den-so=1284',
  facts: [
    { label: 'Nơi gửi', value: 'Tổng đài 1022 thành phố Hải Phòng' },
    { label: 'Số, ký hiệu', value: 'PAKN.20260318.0042' },
    { label: 'Ngày văn bản', value: 'thứ Tư, 18/03/2026' },
    { label: 'Ngày đến', value: 'thứ Tư, 18/03/2026' },
    { label: 'Tên loại', value: 'Công văn' },
    { label: 'Trích yếu', value: 'Thu tiền học thêm môn Toán trong giờ chính khóa tại Trường THPT Núi Voi' },
  ],
  form: {
    ...{ id: 'ghi-so', label: 'Đánh dấu đã ghi…', action: '/trao-doi/ghi-so/1', submit: 'Đánh dấu đã ghi' },
    lead: 'Vào sổ văn bản đến của hệ thống quản lý văn bản, ghi văn bản theo phần “Văn bản đến”, rồi chép lại số được cấp.',
    fields: [
      { kind: 'hidden', name: 'was', value: '' },
      {
        ...{ kind: 'number', name: 'number', label: 'Số đến trong hệ thống QLVB', min: 1, required: true, value: '0' },
        error: 'Ghi số đến mà hệ thống quản lý văn bản cấp, bằng chữ số, từ 1 trở lên.',
      },
      {
        ...{ kind: 'date', name: 'enteredOn', label: 'Ngày ghi vào sổ hệ thống quản lý văn bản', required: true },
        value: civilDate('2026-03-18'),
      },
    ],
    open: true,
  },
};
