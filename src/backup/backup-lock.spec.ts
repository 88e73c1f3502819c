import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FoundBackup } from './backup-folder.js';
import { BackupUnderWay, whileHeld } from './backup-lock.js';
import { Pool } from './pool.js';
import { lastRehearsal, noteRehearsal } from './rehearsals.js';

const ROOT = 0;
const NOBODY = 65_534;

describe('a folder of backups that this account can only read', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chi-doc-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Root may write everywhere. */
  const asReader = async <T>(work: () => Promise<T>): Promise<T> => {
    await chmod(folder, 0o555);
    const isRoot = process.geteuid?.() === ROOT;
    if (isRoot) process.seteuid?.(NOBODY);
    try {
      return await work();
    } finally {
      if (isRoot) process.seteuid?.(ROOT);
      await chmod(folder, 0o755);
    }
  };
  const read = (): Promise<string> => whileHeld(folder, () => Promise.resolve('read'));

  it('is read all the same', async () => {
    expect(await asReader(read)).toBe('read');
  });

  it('keeps no rehearsal', async () => {
    const backup = {
      folder: join(folder, 'ban', '1'),
      pool: new Pool(join(folder, 'tep'), false),
    } as FoundBackup;
    const note = { at: new Date(), passed: true, opened: true };
    await expect(asReader(() => noteRehearsal(backup, note))).resolves.toBeUndefined();
    expect(await lastRehearsal(folder)).toBeNull();
  });

  it('is not read while another process writes there', async () => {
    await writeFile(join(folder, '.dang-sao-luu'), String(process.ppid), { mode: 0o644 });
    await expect(asReader(read)).rejects.toThrow(BackupUnderWay);
  });
});
