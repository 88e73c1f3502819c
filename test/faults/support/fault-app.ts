import type { INestApplicationContext } from '@nestjs/common';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { IsNull, type Repository } from 'typeorm';
import { EOfficeDesk } from '../../../src/cli/demo/e-office-desk.js';
import { seedDemonstration } from '../../../src/cli/demo/seed.js';
import { freePort, Stage } from '../../../src/cli/demo/stage.js';
import { readSettings } from '../../../src/config/settings.js';
import { Database } from '../../../src/platform/database/database.js';
import { OutboxEntity } from '../../../src/platform/outbox/outbox.entity.js';
import { openUseCases } from '../../../src/bootstrap/start.js';
import { TicketEntity } from '../../../src/tickets/persistence/tickets.entities.js';
import { compileCache } from '../../support/compile-cache.js';
import { AppProcess, PATIENCE, type HowToStart } from './app-process.js';
import { Department } from './department.js';
import { Hotline } from './hotline.js';
import { brokenInvariants } from './invariants.js';
import { peerLedger, type PeerLedger } from './peer-ledger.js';

/** The service must answer again so long after the fault's end, without hands (I7). */
export const RECOVERY_MS = 30_000 * PATIENCE;
const LOOK_EVERY_MS = 150;

type Environment = Readonly<Record<string, string>>;

/** A department in a fresh directory: the shipped program, the simulated e-office as a process of its own, the hotline, and people at work. */
export class FaultApp {
  readonly hotline: Hotline;
  private lives = 0;
  private opened: INestApplicationContext | null = null;
  private readonly apps = new Set<AppProcess>();

  private constructor(
    readonly stage: Stage,
    private readonly ownSettings: Environment,
  ) {
    this.hotline = new Hotline(stage.eOfficeUrl, join(stage.directory, 'so-tong-dai.jsonl'));
  }

  /** @param settings of the environment, where they differ from those of a demonstration */
  static async open(settings: Environment = {}): Promise<FaultApp> {
    const directory = await mkdtemp(join(tmpdir(), 'hoi-am-fault-'));
    const stage = await Stage.at(directory, 'dist', { app: 0, eOffice: 0 }, compileCache());
    await stage.startEOffice();
    return new FaultApp(stage, { E_OFFICE_POLL_SECONDS: '1', ...settings });
  }

  get environment(): Environment {
    return { ...this.stage.environment, ...this.ownSettings };
  }

  /** The use cases on the same database, for people at work and for those who check. */
  get context(): INestApplicationContext {
    if (!this.opened) throw new Error('The app has no people yet.');
    return this.opened;
  }

  get department(): Department {
    return this.departmentIn(this.context);
  }

  /** @param context where its people act */
  departmentIn(context: INestApplicationContext): Department {
    return new Department(context, new EOfficeDesk(this.stage.eOfficeUrl));
  }

  get tickets(): Repository<TicketEntity> {
    return this.context.get(Database).reader.getRepository(TicketEntity);
  }

  /** Puts the invented department in, or finds it there. */
  async people(): Promise<void> {
    this.opened ??= await openUseCases(readSettings(this.environment));
    await seedDemonstration(this.opened);
  }

  /** The database is about to be taken away or put back. */
  async closeContext(): Promise<void> {
    await this.opened?.close();
    this.opened = null;
  }

  /** Begins one life of the program at the port that the e-office calls back to, or at another one. */
  begin({
    port,
    program = 'main',
    folder = process.cwd(),
    node = [],
    under = [],
    settings = {},
  }: Partial<HowToStart> & { settings?: Environment } = {}): AppProcess {
    this.lives += 1;
    const app = new AppProcess({
      environment: { ...this.environment, ...settings },
      port: port ?? Number(this.environment['HOI_AM_PORT']),
      log: join(this.stage.directory, `app-${this.lives}.log`),
      program,
      folder,
      node,
      under,
    });
    this.apps.add(app);
    return app;
  }

  async start(how: Parameters<FaultApp['begin']>[0] = {}): Promise<AppProcess> {
    const app = this.begin(how);
    await app.ready();
    return app;
  }

  otherPort(): Promise<number> {
    return freePort(0);
  }

  peer(): Promise<PeerLedger> {
    return peerLedger(this.stage.eOfficeUrl);
  }

  /** The fault has ended. @throws Error when the program does not answer within 30 s (I7) */
  async answersAgain(app: AppProcess): Promise<void> {
    await app.ready(RECOVERY_MS);
  }

  /** Waits until all that the e-office took from the hotline is acknowledged and has its ticket, and no job is open. */
  async untilQuiet(patienceMs = 60_000 * PATIENCE): Promise<void> {
    const patience = AbortSignal.timeout(patienceMs);
    let waiting: string[] = [];
    while (!patience.aborted) {
      waiting = await this.waiting();
      if (waiting.length === 0) return;
      await pause(LOOK_EVERY_MS);
    }
    throw new Error(`Not quiet after ${patienceMs / 1000} s:\n${waiting.slice(0, 20).join('\n')}`);
  }

  /** I1 to I6. @returns one sentence for each thing that does not hold */
  async broken(): Promise<readonly string[]> {
    return brokenInvariants(this.context, this.hotline.accepted, await this.peer());
  }

  async close(): Promise<void> {
    await Promise.all([...this.apps].map((app) => app.kill()));
    await this.closeContext();
    await this.stage.stop();
    this.hotline.close();
    if (process.env['FAULT_KEEP'] === undefined) await rm(this.stage.directory, { recursive: true, force: true });
  }

  private async waiting(): Promise<string[]> {
    const { queued } = await this.peer();
    const { reader } = this.context.get(Database);
    const open = await reader.getRepository(OutboxEntity).find({ where: { finishedAt: IsNull() }, take: 20 });
    const known = new Set((await this.tickets.find({ select: { hotlineCode: true } })).map((row) => row.hotlineCode));
    return [
      ...queued.filter(({ outcome }) => outcome === null).map(({ messageId }) => `${messageId} is not acknowledged`),
      ...this.hotline.accepted
        .filter(({ hotlineCode }) => !known.has(hotlineCode))
        .map(({ hotlineCode }) => `${hotlineCode} has no ticket`),
      ...open.map(({ seq, key, attempts, lastError }) => `job ${seq} ${key} is open: ${attempts} ${lastError}`),
    ];
  }
}
