import { execFile } from 'node:child_process';
import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { IsNull, Not } from 'typeorm';
import { Database } from '../../src/platform/database/database.js';
import { MIGRATIONS_TABLE } from '../../src/platform/database/migrations-table.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import { PATIENCE, type AppProcess, type Ended } from './support/app-process.js';
import { FaultApp } from './support/fault-app.js';
import { PeopleOverHttp } from './support/people-over-http.js';
import { RoundRobin } from './support/round-robin.js';

const ADDING = 'ExpandMarks1765000000098';
const NARROWING = 'Needs0098DropsMarks1765000000099';
const HOTLINE_EVERY_MS = 1_500 * PATIENCE;
const LOOK_EVERY_MS = 250;
const POST_EVERY_MS = 150;
/** Together with all others less than one address may ask in a minute. */
const POSTERS = 3;
const BESIDE_MS = 3_000 * PATIENCE;
/** A process that was told to stop goes on for five seconds. */
const SEEN_AFTER_MS = 2_000;
const ANSWERED_AFTER_MS = 5_600;
const LETTERS = 1;
const SETTLE_MS = 120_000 * PATIENCE;
const LOOKED_AT = ['/dang-nhap', '/cong-khai', '/assets/app/css/theme.css', '/tinh-trang'];
const HOOK = ['--import', new URL('./support/next-version.mjs', import.meta.url).href];

const run = promisify(execFile);

/** Folder of an older version, built, whose processes are upgraded to this build; else they are this build as well. */
const OLDER = process.env['UPGRADE_FROM'] ?? process.cwd();

/** Two processes with pages and a worker; the version after them is this build and one more step (`support/next-version.mjs`). */
describe('an upgrade, one process after the other, under load', () => {
  let faultApp: FaultApp;
  let proxy: RoundRobin;
  let people: PeopleOverHttp;
  let takenBeside = 0;
  let begin: readonly ((next?: string) => AppProcess)[];
  let processes: AppProcess[];
  const ends: Ended[] = [];
  let leaving: readonly (number | string | null)[] = [];

  beforeAll(async () => {
    faultApp = await FaultApp.open({ HOI_AM_PROXIES: '127.0.0.1' });
    await faultApp.people();
    const ports = [Number(faultApp.environment['HOI_AM_PORT']), await faultApp.otherPort()];
    const as = (next?: string) =>
      next === undefined ? { folder: OLDER } : { settings: { NEXT_STEP: next }, node: HOOK };
    begin = [
      ...ports.map((port) => (next?: string) => faultApp.begin({ ...as(next), port })),
      (next?: string) => faultApp.begin({ ...as(next), program: 'worker' }),
    ];
    processes = begin.map((one) => one());
    await Promise.all(processes.map((one) => one.ready()));
    proxy = await RoundRobin.before(ports.map((port) => `http://127.0.0.1:${String(port)}`));
    people = new PeopleOverHttp(faultApp.context, proxy.url);
    await underLoad(upgrade);
    await faultApp.departmentIn(people.atThePages).answer(LETTERS, SETTLE_MS);
    await faultApp.untilQuiet(SETTLE_MS);
    process.stdout.write(
      `upgrade: ${String(proxy.answered)} answers, ${String(proxy.retried)} of them by the next process; stopped in ${ends.map(({ tookMs }) => tookMs.toFixed(0)).join(', ')} ms\n`,
    );
  }, 4 * SETTLE_MS);

  afterAll(async () => {
    await proxy.close();
    await faultApp.close();
  });

  /** The hotline sends, people act at the pages, and others read. */
  async function underLoad(work: () => Promise<void>): Promise<void> {
    const stopped = new AbortController();
    const load = [
      faultApp.hotline.goOn(HOTLINE_EVERY_MS, stopped.signal),
      faultApp.departmentIn(people.atThePages).work(LETTERS, stopped.signal),
      ...LOOKED_AT.map((path) => goOn(LOOK_EVERY_MS, stopped.signal, () => fetch(`${proxy.url}${path}`))),
      ...Array.from({ length: POSTERS }, () => goOn(POST_EVERY_MS, stopped.signal, post)),
    ];
    try {
      await work();
    } finally {
      stopped.abort();
      await Promise.all(load);
    }
  }

  async function goOn(everyMs: number, until: AbortSignal, ask: () => Promise<Response>): Promise<void> {
    while (!until.aborted) {
      await (await ask()).arrayBuffer();
      await pause(everyMs);
    }
  }

  /** A form without its token: refused, but by the program. What a proxy may not send again is where a stop is seen. */
  function post(): Promise<Response> {
    return fetch(`${proxy.url}/dang-nhap`, { method: 'POST', body: new URLSearchParams({ username: 'vanthu' }) });
  }

  async function upgrade(): Promise<void> {
    await pause(BESIDE_MS);
    await migrate(ADDING);
    const before = people.taken;
    await pause(BESIDE_MS);
    takenBeside = await takenSince(before);
    for (const [at, old] of processes.entries()) {
      const [end, seen] = await Promise.all([old.terminate(), at === 0 ? seenLeaving(old.url) : leaving]);
      ends.push(end);
      leaving = seen;
      const next = begin[at]?.(ADDING);
      await next?.ready();
      if (next) processes[at] = next;
      await pause(BESIDE_MS / 3);
    }
  }

  /** Waits for the next ticket that people take, which on a busy machine takes its time. @returns how many they took */
  async function takenSince(before: number): Promise<number> {
    const patience = AbortSignal.timeout(SETTLE_MS);
    while (people.taken === before && !patience.aborted) await pause(LOOK_EVERY_MS);
    return people.taken - before;
  }

  /** What a proxy sees of a process that was told to stop. */
  async function seenLeaving(url: string): Promise<typeof leaving> {
    const inHand = askedSlowly(`${url}/dang-nhap`, ANSWERED_AFTER_MS);
    await pause(SEEN_AFTER_MS);
    const [ready, page] = await Promise.all([fetch(`${url}/health/ready`), fetch(`${url}/dang-nhap`)]);
    return [ready.status, page.status, page.headers.get('connection'), await inHand];
  }

  /** As an administrator does it, with the newer version. */
  async function migrate(step: string): Promise<void> {
    const env = { ...faultApp.environment, PATH: process.env['PATH'], TZ: 'UTC', NEXT_STEP: step };
    await run(process.execPath, [...HOOK, 'dist/src/cli.js', 'migrate'], { env });
  }

  it('fails no request: what one process does not answer any more the next one does', () => {
    expect(proxy.failed).toEqual([]);
    expect(proxy.answered).toBeGreaterThan(100);
  });

  it('is told that a process leaves before it does, and whoever was let in is answered', () => {
    expect(leaving).toEqual([503, 200, 'close', 403]);
  });

  it('leaves the older version at work on tables that are ahead of it', async () => {
    const steps = await faultApp.context
      .get(Database)
      .reader.query<{ name: string }[]>(`SELECT "name" AS "name" FROM "${MIGRATIONS_TABLE}"`);
    expect(steps.map(({ name }) => name)).toContain(ADDING);
    expect(takenBeside).toBeGreaterThan(0);
  });

  it('loses nothing, doubles nothing, and leaves no gap', async () => {
    expect(await faultApp.broken()).toEqual([]);
    expect(await faultApp.tickets.countBy({ state: 'answered' })).toBe(LETTERS);
  });

  it('ends each process in order, with no job left in its hands', async () => {
    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0]);
    const jobs = faultApp.context.get(Database).reader.getRepository(OutboxEntity);
    expect(await jobs.countBy({ finishedAt: IsNull(), leasedBy: Not(IsNull()) })).toBe(0);
  });

  it(
    'is refused to what a later version has taken away from it, which says so',
    async () => {
      await Promise.all(processes.map((one) => one.terminate()));
      await faultApp.context
        .get(Database)
        .writer.query(`INSERT INTO "${MIGRATIONS_TABLE}" ("timestamp", "name") VALUES (1765000000099, '${NARROWING}')`);
      const old = begin[0]?.();
      expect((await old?.ended(SETTLE_MS))?.code).toBe(2);
      expect(await old?.lastWords()).toContain(`bản Hồi Âm mới hơn cập nhật (bước ${NARROWING})`);
      const newer = begin[0]?.(ADDING);
      await newer?.ready();
    },
    SETTLE_MS,
  );
});

/** From an address of its own, for others have asked much. @returns the status that a form got whose second half came so much later; what happened, where it got none */
function askedSlowly(url: string, lateMs: number): Promise<number | string> {
  const halves = ['username=', 'vanthu'];
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': halves.join('').length };
  return new Promise((resolve) => {
    const asked = request(url, { method: 'POST', headers, agent: false, localAddress: '127.0.0.2' }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.once('error', ({ message }) => resolve(message));
    asked.write(halves[0]);
    setTimeout(() => asked.end(halves[1]), lateMs);
  });
}
