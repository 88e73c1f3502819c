import { dataRequestsView, dataRequestView } from '../../../../src/web/system/data-requests-view.js';
import type { DataRequestEntity } from '../../../../src/data-requests/index.js';
import type { Actor } from '../../../../src/kernel/actor.js';

const tue: Actor = { id: 'vanthu', name: 'Phạm Minh Tuệ', unitId: 'van-phong', roles: ['registryClerk'] };
const NOW = new Date('2026-03-18T03:10:00Z');

/** A request without its class, so that others are made of it. */
type Request = { readonly [Field in keyof DataRequestEntity]: DataRequestEntity[Field] };

const access: Request = {
  ...{ id: 'yc-1', kind: 'access', channel: 'phone', personName: 'Trần Thị Mai Hoa', personPhone: '0900 000 311' },
  asked: 'Sở đang giữ những thông tin gì về tôi, ai đã xem?\nXin trả lời qua điện thoại.',
  identityProof: 'Gọi lại đúng số điện thoại ghi trong phiếu.',
  ...{ receivedAt: new Date('2026-03-17T08:20:00Z'), dueAt: new Date('2026-03-19T16:59:59Z') },
  ...{ recordedById: 'vanthu', recordedByName: 'Phạm Minh Tuệ', toldOn: null, version: 1 },
  ...{ outcome: null, basis: null, answer: null, answeredAt: null, answeredById: null, answeredByName: null },
};

const late: Request = {
  ...access,
  ...{ id: 'yc-2', kind: 'deletion', channel: 'letter', personName: 'Đặng Quốc Bảo', personPhone: '' },
  ...{ receivedAt: new Date('2026-03-12T02:00:00Z'), dueAt: new Date('2026-03-16T16:59:59Z') },
};

const answered: Request = {
  ...access,
  ...{ id: 'yc-3', kind: 'correction', channel: 'inPerson', personName: 'Lưu Thị Bích Ngà' },
  ...{ receivedAt: new Date('2026-03-10T02:00:00Z'), dueAt: new Date('2026-03-12T16:59:59Z') },
  ...{
    outcome: 'granted',
    basis: 'Luật số 91/2025/QH15',
    answer: 'Đã sửa địa chỉ trong phiếu, báo lại bằng điện thoại.',
  },
  ...{ answeredAt: new Date('2026-03-11T03:30:00Z'), answeredById: 'vanthu', answeredByName: 'Phạm Minh Tuệ' },
};

export const requests = dataRequestsView({ actor: tue, now: NOW, open: [late, access], answered: [answered] }, null);

export const requestsNone = dataRequestsView(
  { actor: { ...tue, roles: ['supervisor'] }, now: NOW, open: [], answered: [] },
  null,
);

export const request = dataRequestView(
  {
    ...{ actor: tue, now: NOW, request: late },
    held: {
      tickets: [{ id: '5', code: 'PAKN.20260312.0042', subject: 'Thu tiền học thêm môn Toán trong giờ chính khóa' }],
      ...{ more: true, staff: 1 },
    },
  },
  null,
);

export const requestAnswered = dataRequestView(
  { ...{ actor: tue, now: NOW, request: answered }, held: { tickets: [], more: false, staff: 0 } },
  null,
);
