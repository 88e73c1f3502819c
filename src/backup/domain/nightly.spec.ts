import { backupName, isBackupDue, isBackupOld, takenAtOf } from './nightly.js';

/** 01:15 in Việt Nam. */
const AT = 75;
const NOW = new Date('2026-03-18T02:00:00+07:00');

describe('the backup of the night', () => {
  it.each<[string, string | null, boolean]>([
    ['none was ever made', null, true],
    ['the newest is of yesterday', '2026-03-17T01:20:00+07:00', true],
    ['the newest is of this night', '2026-03-18T01:20:00+07:00', false],
    ['one was made by hand before its hour', '2026-03-18T00:30:00+07:00', true],
  ])('is due by its hour: %s', (_what, newest, expected) => {
    expect(isBackupDue(NOW, newest === null ? null : new Date(newest), AT)).toBe(expected);
  });

  it('is not due before its hour while the one of the day before is there, and is made up for where that is missing', () => {
    const early = new Date('2026-03-18T00:30:00+07:00');
    expect(isBackupDue(early, new Date('2026-03-17T01:20:00+07:00'), AT)).toBe(false);
    expect(isBackupDue(early, new Date('2026-03-16T01:20:00+07:00'), AT)).toBe(true);
  });

  it('is old after a day and a half', () => {
    expect(isBackupOld(NOW, new Date('2026-03-16T20:00:00+07:00'))).toBe(false);
    expect(isBackupOld(NOW, new Date('2026-03-16T13:00:00+07:00'))).toBe(true);
    expect(isBackupOld(NOW, null)).toBe(true);
  });

  it('bears its moment in its name', () => {
    expect(takenAtOf(backupName(NOW))).toEqual(NOW);
    expect(takenAtOf('khac')).toBeNull();
  });
});
