import {
  type CalendarChange,
  calendarDifference,
  CalendarProposals,
  Calendars,
  CalendarVersionEntity,
  ConfirmCalendar,
  FIRST_CALENDAR,
  isWorkingDay,
  ProposeCalendar,
  ProposeShippedCalendar,
  SHIPPED_CALENDAR,
} from '../../src/calendar/index.js';
import { OpenDeadlines, type MovedDeadlines } from '../../src/calendar/ports/open-deadlines.port.js';
import { Journal } from '../../src/journal/index.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import type { Actor } from '../../src/kernel/actor.js';
import { StaffDirectory } from '../../src/organisation/index.js';
import { settle } from '../support/test-people.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { FixedClock } from '../support/fixed-clock.js';
import { openTestFiles, type TestFiles } from '../support/test-files.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const administrator: Actor = { id: 'quantri', name: 'Lê Văn An', unitId: null, roles: ['administrator'] };
const clerk: Actor = { id: 'vanthu', name: 'Phạm Minh Tuệ', unitId: null, roles: ['registryClerk'] };

const NOVEMBER_25 = civilDate('2026-11-25');
const WORDS = { reason: 'Thành phố cho nghỉ thêm', source: 'Công văn 12/UBND' };
const FURTHER_DAY: CalendarChange = {
  kind: 'day',
  date: NOVEMBER_25,
  dayOff: { kind: 'holiday', name: 'Nghỉ thêm', date: NOVEMBER_25, source: WORDS.source, confidence: 'confirmed' },
  makeUp: null,
};

class Recounts extends OpenDeadlines {
  readonly enqueued: number[] = [];
  override movedBy(): Promise<MovedDeadlines> {
    return Promise.resolve({ count: 0, rows: [] });
  }
  override enqueueRecount(version: number): Promise<void> {
    this.enqueued.push(version);
    return Promise.resolve();
  }
}

describe('versions of the calendar', () => {
  let test: TestDatabase;
  let calendars: Calendars;
  let proposeCalendar: ProposeCalendar;
  let confirm: ConfirmCalendar;
  let recounts: Recounts;
  let files: TestFiles;

  beforeAll(async () => {
    files = await openTestFiles();
  });
  afterAll(() => files.close());

  beforeEach(async () => {
    test = await openTestDatabase();
    await settle(test.database);
    const [uow, clock] = [new UnitOfWork(test.database), new FixedClock('2026-10-01T02:00:00Z')];
    calendars = new Calendars(test.database);
    recounts = new Recounts();
    proposeCalendar = new ProposeCalendar(
      uow,
      calendars,
      new StaffDirectory(test.database, clock),
      new Journal(clock),
      clock,
      files.incoming,
    );
    confirm = new ConfirmCalendar(uow, calendars, new Journal(clock), clock, recounts);
  });
  afterEach(() => test.close());

  const acts = async (): Promise<readonly string[]> => {
    const lines = await test.database.reader.getRepository(JournalEntryEntity).find({ order: { seq: 'ASC' } });
    return lines.map(({ action }) => action);
  };

  it('begin in a new database with the one that ships now', async () => {
    expect(await calendars.ofAgency()).toEqual(SHIPPED_CALENDAR);
    expect((await calendars.history()).map(({ version }) => version)).toEqual([2, 1]);
    await expect(calendars.version(3)).rejects.toThrow('not-found');
  });

  it('stay in a database of older software what they were, until a person confirms what ships now', async () => {
    await test.database.writer.getRepository(CalendarVersionEntity).deleteAll();
    expect(await test.database.migrate()).toBe(0);
    expect(await calendars.ofAgency()).toEqual(FIRST_CALENDAR);
    const shipped = new ProposeShippedCalendar(proposeCalendar, new CalendarProposals(test.database));
    const proposalId = await shipped.propose(administrator);
    expect(await shipped.propose(administrator)).toBe(proposalId);
    expect(isWorkingDay(civilDate('2026-11-24'), await calendars.current())).toBe(true);

    await confirm.confirm(administrator, { proposalId, against: 1 });

    expect(calendarDifference(SHIPPED_CALENDAR, await calendars.ofAgency()).days).toEqual([]);
    expect(recounts.enqueued).toEqual([2]);
    expect(await acts()).toEqual(['calendar.propose', 'calendar.confirm']);
    await expect(shipped.propose(administrator)).rejects.toThrow('calendar-unchanged');
    await expect(shipped.propose(clerk)).rejects.toThrow('forbidden');
  });

  it('count nothing by a proposal until a person confirms it; the old version stays what it was', async () => {
    const proposalId = await proposeCalendar.propose(administrator, { change: FURTHER_DAY, ...WORDS });
    expect(isWorkingDay(NOVEMBER_25, await calendars.current())).toBe(true);

    expect(await confirm.confirm(administrator, { proposalId, against: 2 })).toBe(3);

    const elsewhere = new Calendars(test.database);
    expect(isWorkingDay(NOVEMBER_25, await calendars.current('gdtrh'))).toBe(false);
    expect(isWorkingDay(NOVEMBER_25, await elsewhere.current())).toBe(false);
    expect(isWorkingDay(NOVEMBER_25, await elsewhere.version(2))).toBe(true);
    expect(await elsewhere.history()).toMatchObject([
      { version: 3, createdByName: 'Lê Văn An', proposalId, ...WORDS },
      { version: 2, createdByName: null, proposalId: null },
      { version: 1, createdByName: null, proposalId: null },
    ]);
    expect(await acts()).toEqual(['calendar.propose', 'calendar.confirm']);
    expect(recounts.enqueued).toEqual([3]);
  });

  it('are not made from a comparison with a version no longer in force', async () => {
    const change: CalendarChange = { kind: 'day', date: civilDate('2026-12-31'), dayOff: null, makeUp: null };
    const dayOff = {
      kind: 'holiday',
      name: 'Nghỉ thêm',
      date: change.date,
      source: 'QĐ',
      confidence: 'confirmed',
    } as const;
    const first = await proposeCalendar.propose(administrator, { change: FURTHER_DAY, ...WORDS });
    const second = await proposeCalendar.propose(administrator, { change: { ...change, dayOff }, ...WORDS });
    await confirm.confirm(administrator, { proposalId: first, against: 2 });

    await expect(confirm.confirm(administrator, { proposalId: second, against: 2 })).rejects.toThrow(
      'changed-meanwhile',
    );
    expect(await calendars.inForce()).toBe(3);

    await confirm.confirm(administrator, { proposalId: second, against: 3 });
    const inForce = await calendars.current();
    expect([NOVEMBER_25, change.date].map((day) => isWorkingDay(day, inForce))).toEqual([false, false]);
  });

  it('come from one of two people who confirm at once', async () => {
    const proposalId = await proposeCalendar.propose(administrator, { change: FURTHER_DAY, ...WORDS });
    const twice = [1, 2].map(() => confirm.confirm(administrator, { proposalId, against: 2 }));

    const results = await Promise.allSettled(twice);

    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await calendars.inForce()).toBe(3);
  });

  it('keep the hours of a unit apart from those of the agency', async () => {
    const [shift] = (await calendars.current()).shifts;
    const change: CalendarChange = {
      kind: 'shifts',
      unitId: 'nui-voi',
      shifts: [{ ...shift!, weekdays: [1, 2, 3, 4, 5, 6] }],
    };
    const proposalId = await proposeCalendar.propose(administrator, { change, ...WORDS });
    await confirm.confirm(administrator, { proposalId, against: 2 });

    const saturday = civilDate('2026-03-14');
    expect(isWorkingDay(saturday, await calendars.current('nui-voi'))).toBe(true);
    expect(isWorkingDay(saturday, await calendars.version(2, 'nui-voi'))).toBe(false);
    expect(isWorkingDay(saturday, await calendars.current())).toBe(false);
  });

  it('drop a proposal once', async () => {
    const proposalId = await proposeCalendar.propose(administrator, { change: FURTHER_DAY, ...WORDS });
    await confirm.drop(administrator, proposalId);

    await expect(confirm.drop(administrator, proposalId)).rejects.toThrow('changed-meanwhile');
    await expect(confirm.confirm(administrator, { proposalId, against: 2 })).rejects.toThrow('changed-meanwhile');
    expect(await new CalendarProposals(test.database).waiting()).toEqual([]);
    expect(await acts()).toEqual(['calendar.propose', 'calendar.drop']);
  });

  it.each([
    ['somebody who does not look after the calendar', clerk, FURTHER_DAY, WORDS, 'forbidden'],
    [
      'a change that changes nothing',
      administrator,
      { kind: 'cultureDay', counted: true },
      WORDS,
      'calendar-unchanged',
    ],
    [
      'a year without Tết',
      administrator,
      { kind: 'days', mode: 'replaceYears', years: [2027], daysOff: [], makeUpDays: [], shifts: null },
      WORDS,
      'calendar-flawed',
    ],
    ['no reason', administrator, FURTHER_DAY, { ...WORDS, reason: ' ' }, 'input-invalid'],
    ['no source', administrator, FURTHER_DAY, { ...WORDS, source: '' }, 'input-invalid'],
  ] as const)('refuse %s and keep nothing', async (...[, actor, change, words, code]) => {
    await expect(proposeCalendar.propose(actor, { change, ...words })).rejects.toThrow(code);
    expect(await new CalendarProposals(test.database).waiting()).toEqual([]);
    expect(await acts()).toEqual([]);
  });

  it('refuse a clerk who confirms', async () => {
    const proposalId = await proposeCalendar.propose(administrator, { change: FURTHER_DAY, ...WORDS });
    await expect(confirm.confirm(clerk, { proposalId, against: 2 })).rejects.toThrow('forbidden');
    expect(await calendars.inForce()).toBe(2);
  });
});
