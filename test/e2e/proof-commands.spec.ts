import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ChainedApp } from '../support/chained-app.js';
import { FixedClock } from '../support/fixed-clock.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { placeOf } from '../../src/platform/database/database-place.js';
import { unguard } from '../support/unguarded.js';

const run = promisify(execFile);

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

describe('hoi-am register check and journal verify', () => {
  let test: TestDatabase;
  let app: ChainedApp;

  /** The built program, on the app's data. */
  const hoiAm = async (...args: string[]): Promise<Ended> => {
    const command = ['--disable-warning=ExperimentalWarning', 'dist/src/cli.js', ...args];
    const env = { ...process.env, HOI_AM_DATA: test.directory, DATABASE_URL: test.url };
    return run(process.execPath, command, { env }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: unknown) => error as Ended,
    );
  };

  /** What is said after the line that names the database. */
  const said = (stderr: string): string => {
    const [first = '', ...rest] = stderr.split('\n');
    expect(first).toContain(`Cơ sở dữ liệu: ${placeOf(test.url)}. `);
    return rest.join('\n');
  };

  beforeAll(async () => {
    test = await openTestDatabase();
    app = new ChainedApp(test.database, test.directory, new FixedClock('2026-03-16T02:00:00Z'));
    await app.receive('1/TĐ1022');
    const [first] = [await app.number(), await app.number()];
    await app.voidNumber(first, 'Lãnh đạo ký nhầm bản');
  });
  afterAll(() => test.close());

  it('say of each book what scripts read, in exactly these fields and in their order', async () => {
    const { code, stdout, stderr } = await hoiAm('register', 'check', '--json');
    const numbers = { gaps: [], duplicates: [], chain: 'intact', brokenAt: null, accept: true };
    expect(code).toBe(0);
    expect(said(stderr)).toBe('');
    expect(stdout.trim().split('\n')).toEqual([
      JSON.stringify({ book: 'incoming', year: 2026, from: 1, to: 1, present: 1, voided: 0, ...numbers }),
      JSON.stringify({ book: 'outgoing', year: 2026, from: 1, to: 2, present: 2, voided: 1, ...numbers }),
    ]);
    const journal = await hoiAm('journal', 'verify', '--json');
    expect(journal.code).toBe(0);
    expect(JSON.parse(journal.stdout)).toEqual({
      ...{ rows: 4, chain: 'intact', brokenAt: null, accept: true },
      head: expect.stringMatching(/^[0-9a-f]{64}$/u) as string,
    });
  });

  it.each(['--help', '-h'])('stand in the list that %s prints', async (asked) => {
    const { code, stdout, stderr } = await hoiAm(asked);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^ {2}register +kiểm tra sổ .+\n {2}journal +kiểm tra nhật ký$/mu);
  });

  it('end with 1 and name the line when its content can no longer be read', async () => {
    const damaged = await openTestDatabase();
    const own = new ChainedApp(damaged.database, damaged.directory, new FixedClock('2026-03-16T02:00:00Z'));
    await own.receive('1/TĐ1022');
    await unguard(damaged.database, 'register_entry', 'journal_entry');
    await damaged.database.writer.query(`UPDATE "register_entry" SET "facts" = '{'`);
    await damaged.database.writer.query(`UPDATE "journal_entry" SET "detail" = '{'`);
    const env = { ...process.env, HOI_AM_DATA: damaged.directory, DATABASE_URL: damaged.url };
    const program = ['--disable-warning=ExperimentalWarning', 'dist/src/cli.js'];
    for (const command of [
      ['register', 'check'],
      ['journal', 'verify'],
    ]) {
      const ended = (await run(process.execPath, [...program, ...command], { env }).catch(
        (error: unknown) => error,
      )) as Ended;
      expect([ended.code, ended.stderr]).toEqual([1, expect.stringContaining('1')]);
    }
    await damaged.close();
  });

  it('end with 1 when the evidence of signatures is guarded no more, or not what the journal has', async () => {
    const own = await openTestDatabase();
    await unguard(own.database, 'signature_evidence');
    const env = { ...process.env, HOI_AM_DATA: own.directory, DATABASE_URL: own.url };
    const args = ['--disable-warning=ExperimentalWarning', 'dist/src/cli.js', 'journal', 'verify', '--json'];
    const ended = (await run(process.execPath, args, { env }).catch((error: unknown) => error)) as Ended;
    expect(ended.code).toBe(1);
    expect(JSON.parse(ended.stdout)).toMatchObject({ chain: 'intact', accept: false });
    expect(ended.stderr).toContain('Chứng cứ chữ ký số: Cơ sở dữ liệu không còn chặn việc sửa, xóa chứng cứ');
    await own.close();
  });

  it('say in words what is wrong, and end with 1', async () => {
    await test.database.writer.query(`UPDATE "outgoing_document" SET "subject" = 'another' WHERE "number" = 2`);
    const { code, stdout, stderr } = await hoiAm('register', 'check', '--book', 'outgoing', '--year', '2026');
    expect(code).toBe(1);
    expect(stdout).toBe('Sổ văn bản đi năm 2026: số 1 đến 2, 2 dòng, 1 số hủy; không toàn vẹn, 1 điều sai\n');
    expect(said(stderr)).toBe(
      'Sổ văn bản đi năm 2026: Dòng số 2 khác điều đã ghi ở mục 2 của chuỗi: có người sửa sổ.\n',
    );
  });

  it('hold an anchor against what is there, and refuse one that was edited', async () => {
    const path = (await app.anchors.write()) ?? '';
    expect((await hoiAm('journal', 'verify', '--anchor', path)).code).toBe(0);
    const edited = join(test.directory, 'sua.json');
    await writeFile(edited, (await readFile(path, 'utf8')).replace('"seq": 4', '"seq": 3'));
    const refused = await hoiAm('journal', 'verify', '--anchor', edited);
    expect({ code: refused.code, stderr: said(refused.stderr) }).toEqual({
      code: 2,
      stderr: `Chữ ký của mốc "${edited}" không đúng: tệp đã bị sửa, hãy dùng mốc khác.\n`,
    });
  });

  it('hold every anchor of a folder, of this agency and this key alone', async () => {
    const folder = join(test.directory, 'moc');
    expect((await hoiAm('register', 'check', '--book', 'incoming', '--anchor', folder)).code).toBe(0);
    const foreign = await hoiAm('journal', 'verify', '--anchor', folder, '--key', 'MCowBQYDK2VwAyEA');
    expect(foreign).toMatchObject({ code: 2, stderr: expect.stringContaining('không do khóa đã nêu ký') as string });
  });

  it('make no database where there is none', async () => {
    const folder = join(test.directory, 'khong-co');
    const env = { ...process.env, HOI_AM_DATA: folder, DATABASE_URL: `sqlite:${join(folder, 'hoi-am.db')}` };
    const ended = run(process.execPath, ['dist/src/cli.js', 'journal', 'verify'], { env });
    await expect(ended).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Không có cơ sở dữ liệu') as string,
    });
  });

  it.each([
    [['register', 'check', '--book', 'secret'], 'Không có sổ "secret": chọn incoming, outgoing hoặc copies.'],
    [['register', 'check', '--year', '26'], 'Năm "26" phải có bốn chữ số.'],
    [['register', 'check', '--year', '2019'], 'Chưa có sổ nào của năm và loại đã nêu.'],
  ])('refuse %j', async (args, sentence) => {
    const { code, stderr } = await hoiAm(...args);
    expect(code).toBe(2);
    expect(said(stderr)).toBe(`${sentence}\n`);
  });
});
