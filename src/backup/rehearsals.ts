import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { FoundBackup } from './backup-folder.js';
import { isRunning } from './backup-lock.js';
import type { Rehearsal } from './domain/nightly.js';
import { restoreBeside, type Target } from './restore-backup.js';

const REHEARSALS_FILE = 'dien-tap.json';

/** Where a backup stands for trial: its stored files are only linked there. */
type Stage = Omit<Target, 'stores'>;

/** With the number of the process whose stage it is. */
const STAGE = '.dien-tap-';

const kept = z.object({ at: z.coerce.date(), passed: z.boolean() });

/**
 * Puts keys, anchors and database of a backup into a folder of their own, its stored files linked beside them, and takes all of it away after the work.
 *
 * @param beside the folder in which that folder is made; what a rehearsal that was cut off left there goes first
 */
export async function onStage<T>(backup: FoundBackup, beside: string, work: (target: Stage) => Promise<T>): Promise<T> {
  for (const name of await readdir(beside)) if (isLeftOver(name)) await clear(join(beside, name));
  const stage = await mkdtemp(join(beside, `${STAGE}${String(process.pid)}-`));
  try {
    const isEmbedded = backup.contents.database !== null;
    const target: Stage = {
      dataDirectory: stage,
      databaseFile: isEmbedded ? join(stage, 'hoi-am.db') : null,
      restoredFile: join(stage, 'vua-phuc-hoi'),
    };
    await symlink(backup.pool, join(stage, 'tep'));
    await restoreBeside(backup, target);
    return await work(target);
  } finally {
    await clear(stage);
  }
}

/** Keeps, beside the backups, that one of them was put back for trial. */
export async function noteRehearsal({ folder }: FoundBackup, { at, passed }: Rehearsal): Promise<void> {
  const said = { at: at.toISOString(), backup: basename(folder), passed };
  await writeFile(join(dirname(dirname(folder)), REHEARSALS_FILE), `${JSON.stringify(said)}\n`, { mode: 0o600 });
}

/** The last rehearsal with a backup of this folder; null where there was none. */
export async function lastRehearsal(root: string): Promise<Rehearsal | null> {
  const text = await readFile(join(root, REHEARSALS_FILE), 'utf8').catch(() => '');
  try {
    return kept.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function isLeftOver(name: string): boolean {
  return name.startsWith(STAGE) && !isRunning(Number.parseInt(name.slice(STAGE.length), 10));
}

function clear(stage: string): Promise<void> {
  return rm(stage, { recursive: true, force: true });
}
