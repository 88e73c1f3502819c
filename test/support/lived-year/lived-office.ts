import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Abstract, Type } from '@nestjs/common';
import { ScheduleExplorer } from '@nestjs/schedule';
import { Test, type TestingModule } from '@nestjs/testing';
import { type RunningSimulator, startSimulator } from '../../../integrations/e-office/simulator/server.js';
import { AdaptersModule } from '../../../src/bootstrap/adapters.module.js';
import { JOBS } from '../../../src/bootstrap/jobs.js';
import { requireKeys } from '../../../src/bootstrap/kept-keys.js';
import { RecordSealsModule } from '../../../src/bootstrap/record-seals.module.js';
import { SCHEMA } from '../../../src/bootstrap/schema.js';
import { CircularsBackgroundModule } from '../../../src/circulars/index.js';
import { demonstrationOffice } from '../../../src/cli/demo/office-config.js';
import { seedDemonstration } from '../../../src/cli/demo/seed.js';
import { readSettings, type Settings } from '../../../src/config/settings.js';
import { DataRequestsBackgroundModule } from '../../../src/data-requests/index.js';
import { AnchoringModule } from '../../../src/documents/index.js';
import { ExchangeBackgroundModule, ReceivePending, WatchExchangeModule } from '../../../src/exchange/index.js';
import type { Actor } from '../../../src/kernel/actor.js';
import { weekdayOf, type CivilDate } from '../../../src/kernel/civil-date.js';
import { NoticesBackgroundModule } from '../../../src/notices/index.js';
import { StaffDirectory, type Person } from '../../../src/organisation/index.js';
import { PetitionsBackgroundModule } from '../../../src/petitions/index.js';
import { Database } from '../../../src/platform/database/database.js';
import { HttpModule } from '../../../src/platform/http/http.module.js';
import { OutboxWorker } from '../../../src/platform/outbox/outbox-worker.js';
import { PlatformModule } from '../../../src/platform/platform.module.js';
import { RecurringWork } from '../../../src/platform/scheduling/recurring-work.js';
import { ProposalsBackgroundModule } from '../../../src/proposals/index.js';
import { PublicationBackgroundModule } from '../../../src/publication/index.js';
import { RecordsBackgroundModule } from '../../../src/records/index.js';
import { ReportsBackgroundModule } from '../../../src/reports/index.js';
import { PollSignatures } from '../../../src/signing/index.js';
import { SupervisionBackgroundModule } from '../../../src/supervision/index.js';
import { TicketsBackgroundModule } from '../../../src/tickets/index.js';
import { WebModule } from '../../../src/web/index.js';
import type { FixedClock } from '../fixed-clock.js';

/** What comes back by itself; each method that is declared there is a turn. */
const BACKGROUND = [
  AnchoringModule,
  RecordSealsModule,
  ExchangeBackgroundModule,
  WatchExchangeModule,
  TicketsBackgroundModule,
  NoticesBackgroundModule,
  RecordsBackgroundModule,
  ProposalsBackgroundModule,
  ReportsBackgroundModule,
  SupervisionBackgroundModule,
  PublicationBackgroundModule,
  DataRequestsBackgroundModule,
  PetitionsBackgroundModule,
  CircularsBackgroundModule,
] as const;

/** Learnt anew from all that was ever decided: done each night, it would take a third of a lived year. */
const WEEKLY = ['learn'];

/** @nestjs/schedule writes this beside each method that it is to call. */
const SCHEDULED = 'SCHEDULER_NAME';

/** The department of the demonstration with its simulated e-office, whole and real but for the clock that both stand under: nothing happens unless it is told to. */
export class LivedOffice {
  private readonly people = new Map<string, Person>();

  private constructor(
    readonly clock: FixedClock,
    readonly settings: Settings,
    private readonly module: TestingModule,
    private readonly simulator: RunningSimulator,
  ) {}

  /** @param port of the simulated e-office; 0: any that is free */
  static async open(directory: string, clock: FixedClock, port: number): Promise<LivedOffice> {
    await mkdir(join(directory, 'e-office'), { recursive: true });
    const passwords = {
      eOfficePassword: 'mat-khau-ban-trinh-dien',
      callbackPassword: 'mat-khau-goi-lai',
      clockDays: 0,
    };
    const simulator = await startSimulator({
      ...demonstrationOffice(passwords, ''),
      // The app asks; nobody is there to be told.
      callback: undefined,
      ...{ directory: join(directory, 'e-office'), port, host: '127.0.0.1', clock },
    });
    const anchorsFile = join(directory, 'goc-chung-thuc.pem');
    await writeFile(anchorsFile, simulator.rootPem);
    const settings = readSettings({
      HOI_AM_DATA: join(directory, 'du-lieu'),
      HOI_AM_LOG: 'fatal',
      EXCHANGE_EVIDENCE_DAYS: '7',
      E_OFFICE_URL: `${simulator.url}/eoffice/v1`,
      E_OFFICE_PASSWORD: passwords.eOfficePassword,
      CALLBACK_PASSWORD: passwords.callbackPassword,
      TRUST_ANCHORS: anchorsFile,
      TRUST_CRL_HOSTS: new URL(simulator.url).host,
    });
    await mkdir(settings.dataDirectory, { recursive: true });
    const database = await Database.open(settings.databaseUrl, SCHEMA);
    await database.migrate();
    const appContext = { settings, database, clock, jobs: JOBS };
    await requireKeys(appContext);
    const module = await Test.createTestingModule({
      imports: [PlatformModule.on(appContext), AdaptersModule, HttpModule, WebModule, ...BACKGROUND],
    })
      .overrideProvider(ScheduleExplorer)
      .useValue({})
      .compile();
    module.useLogger(['fatal']);
    await module.init();
    const opened = new LivedOffice(clock, settings, module, simulator);
    await seedDemonstration(module);
    opened.get(RecurringWork).begin();
    return opened;
  }

  async close(): Promise<void> {
    await this.module.close();
    await this.simulator.stop();
  }

  get<Part>(part: Type<Part> | Abstract<Part>): Part {
    return this.module.get(part, { strict: false });
  }

  get context(): TestingModule {
    return this.module;
  }

  async person(username: string): Promise<Person> {
    const known = this.people.get(username) ?? (await this.get(StaffDirectory).personNamed(username));
    this.people.set(username, known);
    return known;
  }

  async as(username: string): Promise<Actor> {
    return (await this.person(username)).actor;
  }

  /** Does the jobs that are due, until none is. */
  async work(): Promise<void> {
    while ((await this.get(OutboxWorker).runOnce()) > 0);
  }

  /** The registry's post is fetched, and what follows from it done. */
  async fetch(): Promise<void> {
    await this.get(ReceivePending).receive();
    await this.work();
  }

  async lookAtLetters(): Promise<void> {
    await this.get(PollSignatures).poll();
    await this.work();
  }

  /** One turn of all that comes back by itself on a day. */
  async turn(day: CivilDate): Promise<void> {
    const left = weekdayOf(day) === 1 ? [] : WEEKLY;
    await Promise.all(BACKGROUND.flatMap((part) => turnsOf(this.module.get<object>(part, { strict: false }), left)));
    await this.work();
  }

  /** Somebody at the simulated e-office: the operator of the hotline, the leader, the registry. */
  async atEOffice(path: string, body: object): Promise<unknown> {
    const answer = await fetch(`${this.simulator.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${String(answer.status)} ${await answer.text()}`);
    return answer.json();
  }
}

function turnsOf(part: object, left: readonly string[]): readonly Promise<void>[] {
  const methods = Object.getPrototypeOf(part) as Readonly<Record<string, unknown>>;
  return Object.getOwnPropertyNames(methods).flatMap((name) => {
    const turn = methods[name];
    if (
      name === 'constructor' ||
      left.includes(name) ||
      typeof turn !== 'function' ||
      !Reflect.hasMetadata(SCHEDULED, turn)
    )
      return [];
    return [(turn as () => Promise<void>).call(part)];
  });
}
