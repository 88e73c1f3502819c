import { builtInCalendar } from '../../../../src/calendar/index.js';
import { addDays, civilDate } from '../../../../src/kernel/civil-date.js';
import { boardOf, type Cell } from '../../../../src/supervision/domain/board.js';
import { drawn, populationHash } from '../../../../src/supervision/domain/draw.js';
import type { Trends } from '../../../../src/supervision/index.js';
import { agesOf, longestWait, weeksOf } from '../../../../src/supervision/domain/trends.js';
import { OPEN_STATES, type TicketState } from '../../../../src/tickets/domain/ticket-state.js';
import type { DayCount } from '../../../../src/tickets/domain/day-count.js';
import type { TicketRow } from '../../../../src/tickets/index.js';
import { directivesView, directiveView, lettersView } from '../../../../src/web/supervision/directives-view.js';
import { sampleView, samplesView } from '../../../../src/web/supervision/inspection.js';
import { manyActsOf } from '../../../../src/web/many-tickets/many-acts.js';
import { supervisionView, watchedListView } from '../../../../src/web/supervision/supervision-view.js';
import type { WatchedTicketView } from '../../../../src/web/supervision/inspection-pages.js';

const NOW = new Date('2026-03-18T03:10:00Z');
const DAY = civilDate('2026-03-18');
const TODAY = { now: NOW, calendar: builtInCalendar() };
const QUESTION = { from: civilDate('2026-03-01'), to: DAY };
const UNITS = new Map([
  ['gdtrh', 'Phòng Giáo dục Trung học'],
  ['nui-voi', 'Trường THPT Núi Voi'],
  ['hoa-phuong', 'Trường phổ thông nhiều cấp học Hoa Phượng'],
  ['mntx', 'Phòng Giáo dục Mầm non - Tiểu học và Giáo dục thường xuyên'],
  ['lach-tray', 'Trung tâm GDNN-GDTX Lạch Tray'],
]);
const OFFERED = [...UNITS].map(([id, name]) => ({ id, name, code: id, symbol: id, kind: 'school' as const }));

const cell = (what: Cell['what'], unitId: string | null, held: number, stars = 0): Cell => {
  return { what, unitId, category: unitId === 'gdtrh' ? 'fees' : 'facilities', held, stars };
};

const CELLS: readonly Cell[] = [
  ...[cell('inTime', 'gdtrh', 31), cell('inTime', 'nui-voi', 8), cell('inTime', null, 4)],
  ...[cell('overdue', 'gdtrh', 2), cell('overdue', 'hoa-phuong', 5), cell('notAccepted', 'hoa-phuong', 3)],
  ...[cell('silent', 'hoa-phuong', 4), cell('stuckInExchange', 'gdtrh', 1), cell('reopened', 'nui-voi', 1)],
  ...[cell('answeredInTime', 'gdtrh', 46), cell('answeredLate', 'gdtrh', 4), cell('answeredLate', 'hoa-phuong', 2)],
  ...[
    cell('answeredInTime', 'hoa-phuong', 5),
    cell('answeredInTime', 'nui-voi', 12),
    cell('answeredInTime', 'mntx', 19),
  ],
  ...[cell('answeredLate', 'mntx', 1), cell('answeredInTime', 'lach-tray', 7), cell('answeredLate', 'lach-tray', 2)],
  ...[cell('rated', 'gdtrh', 12, 51), cell('dissatisfied', 'gdtrh', 1)],
];

const [MONDAY, ARRIVED, ANSWERED] = [
  civilDate('2026-03-16'),
  [31, 42, 18, 12, 47, 53, 44, 39, 0, 27, 61, 22],
  [28, 35, 24, 20, 38, 49, 46, 41, 3, 30, 52, 17],
];
const DAYS: readonly DayCount[] = [
  { day: addDays(DAY, -64), received: 3, stillOpen: 2, answered: 0 },
  ...ARRIVED.map((received, at) => ({
    ...{ day: addDays(MONDAY, 7 * (at - 11)), received, answered: ANSWERED[at] ?? 0 },
    stillOpen: [0, 0, 0, 0, 1, 0, 2, 1, 0, 6, 17, 21][at] ?? 0,
  })),
];
const HELD: Readonly<Partial<Record<TicketState, number>>> = {
  ...{ received: 4, accepted: 2, assigned: 7, verifying: 9, processing: 18, waitingCoordination: 3 },
  ...{ waitingCitizenInfo: 2, draftingReply: 3, waitingApproval: 1, reopened: 1 },
};
const trendsOf = (days: readonly DayCount[], held: typeof HELD): Trends => ({
  ...{ weeks: weeksOf(days, DAY), ages: agesOf(days, DAY), longest: longestWait(days, DAY) },
  states: OPEN_STATES.map((state) => ({ state, held: held[state] ?? 0 })),
});

export const board = supervisionView({
  ...{ trends: trendsOf(DAYS, HELD), mayDirect: true },
  ...{ question: QUESTION, board: boardOf(CELLS), units: OFFERED, unitNames: UNITS, today: DAY, mayInspect: true },
  ...{ openDirectives: 3, overdueDirectives: 1, proposedLetters: 2 },
  hits: [
    { month: '2026-03', unitId: 'gdtrh', decided: 30, unitRight: 26, officerRight: 24, fieldRight: 28 },
    { month: '2026-03', unitId: null, decided: 4, unitRight: 3, officerRight: 3, fieldRight: 3 },
  ],
});

export const boardEmpty = supervisionView({
  ...{ trends: trendsOf([], {}), mayDirect: false },
  ...{ board: boardOf([]), units: OFFERED, unitNames: UNITS, today: DAY, mayInspect: false },
  ...{ question: { ...QUESTION, unitId: 'nui-voi', category: 'diplomas' } },
  ...{ openDirectives: 0, overdueDirectives: 0, proposedLetters: 0, hits: [] },
});

const row = (id: string, subject: string, change: Partial<TicketRow> = {}): TicketRow => ({
  ...{ id, code: `PAKN.20260312.00${id}`, subject, channel: 'web', place: 'Phường Lê Chân', state: 'processing' },
  ...{ startedAt: new Date('2026-03-12T03:00:00Z') },
  ...{ dueAt: new Date('2026-03-16T10:00:00Z'), legalEndAt: new Date('2026-03-16T16:59:59Z') },
  ...{ closedAt: null, answeredAt: null, pausedAt: null, latest: 'Trường nhận việc', officerId: 'ung' },
  leadUnitId: 'hoa-phuong',
  ...change,
});

const ROWS: readonly TicketRow[] = [
  row('42', 'Nhà vệ sinh khu B hỏng hơn một tháng chưa sửa'),
  row('57', 'Thu tiền học thêm môn Toán trong giờ chính khóa', { leadUnitId: 'gdtrh', state: 'assigned' }),
  row('61', 'Bổ sung điểm đón học sinh trên tuyến xe đưa đón', { dueAt: new Date('2026-03-20T10:00:00Z') }),
];

const NAMES = { units: UNITS, people: new Map() };

export const watchedList = watchedListView(
  {
    ...{
      question: { ...QUESTION, unitId: 'hoa-phuong' },
      what: 'overdue',
      rows: ROWS,
      total: 128,
      before: 50,
      names: NAMES,
    },
    ...{ pausedUntil: new Map(), cursor: '2026-03-16T10:00:00.000Z~61', today: TODAY, mayInspect: true },
    manyActs: manyActsOf({ id: 'a', name: 'A', unitId: null, roles: ['supervisor'] }),
  },
  {
    ...{ action: '/giam-sat/mau', field: 'size', sentence: 'Ghi số phiếu từ 1 đến 500.' },
    fields: { size: '0', purpose: 'Kiểm tra việc xử lý phiếu quá hạn' },
  },
  DAY,
);

const POPULATION = ['42', '57', '61'];
const SEED = '3f0c9a5be2d14c7787f1a06b5d2e9c41';
const SAMPLE = {
  ...{ id: 'mau-1', purpose: 'Kiểm tra việc xử lý phiếu quá hạn', seed: SEED, population: POPULATION },
  drawnFrom: { what: 'overdue' as const, unitId: 'hoa-phuong', category: null, from: QUESTION.from, to: DAY },
  ...{ populationSha256: populationHash(POPULATION), chosen: drawn(SEED, POPULATION, 3) },
  ...{ drawnAt: NOW, drawnById: 'giamsat', drawnByName: 'Bùi Thị Thanh Tra' },
};

export const samples = samplesView({ samples: [SAMPLE], units: UNITS });

export const sample = sampleView({
  ...{ sample: SAMPLE, rows: ROWS, noted: new Map([['57', 1]]), today: TODAY, asDrawn: true, names: NAMES },
});

export const sampleTampered = sampleView({
  ...{ sample: SAMPLE, rows: ROWS.slice(0, 1), noted: new Map(), today: TODAY, asDrawn: false, names: NAMES },
});

const STEP = { directiveId: 'cd-1', byId: 'giamsat', byName: 'Bùi Thị Thanh Tra', at: NOW };
const DIRECTIVE = {
  ...{ id: 'cd-1', unitId: 'hoa-phuong', ticketId: '42', state: 'open' as const, dueOn: civilDate('2026-03-16') },
  text: 'Sửa xong nhà vệ sinh khu B, báo cáo kèm ảnh và hóa đơn; làm rõ vì sao hơn một tháng không xử lý.',
  ...{ issuedById: 'giamsat', issuedByName: 'Bùi Thị Thanh Tra', issuedAt: NOW, toldOn: null, version: 1 },
};

export const directives = directivesView(
  {
    ...{ open: [DIRECTIVE], answered: [{ ...DIRECTIVE, id: 'cd-2', unitId: 'gdtrh', state: 'answered' }], closed: [] },
    ...{ offered: OFFERED, units: UNITS, mayDirect: true, today: DAY },
    unitId: '',
  },
  {
    ...{ action: '/giam-sat/chi-dao', field: 'dueOn', sentence: 'Chọn ngày đơn vị phải trả lời.' },
    fields: { unitId: 'nui-voi', text: 'Rà soát mọi khoản thu của lớp 10.', dueOn: '' },
  },
);

export const directivesOfUnit = directivesView(
  { ...{ open: [], answered: [], closed: [], offered: [], units: UNITS, mayDirect: false, today: DAY, unitId: '' } },
  null,
);

export const directive = directiveView(
  {
    ...{ directive: DIRECTIVE, units: UNITS, ticket: null, mayAnswer: false, mayDirect: true, today: DAY },
    steps: [
      { ...STEP, position: 1, kind: 'issue', text: DIRECTIVE.text, dueOn: civilDate('2026-03-12') },
      { ...STEP, position: 2, kind: 'answer', text: 'Đã gọi thợ.', dueOn: null, byName: 'Lê Đình Ưng' },
      { ...STEP, position: 3, kind: 'return', text: 'Chưa có ảnh, hóa đơn.', dueOn: civilDate('2026-03-16') },
    ],
  },
  null,
);

const LETTER = {
  ...{ id: 'dd-1', key: '', unitId: 'hoa-phuong', ticketIds: ['42', '57'], origin: 'rule' as const, version: 1 },
  ...{ state: 'proposed' as const, proposedAt: NOW, decidedById: null, decidedByName: null, decidedAt: null },
  ...{ letterSha256: null, problem: null },
};

export const letters = lettersView(
  {
    letters: [
      LETTER,
      {
        ...{ ...LETTER, id: 'dd-2', unitId: 'gdtrh', origin: 'person', state: 'made', decidedAt: NOW },
        ...{ decidedByName: 'Bùi Thị Thanh Tra', letterSha256: 'a'.repeat(64) },
      },
      {
        ...{ ...LETTER, id: 'dd-3', unitId: 'nui-voi', origin: 'person', state: 'failed', decidedAt: NOW },
        ...{ decidedByName: 'Bùi Thị Thanh Tra', problem: 'Chưa giao ai ký loại văn bản này.' },
      },
    ],
    ...{ units: UNITS, written: [], open: new Set(['42']), mayInspect: true },
  },
  null,
);

export const watchedTicket: WatchedTicketView = {
  ...{ code: 'PAKN.20260312.0042', subject: 'Nhà vệ sinh khu B hỏng hơn một tháng chưa sửa', href: '/phieu/42' },
  ...{ unit: 'Trường phổ thông nhiều cấp học Hoa Phượng', state: 'Đang xử lý' },
  deadline: { tone: 'late', words: 'Quá hạn 2 ngày' },
  back: { href: '/giam-sat/mau/mau-1', label: 'Mẫu kiểm tra' },
  notes: [
    {
      entry: {
        ...{ at: NOW.toISOString(), when: '18/03/2026, 10:10', by: 'Bùi Thị Thanh Tra', quoted: true, outward: false },
        title: 'Xác thực vụ việc ngày 17/03/2026, khu B của trường: Nội dung phản ánh đúng',
        text: 'Hai trong bốn phòng khóa, vòi nước hỏng. Bảo vệ cho biết hỏng từ sau Tết.',
      },
      files: [{ href: '/giam-sat/tep/1', name: 'anh-khu-b.jpg', size: '1,2 MB', kind: 'picture' }],
    },
  ],
  directives: [
    {
      ...{ href: '/giam-sat/chi-dao/cd-1', unit: 'Trường phổ thông nhiều cấp học Hoa Phượng' },
      ...{ state: 'Quá hạn trả lời', due: '16/03/2026' },
    },
  ],
  remindAction: '/giam-sat/phieu/42/don-doc',
  forms: [
    {
      ...{ id: 'ghi-nhan', label: 'Ghi kết quả kiểm tra, xác thực…', action: '/giam-sat/phieu/42/ghi-nhan' },
      ...{ submit: 'Lưu kết quả', upload: true, open: true },
      fields: [
        {
          ...{ kind: 'radios', name: 'finding', label: 'Kết luận', error: 'Chọn kết luận.' },
          options: [
            { value: 'right', label: 'Đúng' },
            { value: 'partly', label: 'Đúng một phần, còn thiếu sót' },
          ],
        },
        { kind: 'area', name: 'text', label: 'Nội dung ghi nhận', rows: 5, value: 'Hai trong bốn phòng khóa.' },
        { kind: 'files', name: 'files', label: 'Tài liệu, ảnh', several: true, hint: 'Nếu có.' },
      ],
    },
  ],
};
