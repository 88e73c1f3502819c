/**
 * Tickets in bulk, as a department gathers them over years: nineteen of twenty closed, the open ones due within two months,
 * deadlines at the ends of days.
 */
import Sqlite from 'better-sqlite3';

export const UNIT = 'unit-03';
export const OFFICER = 'officer-03-1';

const UNITS = 12;
const OFFICERS_OF_A_UNIT = 4;
const OPEN_STATES = ['received', 'assigned', 'verifying', 'processing', 'draftingReply', 'waitingApproval'];
const DAY = 86_400_000;
const CLOSED = { share: 0.95, firstDue: Date.UTC(2022, 0, 3), days: 1500 };
const OPEN = { firstDue: Date.UTC(2026, 1, 2), days: 60 };

/** @param {string} path a migrated SQLite file */
export function seedTickets(path, count) {
  const database = new Sqlite(path);
  const blank = blankTicket(database);
  const names = Object.keys(blank);
  const insert = database.prepare(
    `INSERT INTO ticket (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
  );
  database.transaction(() => {
    for (let at = 0; at < count; at += 1) insert.run({ ...blank, ...aTicket(at, count) });
  })();
  database.close();
}

/** Columns that a ticket must have and that no list reads: empty. */
export function blankTicket(database) {
  return Object.fromEntries(
    database.pragma('table_info(ticket)').map(({ name, type, notnull }) => {
      const empty = /char|text|datetime/iu.test(type) ? '' : 0;
      return [name, notnull === 0 ? null : empty];
    }),
  );
}

function aTicket(at, count) {
  // A multiplier without common factor with the count spreads the days, so that rows do not lie in the order of lists.
  const place = ((at * 7919) % count) / count;
  const open = place >= CLOSED.share;
  const day = open
    ? OPEN.firstDue + Math.floor(((place - CLOSED.share) / (1 - CLOSED.share)) * OPEN.days) * DAY
    : CLOSED.firstDue + Math.floor((place / CLOSED.share) * CLOSED.days) * DAY;
  const unit = String(at % UNITS).padStart(2, '0');
  const state = open ? OPEN_STATES[at % OPEN_STATES.length] : 'closed';
  const subject = `Phản ánh về việc thu các khoản đầu năm học tại Trường Tiểu học số ${at % 500}`;
  return {
    id: `01930000-0000-7000-8000-${String(at).padStart(12, '0')}`,
    code: `PA-${at}`,
    hotlineCode: `PAKN.${at}`,
    incomingDocumentId: `incoming-${at}`,
    state,
    open: open ? 1 : 0,
    kind: 'feedback',
    nature: 'feedback',
    level: 'normal',
    channel: 'Tổng đài 1022',
    category: 'Thu, chi trong trường học',
    subject,
    words: `Kính gửi Sở, ${subject.toLowerCase()}, đề nghị kiểm tra và trả lời cho phụ huynh được biết. `.repeat(4),
    place: 'Phường Lê Chân, thành phố Hải Phòng',
    senderName: 'Nguyễn Thị Hạnh',
    senderPhone: '',
    senderEmail: '',
    senderAddress: '',
    keepSecret: 0,
    complete: 1,
    startedAt: instant(day - 10 * DAY),
    dueAt: instant(day + 10 * 3_600_000),
    legalEndAt: instant(day + 17 * 3_600_000 - 1000),
    leadUnitId: `unit-${unit}`,
    officerId: `officer-${unit}-${Math.floor(at / UNITS) % OFFICERS_OF_A_UNIT}`,
    latest: 'Đã giao cho đơn vị xử lý',
    closedAt: open ? null : instant(day),
    createdAt: instant(day - 10 * DAY),
    folded: `pa-${at} phan anh thu cac khoan dau nam hoc`,
    version: 1,
  };
}

function instant(milliseconds) {
  return new Date(milliseconds).toISOString().replace('T', ' ').replace('Z', '');
}
