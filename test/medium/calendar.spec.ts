import {
  type CalendarChange,
  CalendarProposals,
  Calendars,
  ConfirmCalendar,
  isWorkingDay,
  ProposeCalendar,
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

const CULTURE_DAY: CalendarChange = { kind: 'cultureDay', counted: true };
const WORDS = { reason: 'Luật đã sửa', source: 'Luật sửa đổi Bộ luật Lao động' };
const NOVEMBER_24 = civilDate('2026-11-24');

class Recounts extends OpenDeadlines {
  readonly promised: number[] = [];
  override movedBy(): Promise<MovedDeadlines> {
    return Promise.resolve({ count: 0, rows: [] });
  }
  override promiseRecount(version: number): Promise<void> {
    this.promised.push(version);
    return Promise.resolve();
  }
}

describe('versions of the calendar', () => {
  let test: TestDatabase;
  let calendars: Calendars;
  let propose: ProposeCalendar;
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
    propose = new ProposeCalendar(
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

  it('begin with the one that ships', async () => {
    expect(await calendars.current()).toMatchObject({ version: 1, years: [2024, 2025, 2026, 2027] });
    expect((await calendars.history()).map(({ version }) => version)).toEqual([1]);
    await expect(calendars.version(2)).rejects.toThrow('not-found');
  });

  it('count nothing by a proposal until a person confirms it; the old version stays what it was', async () => {
    const proposalId = await propose.execute(administrator, { change: CULTURE_DAY, ...WORDS });
    expect(isWorkingDay(NOVEMBER_24, await calendars.current())).toBe(true);

    expect(await confirm.confirm(administrator, { proposalId, against: 1 })).toBe(2);

    const elsewhere = new Calendars(test.database);
    expect(isWorkingDay(NOVEMBER_24, await calendars.current('gdtrh'))).toBe(false);
    expect(isWorkingDay(NOVEMBER_24, await elsewhere.current())).toBe(false);
    expect(isWorkingDay(NOVEMBER_24, await elsewhere.version(1))).toBe(true);
    expect(await elsewhere.history()).toMatchObject([
      { version: 2, createdByName: 'Lê Văn An', proposalId, ...WORDS },
      { version: 1, createdByName: null },
    ]);
    expect(await acts()).toEqual(['calendar.propose', 'calendar.confirm']);
    expect(recounts.promised).toEqual([2]);
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
    const first = await propose.execute(administrator, { change: CULTURE_DAY, ...WORDS });
    const second = await propose.execute(administrator, { change: { ...change, dayOff }, ...WORDS });
    await confirm.confirm(administrator, { proposalId: first, against: 1 });

    await expect(confirm.confirm(administrator, { proposalId: second, against: 1 })).rejects.toThrow(
      'changed-meanwhile',
    );
    expect(await calendars.inForce()).toBe(2);

    await confirm.confirm(administrator, { proposalId: second, against: 2 });
    const inForce = await calendars.current();
    expect([NOVEMBER_24, change.date].map((day) => isWorkingDay(day, inForce))).toEqual([false, false]);
  });

  it('come from one of two people who confirm at once', async () => {
    const proposalId = await propose.execute(administrator, { change: CULTURE_DAY, ...WORDS });
    const twice = [1, 2].map(() => confirm.confirm(administrator, { proposalId, against: 1 }));

    const results = await Promise.allSettled(twice);

    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await calendars.inForce()).toBe(2);
  });

  it('keep the hours of a unit apart from those of the house', async () => {
    const [shift] = (await calendars.current()).shifts;
    const change: CalendarChange = {
      kind: 'shifts',
      unitId: 'nui-voi',
      shifts: [{ ...shift!, weekdays: [1, 2, 3, 4, 5, 6] }],
    };
    const proposalId = await propose.execute(administrator, { change, ...WORDS });
    await confirm.confirm(administrator, { proposalId, against: 1 });

    const saturday = civilDate('2026-03-14');
    expect(isWorkingDay(saturday, await calendars.current('nui-voi'))).toBe(true);
    expect(isWorkingDay(saturday, await calendars.version(1, 'nui-voi'))).toBe(false);
    expect(isWorkingDay(saturday, await calendars.current())).toBe(false);
  });

  it('drop a proposal once', async () => {
    const proposalId = await propose.execute(administrator, { change: CULTURE_DAY, ...WORDS });
    await confirm.drop(administrator, proposalId);

    await expect(confirm.drop(administrator, proposalId)).rejects.toThrow('changed-meanwhile');
    await expect(confirm.confirm(administrator, { proposalId, against: 1 })).rejects.toThrow('changed-meanwhile');
    expect(await new CalendarProposals(test.database).waiting()).toEqual([]);
    expect(await acts()).toEqual(['calendar.propose', 'calendar.drop']);
  });

  it.each([
    ['somebody who does not look after the calendar', clerk, CULTURE_DAY, WORDS, 'forbidden'],
    ['a change that changes nothing', administrator, { ...CULTURE_DAY, counted: false }, WORDS, 'calendar-unchanged'],
    [
      'a year without Tết',
      administrator,
      { kind: 'days', mode: 'replaceYears', years: [2027], daysOff: [], makeUpDays: [], shifts: null },
      WORDS,
      'calendar-flawed',
    ],
    ['no reason', administrator, CULTURE_DAY, { ...WORDS, reason: ' ' }, 'input-invalid'],
    ['no source', administrator, CULTURE_DAY, { ...WORDS, source: '' }, 'input-invalid'],
  ] as const)('refuse %s and keep nothing', async (...[, actor, change, words, code]) => {
    await expect(propose.execute(actor, { change, ...words })).rejects.toThrow(code);
    expect(await new CalendarProposals(test.database).waiting()).toEqual([]);
    expect(await acts()).toEqual([]);
  });

  it('refuse a clerk who confirms', async () => {
    const proposalId = await propose.execute(administrator, { change: CULTURE_DAY, ...WORDS });
    await expect(confirm.confirm(clerk, { proposalId, against: 1 })).rejects.toThrow('forbidden');
    expect(await calendars.inForce()).toBe(1);
  });
});
