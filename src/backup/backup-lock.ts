import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemError } from '../platform/files/file-errors.js';

/** Another process writes a backup into the folder, reads one from it, or copies the stored files. */
export class BackupUnderWay extends Error {}

const LOCK = '.dang-sao-luu';

/**
 * Works on a folder of backups alone: no other backup is written there meanwhile, none is removed, and the stored files are not copied elsewhere. What a killed process left does not count.
 *
 * @throws BackupUnderWay
 */
export async function whileHeld<T>(root: string, work: () => Promise<T>): Promise<T> {
  const free = await lock(root);
  try {
    return await work();
  } finally {
    await free();
  }
}

/** Also where the process belongs to another account. */
export function isRunning(pid: number): boolean {
  if (pid === 0 || Number.isNaN(pid)) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return isSystemError(error, 'EPERM');
  }
}

/** Whether a folder is closed to writing, by its disk or to this account. */
export function isReadOnly(error: unknown): boolean {
  return ['EROFS', 'EACCES', 'EPERM'].some((code) => isSystemError(error, code));
}

async function lock(root: string): Promise<() => Promise<void>> {
  const path = join(root, LOCK);
  const free = (): Promise<void> => rm(path, { force: true });
  try {
    await take(root, path, free);
    return free;
  } catch (error) {
    // This account cannot write there, so that it can only read: that disturbs no other process.
    if (isReadOnly(error)) return () => Promise.resolve();
    throw error;
  }
}

async function take(root: string, path: string, free: () => Promise<void>): Promise<void> {
  const owner = Number(await readFile(path, 'utf8').catch(() => ''));
  if (isRunning(owner)) throw underWay(`Tiến trình ${String(owner)}`, root);
  await free();
  try {
    await writeFile(path, String(process.pid), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) throw underWay('Một tiến trình khác', root);
    throw error;
  }
}

function underWay(who: string, root: string): BackupUnderWay {
  return new BackupUnderWay(`${who} đang sao lưu, phục hồi hoặc chép tệp, và giữ ${root}. Chờ tiến trình ấy xong.`);
}
