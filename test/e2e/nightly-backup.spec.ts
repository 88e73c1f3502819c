import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BackupBackgroundModule } from '../../src/backup/index.js';
import { NightlyBackup } from '../../src/backup/nightly-backup.js';
import { BackupProcess, type BackupOutcome } from '../../src/backup/ports/backup-process.port.js';
import { backupDoors, restoreDoors } from '../../src/bootstrap/backup-doors.js';
import { runBackup } from '../../src/cli/backup/backup.js';
import { runRestore } from '../../src/cli/backup/restore.js';
import { backupChecks } from '../../src/cli/doctor/doctor-backup.js';
import { readBackupFacts } from '../../src/bootstrap/doctor-facts.js';
import { Settings } from '../../src/config/settings.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { FixedClock } from '../support/fixed-clock.js';
import { TestApp } from '../support/test-app.js';
import { onSqlite } from '../support/on-sqlite.js';

const HOUR_MS = 60 * 60_000;

/** The command itself, in this process, by the clock of the test. */
class BackupHere implements BackupProcess {
  isAway = false;
  isSpoilt = false;
  runs = 0;
  rehearsals = 0;

  constructor(private readonly clock: FixedClock) {}

  async run(folder: string, kept: number): Promise<BackupOutcome> {
    this.runs += 1;
    if (this.isAway) return { exitCode: 3, words: 'Ổ đĩa không gắn.' };
    const doors = { ...backupDoors({ isSeen: false, tell: () => undefined }), clock: this.clock };
    const { exitCode, messages } = await runBackup(['--out', folder, '--keep', String(kept)], doors);
    return { exitCode, words: messages.join(' ') };
  }

  async rehearse(folder: string): Promise<BackupOutcome> {
    this.rehearsals += 1;
    if (this.isSpoilt) await rm(join(folder, 'tep'), { recursive: true, force: true });
    const doors = { ...restoreDoors({ isSeen: false, tell: () => undefined }), clock: this.clock };
    const { exitCode, messages } = await runRestore(['--from', folder, '--rehearse'], doors);
    return { exitCode, words: messages.join(' ') };
  }
}

onSqlite('copies its file').describe('the backup of every night', () => {
  let app: TestApp;
  let folder: string;
  let process_: BackupHere;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sao-luu-dem-'));
    const clock = new FixedClock('2026-03-18T01:20:00+07:00');
    process_ = new BackupHere(clock);
    const module = { module: BackupBackgroundModule, providers: [{ provide: BackupProcess, useValue: process_ }] };
    const environment = { HOI_AM_BACKUPS: folder, HOI_AM_BACKUPS_KEPT: '2', METRICS_TOKEN: 'm'.repeat(24) };
    app = await TestApp.open(environment, { clock, modules: [module] });
    process.env['HOI_AM_DATA'] = app.nest.get(Settings).dataDirectory;
  });
  afterEach(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  const turn = (): Promise<void> => app.nest.get(NightlyBackup).run();
  const doctor = async () => backupChecks(await readBackupFacts(app.nest.get(Settings), app.clock.now()))[0];

  it('is made once a night, the oldest go, and doctor and metrics say how old the newest is', async () => {
    expect(await doctor()).toMatchObject({ ok: false });
    for (let night = 0; night < 3; night += 1) {
      await turn();
      await turn();
      app.clock.advance(24 * HOUR_MS);
    }
    expect([process_.runs, (await readdir(join(folder, 'ban'))).length]).toEqual([3, 2]);
    expect(await doctor()).toMatchObject({ ok: true });
    const headers = { authorization: `Bearer ${'m'.repeat(24)}` };
    const { body } = await app.inject({ method: 'GET', url: '/metrics', headers });
    expect(body).toContain(`hoi_am_backup_age_seconds ${String(24 * 3600)}\n`);
    app.clock.advance(24 * HOUR_MS);
    expect(await doctor()).toMatchObject({ ok: false });
  });

  it('that was not made is told to administrators once a day, and tried again', async () => {
    process_.isAway = true;
    await turn();
    await turn();
    const told = await app.nest.get(Database).reader.manager.find(NoticeEntity);
    expect(new Set(told.map(({ words }) => words))).toEqual(new Set(['Sao lưu hằng đêm: Ổ đĩa không gắn.']));
    expect(new Set(told.map(({ staffId }) => staffId)).size).toBe(told.length);
    process_.isAway = false;
    await rm(folder, { recursive: true });
    await turn();
    expect(process_.runs).toBe(2);
    await mkdir(folder);
    await turn();
    expect(await doctor()).toMatchObject({ ok: true });
  });

  it('is put back for trial once a week, and the next night where that failed; administrators and doctor hear of it', async () => {
    const told = async (): Promise<readonly string[]> =>
      (await app.nest.get(Database).reader.manager.find(NoticeEntity)).map(({ words }) => words);
    const rehearsal = async () => backupChecks(await readBackupFacts(app.nest.get(Settings), app.clock.now()))[1];
    const nights = async (count: number): Promise<number> => {
      for (let night = 0; night < count; night += 1) {
        await turn();
        await turn();
        app.clock.advance(24 * HOUR_MS);
      }
      return process_.rehearsals;
    };
    await app.receive();
    expect(await nights(7)).toBe(1);
    expect(await rehearsal()).toMatchObject({ ok: true, message: expect.stringContaining('đạt') as string });
    expect(await told()).toEqual([]);
    process_.isSpoilt = true;
    expect(await nights(2)).toBe(3);
    expect(await rehearsal()).toMatchObject({ ok: false });
    expect((await told()).some((words) => words.startsWith('Diễn tập phục hồi chưa đạt: '))).toBe(true);
  });
});
