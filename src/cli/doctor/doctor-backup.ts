import { newestBackup } from '../../backup/index.js';
import { isBackupOld } from '../../backup/domain/nightly.js';
import type { Settings } from '../../config/settings.js';
import { isoInVietnam } from '../../kernel/civil-date.js';
import { ill, well, type DoctorCheck } from './doctor-check.js';

/** Whether there is a backup of the last day and a half, where the installation makes its own. */
export async function backupCheck({ backups }: Pick<Settings, 'backups'>, now: Date): Promise<DoctorCheck> {
  const check = 'backup';
  if (backups === null) return well(check, 'Chưa đặt HOI_AM_BACKUPS: phần mềm không tự sao lưu.');
  const newest = await newestBackup(backups.folder);
  const mend = `Chạy hoi-am backup --out ${backups.folder} để thấy lý do; xem ổ đĩa ấy có gắn, còn chỗ và ghi được không.`;
  if (newest === null) return ill(check, `Chưa có bản sao lưu nào trong ${backups.folder}.`, mend);
  const message = `Bản sao lưu mới nhất trong ${backups.folder}: ${isoInVietnam(newest)}.`;
  return isBackupOld(now, newest) ? ill(check, `${message} Đã quá một ngày rưỡi.`, mend) : well(check, message);
}
