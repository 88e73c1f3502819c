import { Global, Module, type DynamicModule, type OnApplicationShutdown, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import { Settings } from '../config/settings.js';
import { FailureLog } from '../kernel/failure-log.js';
import { Clock } from '../kernel/clock.js';
import { Database } from './database/database.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { EvidenceStore } from './files/evidence-store.js';
import { FileStore } from './files/file-store.js';
import { openEvidenceStore, openFileStore } from './files/open-file-store.js';
import { LoopDelay } from './telemetry/loop-delay.js';
import { StorageHealth } from './health/storage-health.js';
import { Attempts } from './outbox/attempts.js';
import { Circuits } from './outbox/circuits.js';
import { DueJobs } from './outbox/due-jobs.js';
import { Leases } from './outbox/leases.js';
import { JobHandlers, type DeclaredJobs } from './outbox/job-handlers.js';
import type { JobHandler } from './outbox/job.js';
import { Outbox } from './outbox/outbox.js';
import { OutboxTurns } from './outbox/outbox-turns.js';
import { OutboxWorker } from './outbox/outbox-worker.js';
import { JobControl } from './outbox/job-control.js';
import { QueueReport } from './outbox/queue-report.js';
import { Tries } from './outbox/tries.js';
import { StuckJobs } from './outbox/stuck-jobs.js';
import { Leaving } from './leaving.js';
import { HealthFacts } from './http/health/health-facts.js';
import { PositionSources } from './position/position-sources.js';
import { JobSlots } from './scheduling/job-slots.js';
import { RecurringWork } from './scheduling/recurring-work.js';
import { LiveSessions } from './sessions/live-sessions.js';
import { MetricSources } from './telemetry/metric-sources.js';
import { TraceExport } from './telemetry/trace-export.js';
import { Log } from './telemetry/log.js';

/** What a process has before Nest starts, and gives to every module. */
export interface AppContext {
  readonly settings: Settings;
  readonly database: Database;
  readonly clock: Clock;
  readonly jobs: DeclaredJobs;
}

/** What every feature stands on; made once per process from settings, an open database and a clock. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  static on({ settings, database, clock, jobs }: AppContext): DynamicModule {
    return {
      module: PlatformModule,
      imports: [ScheduleModule.forRoot()],
      providers: [
        { provide: Settings, useValue: settings },
        { provide: Database, useValue: database },
        { provide: Clock, useValue: clock },
        { provide: Log, useFactory: () => new Log(settings.log) },
        { provide: FailureLog, useExisting: Log },
        { provide: FileStore, useFactory: () => openFileStore(settings.files) },
        { provide: EvidenceStore, useFactory: () => openEvidenceStore(settings.files) },
        UnitOfWork,
        LiveSessions,
        MetricSources,
        Outbox,
        {
          provide: JobHandlers,
          useFactory: (modules: ModuleRef) =>
            new JobHandlers(jobs.declared, (kind) => providedBy(modules, jobs.handlers[kind])),
          inject: [ModuleRef],
        },
        DueJobs,
        Circuits,
        Attempts,
        Leases,
        Tries,
        StuckJobs,
        QueueReport,
        JobControl,
        OutboxWorker,
        OutboxTurns,
        JobSlots,
        PositionSources,
        HealthFacts,
        Leaving,
        RecurringWork,
        StorageHealth,
        LoopDelay,
        TraceExport,
      ],
      exports: [
        Settings,
        Database,
        Clock,
        Log,
        FailureLog,
        FileStore,
        EvidenceStore,
        UnitOfWork,
        LiveSessions,
        MetricSources,
        Outbox,
        JobHandlers,
        Circuits,
        Attempts,
        Leases,
        StuckJobs,
        QueueReport,
        JobControl,
        OutboxWorker,
        OutboxTurns,
        JobSlots,
        PositionSources,
        HealthFacts,
        Leaving,
        RecurringWork,
        StorageHealth,
        LoopDelay,
      ],
    };
  }

  /** After all work has ended. */
  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

/** Handlers are providers of their features; a process with some of the features has some of them. */
function providedBy(modules: ModuleRef, handler: Type<JobHandler> | undefined): JobHandler | undefined {
  try {
    return handler && modules.get(handler, { strict: false });
  } catch {
    return undefined;
  }
}
