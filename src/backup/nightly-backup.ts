import { stat } from 'node:fs/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { civilDateOf } from '../kernel/civil-date.js';
import { Clock } from '../kernel/clock.js';
import { Notices } from '../notices/index.js';
import { StaffDirectory } from '../organisation/index.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Log } from '../platform/telemetry/log.js';
import { MetricSources } from '../platform/telemetry/metric-sources.js';
import type { Metric } from '../platform/telemetry/metrics.js';
import { newestBackup } from './backup-folder.js';
import { BackupProcess, type BackupOutcome } from './ports/backup-process.port.js';
import { isBackupDue, isRehearsalDue } from './domain/nightly.js';
import { lastRehearsal } from './rehearsals.js';

/** Backs the installation up once a night where it was told a folder, and puts the newest backup back for trial once a week; administrators hear, once a day, of what went wrong. */
@Injectable()
export class NightlyBackup implements OnModuleInit {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
    private readonly metrics: MetricSources,
    private readonly process: BackupProcess,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.metrics.add(() => this.measure());
  }

  async run(): Promise<void> {
    const { backups } = this.settings;
    if (backups === null) return;
    const { folder, atMinute, kept } = backups;
    if (isBackupDue(this.clock.now(), await newestBackup(folder), atMinute)) await this.backUp(folder, kept);
    if (isRehearsalDue(this.clock.now(), await newestBackup(folder), await lastRehearsal(folder)))
      await this.rehearse(folder);
  }

  private async backUp(folder: string, kept: number): Promise<void> {
    const { exitCode, words } = (await isFolder(folder)) ? await this.process.run(folder, kept) : notMounted(folder);
    if (exitCode === 0) this.log.info('backup.written', { folder });
    else await this.warn('backup', `Sao lưu hằng đêm: ${words}`);
  }

  private async rehearse(folder: string): Promise<void> {
    const { exitCode, words } = await this.process.rehearse(folder);
    if (exitCode === 0) this.log.info('backup.rehearsed', { folder });
    else await this.warn('rehearsal', `Diễn tập phục hồi chưa đạt: ${words}`);
  }

  private async warn(about: string, words: string): Promise<void> {
    const administrators = (await this.staff.peopleWith('administrator')).map(({ id }) => id);
    const key = `${about}:${civilDateOf(this.clock.now())}`;
    const notice = { key, kind: 'news', words } as const;
    await this.uow.run((tx) => this.notices.tellEach(tx, administrators, notice));
  }

  private async measure(): Promise<readonly Metric[]> {
    const { backups } = this.settings;
    const newest = backups === null ? null : await newestBackup(backups.folder);
    const rehearsed = backups === null ? null : await lastRehearsal(backups.folder);
    const secondsSince = (moment: Date | undefined): Metric['values'] =>
      moment === undefined
        ? []
        : [{ labels: {}, value: Math.round((this.clock.now().getTime() - moment.getTime()) / 1000) }];
    return [
      {
        name: 'hoi_am_backup_age_seconds',
        help: 'Age of the newest whole backup in the folder that the settings name.',
        values: secondsSince(newest ?? undefined),
      },
      {
        name: 'hoi_am_backup_rehearsal_age_seconds',
        help: 'Since the newest backup was last put back for trial and proved itself.',
        values: secondsSince(rehearsed?.passed === true ? rehearsed.at : undefined),
      },
    ];
  }
}

/** Made here, it would lie on this machine's own disk. */
function notMounted(folder: string): BackupOutcome {
  return { exitCode: 3, words: `Không có thư mục ${folder} (HOI_AM_BACKUPS): gắn ổ đĩa ấy, hoặc tạo thư mục trên đó.` };
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
