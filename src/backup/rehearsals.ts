import { readFile, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { EVIDENCE } from '../platform/files/open-file-store.js';
import { FolderFileStore } from '../platform/files/folder-file-store.js';
import { BACKUPS, backupsIn, poolNameOf, type FoundBackup } from './backup-folder.js';
import type { Rehearsal } from './domain/nightly.js';
import { isReadOnly } from './backup-lock.js';
import { inOwnFolder } from './own-folder.js';
import { restoreBackup, restoreBeside, type Target } from './restore-backup.js';

const REHEARSALS_FILE = 'dien-tap.json';

/** Where a backup stands for trial. */
type Stage = Omit<Target, 'stores'>;

const kept = z.object({
  at: z.coerce.date(),
  passed: z.boolean(),
  openedAt: z.coerce.date().nullable().default(null),
  pool: z.string().default(''),
});

/**
 * Puts keys, anchors and database of a backup into a folder of their own, and takes all of it away after the work. Its stored files are only linked there; encrypted
 * ones are put back as well.
 *
 * @param beside the folder in which that folder is made; what a rehearsal that was cut off left there goes first
 */
export function onStage<T>(backup: FoundBackup, beside: string, work: (target: Stage) => Promise<T>): Promise<T> {
  return inOwnFolder(beside, 'dien-tap', async (stage) => {
    const target: Stage = {
      dataDirectory: stage,
      databaseFile: backup.contents.database === null ? null : join(stage, 'hoi-am.db'),
      restoredFile: join(stage, 'vua-phuc-hoi'),
    };
    const files = join(stage, 'tep');
    if (backup.pool.isSealed) {
      const stores = {
        files: new FolderFileStore(files),
        evidence: new FolderFileStore(join(files, EVIDENCE), 'forATime'),
      };
      await restoreBackup(backup, { ...target, stores }, () => undefined);
    } else {
      await symlink(backup.pool.folder, files);
      await restoreBeside(backup, target);
    }
    return work(target);
  });
}

/** Keeps, beside the backups, that one of them was put back for trial, or read as far as that goes without a key; where they can only be read, that is not kept. */
export async function noteRehearsal(
  { folder, pool: { folder: poolFolder } }: FoundBackup,
  { at, passed, opened }: { readonly at: Date; readonly passed: boolean; readonly opened: boolean },
): Promise<void> {
  const root = dirname(dirname(folder));
  const pool = basename(poolFolder);
  const before = await noted(root);
  const openedAt = passed && opened ? at : before?.pool === pool ? before.openedAt : null;
  const said = { at, backup: basename(folder), passed, openedAt, pool };
  await writeFile(join(root, REHEARSALS_FILE), `${JSON.stringify(said)}\n`, { mode: 0o600 }).catch((error: unknown) => {
    if (!isReadOnly(error)) throw error;
  });
}

/** The last rehearsal with a backup of this folder; null where there was none. What was opened before the recipients changed says nothing of the newest backup. */
export async function lastRehearsal(root: string): Promise<Rehearsal | null> {
  const last = await noted(root);
  const newest = (await backupsIn(root)).at(-1);
  if (last === null || newest === undefined) return last;
  const pool = await poolNameOf(join(root, BACKUPS, newest));
  return pool === null || pool === last.pool ? last : { ...last, openedAt: null };
}

async function noted(root: string): Promise<z.infer<typeof kept> | null> {
  const text = await readFile(join(root, REHEARSALS_FILE), 'utf8').catch(() => '');
  try {
    return kept.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
