import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../../config/settings.js';
import { civilDate } from '../../kernel/civil-date.js';
import { UnusableArguments } from '../unusable-arguments.js';
import { daysToMorningAfter, openYear } from './lived-year.js';
import { Stage } from './stage.js';

describe('the clock of a demonstration with a lived year', () => {
  it.each([
    ['opened on the day after it: as the machine', '2026-12-01', 0],
    ['opened later: so many days behind', '2027-03-01', -90],
    ['opened by a machine whose clock is behind: before it', '2026-11-30', 1],
  ])('%s', (_when, today, days) => {
    expect(daysToMorningAfter(civilDate('2026-11-30'), civilDate(today))).toBe(days);
  });

  it.each([
    ['of a demonstration goes as many days apart as it says', { HOI_AM_DEMO: '1', HOI_AM_DEMO_CLOCK_DAYS: '-12' }, -12],
    ['of any other goes as the machine', { HOI_AM_DEMO_CLOCK_DAYS: '-12' }, 0],
  ])('%s', (_what, env, days) => {
    expect(readSettings(env).clockDays).toBe(days);
  });
});

describe('the folder of a demonstration', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'hoi-am-mo-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('is not laid out over the data of something else', async () => {
    await mkdir(join(directory, 'du-lieu/tep'), { recursive: true });
    await expect(openYear(directory)).rejects.toThrow(UnusableArguments);
    expect(await readdir(join(directory, 'du-lieu'))).toEqual(['tep']);
  });

  it('is laid out by one start at a time', async () => {
    const meanwhile = async (): Promise<number> => {
      await expect(Stage.at(directory, 'dist', { app: 0, eOffice: 0 })).rejects.toThrow(UnusableArguments);
      return -3;
    };
    await Stage.at(directory, 'dist', { app: 0, eOffice: 0, clockDays: meanwhile });
    expect((await Stage.at(directory, 'dist', { app: 0, eOffice: 0 })).isNew).toBe(false);
    expect(await readdir(directory)).toEqual(['trinh-dien.json']);
  });

  it('of a database on a server hands that database to the app, and goes with no other', async () => {
    const at = (databaseUrl?: string): Promise<Stage> =>
      Stage.at(directory, 'dist', { app: 0, eOffice: 0, databaseUrl });
    const ours = 'mssql://nguoi-thu:mat-khau@may:1433/trinh_dien';
    expect((await at(ours)).environment['DATABASE_URL']).toBe(ours);
    expect((await at(ours.replace('mat-khau', 'mat-khau-moi'))).isNew).toBe(false);
    await expect(at(ours.replace('trinh_dien', 'that'))).rejects.toThrow(/cơ sở dữ liệu khác/u);
    await expect(at()).rejects.toThrow(UnusableArguments);
    expect(await readFile(join(directory, 'trinh-dien.json'), 'utf8')).not.toContain('mat-khau');
  });

  it('is not begun where the database on a server does not serve', async () => {
    const unfit = () => Promise.reject(new Error('đã có dữ liệu'));
    const first = { app: 0, eOffice: 0, clockDays: unfit, databaseUrl: 'mssql://nguoi-thu:mat-khau@may:1433/that' };
    await expect(Stage.at(directory, 'dist', first)).rejects.toThrow('đã có dữ liệu');
    expect(await readdir(directory)).toEqual([]);
  });
});
