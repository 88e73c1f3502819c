import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { restoreBackup, writeBackup, findBackup, damagedFiles, whileHeld } from '../../src/backup/index.js';
import { runFiles } from '../../src/cli/files/copy-files.js';
import type { CommandOutcome } from '../../src/cli/outcome.js';
import { readSettings } from '../../src/config/settings.js';
import { FolderFileStore } from '../../src/platform/files/folder-file-store.js';
import { openStores } from '../../src/platform/files/open-file-store.js';
import { ACCESS, BUCKET } from '../support/s3/moto.js';
import { motoBehindALine } from '../support/s3/moto-behind-a-line.js';

const TERMINAL = { isSeen: false, tell: () => undefined };

describe('files of one store', () => {
  const s3 = motoBehindALine();

  const settingsOf = (place: Readonly<Record<string, string>>): ReturnType<typeof readSettings>['files'] =>
    readSettings({ HOI_AM_DATA: s3.directory, FILES_ENDPOINT: s3.line.endpoint, ...ACCESS, ...place }).files;
  const copy = (to: string, from = {}, more = {}): Promise<CommandOutcome> =>
    runFiles(['copy', '--to', to, '--json'], {
      settings: () => ({ files: settingsOf(from), backups: null, ...more }),
      open: openStores,
      terminal: TERMINAL,
    });
  const said = ({ lines }: CommandOutcome): unknown => JSON.parse(lines[0] ?? '');

  it('are copied into a bucket and back, each once, also when it was cut off', async () => {
    const { files, evidence } = openStores(settingsOf({}));
    const [first, second] = [await files.put(Buffer.from('một')), await files.put(Buffer.from('hai'))];
    const bundle = await evidence.put(Buffer.from('bằng chứng'));
    const to = `s3://${BUCKET}/di`;

    // The store kept the first, and its answer was lost.
    s3.line.next('PUT', 403, 1);
    expect(await copy(to)).toMatchObject({ exitCode: 3 });
    expect(said(await copy(to))).toEqual({ to, files: 3, added: 2, wrong: [] });
    expect(said(await copy(to))).toEqual({ to, files: 3, added: 0, wrong: [] });

    const back = join(s3.directory, 've');
    expect(said(await copy(back, { HOI_AM_FILES: to }))).toMatchObject({ files: 3, added: 3 });
    const there = openStores(settingsOf({ HOI_AM_FILES: back }));
    expect(await Promise.all([first, second].map((one) => there.files.get(one)))).toEqual([
      Buffer.from('một'),
      Buffer.from('hai'),
    ]);
    expect(await there.evidence.get(bundle)).toEqual(Buffer.from('bằng chứng'));
    expect(await files.get(first)).toEqual(Buffer.from('một'));
  });

  it('that are damaged are named and not copied', async () => {
    const store = new FolderFileStore(join(s3.directory, 'tep'));
    const sha256 = await store.put(Buffer.from('một'));
    await writeFile(store.pathOf(sha256), 'hai');
    const outcome = await copy(join(s3.directory, 'khac'));
    expect([outcome.exitCode, said(outcome)]).toMatchObject([1, { files: 0, wrong: [sha256] }]);
  });

  it('are not copied beside a backup that is written or put back', async () => {
    const folder = join(s3.directory, 'ban-sao');
    await mkdir(folder);
    const backups = { folder, atMinute: 0, kept: 2 };
    const to = join(s3.directory, 'noi-khac');
    const meanwhile = await whileHeld(folder, () => copy(to, {}, { backups }));
    expect([meanwhile.exitCode, meanwhile.messages]).toEqual([3, [expect.stringContaining(`giữ ${folder}`)]]);
    expect(await copy(to, {}, { backups })).toMatchObject({ exitCode: 0 });
  });

  it.each(['', 's3://K', 's3:'])('go to no such place: %s', async (to) => {
    expect(await copy(to)).toMatchObject({ exitCode: 2 });
  });

  it('in a bucket are backed up and put back, also one that its list does not name yet', async () => {
    const place = { HOI_AM_FILES: `s3://${BUCKET}/sao-luu` };
    const stores = openStores(settingsOf(place));
    const sha256 = await stores.files.put(Buffer.from('một'));
    const bundle = await stores.evidence.put(Buffer.from('bằng chứng'));
    await first(stores.files.list());
    s3.line.freezeLists(true);
    const late = await stores.files.put(Buffer.from('đến sau'));
    const source = {
      ...{ software: 'thử', agencyCode: '000', dataDirectory: s3.directory, anchors: '/khac', stores, recipients: [] },
      snapshot: async (path: string) => {
        await writeFile(path, 'cơ sở dữ liệu');
        return { steps: [], named: new Set([late, '0'.repeat(64)]) };
      },
    };
    const run = { now: new Date('2026-03-01T00:00:00Z'), takenAt: '', keep: null, progress: () => undefined };
    const written = await writeBackup(source, join(s3.directory, 'sao'), run);
    s3.line.freezeLists(false);
    expect(written).toMatchObject({ missing: ['0'.repeat(64)], contents: { files: { count: 3 } } });

    const found = await findBackup(join(s3.directory, 'sao'));
    expect(await damagedFiles(found)).toEqual([]);
    const target = openStores(settingsOf({ HOI_AM_FILES: `s3://${BUCKET}/moi` }));
    const restored = {
      dataDirectory: join(s3.directory, 'moi'),
      stores: target,
      databaseFile: null,
      restoredFile: join(s3.directory, 'vua'),
    };
    await restoreBackup(found, restored, () => undefined);
    expect(await Promise.all([sha256, late].map((one) => target.files.stateOf(one)))).toEqual(['whole', 'whole']);
    expect(await target.evidence.stateOf(bundle)).toBe('whole');
  });
});

async function first(listed: AsyncIterable<unknown>): Promise<void> {
  for await (const _one of listed) return;
}
