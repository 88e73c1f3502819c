import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { HttpsCalendarFeed } from '../../integrations/calendar-feed/https-calendar-feed.js';
import {
  CalendarProposals,
  Calendars,
  ConfirmCalendar,
  isWorkingDay,
  CheckCalendarFeed,
  ProposeCalendar,
  ProposeFromFeed,
} from '../../src/calendar/index.js';
import { Journal } from '../../src/journal/index.js';
import type { Actor } from '../../src/kernel/actor.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { StaffDirectory } from '../../src/organisation/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Log } from '../../src/platform/telemetry/log.js';
import { FixedClock } from '../support/fixed-clock.js';
import { serverCertificate } from '../support/server-certificate.js';
import { openTestFiles, type TestFiles } from '../support/test-files.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { settle } from '../support/test-people.js';

const administrator: Actor = { id: 'quantri', name: 'Lê Văn An', unitId: null, roles: ['administrator'] };
const clerk: Actor = { id: 'vanthu', name: 'Phạm Minh Tuệ', unitId: null, roles: ['registryClerk'] };
const ORIGIN = { source: 'Thông báo 99/TB-BNV', confidence: 'confirmed', mode: 'add', reason: 'Nghỉ lễ' } as const;

const day = (date: string, name: string): string =>
  ['BEGIN:VEVENT', `SUMMARY:${name}`, `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`, 'END:VEVENT'].join('\r\n');
const calendarOf = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n');

/** What every year has, by other words than ours. */
const KNOWN = [day('2026-04-30', 'Giải phóng miền Nam'), day('2026-09-02', 'Lễ Quốc khánh')];
const FURTHER_DAY = day('2026-11-25', 'Nghỉ thêm');

describe('a published calendar', () => {
  const { key, cert } = serverCertificate('localhost');
  let published = '';
  let status = 200;
  let server: Server;
  let address: string;
  let test: TestDatabase;
  let calendars: Calendars;
  let proposals: CalendarProposals;
  let confirm: ConfirmCalendar;
  let feed: ProposeFromFeed;
  let files: TestFiles;

  beforeAll(async () => {
    files = await openTestFiles();
    server = createServer({ key, cert }, (_request, response) => {
      response.writeHead(status, { 'content-type': 'text/calendar' }).end(published);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `https://localhost:${(server.address() as AddressInfo).port}/nghi-le.ics`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await files.close();
  });

  beforeEach(async () => {
    status = 200;
    test = await openTestDatabase();
    await settle(test.database);
    const [uow, clock] = [new UnitOfWork(test.database), new FixedClock('2026-03-18T02:00:00Z')];
    const journal = new Journal(clock);
    calendars = new Calendars(test.database);
    proposals = new CalendarProposals(test.database);
    confirm = new ConfirmCalendar(uow, calendars, journal, clock);
    const proposeCalendar = new ProposeCalendar(
      uow,
      calendars,
      new StaffDirectory(test.database, clock),
      journal,
      clock,
      files.incoming,
    );
    const rules = { hosts: [new URL(address).host], privateAddresses: ['127.0.0.1', '::1'], ca: cert };
    feed = new ProposeFromFeed(
      new HttpsCalendarFeed(rules),
      proposeCalendar,
      proposals,
      calendars,
      clock,
      files.incoming,
    );
  });
  afterEach(() => test.close());

  it('that says what ours says is no reason for a proposal', async () => {
    published = calendarOf(...KNOWN);
    expect(await feed.look(address)).toBeNull();
    expect(await proposals.waiting()).toEqual([]);
  });

  it('that says otherwise becomes one proposal by the system, which a person confirms', async () => {
    published = calendarOf(...KNOWN, FURTHER_DAY);
    const proposalId = (await feed.look(address)) ?? '';
    expect(await feed.look(address)).toBeNull();
    expect(await proposals.waiting()).toMatchObject([
      {
        id: proposalId,
        proposedBy: 'system',
        source: `Lịch iCalendar tại ${address}`,
        change: { kind: 'days', mode: 'add', daysOff: [{ date: '2026-11-25', confidence: 'unconfirmed' }] },
      },
    ]);
    expect(isWorkingDay(civilDate('2026-11-25'), await calendars.current())).toBe(true);

    await confirm.confirm(administrator, { proposalId, against: 2 });
    expect(isWorkingDay(civilDate('2026-11-25'), await calendars.current())).toBe(false);
    expect(await feed.look(address)).toBeNull();
  });

  it('is not proposed again once a person has dropped it, but something newer is', async () => {
    published = calendarOf(FURTHER_DAY);
    await confirm.drop(administrator, (await feed.look(address)) ?? '');
    expect(await feed.look(address)).toBeNull();
    published = calendarOf(FURTHER_DAY, day('2026-12-31', 'Nghỉ thêm'));
    expect(await feed.look(address)).not.toBeNull();
  });

  it('of which a coming year is not complete gives the rest, and that year when it is', async () => {
    published = calendarOf(FURTHER_DAY, day('2028-01-26', 'Tết Nguyên đán'));
    await feed.look(address);
    expect(await proposals.waiting()).toMatchObject([{ change: { years: [2026] } }]);
    published = calendarOf(day('2028-01-26', 'Tết Nguyên đán'));
    expect(await feed.look(address)).toBeNull();
    const fixed = ['2028-01-01', '2028-04-30', '2028-05-01', '2028-09-02'].map((one) => day(one, 'Nghỉ lễ'));
    published = calendarOf(day('2028-01-26', 'Tết Nguyên đán'), ...fixed);
    await feed.look(address);
    const years = (await proposals.waiting()).flatMap(({ change }) => ('years' in change ? change.years : []));
    expect(years.toSorted()).toEqual([2026, 2028]);
  });

  it('is taken by hand as a file would be, with what the person says about it', async () => {
    published = calendarOf(FURTHER_DAY);
    await feed.fromAddress(administrator, { address, ...ORIGIN });
    expect(await proposals.waiting()).toMatchObject([
      {
        proposedBy: 'quantri',
        source: `Thông báo 99/TB-BNV (tải từ ${address})`,
        change: { daysOff: [{ date: '2026-11-25', source: 'Thông báo 99/TB-BNV', confidence: 'confirmed' }] },
      },
    ]);
  });

  it.each([
    ['another host', 'https://lich.example/a.ics', 'chưa có trong danh sách được phép'],
    ['nothing at the address', '', 'trả lời 404; xem lại địa chỉ'],
  ])('is refused by hand with the field and the reason: %s', async (_what, other, message) => {
    status = 404;
    const asked = feed.fromAddress(administrator, { address: other === '' ? address : other, ...ORIGIN });
    await expect(asked).rejects.toMatchObject({
      code: 'input-invalid',
      details: { field: 'address', message: expect.stringContaining(message) as string },
    });
    expect(await proposals.waiting()).toEqual([]);
  });

  it('that holds no calendar is refused by hand, with its flaws or for what it is, and by itself leaves nothing', async () => {
    for (const [content, code] of [
      ['<html>Đăng nhập</html>', 'input-invalid'],
      ['Lịch nghỉ lễ năm 2027', 'calendar-flawed'],
    ] as const) {
      published = content;
      await expect(feed.fromAddress(administrator, { address, ...ORIGIN })).rejects.toThrow(code);
      await new CheckCalendarFeed(feed, new Log('silent')).run(address);
    }
    status = 503;
    await new CheckCalendarFeed(feed, new Log('silent')).run(address);
    expect(await proposals.waiting()).toEqual([]);
  });

  it('is fetched by nobody who may not change the calendar', async () => {
    await expect(feed.fromAddress(clerk, { address, ...ORIGIN })).rejects.toThrow('forbidden');
  });
});
