import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { compileCache } from '../support/compile-cache.js';

const MAIN = resolve('dist/src/main.js');
const HALF = 200_000;

describe('the built server', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hoi-am-khoi-dong-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Starts it, reads what it says until it serves or ends, and orders it to stop. */
  const start = async (
    more: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly code: number | null; readonly said: readonly string[] }> => {
    const { PATH = '' } = process.env;
    const data = {
      HOI_AM_DATA: join(folder, 'du-lieu'),
      E_OFFICE_URL: 'http://127.0.0.1:1/',
      SMTP_URL: 'smtp://hoi-am:kq8ZtmLp27@127.0.0.1:1',
    };
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, '--port', '0'], {
      cwd: folder,
      env: { PATH, TZ: 'UTC', ...compileCache(), ...data, ...more },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const said: string[] = [];
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line);
      if (line.includes('đang phục vụ tại')) child.kill('SIGTERM');
    });
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, said };
  };

  it('says where it serves, of which version, on which database, and what is switched on', async () => {
    const { said } = await start();
    expect(said.join('\n')).toMatch(/Hồi Âm \d+\.\d+\.\d+ đang phục vụ tại http:\/\/127\.0\.0\.1:\d+/u);
    const started = said.find((line) => line.includes('"app.started"')) ?? '{}';
    expect(JSON.parse(started)).toMatchObject({
      as: 'serve',
      database: `SQLite ${join(folder, 'du-lieu', 'hoi-am.db')}`,
      mode: 'development',
      on: ['eOffice', 'mail'],
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/u) as string,
    });
    expect(said.join('\n')).not.toContain('kq8ZtmLp27');
  });

  it('does not start on a file of trusted certificates that is not there, nor on a database that was cut off', async () => {
    const untrusting = await start({ TRUST_ANCHORS: join(folder, 'khong-co.pem') });
    expect(untrusting).toMatchObject({ code: 2 });
    expect(untrusting.said.at(-1)).toMatch(/^Biến TRUST_ANCHORS không hợp lệ: không đọc được tệp .+khong-co\.pem/u);
    await truncate(join(folder, 'du-lieu', 'hoi-am.db'), HALF);
    await rm(join(folder, 'du-lieu', 'hoi-am.db-wal'), { force: true });
    const cut = await start();
    expect(cut).toMatchObject({ code: 3 });
    expect(cut.said.at(-1)).toMatch(/bị hỏng hoặc bị cắt ngang.+hoi-am restore --from/u);
  });
});
