import type { JournalAddress } from '../../../../src/web/journal/journal-form.js';
import type { JournalRowView, JournalView } from '../../../../src/web/journal/journal-page.js';
import type { JournalLineView } from '../../../../src/web/journal/journal-line-page.js';

const NOT_ASKED: JournalAddress = {
  ...{ nguoi: '', viec: '', loai: '', ma: '', 'dia-chi': '', tu: null, den: null, trang: '' },
};

const assigned: JournalRowView = {
  ...{ seq: 1284, href: '/nhat-ky/1284', at: { iso: '2026-03-18T02:05:12.000Z', words: '09:05:12, 18/03/2026' } },
  ...{ who: 'Phạm Minh Tuệ', onBehalf: null, roles: 'Văn thư, Kiểm tra thể thức', act: 'Giao đơn vị chủ trì' },
  ...{ object: 'Phiếu', objectId: '5d0c2f5e-6a54-4a0e-9a51-1f2f7d6f0a11', address: '10.20.3.14' },
};

const revealed: JournalRowView = {
  ...{ seq: 1283, href: '/nhat-ky/1283', at: { iso: '2026-03-18T01:58:40.000Z', words: '08:58:40, 18/03/2026' } },
  ...{ who: 'Nguyễn Thị Hồng Ngọc', onBehalf: 'thay Vũ Đức Thắng', roles: 'Cán bộ đầu mối' },
  ...{ act: 'Xem danh tính người phản ánh', object: 'Phiếu', objectId: '5d0c2f5e-6a54-4a0e-9a51-1f2f7d6f0a11' },
  address: '10.20.3.27',
};

const byItself: JournalRowView = {
  ...{ seq: 1282, href: '/nhat-ky/1282', at: { iso: '2026-03-18T01:50:00.000Z', words: '08:50:00, 18/03/2026' } },
  ...{
    who: 'Hệ thống',
    onBehalf: null,
    roles: null,
    act: 'Nhận tin từ hệ thống quản lý văn bản',
    object: 'Tin nhận được',
  },
  ...{ objectId: 'MSG-2026-0311', address: null },
};

const authority: JournalRowView = {
  ...{ seq: 1201, href: '/nhat-ky/1201', at: { iso: '2026-03-17T09:12:03.000Z', words: '16:12:03, 17/03/2026' } },
  ...{ who: 'Lê Văn An', onBehalf: null, roles: 'Quản trị hệ thống', act: 'Giao thẩm quyền ký' },
  ...{ object: 'Thẩm quyền ký', objectId: 'a4f2b9f0-02a3-4f6c-8a53-9f5f0b8c1d22', address: '10.20.3.5' },
};

const roleGiven: JournalRowView = {
  ...{ seq: 1202, href: '/nhat-ky/1202', at: { iso: '2026-03-17T09:14:40.000Z', words: '16:14:40, 17/03/2026' } },
  ...{ who: 'Lê Văn An', onBehalf: null, roles: 'Quản trị hệ thống', act: 'Giao vai trò cho cán bộ' },
  ...{ object: 'Cán bộ', objectId: 'Phạm Minh Tuệ, Văn thư', address: '10.20.3.5' },
};

const choices = [
  { value: 'ticket.assign', label: 'Giao đơn vị chủ trì', chosen: false },
  { value: 'ticket.identityRevealed', label: 'Xem danh tính người phản ánh', chosen: false },
];

export const journal: JournalView = {
  asked: NOT_ASKED,
  acts: choices,
  objects: [{ value: 'ticket', label: 'Phiếu', chosen: false }],
  rows: [assigned, revealed, byItself],
  changes: [
    { ...authority, confirm: '/nhat-ky/1201/xac-nhan' },
    { ...roleGiven, confirm: '/nhat-ky/1202/xac-nhan' },
  ],
  confirmAll: '/nhat-ky/xac-nhan',
  looksForAddresses: true,
  isFiltered: false,
  moreHref: '/nhat-ky?trang=2026-03-18T01%3A50%3A00.000Z~1282',
  exports: [
    { href: '/nhat-ky/xuat.csv', label: 'Xuất bảng CSV' },
    { href: '/nhat-ky/xuat.jsonl', label: 'Xuất JSON kèm chuỗi' },
  ],
};

/** Supervision, who made no change and takes nothing out; nothing was found. */
export const journalNothing: JournalView = {
  ...journal,
  asked: { ...NOT_ASKED, nguoi: 'Phạm Minh Tuệ', ma: 'p-42' },
  looksForAddresses: false,
  rows: [],
  changes: [{ ...authority, confirm: null }],
  confirmAll: null,
  isFiltered: true,
  moreHref: null,
  exports: [],
};

export const journalLine: JournalLineView = {
  seq: 1201,
  act: 'Giao thẩm quyền ký',
  facts: [
    { label: 'Thời điểm', value: '16:12:03, 17/03/2026' },
    { label: 'Người thực hiện', value: 'Lê Văn An (quantri)' },
    { label: 'Vai trò', value: 'Quản trị hệ thống' },
    { label: 'Địa chỉ', value: '10.20.3.5' },
    { label: 'Việc', value: 'Giao thẩm quyền ký (authority.add)' },
    { label: 'Đối tượng', value: 'Thẩm quyền ký a4f2b9f0-02a3-4f6c-8a53-9f5f0b8c1d22' },
  ],
  allAbout: '/nhat-ky?loai=authority&ma=a4f2b9f0-02a3-4f6c-8a53-9f5f0b8c1d22',
  changes: [
    { name: 'validTo', before: 'không có', after: '2026-12-31' },
    { name: 'form', before: 'KT', after: 'TL' },
  ],
  detail: [{ label: 'Lý do', value: 'Quyết định số 12/QĐ-SGDĐT ngày 16/3/2026' }],
  chain: [
    {
      label: 'Mã băm của dòng',
      value: '6f1d9a0b 2c3e4f50 61728394 a5b6c7d8 e9fa0b1c 2d3e4f50 61728394 a5b6c7d8',
    },
    {
      label: 'Mã băm dòng trước',
      value: '0a1b2c3d 4e5f6071 8293a4b5 c6d7e8f9 0a1b2c3d 4e5f6071 8293a4b5 c6d7e8f9',
    },
    { label: 'Dạng dòng', value: '2' },
  ],
};
