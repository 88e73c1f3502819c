import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import { BackupUnderWay, writeBackup, type Source, type WrittenBackup } from '../../backup/index.js';
import type { Settings } from '../../config/settings.js';
import { isoInVietnam } from '../../kernel/civil-date.js';
import type { Clock } from '../../kernel/clock.js';
import { isWithin } from '../../platform/files/is-within.js';
import { readArguments } from '../command-line.js';
import { unusable, type CommandOutcome } from '../outcome.js';
import { megabytes, progressOn, type Terminal } from './words.js';

export interface BackupDoors {
  readonly settings: () => Settings;
  readonly source: (settings: Settings) => Source;
  readonly clock: Clock;
  readonly terminal: Terminal;
}

/**
 * `hoi-am backup --out DIR`: the database at one moment, keys, anchors and every stored file, beside the backups that the folder has; beside the running app.
 *
 * Status 0 when all is in it, 1 when the database names files that the store has not whole, 2 for a folder that cannot serve, 3 when the disk or the database
 * fails: then there is no new backup, and the earlier ones stand.
 */
export async function runBackup(args: readonly string[], doors: BackupDoors): Promise<CommandOutcome> {
  const { out = '', keep, json = false } = readArguments('backup', args).values;
  const settings = doors.settings();
  const root = resolve(out);
  const kept = keep === undefined ? null : Number(keep);
  if (kept !== null && !(Number.isInteger(kept) && kept > 0)) return unusable('--keep phải là số nguyên từ 1 trở lên.');
  if (isWithin(settings.dataDirectory, root))
    return unusable(
      `--out ${root} nằm trong HOI_AM_DATA: mất ổ đĩa là mất cả hai. Chọn nơi khác, tốt nhất là máy khác.`,
    );
  const now = doors.clock.now();
  const run = { now, takenAt: isoInVietnam(now), keep: kept, progress: progressOn(doors.terminal, 'Đã sao lưu') };
  try {
    return outcomeOf(await writeBackup(doors.source(settings), root, run), json);
  } catch (error) {
    if (error instanceof BackupUnderWay) return failed(error.message);
    return failed(await whyNot(error, root));
  }
}

function outcomeOf({ folder, contents, added, missing, removed }: WrittenBackup, json: boolean): CommandOutcome {
  const { takenAt, database, files, recipients } = contents;
  const said = {
    backup: folder,
    takenAt,
    database: database && { sha256: database.sha256, size: database.size },
    files: files.count,
    added,
    bytes: files.bytes,
    missing,
    removed,
    encryptedFor: recipients,
  };
  const seal = recipients.length === 0 ? 'không mã hóa' : `mã hóa cho ${String(recipients.length)} khóa`;
  const text = `Đã sao lưu vào ${folder}: ${String(files.count)} tệp (${String(added)} tệp mới), ${megabytes(files.bytes + (database?.size ?? 0))}, ${seal}.`;
  return {
    exitCode: missing.length === 0 ? 0 : 1,
    lines: [json ? JSON.stringify(said) : text],
    messages: [
      ...(database === null
        ? ['Cơ sở dữ liệu SQL Server không nằm trong bản này: sao lưu bằng công cụ của máy chủ.']
        : []),
      ...removed.map((name) => `Đã xóa bản cũ ${name}.`),
      ...missing.map((sha256) => `Thiếu tệp ${sha256}: chạy hoi-am doctor để biết tệp của văn bản nào.`),
    ],
  };
}

async function whyNot(error: unknown, root: string): Promise<string> {
  const reason = error instanceof Error ? error.message : String(error);
  const room = await statfs(root).then(
    ({ bavail, bsize }) => ` Ổ đĩa của ${root} còn ${megabytes(bavail * bsize)}.`,
    () => ` Không có thư mục ${root}.`,
  );
  return `Chưa sao lưu được: ${reason}.${room} Các bản đã có không đổi; sửa rồi chạy lại.`;
}

function failed(message: string): CommandOutcome {
  return { exitCode: 3, lines: [], messages: [message] };
}
