import { Calendars, CalendarVersionEntity, isWorkingDay, SHIPPED_CALENDAR } from '../../src/calendar/index.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('versions of the calendar', () => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await openTestDatabase();
  });
  afterEach(() => test.close());

  const keep = (version: number, cultureDay: boolean): Promise<unknown> => {
    const { name, years, shifts, daysOff, makeUpDays, unitShifts } = SHIPPED_CALENDAR;
    const body = { years, shifts, daysOff, makeUpDays, unitShifts, cultureDay };
    const origin = { reason: 'Luật đã ban hành', source: 'Luật sửa đổi', proposalId: 'de-nghi' };
    const by = { createdBy: 'quantri', createdByName: 'Lê Văn An', createdAt: new Date('2026-10-01T02:00:00Z') };
    const row = { version, name, body, ...origin, ...by };
    return new UnitOfWork(test.database).run((tx) => tx.insert(CalendarVersionEntity, row));
  };
  const day = civilDate('2026-11-24');

  it('begin with the one that ships', async () => {
    const calendars = new Calendars(test.database);

    expect(await calendars.current()).toMatchObject({ version: 1, years: [2024, 2025, 2026, 2027] });
    expect((await calendars.history()).map(({ version }) => version)).toEqual([1]);
    await expect(calendars.version(2)).rejects.toThrow('not-found');
  });

  it('are seen by another process at its next look, and stay what they were', async () => {
    const [one, other] = [new Calendars(test.database), new Calendars(test.database)];
    expect(isWorkingDay(day, await other.current())).toBe(true);

    await keep(2, true);

    expect(await one.inForce()).toBe(2);
    expect(isWorkingDay(day, await other.current('gdtrh'))).toBe(false);
    expect(isWorkingDay(day, await other.version(1))).toBe(true);
    expect((await other.history()).map(({ version, createdByName }) => [version, createdByName])).toEqual([
      [2, 'Lê Văn An'],
      [1, null],
    ]);
  });
});
