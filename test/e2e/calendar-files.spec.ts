import { type CivilDate, civilDate, nextDay } from '../../src/kernel/civil-date.js';
import type { TestBrowser } from '../support/test-browser.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const DECISION = 'Công văn 8712/VPCP-KGVX ngày 02/10/2027';
const WORDS = { mode: 'replaceYears', confidence: 'confirmed', source: DECISION, reason: 'Nghỉ lễ, Tết năm 2028' };

const EVENTS: readonly (readonly [name: string, first: string, end: string])[] = [
  ['Tết Dương lịch', '20280101', '20280102'],
  ['Tết Nguyên đán', '20280125', '20280130'],
  ['Giỗ Tổ Hùng Vương', '20280404', '20280405'],
  ['Ngày Chiến thắng', '20280430', '20280501'],
  ['Quốc tế Lao động', '20280501', '20280502'],
  ['Quốc khánh', '20280901', '20280903'],
];

/** As a calendar program exports it: zone, alarm, a line that is folded. */
const ics = (...extra: readonly string[]): string =>
  [
    ...['BEGIN:VCALENDAR', 'PRODID:-//Lich//VI', 'VERSION:2.0', 'METHOD:PUBLISH', 'X-WR-CALNAME:Ngày lễ 2028'],
    ...['BEGIN:VTIMEZONE', 'TZID:Asia/Ho_Chi_Minh', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
    ...['TZOFFSETFROM:+0700', 'TZOFFSETTO:+0700', 'END:STANDARD', 'END:VTIMEZONE'],
    ...EVENTS.flatMap(([name, first, end]) => [
      ...['BEGIN:VEVENT', `UID:${first}@lich`, 'DTSTAMP:20271002T010000Z', `DTSTART;VALUE=DATE:${first}`],
      ...[`DTEND;VALUE=DATE:${end}`, `SUMMARY:${name}`, 'DESCRIPTION:Người lao động nghỉ\\, hưởng', '  nguyên lương'],
      ...['TRANSP:TRANSPARENT', 'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-P1D', 'END:VALARM', 'END:VEVENT'],
    ]),
    ...extra,
    ...['END:VCALENDAR', ''],
  ].join('\r\n');

const holidays = EVENTS.flatMap(([name, first, end]) => {
  const [from, to] = [civilDate(iso(first)), civilDate(iso(end))];
  const days: { date: CivilDate; name: string }[] = [];
  for (let day = from; day < to; day = nextDay(day)) days.push({ date: day, name });
  return days;
});

function iso(day: string): string {
  return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
}

describe('the calendar of a year whose law is known before the release that ships it', () => {
  let app: TestApp;
  let administrator: TestBrowser;
  beforeEach(async () => {
    app = await TestApp.open();
    administrator = await app.browserOf('quantri');
  });
  afterEach(() => app.close());

  async function upload(name: string, content: string) {
    await administrator.get('/lich-lam-viec');
    return administrator.postFile('/lich-lam-viec/tep', WORDS, { field: 'file', name, content });
  }

  it.each([
    ['an iCalendar file', 'nghi-le-2028.ics', ics()],
    ['a JSON file of days alone', 'nghi-le-2028.json', JSON.stringify({ holidays })],
  ])('is taken in from %s with its decision, and leaves the hours as they are', async (_what, name, content) => {
    const hours = textOf((await administrator.get('/lich-lam-viec')).body).match(/Phần mềm tạm đặt[^.]*\./u)?.[0];
    const page = String((await upload(name, content)).headers.location);
    expect(page).toMatch(/^\/lich-lam-viec\/de-nghi\//u);
    expect(textOf((await administrator.get(page)).body)).toContain(name);
    await administrator.post(`${page}/xac-nhan`, { against: '2' });
    const shown = textOf((await administrator.get('/lich-lam-viec?nam=2028')).body);
    for (const words of ['Lịch làm việc năm 2028', 'Giỗ Tổ Hùng Vương', DECISION]) expect(shown).toContain(words);
    expect(shown).toContain(hours);
  });

  it.each([
    [
      'an event that repeats',
      'a.ics',
      ics('BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20280902', 'SUMMARY:Lễ', 'RRULE:FREQ=YEARLY', 'END:VEVENT'),
      'lặp lại',
    ],
    [
      'an event with hours',
      'a.ics',
      ics('BEGIN:VEVENT', 'DTSTART:20280902T010000Z', 'SUMMARY:Họp giao ban', 'END:VEVENT'),
      'có giờ trong ngày',
    ],
    ['an iCalendar file that was cut off', 'a.ics', ics().slice(0, 900), 'Tệp iCalendar không đọc được'],
    ['JSON that was cut off', 'a.json', JSON.stringify({ holidays }).slice(0, 80), 'không phải là JSON đọc được'],
    [
      'a day that does not exist',
      'a.json',
      JSON.stringify({ holidays: [{ date: '2028-02-30', name: 'Tết' }] }),
      'phải là một ngày có thật',
    ],
    ['words that are no calendar', 'a.ics', 'Nghỉ Tết từ ngày 25/01/2028', 'Tệp iCalendar không đọc được'],
  ])('is not taken in from %s: a sentence says why, and nothing changes', async (_what, name, content, sentence) => {
    const refused = await upload(name, content);
    expect(refused.headers.location).toBe('/lich-lam-viec');
    expect((await administrator.follow(refused)).body).toContain(sentence);
    expect((await administrator.get('/lich-lam-viec?nam=2028')).body).toContain('Lịch làm việc năm 2026');
  });
});
