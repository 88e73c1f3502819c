import { createHash } from 'node:crypto';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backupDoors, restoreDoors } from '../../src/bootstrap/backup-doors.js';
import { namedFiles } from '../../src/bootstrap/named-files.js';
import { SCHEMA } from '../../src/bootstrap/schema.js';
import { lastRehearsal } from '../../src/backup/index.js';
import { runBackup } from '../../src/cli/backup/backup.js';
import { runRestore } from '../../src/cli/backup/restore.js';
import type { CommandOutcome } from '../../src/cli/outcome.js';
import { Settings } from '../../src/config/settings.js';
import { RestoreMarks } from '../../src/documents/index.js';
import { Database } from '../../src/platform/database/database.js';
import { FolderFileStore } from '../../src/platform/files/folder-file-store.js';
import { secretOf } from '../../src/platform/files/secrets.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { TestApp } from '../support/test-app.js';
import { unguard } from '../support/unguarded.js';
import { onSqlite } from '../support/on-sqlite.js';

interface Said {
  readonly backup: string;
  readonly files: number;
  readonly added: number;
  readonly missing: readonly string[];
  readonly removed: readonly string[];
  readonly flaws: readonly string[];
}

const silent = { isSeen: false, tell: () => undefined };
const PHOTO = { name: 'anh.txt', contentType: 'text/plain', content: Buffer.from('Ảnh chụp bếp ăn.') };

let app: TestApp;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sao-luu-'));
  app = await TestApp.open();
  await secretOf(dataOf(app), 'moc');
  runOn(dataOf(app));
});
afterEach(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

async function receiveThree(): Promise<void> {
  for (const number of ['1', '2', '3']) await app.receive({ subject: `Việc ${number}` });
}

function dataOf(one: TestApp): string {
  return one.nest.get(Settings).dataDirectory;
}

function runOn(data: string): void {
  process.env['HOI_AM_DATA'] = data;
}

const place = (...names: string[]): string => join(folder, ...names);

const backUp = (...more: string[]): Promise<CommandOutcome> =>
  runBackup(['--out', place('kho'), '--json', ...more], backupDoors(silent));

function restore(data: string, ...more: string[]): Promise<CommandOutcome> {
  runOn(data);
  return runRestore(['--from', place('kho'), '--json', ...more], restoreDoors(silent));
}

function said({ lines }: CommandOutcome): Said {
  return JSON.parse(lines[0] ?? '{}') as Said;
}

onSqlite('copies its file').describe('a backup', () => {
  it('written while tickets arrive is one moment of the database with every file that it names, and is put back whole', async () => {
    await app.receive({}, [PHOTO]);
    const arriving = receiveThree();
    const written = await backUp();
    await arriving;
    expect([written.exitCode, said(written).missing]).toEqual([0, []]);

    await app.receive({ subject: 'Sau khi sao lưu' });
    const restored = await restore(place('may-moi'));
    expect([restored.exitCode, said(restored).flaws]).toEqual([0, []]);

    const database = await Database.open(`sqlite:${place('may-moi', 'hoi-am.db')}`, SCHEMA);
    const store = new FolderFileStore(place('may-moi', 'tep'));
    const states = await Promise.all([...(await namedFiles(database))].map((name) => store.stateOf(name)));
    const tickets = await database.reader.manager.count(TicketEntity);
    await database.close();
    expect(new Set(states)).toEqual(new Set(['whole']));
    expect([1, 2, 3, 4]).toContain(tickets);
    expect(await readFile(place('may-moi', 'bi-mat', 'moc'), 'utf8')).toBe(await secretOf(dataOf(app), 'moc'));
  });

  it('put back tells the software so, and no number is given before it was compared', async () => {
    await app.receive();
    await backUp();
    await restore(place('may-moi'));
    await stat(place('may-moi', 'vua-phuc-hoi'));
    await writeFile(join(dataOf(app), 'vua-phuc-hoi'), '');
    expect(await app.nest.get(RestoreMarks).why()).toContain('vừa phục hồi');
  });

  it('copies only what the folder has not yet, and with --keep the oldest go with what they alone needed', async () => {
    await app.receive({}, [PHOTO]);
    const first = said(await backUp());
    const alone = await new FolderFileStore(join(dataOf(app), 'tep')).put(Buffer.from('chỉ bản đầu có'));
    const second = said(await backUp());
    expect([second.added, second.files]).toEqual([1, first.files + 1]);

    await rm(join(dataOf(app), 'tep', alone.slice(0, 2), alone));
    const third = said(await backUp('--keep', '1'));
    expect(third.removed).toHaveLength(2);
    expect(await readdir(place('kho', 'ban'))).toHaveLength(1);
    await expect(stat(place('kho', 'tep', alone.slice(0, 2), alone))).rejects.toThrow('ENOENT');
    expect((await restore(place('may-moi'), '--check')).exitCode).toBe(0);
  });

  it('without a file that the database names says which', async () => {
    await app.receive({}, [PHOTO]);
    const [lost = ''] = await namedFiles(app.nest.get(Database));
    await rm(join(dataOf(app), 'tep', lost.slice(0, 2), lost));
    const written = await backUp();
    expect([written.exitCode, said(written).missing]).toEqual([1, [lost]]);
  });

  it('that was cut off is none, and the next run takes away what it left', async () => {
    await app.receive();
    await mkdir(place('kho', 'ban', '.2026-03-18T01-00-00-000Z'), { recursive: true });
    await writeFile(place('kho', '.dang-sao-luu'), '999999999');
    expect((await restore(place('may-moi'))).exitCode).toBe(2);
    runOn(dataOf(app));
    expect((await backUp()).exitCode).toBe(0);
    expect((await readdir(place('kho', 'ban'))).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('does not go where the data lies, nor beside another that is being written', async () => {
    const inside = await runBackup(['--out', join(dataOf(app), 'sao-luu')], backupDoors(silent));
    expect([inside.exitCode, inside.messages.join('')]).toEqual([2, expect.stringContaining('nằm trong HOI_AM_DATA')]);
    await mkdir(place('kho'));
    await writeFile(place('kho', '.dang-sao-luu'), String(process.pid));
    expect((await backUp()).exitCode).toBe(3);
  });
});

onSqlite('puts its file back').describe('a restore', () => {
  it.each([
    ['the database', (ban: string) => join(ban, 'hoi-am.db')],
    ['the list of files', (ban: string) => join(ban, 'tep.txt')],
    ['a key', (ban: string) => join(ban, 'bi-mat', 'moc')],
  ])('from a backup in which %s was changed by one byte names it and changes nothing', async (_what, pathIn) => {
    await app.receive({}, [PHOTO]);
    const { backup } = said(await backUp());
    await appendFile(pathIn(backup), '\n');
    const refused = await restore(place('may-moi'));
    expect([refused.exitCode, said(refused).flaws]).toEqual([1, [pathIn(backup).slice(backup.length + 1)]]);
    await expect(stat(place('may-moi'))).rejects.toThrow('ENOENT');
  });

  it('from a backup in which a stored file is gone, or what it says of itself was changed, changes nothing', async () => {
    await app.receive({}, [PHOTO]);
    const { backup } = said(await backUp());
    const [gone = ''] = await namedFiles(app.nest.get(Database));
    await rm(place('kho', 'tep', gone.slice(0, 2), gone));
    expect(said(await restore(place('may-moi'))).flaws).toEqual([join('tep', gone.slice(0, 2), gone)]);
    await appendFile(join(backup, 'ban-ke.json'), ' ');
    const refused = await restore(place('may-moi'));
    expect([refused.exitCode, refused.messages.join('')]).toEqual([2, expect.stringContaining('bị sửa')]);
  });

  it('from a backup that was changed to write beside the data, with hashes that agree, writes nothing', async () => {
    const { backup } = said(await backUp());
    const strange = Buffer.from('* * * * * root la\n');
    const sha256 = createHash('sha256').update(strange).digest('hex');
    await writeFile(join(backup, '..', '.la'), strange);
    const contents = JSON.parse(await readFile(join(backup, 'ban-ke.json'), 'utf8')) as { beside: object[] };
    const text = JSON.stringify({
      ...contents,
      beside: [...contents.beside, { path: '../.la', sha256, size: strange.length }],
    });
    await writeFile(join(backup, 'ban-ke.json'), text);
    await writeFile(join(backup, 'ban-ke.sha256'), createHash('sha256').update(text).digest('hex'));
    const refused = await restore(place('may-moi'));
    expect([refused.exitCode, refused.messages.join('')]).toEqual([2, expect.stringContaining('không phải bản kê')]);
    for (const written of [place('.la'), place('may-moi')]) await expect(stat(written)).rejects.toThrow('ENOENT');
  });

  it.each([[], ['--check']])('does not begin beside a backup, which may take older ones away: %j', async (...more) => {
    await backUp();
    await writeFile(place('kho', '.dang-sao-luu'), String(process.pid));
    const refused = await restore(place('may-moi'), ...more);
    expect([refused.exitCode, refused.messages.join('')]).toEqual([3, expect.stringContaining('đang sao lưu')]);
    await expect(stat(place('may-moi'))).rejects.toThrow('ENOENT');
  });

  it('over a database that is there is refused, and begun again after it was cut off', async () => {
    await app.receive();
    await backUp();
    const refused = await restore(dataOf(app));
    expect([refused.exitCode, refused.messages.join('')]).toEqual([2, expect.stringContaining('không ghi đè')]);

    expect((await restore(place('may-moi'))).exitCode).toBe(0);
    for (const name of await readdir(place('may-moi'))) {
      if (name.startsWith('hoi-am.db')) await rm(place('may-moi', name));
    }
    expect((await restore(place('may-moi'))).exitCode).toBe(0);
  });
});

onSqlite('opens a copy of its file').describe('a rehearsal', () => {
  const rehearse = (): Promise<CommandOutcome> => restore(dataOf(app), '--rehearse');
  const left = async (): Promise<readonly string[]> =>
    (await readdir(dataOf(app))).filter((name) => name.startsWith('.dien-tap'));

  it('proves the newest backup beside the running app, and leaves nothing but that it did', async () => {
    await app.receive({}, [PHOTO]);
    await backUp();
    await mkdir(join(dataOf(app), '.dien-tap-999999999-ngat'));
    const beside = `.dien-tap-${String(process.ppid)}-khac`;
    await mkdir(join(dataOf(app), beside));
    const tried = await rehearse();
    expect([tried.exitCode, JSON.parse(tried.lines[0] ?? '')]).toEqual([0, expect.objectContaining({ accept: true })]);
    expect(await lastRehearsal(place('kho'))).toMatchObject({ passed: true });
    expect(await left()).toEqual([beside]);
    await app.receive({ subject: 'Sau khi diễn tập' });
  });

  it('does not begin beside a backup or another rehearsal, and says nothing of the backups then', async () => {
    await backUp();
    await writeFile(place('kho', '.dang-sao-luu'), String(process.pid));
    const tried = await rehearse();
    expect([tried.exitCode, tried.messages.join('')]).toEqual([3, expect.stringContaining('đang sao lưu')]);
    expect(await lastRehearsal(place('kho'))).toBeNull();
  });

  it('that breaks off has not passed', async () => {
    await backUp();
    await expect(restore(place('chua-co'), '--rehearse')).rejects.toThrow('ENOENT');
    expect(await lastRehearsal(place('kho'))).toMatchObject({ passed: false });
  });

  it('reads the database on its stage, also where the address of the real one stands in a file', async () => {
    await backUp();
    await writeFile(place('dia-chi'), `sqlite:${join(dataOf(app), 'hoi-am.db')}`);
    process.env['DATABASE_URL_FILE'] = place('dia-chi');
    try {
      expect((await rehearse()).exitCode).toBe(0);
    } finally {
      delete process.env['DATABASE_URL_FILE'];
    }
  });

  it('of a backup that lacks a file, or whose journal was changed before it was written, does not pass', async () => {
    await app.receive({}, [PHOTO]);
    const database = app.nest.get(Database);
    await backUp();
    const [gone = ''] = await namedFiles(database);
    const pooled = place('kho', 'tep', gone.slice(0, 2), gone);
    await rm(pooled);
    expect((await rehearse()).exitCode).toBe(1);
    await unguard(database, 'journal_entry');
    await database.writer.query(`UPDATE "journal_entry" SET "action" = 'khác' WHERE "seq" = 1`);
    await backUp();
    const tried = await rehearse();
    expect([tried.exitCode, tried.messages.join(' ')]).toEqual([1, expect.stringContaining('Nhật ký')]);
    expect(await lastRehearsal(place('kho'))).toMatchObject({ passed: false });
    expect(await left()).toEqual([]);
  });
});
