import type { Actor } from '../../../../src/kernel/actor.js';
import { outageNotice, outagesView, statusView } from '../../../../src/web/system/outages-view.js';

const NOW = new Date('2026-03-18T03:10:00Z');
const office: Actor = { id: 'vanthu', name: 'Phạm Minh Tuệ', unitId: 'van-phong', roles: ['registryClerk'] };

const OUTAGE = {
  ...{ id: 'gd-1', summary: 'Nâng cấp máy chủ', reason: 'Thay ổ đĩa đã dùng năm năm.' },
  affected: 'Phần mềm tiếp nhận, xử lý phản ánh.\nTrang tra cứu văn bản.',
  ...{ startsAt: new Date('2026-03-28T01:00:00Z'), endsAt: new Date('2026-03-28T05:00:00Z'), urgentReason: null },
  ...{ announcedAt: NOW, announcedById: 'vanthu', announcedByName: 'Phạm Minh Tuệ', cancelledAt: null },
  ...{ cancelledByName: null, letterSha256: 'a'.repeat(64), letterProblem: null },
};

const PAST = {
  ...{ ...OUTAGE, id: 'gd-0', summary: 'Sửa đường truyền', urgentReason: 'Cáp bị cắt khi đào đường.' },
  ...{ startsAt: new Date('2026-02-10T01:00:00Z'), endsAt: new Date('2026-02-10T03:00:00Z'), letterSha256: null },
  letterProblem: 'Chưa giao ai ký loại văn bản này.',
};

export const outages = outagesView(
  { actor: office, now: NOW, outages: [OUTAGE, PAST] },
  {
    ...{
      action: '/thong-bao-gian-doan',
      field: 'startsAt',
      fields: { summary: 'Nâng cấp', startsAt: '2026-03-20T08:00' },
    },
    sentence:
      'Phải báo trước ít nhất 7 ngày làm việc: sớm nhất là ngày 28/03/2026. Không chờ được thì ghi lý do ngừng gấp.',
  },
);

export const outageSoon = outageNotice(OUTAGE, NOW);

export const statusWell = statusView({
  ...{
    now: NOW,
    states: { site: 'works', exchange: 'works', signing: 'works' },
    keepsNothing: false,
    ahead: [],
    past: [],
  },
});

export const statusPlanned = statusView({
  ...{
    now: NOW,
    states: { site: 'planned', exchange: 'planned', signing: 'planned' },
    keepsNothing: false,
    ahead: [OUTAGE],
    past: [PAST],
  },
});
