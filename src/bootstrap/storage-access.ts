import { accessSync, closeSync, constants, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { SettingsError, type Settings } from '../config/settings.js';
import { sqlitePath } from '../platform/database/database-place.js';

/** Of a file's mode: what everybody but its owner may do. */
const OF_OTHERS = 0o077;
const MODE = 0o7777;

/**
 * What this process makes from here on, no other account of the machine reads: database, its log, folders, backups, exports.
 *
 * @returns what others were denied before
 */
export function keepFilesToOwner(): number {
  return process.umask(OF_OTHERS);
}

/**
 * The folders in which citizens' words lie belong to the account of the software alone; their files are as closed as they. What is not there yet will be
 * made so. Windows says nothing by modes.
 *
 * @throws SettingsError with one Vietnamese sentence for each open folder: which, how open, and the command that closes it
 */
export function requireClosedFolders(settings: Pick<Settings, 'dataDirectory' | 'databaseUrl'>): void {
  const sentences = openFolders(settings);
  if (sentences.length > 0) throw new SettingsError(sentences.join('\n'));
}

/** One Vietnamese sentence for each of those folders that is open. */
export function openFolders({
  dataDirectory,
  databaseUrl,
}: Pick<Settings, 'dataDirectory' | 'databaseUrl'>): readonly string[] {
  if (process.platform === 'win32') return [];
  const file = sqlitePath(databaseUrl);
  const folders = [...new Set([dataDirectory, ...(file === null ? [] : [dirname(file)])])];
  return folders.flatMap((folder) => openFolderWords(folder) ?? []);
}

function openFolderWords(folder: string): string | null {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined || (found.mode & OF_OTHERS) === 0) return null;
  return `Thư mục ${folder} mở cho tài khoản khác trên máy (quyền ${octal(found.mode)}), trong đó có thông tin của người dân: chạy "chmod 700 ${folder}" rồi khởi động lại.`;
}

/**
 * An embedded database is written, with its log beside it.
 *
 * @throws SettingsError with a Vietnamese sentence: which file or folder, whose it is, and what to do
 */
export function requireWritable(databaseUrl: string): void {
  const path = sqlitePath(databaseUrl);
  if (path === null) return;
  const places = [path, `${path}-wal`, `${path}-shm`, dirname(path)];
  const sentences = places.flatMap((place) => unwritableWords(place) ?? []);
  if (sentences.length > 0) throw new SettingsError(sentences.join('\n'));
}

function unwritableWords(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || mayWrite(path, found.isDirectory())) return null;
  const own = process.geteuid?.() ?? found.uid;
  const what = found.isDirectory() ? 'Thư mục của cơ sở dữ liệu' : 'Tệp cơ sở dữ liệu';
  const standing = `${what} ${path} không ghi được: thuộc tài khoản số ${String(found.uid)}, quyền ${octal(found.mode)}, còn phần mềm chạy bằng tài khoản số ${String(own)}`;
  const mend =
    found.uid === own
      ? `chạy "chmod u+w${found.isDirectory() ? 'x' : ''} ${path}", hoặc xem ổ đĩa có đang chỉ cho đọc không`
      : `quản trị máy chạy "chown ${String(own)} ${path}", hoặc chạy phần mềm bằng đúng tài khoản ấy`;
  return `${standing}; ${mend}.`;
}

function mayWrite(path: string, isFolder: boolean): boolean {
  try {
    if (isFolder) accessSync(path, constants.W_OK | constants.X_OK);
    else closeSync(openSync(path, 'r+'));
    return true;
  } catch {
    return false;
  }
}

function octal(mode: number): string {
  return (mode & MODE).toString(8).padStart(4, '0');
}
