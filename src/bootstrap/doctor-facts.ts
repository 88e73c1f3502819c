import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CLEAR_POOL, lastRehearsal, nearIdentities, newestBackup } from '../backup/index.js';
import type { BackupFacts } from '../cli/doctor/doctor-backup.js';
import type { ZoneFacts } from '../cli/doctor/doctor-clocks.js';
import type { FolderFacts } from '../cli/doctor/doctor-folders.js';
import type { Settings } from '../config/settings.js';
import { askedTimeZone } from '../config/time-zone.js';
import { TIME_ZONE } from '../kernel/civil-date.js';
import { diskSpace } from '../platform/health/disk-space.js';
import { embeddedFile } from '../platform/health/storage-places.js';
import { openFolders } from './storage-access.js';

const MINUTE_MS = 60_000;

/** Whose the folders of the data are, and how open. */
export async function readFolderFacts(settings: Settings): Promise<FolderFacts> {
  const { dataDirectory: path } = settings;
  const own = process.geteuid?.() ?? null;
  const found = own === null ? null : await stat(path).catch(() => null);
  return {
    open: openFolders(settings),
    data: { path, owner: found?.uid ?? null, strange: found === null ? [] : await strangersIn(settings, found.uid) },
    own,
  };
}

/** What lies at the top of the data, or is the database, and belongs to another account than the folder itself. */
async function strangersIn({ dataDirectory, databaseUrl }: Settings, owner: number): Promise<readonly string[]> {
  const file = embeddedFile(databaseUrl);
  const inside = await readdir(dataDirectory).catch(() => []);
  const beside = file === null || dirname(file) === dataDirectory ? [] : [file, `${file}-wal`, `${file}-shm`];
  const paths = [...inside.map((name) => join(dataDirectory, name)), ...beside];
  const owners = await Promise.all(paths.map(async (path) => (await stat(path).catch(() => null))?.uid ?? owner));
  return paths.filter((_path, index) => owners[index] !== owner);
}

/** How the installation backs itself up, and whether the next backup has room. */
export async function readBackupFacts(settings: Settings, now: Date): Promise<BackupFacts> {
  const { production, backups, dataDirectory, databaseUrl, backupRecipients } = settings;
  if (backups === null) return { production, now, target: null };
  const { folder } = backups;
  const file = embeddedFile(databaseUrl);
  const [there, data, database, newest, rehearsal, clear, identities] = await Promise.all([
    stat(folder).catch(() => null),
    stat(dataDirectory).catch(() => null),
    file === null ? null : stat(file).catch(() => null),
    newestBackup(folder),
    lastRehearsal(folder),
    stat(join(folder, CLEAR_POOL)).catch(() => null),
    nearIdentities(settings),
  ]);
  return {
    production,
    now,
    target: {
      folder,
      room: there?.isDirectory() === true ? await diskSpace(folder) : null,
      isBesideData: there !== null && there.dev === data?.dev,
      newest,
      rehearsal,
      nextBytes: database?.size ?? 0,
      seal: { recipients: backupRecipients.length, hasClear: clear !== null, identities },
    },
  };
}

/** In which time zone this process stands. */
export function readZoneFacts(now: Date): ZoneFacts {
  const { timeZone: name } = Intl.DateTimeFormat().resolvedOptions() as { readonly timeZone?: string };
  return { asked: askedTimeZone(), name, ahead: -now.getTimezoneOffset(), vietnamAhead: aheadIn(TIME_ZONE, now) };
}

/** Minutes ahead of UTC, by what Node.js knows of zones; null where it does not know this one. */
function aheadIn(timeZone: string, now: Date): number | null {
  try {
    const local = now.toLocaleString('sv-SE', { timeZone });
    return Math.round((Date.parse(`${local.replace(' ', 'T')}Z`) - now.getTime()) / MINUTE_MS);
  } catch {
    return null;
  }
}
