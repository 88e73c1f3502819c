import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { WrittenSince } from './written-since.js';

const A_MOMENT_MS = 110;
let directory: string;
let file: string;
let since: WrittenSince;
let times: number;

const act = (): Promise<boolean> => {
  times += 1;
  return Promise.resolve(true);
};

/** What stands there is sure once it was looked at a second time. */
async function runUntilSure(one: WrittenSince, of = act): Promise<void> {
  await one.run(of);
  await pause(A_MOMENT_MS);
  await one.run(of);
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'written-'));
  file = join(directory, 'hoi-am.db');
  await writeFile(file, 'database');
  since = new WrittenSince({ file });
  times = 0;
});

afterEach(() => rm(directory, { recursive: true }));

describe('what is done when the database was written to', () => {
  it('rests while the files stand as they stood', async () => {
    await runUntilSure(since);
    expect(await since.isPossible()).toBe(false);
    await since.run(act);
    expect(times).toBe(2);
  });

  it('is done again at once, when a second write may not show yet', async () => {
    await since.run(act);
    await since.run(act);
    await since.run(act);
    expect(times).toBe(3);
  });

  it.each<[string, () => Promise<void>]>([
    ['the log has appeared', () => writeFile(`${file}-wal`, 'log')],
    ['the file has grown', () => writeFile(file, 'database, longer')],
    ['the file was written over in place', () => utimes(file, new Date(), new Date(Date.now() + 1_000))],
  ])('is done again where %s', async (_what, write) => {
    await runUntilSure(since);
    await write();
    expect(await since.isPossible()).toBe(true);
    await since.run(act);
    expect(times).toBe(3);
  });

  it('is done again where something was left to do', async () => {
    const leaves = async (): Promise<boolean> => !(await act());
    await runUntilSure(since, leaves);
    await since.run(leaves);
    expect(times).toBe(3);
  });

  it('is done each time where there is a server, which has no file to look at', async () => {
    const server = new WrittenSince({ file: null });
    await runUntilSure(server);
    await server.run(act);
    expect(times).toBe(3);
  });

  it('is done again after it has failed', async () => {
    await expect(since.run(() => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full');
    expect(await since.isPossible()).toBe(true);
  });

  it('is seen by a look that is had in any case', async () => {
    await since.inAnyCase(act);
    await pause(A_MOMENT_MS);
    await since.inAnyCase(act);
    expect(await since.isPossible()).toBe(false);
    expect(times).toBe(2);
  });
});
