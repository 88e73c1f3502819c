import type { CircularEntity, CircularReceiptEntity, CircularUnitEntity } from '../../../../src/circulars/index.js';
import type { Actor } from '../../../../src/kernel/actor.js';
import { civilDate } from '../../../../src/kernel/civil-date.js';
import { circularForm } from '../../../../src/web/circulars/circular-form.js';
import { circularProgressView, openReceiptsView } from '../../../../src/web/circulars/circular-progress-view.js';
import { circularView } from '../../../../src/web/circulars/circular-view.js';
import { circularsView, sentCircularsView } from '../../../../src/web/circulars/circulars-view.js';

type Row<Entity> = { readonly [Field in keyof Entity]: Entity[Field] };

const tue: Actor = { id: 'vanthu', name: 'Phạm Minh Tuệ', unitId: 'van-phong', roles: ['registryClerk'] };
const thang: Actor = { id: 'thang', name: 'Vũ Đức Thắng', unitId: 'gdtrh', roles: ['unitHead'] };
const TODAY = civilDate('2026-03-18');
const names = {
  units: new Map([
    ['gdtrh', 'Phòng Giáo dục Trung học'],
    ['nui-voi', 'Trường THPT Núi Voi'],
    ['hoa-phuong', 'Trường PT nhiều cấp Hoa Phượng'],
  ]),
  people: new Map([
    ['luc', { fullName: 'Đoàn Văn Lực', honorific: 'Ông' as const, unitId: 'nui-voi' }],
    ['thu', { fullName: 'Trần Lệ Thu', honorific: 'Bà' as const, unitId: 'nui-voi' }],
  ]),
};

const letter: Row<CircularEntity> = {
  ...{ id: 'qt-1', state: 'sent', symbol: '512/SGDĐT-VP', issuedOn: civilDate('2026-03-12') },
  title: 'Triển khai thực hiện Quy chế phối hợp tiếp nhận, xử lý phản ánh, kiến nghị qua Tổng đài 1022',
  text:
    'Thực hiện tuyên truyền, phổ biến Quy chế tới từng cán bộ, giáo viên, nhân viên và người lao động;\n' +
    'Phân công cán bộ đầu mối để tiếp nhận, xử lý và trả lời kịp thời nội dung phản ánh, kiến nghị;\n' +
    'Tuân thủ đúng quy trình, thời hạn tiếp nhận, xử lý, cập nhật, đăng tải kết quả xử lý./.',
  files: [{ name: 'quy-che-phoi-hop.pdf', sha256: 'a'.repeat(64), size: 1_240_000 }],
  audience: { everybody: true, unitKinds: [], unitIds: [], roles: [], staffIds: [] },
  ...{ dueOn: civilDate('2026-03-20'), validTo: null, replacesId: null, replacedById: null },
  ...{ createdById: 'vanthu', createdByName: 'Phạm Minh Tuệ', createdAt: new Date('2026-03-12T01:20:00Z') },
  ...{ sentByName: 'Phạm Minh Tuệ', sentAt: new Date('2026-03-12T02:05:00Z') },
  ...{ withdrawnByName: null, withdrawnAt: null, withdrawnBecause: null, remindedStep: null, version: 2 },
};

const late: Row<CircularEntity> = {
  ...letter,
  ...{
    id: 'qt-2',
    title: 'Chấn chỉnh việc thu, chi đầu năm học',
    symbol: '498/SGDĐT-KHTC',
    dueOn: civilDate('2026-03-16'),
  },
  audience: {
    everybody: false,
    unitKinds: ['school', 'centre'],
    unitIds: ['gdtrh'],
    roles: ['unitHead'],
    staffIds: ['x'],
  },
};

const withdrawn: Row<CircularEntity> = {
  ...late,
  ...{
    id: 'qt-3',
    state: 'withdrawn',
    withdrawnByName: 'Phạm Minh Tuệ',
    withdrawnAt: new Date('2026-03-17T03:00:00Z'),
  },
  withdrawnBecause: 'UBND thành phố đã ban hành quy định mới.',
};

const draft: Row<CircularEntity> = { ...late, id: 'qt-4', state: 'draft', sentAt: null, sentByName: null };

const receipt: Row<CircularReceiptEntity> = {
  ...{ seq: 41, circularId: 'qt-1', staffId: 'thang', unitId: 'gdtrh', state: 'open' },
  ...{ handedAt: new Date('2026-03-12T02:06:00Z'), readAt: new Date('2026-03-17T07:40:00Z'), acknowledgedAt: null },
};

const done: Row<CircularReceiptEntity> = {
  ...receipt,
  ...{ state: 'acknowledged', acknowledgedAt: new Date('2026-03-17T07:45:00Z') },
};

const unit: Row<CircularUnitEntity> = {
  ...{ seq: 7, circularId: 'qt-1', unitId: 'gdtrh', peopleTold: null, toldOn: null, note: null },
  ...{ minutesName: null, minutesSha256: null, confirmedAt: null, confirmedById: null, confirmedByName: null },
};

const toldUnit: Row<CircularUnitEntity> = {
  ...unit,
  ...{ peopleTold: 42, toldOn: civilDate('2026-03-16'), note: 'Họp hội đồng giáo dục, vắng 03 người có lý do.' },
  ...{ minutesName: 'bien-ban-hop-16-3.pdf', minutesSha256: 'b'.repeat(64) },
  ...{ confirmedAt: new Date('2026-03-16T09:30:00Z'), confirmedById: 'thang', confirmedByName: 'Vũ Đức Thắng' },
};

export const mine = circularsView({
  ...{ actor: thang, today: TODAY, size: 1 },
  own: {
    owed: [
      { circular: late, receipt: { ...receipt, readAt: null } },
      { circular: letter, receipt },
    ],
    briefings: [letter],
    acknowledged: [
      { circular: withdrawn, receipt: done },
      { circular: withdrawn, receipt: done },
    ],
  },
});

export const mineDone = circularsView({
  ...{ actor: tue, today: TODAY, size: 20 },
  own: { owed: [], briefings: [], acknowledged: [] },
});

const seen = { circular: letter, receipt, unit, mayBrief: true, replaces: null, replacedBy: null };

export const toRead = circularView({ ...{ actor: thang, today: TODAY, seen, reach: null, names } }, null);

export const read = circularView(
  {
    ...{ actor: tue, today: TODAY, reach: null, names },
    seen: { ...seen, receipt: done, unit: toldUnit, mayBrief: false },
  },
  null,
);

export const taken = circularView(
  {
    ...{ actor: thang, today: TODAY, reach: null, names },
    seen: { ...seen, circular: withdrawn, receipt: done, unit: null },
  },
  null,
);

export const toSend = circularView(
  {
    ...{ actor: tue, today: TODAY, reach: { people: 312, units: 48 }, names },
    seen: { ...seen, circular: draft, receipt: null, unit: null, mayBrief: false },
  },
  null,
);

export const sent = sentCircularsView(
  {
    ...{ actor: tue, today: TODAY, size: 50 },
    rows: [
      { circular: draft, counts: { open: 0, acknowledged: 0, lapsed: 0 } },
      { circular: letter, counts: { open: 1204, acknowledged: 3180, lapsed: 2 } },
      { circular: withdrawn, counts: { open: 10, acknowledged: 90, lapsed: 0 } },
    ],
  },
  true,
);

export const progress = circularProgressView({
  ...{ actor: tue, today: TODAY, onlyOwing: false, size: 2, names },
  progress: {
    circular: letter,
    counts: { open: 1204, acknowledged: 3180, lapsed: 2 },
    unitCounts: { all: 612, confirmed: 301 },
    units: [
      { unit: toldUnit, counts: { open: 0, acknowledged: 12, lapsed: 0 } },
      { unit: { ...unit, seq: 8, unitId: 'nui-voi' }, counts: { open: 2, acknowledged: 61, lapsed: 0 } },
      { unit: { ...unit, seq: 9, unitId: 'hoa-phuong' }, counts: { open: 0, acknowledged: 0, lapsed: 0 } },
    ],
  },
});

export const open = openReceiptsView({
  ...{ circular: letter, unitId: 'nui-voi', size: 50, names },
  rows: [
    { seq: 51, staffId: 'luc', unitId: 'nui-voi', readAt: null },
    { seq: 52, staffId: 'thu', unitId: 'nui-voi', readAt: new Date('2026-03-17T07:40:00Z') },
  ],
});

export const form = circularForm(
  { circular: draft, written: { units: ['Phòng Giáo dục Trung học'], people: ['thangvd'] }, replaceable: [letter] },
  {
    ...{
      action: '/quan-triet/qt-4/sua',
      field: 'units',
      sentence: 'Không thấy đơn vị “Phòng Không Có” đang hoạt động.',
    },
    fields: { title: draft.title, units: 'Phòng Không Có', unitKinds: ['school', 'centre'] },
  },
);
