import { builtInCalendar } from '../../../../src/calendar/index.js';
import { civilDate } from '../../../../src/kernel/civil-date.js';
import type { SearchPage } from '../../../../src/tickets/index.js';
import { NO_QUESTION, type TicketQuestion } from '../../../../src/tickets/domain/search/search-question.js';
import type { SearchReading } from '../../../../src/web/my-work/search-reading.js';
import { searchView } from '../../../../src/web/my-work/search-view.js';

const NOW = new Date('2026-03-18T03:10:00Z');
const TODAY = { now: NOW, calendar: builtInCalendar() };
const UNITS = [
  { id: 'gdtrh', name: 'Phòng Giáo dục Trung học', code: 'GDTrH', symbol: 'GDTrH', kind: 'division' as const },
  { id: 'nui-voi', name: 'Trường THPT Núi Voi', code: 'NV', symbol: 'THPT NV', kind: 'school' as const },
];
const NOTHING: SearchPage = { exact: [], typed: [], rows: [], more: false, stoppedAt: null };

const found = (no: number, subject: string, unitId: string | null): SearchPage['rows'][number] => ({
  ...{ id: `t-${String(no)}`, code: `PAKN.20260312.00${String(no)}`, subject, channel: 'web', place: 'Phường Lê Chân' },
  ...{
    state: 'processing',
    startedAt: NOW,
    dueAt: new Date('2026-03-20T10:00:00Z'),
    legalEndAt: new Date('2026-03-20T16:59:59Z'),
  },
  ...{ closedAt: null, answeredAt: null, pausedAt: null, latest: '', officerId: null, leadUnitId: unitId },
  foundAt: { received: Math.floor(NOW.getTime() / 60_000) - 1440 * no, no },
});

const reading = (question: Partial<TicketQuestion>, page: SearchPage): SearchReading => ({
  ...{ question: { ...NO_QUESTION, ...question }, errors: [], asked: Object.keys(question).length > 0, page },
  ...{
    wish: { from: null, direction: 'older', size: 50 },
    order: 'newest',
    refusedOrder: false,
    ordered: null,
    offered: UNITS,
    schools: UNITS.slice(1),
  },
  held: new Map([
    ['received', 4],
    ['processing', 18],
    ['answered', 120],
  ]),
  saved: [
    { id: 's-1', name: 'Dạy thêm, khối 12', question: { ...NO_QUESTION, words: 'dạy thêm khối 12' } },
    { id: 's-2', name: 'Quá hạn của Trung học', question: { ...NO_QUESTION, unitId: 'gdtrh' } },
  ],
  documents: { incoming: [], outgoing: [] },
  names: { units: new Map(UNITS.map(({ id, name }) => [id, name])), people: new Map() },
});

export const search = searchView(reading({}, NOTHING), TODAY, null);

export const searchFound = searchView(
  reading(
    {
      ...{ words: 'học thêm', unitId: 'gdtrh', from: civilDate('2026-03-01'), to: civilDate('2026-03-18') },
      ...{ states: ['processing', 'waitingApproval'], category: 'fees', level: 'urgent' },
    },
    {
      ...NOTHING,
      rows: [
        found(42, 'Thu tiền học thêm môn Toán trong giờ chính khóa tại lớp 11A5', 'gdtrh'),
        found(57, 'Dạy thêm tại nhà cho học sinh của mình', 'nui-voi'),
        found(61, 'Đề nghị công khai danh sách giáo viên đăng ký dạy thêm', null),
      ],
      more: true,
    },
  ),
  TODAY,
  null,
);

export const searchInVain = searchView(reading({ words: 'không có từ này' }, NOTHING), TODAY, null);

export const savedSearches = [
  { href: '/tim-kiem?tim=dạy+thêm', name: 'Dạy thêm, học thêm', count: '8' },
  { href: '/tim-kiem?linh-vuc=fees', name: 'Thu chi đầu năm', count: '99+' },
  { href: '/tim-kiem?muc=urgent', name: 'Phiếu khẩn', count: '0' },
];
