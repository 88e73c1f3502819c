import { stat } from 'node:fs/promises';
import { BackupUnderWay, whileHeld } from '../../backup/index.js';
import { filesPlace, type FileSettings, type FilesPlace } from '../../config/file-settings.js';
import type { Settings } from '../../config/settings.js';
import { FileDamaged, FileStoreAway } from '../../platform/files/file-errors.js';
import type { FileStore } from '../../platform/files/file-store.js';
import type { Stores } from '../../platform/files/open-file-store.js';
import { progressOn, type Terminal } from '../backup/words.js';
import { readArguments } from '../command-line.js';
import { unusable, type CommandOutcome } from '../outcome.js';

export interface CopyDoors {
  readonly settings: () => Pick<Settings, 'files' | 'backups'>;
  readonly open: (settings: FileSettings, place?: FilesPlace) => Stores;
  readonly terminal: Terminal;
}

interface Copied {
  files: number;
  added: number;
  readonly wrong: string[];
}

/**
 * `hoi-am files copy --to PLACE`: every stored file and all evidence into another folder or bucket, each read whole and hashed on the way; what is there with
 * its size is passed over, so that a run that was cut off goes on, and a second one takes what came meanwhile. Nothing is removed.
 *
 * Status 0 when the other place has everything, 1 when files here are damaged or gone, 2 for a place that cannot be, 3 when one of the two does not answer, or a backup
 * or restore is under way.
 */
export async function runFiles(args: readonly string[], doors: CopyDoors): Promise<CommandOutcome> {
  const { to = '', json = false } = readArguments('files', args).values;
  const { files: settings, backups } = doors.settings();
  const place = filesPlace(to);
  if (place === null) return unusable(`--to ${to} không phải một thư mục hay s3://tên-kho/tiền-tố.`);
  if (place.kind === 'bucket' && settings.s3.endpoint === undefined)
    return unusable('Đặt FILES_ENDPOINT, FILES_ACCESS_KEY và FILES_SECRET_KEY trước.');
  const [here, there] = [doors.open(settings), doors.open(settings, place)];
  try {
    const copy = (): Promise<Copied> => copyBoth(here, there, progressOn(doors.terminal, 'Đã chép'));
    return outcomeOf(to, await beside(backups?.folder, copy), json);
  } catch (error) {
    return { exitCode: 3, lines: [], messages: [whyNot(error)] };
  } finally {
    for (const store of [here.files, here.evidence, there.files, there.evidence]) store.close();
  }
}

/** @throws what is no fault of the places */
function whyNot(error: unknown): string {
  if (error instanceof BackupUnderWay) return error.message;
  if (error instanceof FileStoreAway) return `Chưa chép xong: ${error.message}. Chạy lại để chép tiếp.`;
  throw error;
}

/** No backup is written, thinned out or put back meanwhile: where people copy into its folder, these would take the files away again. */
async function beside<T>(backups: string | undefined, work: () => Promise<T>): Promise<T> {
  const isThere = backups !== undefined && (await stat(backups).catch(() => null)) !== null;
  return isThere ? whileHeld(backups, work) : work();
}

async function copyBoth(here: Stores, there: Stores, tell: (files: number) => void): Promise<Copied> {
  const done: Copied = { files: 0, added: 0, wrong: [] };
  for (const part of ['files', 'evidence'] as const) await copyAll(here[part], there[part], { done, tell });
  return done;
}

function outcomeOf(to: string, done: Copied, json: boolean): CommandOutcome {
  const text = `Đã có ${String(done.files)} tệp ở ${to} (${String(done.added)} tệp mới chép).`;
  return {
    exitCode: done.wrong.length === 0 ? 0 : 1,
    lines: [json ? JSON.stringify({ to, ...done }) : text],
    messages: done.wrong.map((sha256) => `Tệp ${sha256} ở đây đã hỏng hoặc mất nên không chép: chạy hoi-am doctor.`),
  };
}

async function copyAll(
  from: FileStore,
  to: FileStore,
  { done, tell }: { readonly done: Copied; readonly tell: (files: number) => void },
): Promise<void> {
  const sizes = new Map<string, number>();
  for await (const { sha256, size } of to.list()) sizes.set(sha256, size);
  for await (const { sha256, size } of from.list()) {
    if (sizes.get(sha256) !== size) {
      const isWhole = await isCopied(from, to, sha256);
      if (!isWhole) done.wrong.push(sha256);
      if (!isWhole) continue;
      done.added += 1;
    }
    tell((done.files += 1));
  }
}

/** @returns false where it is damaged or gone */
async function isCopied(from: FileStore, to: FileStore, sha256: string): Promise<boolean> {
  try {
    await to.putHeld(await from.held(sha256));
    return true;
  } catch (error) {
    if (error instanceof FileDamaged) return false;
    throw error;
  }
}
