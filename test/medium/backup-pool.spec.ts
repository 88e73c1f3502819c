import { mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  damagedFiles,
  findBackup,
  lastRehearsal,
  noteRehearsal,
  writeBackup,
  type Source,
  type WrittenBackup,
} from '../../src/backup/index.js';
import { FolderFileStore } from '../../src/platform/files/folder-file-store.js';
import { KEYS } from '../support/backup-keys.js';

describe('the stored files of backups', () => {
  let folder: string;
  let source: Source;
  const pool = async (): Promise<readonly string[]> => {
    const name = (await readdir(join(folder, 'kho'))).find((one) => one.startsWith('tep')) ?? '';
    const entries = await readdir(join(folder, 'kho', name), { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  };
  const backUp = (day: number): Promise<WrittenBackup> =>
    writeBackup(source, join(folder, 'kho'), {
      now: new Date(Date.UTC(2026, 2, day)),
      takenAt: '',
      keep: null,
      progress: () => undefined,
    });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kho-kin-'));
    const files = new FolderFileStore(join(folder, 'tep'));
    await files.put(Buffer.from('một'));
    await mkdir(join(folder, 'bi-mat'));
    await writeFile(join(folder, 'bi-mat', 'moc'), 'khóa');
    source = {
      ...{ software: 'thử', agencyCode: '000', dataDirectory: folder, anchors: '/khac', snapshot: null },
      stores: { files, evidence: new FolderFileStore(join(folder, 'chung-cu')) },
      recipients: [KEYS.first.recipient],
    };
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are copied anew where an encrypted one was cut off, and the rest of it goes', async () => {
    expect((await backUp(1)).added).toBe(1);
    const [whole = ''] = await pool();
    await truncate(whole, 2);
    expect(await damagedFiles(await findBackup(join(folder, 'kho')))).toHaveLength(1);
    expect((await backUp(2)).added).toBe(1);
    expect((await backUp(3)).added).toBe(0);
    expect(await pool()).toEqual([expect.not.stringContaining(whole)]);
    expect(await damagedFiles(await findBackup(join(folder, 'kho')))).toEqual([]);
  });

  it.each([[[]], [[KEYS.first.recipient]]])('lose what a run that was cut off left of one (%#)', async (recipients) => {
    source = { ...source, recipients };
    await backUp(1);
    const [whole = ''] = await pool();
    await writeFile(join(whole, '..', '.half'), 'mộ');
    await backUp(2);
    expect(await pool()).toEqual([whole]);
  });

  it('were not opened for those who were named since the last trial', async () => {
    source = { ...source, recipients: [] };
    await backUp(1);
    const at = new Date('2026-03-01T05:00:00Z');
    await noteRehearsal(await findBackup(join(folder, 'kho')), { at, passed: true, opened: true });
    expect(await lastRehearsal(join(folder, 'kho'))).toMatchObject({ passed: true, openedAt: at });
    source = { ...source, recipients: [KEYS.first.recipient] };
    await backUp(2);
    expect(await lastRehearsal(join(folder, 'kho'))).toMatchObject({ passed: true, openedAt: null });
  });
});
