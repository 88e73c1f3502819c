import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { TdsServer, type Fate } from './support/tds-server.js';

const FAILOVER_MS = 1000;
const WRITER = join(import.meta.dirname, 'support/unit-writer.mjs');

/** F21, by the real driver over a real line; the server is a stand-in that keeps what was committed. */
describe('a unit of work on a SQL Server that breaks', () => {
  let server: TdsServer;
  let writer: ChildProcess;
  let said: Interface;

  beforeAll(async () => {
    server = new TdsServer();
    await server.open();
    writer = spawn(process.execPath, [WRITER, server.url], { stdio: ['pipe', 'pipe', 'inherit'] });
    if (!writer.stdout) throw new Error('The writer cannot be heard.');
    said = createInterface({ input: writer.stdout });
  });
  beforeEach(() => {
    server.committed.length = 0;
  });
  afterAll(async () => {
    writer.kill();
    await server.close();
  });

  /** Two lines that belong together, in one unit of work. */
  async function write(): Promise<{ readonly end: string; readonly runs: number }> {
    writer.stdin?.write('\n');
    const [line] = (await once(said, 'line')) as [string];
    return JSON.parse(line) as { end: string; runs: number };
  }

  /** What becomes of the first of such statements; later all is well. */
  function first(statement: string, fate: () => Fate): void {
    let met = false;
    server.fate = (asked) => {
      if (met || asked !== statement) return 'done';
      met = true;
      return fate();
    };
  }

  it.each<[fault: string, fate: Fate]>([
    ['is chosen as the victim of a deadlock', 'deadlock'],
    ['loses its line between two statements', 'lostBefore'],
    ['loses its line before the answer to a statement', 'lostAfter'],
  ])('that %s runs again whole', async (_fault, fate) => {
    first('number', () => fate);
    expect(await write()).toEqual({ end: 'written', runs: 2 });
    expect(server.committed).toEqual(['ticket', 'number']);
  });

  it('runs again whole after a failover, when nobody listens for a while', async () => {
    let back = Promise.resolve();
    first('number', () => {
      back = server
        .close()
        .then(() => pause(FAILOVER_MS))
        .then(() => server.open());
      return 'lostBefore';
    });
    expect(await write()).toEqual({ end: 'written', runs: 2 });
    await back;
    expect(server.committed).toEqual(['ticket', 'number']);
  });

  it.each<[end: string, fate: Fate, committed: readonly string[]]>([
    ['done', 'lostAfter', ['ticket', 'number']],
    ['not done', 'lostBefore', []],
  ])('does not run again when the line is lost at the commit, %s: who asked must look', async (_end, fate, kept) => {
    first('COMMIT', () => fate);
    expect(await write()).toEqual({ end: 'database unwell', runs: 1 });
    expect(server.committed).toEqual(kept);
    expect(await write()).toEqual({ end: 'written', runs: 1 });
  });
});
