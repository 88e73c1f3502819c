import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DraftEntity } from '../../../src/drafting/persistence/drafting.entities.js';
import { Database } from '../../../src/platform/database/database.js';
import { FileStore } from '../../../src/platform/files/file-store.js';
import { FaultApp } from '../support/fault-app.js';
import { Tampering } from '../support/tools.js';

const LETTERS = 3;
const LIFE_MS = 12_000;
const SETTLE_MS = 180_000;
/** Calls that make a file, in their order, and how many of each thread of the pool go before the one that never returns. */
const CALLS: readonly (readonly [call: string, times: readonly number[]])[] = [
  ['openat', [3, 9, 27]],
  ['write', [9, 27, 81]],
  ['fsync', [1, 2, 3, 4]],
  ['rename', [1, 2, 3]],
];

/** F4: kill -9 within the writing of messages, DOCX and PDF: by strace, at the very system call. */
describe('kill -9 while files are written', () => {
  let faultApp: FaultApp;
  let killed = 0;
  const ends: string[] = [];

  beforeAll(
    async () => {
      faultApp = await FaultApp.open();
      await faultApp.people();
      const stopped = new AbortController();
      const work = faultApp.department.work(LETTERS, stopped.signal);
      try {
        for (const [call, times] of CALLS) for (const time of times) await killAt(call, time);
      } finally {
        stopped.abort();
        await work;
      }
      await faultApp.answersAgain(faultApp.begin());
      await faultApp.department.answer(LETTERS, SETTLE_MS);
      await faultApp.untilQuiet(SETTLE_MS);
    },
    13 * 60_000 + 2 * SETTLE_MS,
  );

  afterAll(() => faultApp.close());

  async function killAt(call: string, time: number): Promise<void> {
    const app = await faultApp.start();
    await Tampering.withThreads(app.pid, call, `signal=KILL:when=${time}`);
    await faultApp.hotline.send(['giay-bao-thu.png']);
    for (let waited = 0; app.lives && waited < LIFE_MS; waited += 100) await pause(100);
    if (!app.lives) killed += 1;
    ends.push(`${call} ${time}: ${app.lives ? 'lived' : 'killed'}`);
    await app.kill();
  }

  it('hit the program in its writing, most times', () => {
    expect({ isMost: killed > ends.length / 2, ends }).toEqual({ isMost: true, ends });
  });

  it('loses nothing, doubles nothing, and leaves no gap', async () => {
    expect(await faultApp.broken()).toEqual([]);
  });

  it('leaves no half file under a name, and no draft without its files', async () => {
    const store = faultApp.context.get(FileStore);
    const drafts = await faultApp.context.get(Database).reader.getRepository(DraftEntity).find();
    const meant = drafts.flatMap(({ docxSha256, pdfSha256 }) => [docxSha256, pdfSha256]).filter((one) => one !== null);
    const there = await namesIn(join(faultApp.environment['HOI_AM_DATA'] ?? '', 'tep'));
    const states = await Promise.all([...new Set([...meant, ...there])].map((sha256) => store.stateOf(sha256)));
    expect(meant.length).toBeGreaterThan(0);
    expect(states.filter((state) => state !== 'whole')).toEqual([]);
  });
});

/** Files of the store that have got their names: evidence and what was set aside as damaged lie beside their folders. */
async function namesIn(folder: string): Promise<readonly string[]> {
  const shelves = (await readdir(folder)).filter((name) => /^[\da-f]{2}$/u.test(name));
  const names = await Promise.all(shelves.map((shelf) => readdir(join(folder, shelf))));
  return names.flat().filter((name) => !name.startsWith('.'));
}
