import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SCHEMA } from '../../../src/bootstrap/schema.js';
import { namedFiles } from '../../../src/bootstrap/named-files.js';
import { Reconcile, ReconciliationQueries } from '../../../src/exchange/index.js';
import { SYSTEM } from '../../../src/kernel/actor.js';
import { Database } from '../../../src/platform/database/database.js';
import { FileStore } from '../../../src/platform/files/file-store.js';
import { JobSlotEntity } from '../../../src/platform/scheduling/job-slot.entity.js';
import type { Dice } from '../../support/dice.js';
import { serverDatabase } from '../../support/server-databases.js';
import { PATIENCE, type AppProcess } from './app-process.js';
import { FaultApp } from './fault-app.js';
import { PeopleOverHttp } from './people-over-http.js';
import { RoundRobin } from './round-robin.js';

const HOTLINE_EVERY_MS = 3_000 * PATIENCE;
/** So often one more ticket is answered by letter. */
const LETTER_EVERY_MS = 30_000;
const KILL_EVERY_MS = 4_000;
/** Of ten processes one is killed though it may still start. */
const KILLED_STARTING = 0.1;
const SETTLE_MS = 300_000 * PATIENCE;
/** Declared by the minute of the clock, so that every process alive wants the same slot at the same moment. */
const EACH_MINUTE: readonly string[] = ['officers.change', 'notices.mail'];

interface Ran {
  readonly job: string;
  readonly slot: string;
}

/** Two processes with pages and two workers, on one database and one data folder, behind one proxy. */
export class FourProcesses {
  kills = 0;
  letters = 0;
  private readonly begin: readonly (() => AppProcess)[];
  private lives: AppProcess[] = [];

  private constructor(
    readonly faultApp: FaultApp,
    readonly proxy: RoundRobin,
    readonly people: PeopleOverHttp,
    ports: readonly number[],
    private readonly watch: string,
  ) {
    const how = {
      settings: { SLOT_WATCH: watch },
      node: ['--import', new URL('./slot-watch.mjs', import.meta.url).href],
    };
    this.begin = [
      ...ports.map((port) => () => faultApp.begin({ ...how, port })),
      ...[1, 2].map(() => () => faultApp.begin({ ...how, program: 'worker' as const })),
    ];
  }

  /** On SQLite, or on the server that MSSQL_TEST_URL names. */
  static async open(): Promise<FourProcesses> {
    const server = process.env['MSSQL_TEST_URL'];
    const database: Record<string, string> = server === undefined ? {} : { DATABASE_URL: await migrated(server) };
    const faultApp = await FaultApp.open({ HOI_AM_PROXIES: '127.0.0.1', ...database });
    await faultApp.people();
    const ports = [Number(faultApp.environment['HOI_AM_PORT']), await faultApp.otherPort()];
    const proxy = await RoundRobin.before(ports.map((port) => `http://127.0.0.1:${String(port)}`));
    const people = new PeopleOverHttp(faultApp.context, proxy.url);
    return new FourProcesses(faultApp, proxy, people, ports, join(faultApp.stage.directory, 'slots.jsonl'));
  }

  async start(): Promise<void> {
    this.lives = this.begin.map((begin) => begin());
    await Promise.all(this.lives.map((life) => life.ready()));
  }

  /** The hotline sends, people act at the pages, and one process after the other is killed and started again. */
  async underKills(minutes: number, dice: Dice): Promise<void> {
    const stopped = new AbortController();
    const load = [this.faultApp.hotline.goOn(HOTLINE_EVERY_MS, stopped.signal), this.answerOn(stopped.signal)];
    try {
      const ends = performance.now() + minutes * 60_000;
      while (performance.now() < ends) await this.killOne(dice);
    } finally {
      stopped.abort();
      await Promise.all(load);
    }
    await Promise.all(this.lives.map((life) => life.ready()));
  }

  /** Nobody is killed any more: what was begun is ended. */
  async settle(): Promise<void> {
    await this.faultApp.departmentIn(this.people.atThePages).answer(this.letters, SETTLE_MS);
    await this.faultApp.untilQuiet(SETTLE_MS);
  }

  /** @returns one sentence for each slot of recurring work that ran twice, or that nobody ran though nobody was killed over it */
  async slotBreaches(from: Date, to: Date): Promise<readonly string[]> {
    const lines = (await readFile(this.watch, 'utf8')).trim().split('\n');
    const ran = lines.map((line) => JSON.parse(line) as Ran).map(({ job, slot }) => `${job} ${slot}`);
    const slots = this.faultApp.context.get(Database).reader.getRepository(JobSlotEntity);
    const claimed = new Set((await slots.find()).map(({ job, slot }) => `${job} ${slot}`));
    const wanted = EACH_MINUTE.flatMap((job) => minutesWithin(from, to).map((slot) => `${job} ${slot}`));
    return [
      ...ran.filter((one, at) => ran.indexOf(one) !== at).map((one) => `${one} ran twice`),
      ...ran.filter((one) => !claimed.has(one)).map((one) => `${one} ran, and nobody claimed it`),
      ...wanted.filter((one) => !claimed.has(one)).map((one) => `${one} was left out`),
    ];
  }

  /** @returns the files that the database names and the store has not got whole */
  async lostFiles(): Promise<readonly string[]> {
    const { context } = this.faultApp;
    const [named, store] = [await namedFiles(context.get(Database)), context.get(FileStore)];
    const lost: string[] = [];
    for (const sha256 of named) if ((await store.stateOf(sha256)) !== 'whole') lost.push(sha256);
    return lost;
  }

  /** @returns what differs between both sides, as `hoi-am exchange reconcile` says it */
  async differences(from: Date): Promise<readonly string[]> {
    const { context } = this.faultApp;
    await context.get(Reconcile).reconcile(SYSTEM, from);
    return (await context.get(ReconciliationQueries).standing()).map((one) => JSON.stringify(one));
  }

  async close(): Promise<void> {
    await this.proxy.close();
    await this.faultApp.close();
  }

  private async killOne(dice: Dice): Promise<void> {
    await pause(KILL_EVERY_MS * (0.5 + dice.next()));
    const at = dice.below(this.lives.length);
    if (!dice.chance(KILLED_STARTING)) await this.lives[at]?.ready();
    await this.lives[at]?.kill();
    this.kills += 1;
    const again = this.begin[at]?.();
    if (again !== undefined) this.lives[at] = again;
  }

  private async answerOn(until: AbortSignal): Promise<void> {
    const department = this.faultApp.departmentIn(this.people.atThePages);
    while (!until.aborted) {
      this.letters += 1;
      await department.work(this.letters, AbortSignal.any([until, AbortSignal.timeout(LETTER_EVERY_MS)]));
    }
  }
}

async function migrated(server: string): Promise<string> {
  const { url } = await serverDatabase(server);
  const database = await Database.open(url, SCHEMA);
  await database.migrate();
  await database.close();
  return url;
}

/** The whole minutes between two moments, without those in which either lies. */
function minutesWithin(from: Date, to: Date): string[] {
  const minute = 60_000;
  const first = Math.ceil(from.getTime() / minute);
  const count = Math.max(0, Math.floor(to.getTime() / minute) - first);
  return Array.from({ length: count }, (_, at) => new Date((first + at) * minute).toISOString());
}
