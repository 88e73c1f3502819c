import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import Database from 'better-sqlite3';
import { LAYING_OUT } from '../../src/cli/demo/stage.js';

describe('npm run dev', () => {
  it('that may not start says why in words, without a stack', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hoi-am-dev-'));
    const stage = join(folder, 'var', 'trinh-dien');
    await mkdir(stage, { recursive: true });
    const lock = new Database(join(stage, `${LAYING_OUT}.khoa`)).exec('BEGIN EXCLUSIVE');
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', resolve('.ci/dev.mjs')], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const [told, closed] = await Promise.all([text(child.stderr), once(child, 'close')]);
    lock.close();
    await rm(folder, { recursive: true });
    expect([closed, told]).toEqual([
      [1, null],
      'Một lệnh khác đang mở bản trình diễn trong thư mục này; chờ lệnh đó mở xong.\n',
    ]);
  });
});
