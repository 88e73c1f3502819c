import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Settings } from '../config/settings.js';
import { recipientsIn } from './seal.js';

/** A file of keys is short; nothing longer is opened. */
const MAX_BYTES = 16 * 1024;
const MAX_FILES = 500;

/**
 * Files with a secret key of the backups where an operator may have left it: directly in the data, beside its keys, beside the backups or where the process works.
 * A thief of this machine or of the backups could open them with it.
 */
export async function nearIdentities({
  dataDirectory,
  backups,
  backupRecipients: recipients,
}: Settings): Promise<readonly string[]> {
  if (recipients.length === 0) return [];
  const found: string[] = [];
  const beside = backups === null ? [] : [backups.folder, dirname(backups.folder)];
  for (const folder of new Set([dataDirectory, join(dataDirectory, 'bi-mat'), ...beside, process.cwd()])) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names.slice(0, MAX_FILES)) {
      const path = join(folder, name);
      if (await holdsOne(path, recipients)) found.push(path);
    }
  }
  return found;
}

async function holdsOne(path: string, recipients: readonly string[]): Promise<boolean> {
  const size = await stat(path).then(
    (entry) => (entry.isFile() ? entry.size : Infinity),
    () => Infinity,
  );
  const text = size > MAX_BYTES ? '' : await readFile(path, 'utf8').catch(() => '');
  return (await recipientsIn(text)).some((one) => recipients.includes(one));
}
