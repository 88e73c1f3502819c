import {
  calendarDifference,
  FIRST_CALENDAR,
  shippedNews,
  withChange,
  type CalendarChange,
} from '../../../../src/calendar/index.js';
import type { AgencyCalendar } from '../../../../src/calendar/index.js';
import { civilDate } from '../../../../src/kernel/civil-date.js';
import { calendarView, proposalView } from '../../../../src/web/calendar/calendar-view.js';
import type { CalendarView } from '../../../../src/web/calendar/calendar-page.js';
import type { ProposalView } from '../../../../src/web/calendar/calendar-proposal-page.js';

const NUI_VOI = { id: 'nui-voi', code: 'NV', name: 'Trường THPT Núi Voi', symbol: 'NV', kind: 'school' } as const;
const SECONDARY = {
  id: 'gdtrh',
  code: 'TRH',
  name: 'Phòng Giáo dục Trung học',
  symbol: 'GDTrH',
  kind: 'division',
} as const;

const CHANGE: CalendarChange = {
  kind: 'shifts',
  unitId: NUI_VOI.id,
  shifts: [
    {
      validFrom: civilDate('2026-04-01'),
      validTo: civilDate('2026-10-31'),
      weekdays: [1, 2, 3, 4, 5, 6],
      intervals: [
        { from: 420, to: 690 },
        { from: 810, to: 1020 },
      ],
    },
    {
      validFrom: civilDate('2026-11-01'),
      validTo: null,
      weekdays: [1, 2, 3, 4, 5],
      intervals: [
        { from: 450, to: 720 },
        { from: 780, to: 990 },
      ],
    },
  ],
};

const agencyCalendar: AgencyCalendar = {
  ...withChange(FIRST_CALENDAR, CHANGE),
  version: 2,
  name: 'Lịch làm việc 2024–2027',
};

const proposal = {
  id: 'p-3',
  state: 'waiting' as const,
  change: CHANGE,
  reason: 'Luật sửa đổi đã có hiệu lực; nhà trường đổi giờ mùa hè',
  source: 'Thông báo 99/TB-SGDĐT ngày 01/10/2026 (tệp gio-mua-he.json)',
  proposedBy: 'quantri',
  proposedByName: 'Lê Văn An',
  proposedAt: new Date('2026-03-17T02:00:00Z'),
  decidedByName: null,
  decidedAt: null,
  version: null,
};

const version = {
  version: 2,
  reason: 'Giờ mùa hè của nhà trường',
  source: 'Thông báo 12/TB-THPTNV ngày 20/3/2026',
  proposalId: 'p-2',
  createdByName: 'Lê Văn An',
  createdAt: new Date('2026-03-16T08:10:00Z'),
};

export const calendar: CalendarView = calendarView(
  {
    agencyCalendar,
    inForce: 2,
    history: [
      version,
      {
        version: 1,
        reason: 'Lịch kèm theo phần mềm',
        source: 'Bộ luật Lao động 2019 và các thông báo nghỉ lễ từng năm, ghi ở từng ngày',
        proposalId: null,
        createdByName: null,
        createdAt: null,
      },
    ],
    waiting: [proposal],
    units: [SECONDARY, NUI_VOI],
    today: civilDate('2026-03-18'),
    may: { change: true, watch: true },
    feed: { hosts: ['lich.haiphong.example'], address: null },
    offer: { days: shippedNews(agencyCalendar), moved: 12, proposalId: null, mayPropose: true },
    warnings: ['Chưa có lịch làm việc của năm 2028, bắt đầu từ 01/01/2028. Hạn rơi vào năm này không tính được.'],
  },
  2026,
);

const proposed = withChange(withChange(FIRST_CALENDAR, CHANGE), { kind: 'shipped' });

export const calendarProposal: ProposalView = proposalView({
  proposal,
  against: 2,
  difference: calendarDifference(FIRST_CALENDAR, proposed),
  units: new Map([[NUI_VOI.id, NUI_VOI.name]]),
  flaws: [],
  warnings: [],
  moved: {
    count: 3,
    rows: [
      {
        ticketId: 't-1',
        code: 'PAKN.20261123.0007',
        oldDue: new Date('2026-11-24T10:30:00Z'),
        newDue: new Date('2026-11-25T10:30:00Z'),
      },
      { ticketId: 't-2', code: 'PAKN.20271220.0011', oldDue: new Date('2027-12-24T10:30:00Z'), newDue: null },
    ],
  },
  mayDecide: true,
});

export const calendarProposalFlawed: ProposalView = {
  ...calendarProposal,
  flaws: ['Năm 2028 chưa có Tết Nguyên đán: mùng 1 là 26/01/2028, chưa ghi là ngày nghỉ.'],
  moved: null,
  decide: null,
};
