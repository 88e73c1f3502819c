import BetterSqlite3 from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { compileCache } from '../support/compile-cache.js';

const BUILT = resolve('dist/src');

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** By spawning a few of the built programs; the table of all commands is walked in src/cli/command-line.spec.ts. */
describe('the built programs', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hoi-am-lenh-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** In a folder of its own, without the variables of the person who runs the tests, with one line on stdin. */
  const run = (program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> =>
    new Promise((end) => {
      const command = ['--disable-warning=ExperimentalWarning', join(BUILT, program), ...args];
      const child = spawn(process.execPath, command, {
        cwd: folder,
        env: { PATH: process.env['PATH'], ...compileCache(), ...env },
      });
      const said = { stdout: '', stderr: '' };
      for (const name of ['stdout', 'stderr'] as const)
        child[name].setEncoding('utf8').on('data', (text: string) => (said[name] += text));
      child.once('close', (code) => end({ code, ...said }));
      child.stdin.end('trà sen buổi sáng\n');
    });
  const hoiAm = (args: readonly string[], env?: Readonly<Record<string, string>>) => run('cli.js', args, env);

  it.each<[string, string, ...string[]]>([
    ['hoi-am migrate', 'cli.js', 'migrate', '--help'],
    ['hoi-am exchange queue', 'cli.js', 'exchange', 'queue', '-h'],
    ['hoi-am serve', 'main.js', '--port', '9', '--help'],
    ['hoi-am worker', 'worker.js', '--help'],
  ])('print how %s is written and do nothing else', async (usage, program, ...args) => {
    const { code, stdout, stderr } = await run(program, args, { HOI_AM_PORT: 'broken' });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Viết: ${usage}`);
    expect(await readdir(folder)).toEqual([]);
  });

  it.each<[string, ...string[]]>([
    ['cli.js', 'serve', '--prot', '9'],
    ['main.js', '--prot', '9'],
  ])('stop at an option that nobody knows: %s', async (program, ...args) => {
    const { code, stdout, stderr } = await run(program, args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^hoi-am serve không có lựa chọn --prot\. Có phải --port\? Viết: hoi-am serve/u);
    expect(await readdir(folder)).toEqual([]);
  });

  it('hold the port of --port against the rule of its variable', async () => {
    const { code, stderr } = await hoiAm(['serve', '--port', '70000']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'Biến HOI_AM_PORT (--port) không hợp lệ: phải là số nguyên từ 0 đến 65535.\n',
    });
  });

  it('add no account to a database that nobody made, and read .env for which one it is', async () => {
    const add = ['account', 'add', 'quantri', '--name', 'Lê Văn An'];
    const refused = await hoiAm(add);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain(`Không có cơ sở dữ liệu ở SQLite ${join(folder, 'var/du-lieu/hoi-am.db')}`);
    expect(await readdir(folder)).toEqual([]);

    await writeFile(join(folder, '.env'), `DATABASE_URL=sqlite:${join(folder, 'that.db')}\nHOI_AM_DATA=du-lieu\n`);
    const made = await hoiAm(['migrate']);
    expect(made).toMatchObject({ code: 0, stdout: '' });
    expect(made.stderr).toContain(`Cơ sở dữ liệu: SQLite ${join(folder, 'that.db')} (chưa có, lập mới). Cấu hình: `);
    const added = await hoiAm(add);
    expect(added.stderr).toMatch(
      /^Cơ sở dữ liệu: SQLite .+that\.db\. Cấu hình: .+\.env và biến môi trường\.\nĐã thêm/u,
    );
    expect(added.code).toBe(0);
    expect(existsSync(join(folder, 'var'))).toBe(false);

    const elsewhere = await hoiAm(['exchange', 'queue'], { DATABASE_URL: `sqlite:${join(folder, 'khac.db')}` });
    expect(elsewhere.stderr).toContain('Không có cơ sở dữ liệu ở SQLite');
    expect(existsSync(join(folder, 'khac.db'))).toBe(false);
  });

  it('make no database in production but by migrate, and never show its password', async () => {
    const env = {
      ...{ NODE_ENV: 'production', SESSION_SECRET: 'cB9fQ2xk7LmZ0pVtY4sWn8RdHj3GuEa6', DATABASE_URL: 'sqlite:that.db' },
      ...{ E_OFFICE_URL: 'https://e-office.haiphong.gov.vn/v1', E_OFFICE_PASSWORD: 'vR4nLq8Tz2' },
      ...{ CALLBACK_PASSWORD: 'kM7wXc3Bp9', TRUST_ANCHORS: 'goc.pem', HOI_AM_PROXIES: '10.0.0.2' },
      HOI_AM_PUBLIC_URL: 'https://hoi-am.haiphong.gov.vn',
    };
    const served = await run('main.js', [], env);
    expect(served).toMatchObject({ code: 2, stderr: expect.stringContaining('Không có cơ sở dữ liệu ở') as string });
    expect(await readdir(folder)).toEqual([]);
    const away = await hoiAm(['migrate'], { ...env, DATABASE_URL: 'mssql://hoi-am:Tz2vR4nLq8@127.0.0.1:1/hoi_am' });
    expect(away.code).toBe(3);
    expect(away.stderr).toMatch(/^Cơ sở dữ liệu: SQL Server 127\.0\.0\.1:1\/hoi_am\. .+\nKhông mở được cơ sở dữ liệu/u);
    expect(away.stderr).not.toContain('Tz2vR4nLq8');
    expect(await hoiAm(['migrate'], env)).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, 'that.db'))).toBe(true);
  });

  it('leave what is no database of ours as it is', async () => {
    await mkdir(join(folder, 'thu-muc'));
    await writeFile(join(folder, 'van-ban'), 'Đây không phải là cơ sở dữ liệu.');
    const foreign = new BetterSqlite3(join(folder, 'khac.db'));
    foreign.exec('CREATE TABLE "of_others" ("id" integer)');
    foreign.close();
    const old = new BetterSqlite3(join(folder, 'cu.db'));
    old.exec('CREATE TABLE "schema_migration" ("id" integer, "timestamp" bigint, "name" varchar)');
    old.exec(`INSERT INTO "schema_migration" VALUES (1, 1764000000000, 'Agency1764000000000')`);
    old.pragma('journal_mode = WAL');
    old.close();
    const read = () => Promise.all(['khac.db', 'cu.db'].map((name) => readFile(join(folder, name))));
    const before = await read();
    for (const [name, words] of [
      ['thu-muc', 'là một thư mục'],
      ['van-ban', 'không phải là tệp cơ sở dữ liệu SQLite'],
      ['khac.db', 'là cơ sở dữ liệu của phần mềm khác'],
      ['cu.db', 'do một bản Hồi Âm chưa phát hành lập; bản này không dùng được và không thay đổi gì trong đó.'],
    ] as const) {
      const { code, stderr } = await hoiAm(['migrate'], { DATABASE_URL: `sqlite:${join(folder, name)}` });
      expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
    }
    const verified = await hoiAm(['journal', 'verify'], { DATABASE_URL: `sqlite:${join(folder, 'khac.db')}` });
    expect(verified.code).toBe(2);
    const served = await run('main.js', [], { DATABASE_URL: `sqlite:${join(folder, 'cu.db')}` });
    expect([served.code, served.stderr]).toEqual([2, expect.stringContaining('một bản Hồi Âm chưa phát hành')]);
    expect(await read()).toEqual(before);
    expect((await readdir(folder)).sort()).toEqual(['cu.db', 'khac.db', 'thu-muc', 'van-ban']);
  });

  it('name every wrong variable of .env at once', async () => {
    await writeFile(join(folder, '.env'), 'HOI_AM_PROXIES=foo\nHOI_AM_PORT=http\n');
    const { code, stderr } = await hoiAm(['exchange', 'queue']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        'Biến HOI_AM_PORT không hợp lệ: phải là số nguyên từ 0 đến 65535.\n' +
        'Biến HOI_AM_PROXIES không hợp lệ: mỗi mục phải là một địa chỉ mạng như 10.1.2.3 hoặc một dải như 10.0.0.0/8.\n',
    });
  });
});
