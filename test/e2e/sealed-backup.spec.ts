import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { lastRehearsal } from '../../src/backup/index.js';
import { backupDoors, restoreDoors } from '../../src/bootstrap/backup-doors.js';
import { namedFiles } from '../../src/bootstrap/named-files.js';
import { SCHEMA } from '../../src/bootstrap/schema.js';
import { runBackup } from '../../src/cli/backup/backup.js';
import { runRestore } from '../../src/cli/backup/restore.js';
import type { CommandOutcome } from '../../src/cli/outcome.js';
import { Settings } from '../../src/config/settings.js';
import { Database } from '../../src/platform/database/database.js';
import { FolderFileStore } from '../../src/platform/files/folder-file-store.js';
import { secretOf } from '../../src/platform/files/secrets.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { KEYS } from '../support/backup-keys.js';
import { onSqlite } from '../support/on-sqlite.js';
import { TestApp } from '../support/test-app.js';

const silent = { isSeen: false, tell: () => undefined };
const WORDS = 'Ảnh chụp bếp ăn của trường.';
const PHOTO = { name: 'anh.txt', contentType: 'text/plain', content: Buffer.from(WORDS) };

onSqlite('copies its file').describe('an encrypted backup', () => {
  let app: TestApp;
  let folder: string;
  const place = (...names: string[]): string => join(folder, ...names);
  const data = (): string => app.nest.get(Settings).dataDirectory;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sao-luu-kin-'));
    app = await TestApp.open();
    await secretOf(data(), 'moc');
    await writeFile(place('khoa.txt'), `# khóa\n${KEYS.first.identity}\n`);
    await writeFile(place('khac.txt'), KEYS.stranger.identity);
    await app.receive({ subject: 'Bếp ăn' }, [PHOTO]);
  });
  afterEach(async () => {
    delete process.env['BACKUP_RECIPIENTS'];
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  const backUp = async (recipients: string, ...more: string[]) => {
    process.env['HOI_AM_DATA'] = data();
    process.env['BACKUP_RECIPIENTS'] = recipients;
    const outcome = await runBackup(['--out', place('kho'), '--json', ...more], backupDoors(silent));
    return { outcome, said: JSON.parse(outcome.lines[0] ?? '{}') as Readonly<Record<string, unknown>> };
  };
  const restore = (to: string, ...more: string[]): Promise<CommandOutcome> => {
    process.env['HOI_AM_DATA'] = to;
    return runRestore(['--from', place('kho'), '--json', ...more], restoreDoors(silent));
  };
  const withKey = (name = 'khoa.txt') => ['--identity', place(name)];
  const flawsOf = ({ lines }: CommandOutcome) => (JSON.parse(lines[0] ?? '{}') as { flaws: readonly string[] }).flaws;
  const everything = async (): Promise<readonly string[]> =>
    (await readdir(place('kho'), { withFileTypes: true, recursive: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));

  it('holds nothing that can be read without a key, and is put back whole with one', async () => {
    const { outcome, said } = await backUp(`${KEYS.first.recipient},${KEYS.second.recipient}`);
    expect([outcome.exitCode, said['missing'], said['encryptedFor']]).toEqual([
      0,
      [],
      [KEYS.first.recipient, KEYS.second.recipient],
    ]);
    const secret = await secretOf(data(), 'moc');
    for (const path of await everything()) {
      const bytes = await readFile(path);
      for (const words of ['SQLite format 3', WORDS, secret])
        expect([path, bytes.includes(words)]).toEqual([path, false]);
    }
    expect((await readdir(data())).filter((name) => name.startsWith('.sao-luu'))).toEqual([]);

    expect((await restore(place('may-moi'), ...withKey())).exitCode).toBe(0);
    const database = await Database.open(`sqlite:${place('may-moi', 'hoi-am.db')}`, SCHEMA);
    const store = new FolderFileStore(place('may-moi', 'tep'));
    const states = await Promise.all([...(await namedFiles(database))].map((name) => store.stateOf(name)));
    const tickets = await database.reader.manager.count(TicketEntity);
    await database.close();
    expect([new Set(states), tickets]).toEqual([new Set(['whole']), 1]);
    expect(await readFile(place('may-moi', 'bi-mat', 'moc'), 'utf8')).toBe(secret);
  });

  it('without a key, or with another, is not put back, and the sentence says whose is needed', async () => {
    await backUp(KEYS.first.recipient);
    const absent = await restore(place('may-moi'));
    expect([absent.exitCode, absent.messages.join('')]).toEqual([
      2,
      expect.stringMatching(new RegExp(`đã mã hóa.*--identity TỆP.*${KEYS.first.recipient}`, 'u')),
    ]);
    const strange = await restore(place('may-moi'), ...withKey('khac.txt'));
    expect([strange.exitCode, strange.messages.join('')]).toEqual([
      2,
      expect.stringMatching(new RegExp(`${KEYS.stranger.recipient}.*không mở được.*${KEYS.first.recipient}`, 'u')),
    ]);
    await expect(stat(place('may-moi'))).rejects.toThrow('ENOENT');
  });

  it('copies only what is new for the same keys, everything for others, and older ones go with what they alone needed', async () => {
    const first = await backUp(KEYS.first.recipient);
    const again = await backUp(KEYS.first.recipient);
    expect([first.said['added'], again.said['added']]).toEqual([first.said['files'], 0]);
    const other = await backUp(KEYS.second.recipient);
    expect(other.said['added']).toBe(first.said['files']);
    const clear = await backUp('', '--keep', '2');
    expect(clear.said['added']).toBe(first.said['files']);
    const pools = async () => (await readdir(place('kho'))).filter((name) => name.startsWith('tep'));
    expect(await pools()).toHaveLength(2);
    await backUp(KEYS.second.recipient, '--keep', '1');
    expect(await pools()).toEqual([expect.stringMatching(/^tep-[0-9a-f]{8}$/u)]);
    await writeFile(place('hai.txt'), KEYS.second.identity);
    expect((await restore(place('may-moi'), '--check', ...withKey('hai.txt'))).exitCode).toBe(0);
  });

  it.each(['hoi-am.db.age', 'moc.age', 'tep-'])('in which one byte of %s was added is named', async (part) => {
    await backUp(KEYS.first.recipient);
    const path = (await everything()).find((one) => one.includes(part)) ?? '';
    await appendFile(path, '\n');
    const base = part === 'tep-' ? place('kho') : join(path.slice(0, path.indexOf('/ban/')), 'ban');
    const named = relative(base, path).replace(/^\d{4}-[^/]+\//u, '');
    for (const more of [['--check'], withKey(), ['--check', ...withKey()]]) {
      const refused = await restore(place('may-moi'), ...more);
      expect([refused.exitCode, flawsOf(refused)]).toEqual([1, [named]]);
    }
    await expect(stat(place('may-moi'))).rejects.toThrow('ENOENT');
  });

  it('is rehearsed as far as that goes without a key, and says so; with one it proves itself', async () => {
    await backUp(KEYS.first.recipient);
    const read = await restore(data(), '--rehearse');
    expect([read.exitCode, read.messages.join('')]).toEqual([0, expect.stringContaining('chưa mở thử')]);
    expect(await lastRehearsal(place('kho'))).toMatchObject({ passed: true, openedAt: null });
    const opened = await restore(data(), '--rehearse', ...withKey());
    expect([opened.exitCode, opened.messages.join(' ')]).toEqual([0, expect.stringContaining('Nhật ký')]);
    expect(await lastRehearsal(place('kho'))).toMatchObject({ passed: true, openedAt: expect.any(Date) as Date });
    await restore(data(), '--rehearse');
    expect(await lastRehearsal(place('kho'))).toMatchObject({ openedAt: expect.any(Date) as Date });
    expect((await readdir(data())).filter((name) => name.startsWith('.dien-tap'))).toEqual([]);
  });
});
