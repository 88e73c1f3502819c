import type { Clock } from '../../src/kernel/clock.js';
import type { Database } from '../../src/platform/database/database.js';
import type { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Attempts } from '../../src/platform/outbox/attempts.js';
import { Circuits } from '../../src/platform/outbox/circuits.js';
import { ClockSkewCorrection } from '../../src/platform/outbox/clock-skew-correction.js';
import { DueJobs } from '../../src/platform/outbox/due-jobs.js';
import { Leases } from '../../src/platform/outbox/leases.js';
import type { JobHandlers } from '../../src/platform/outbox/job-handlers.js';
import { OutboxWorker } from '../../src/platform/outbox/outbox-worker.js';
import { Tries } from '../../src/platform/outbox/tries.js';
import { testLog } from './test-log.js';

export interface OutboxContext {
  readonly database: Database;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
}

export interface OutboxParts {
  readonly worker: OutboxWorker;
  readonly leases: Leases;
  readonly circuits: Circuits;
  readonly attempts: Attempts;
  readonly skewCorrection: ClockSkewCorrection;
}

/** One of several workers on the same database. */
export function outboxOf({ database, uow, clock }: OutboxContext, handlers: JobHandlers): OutboxParts {
  const log = testLog();
  const circuits = new Circuits(database, clock);
  const attempts = new Attempts(uow, clock);
  const leases = new Leases(database, uow, clock, circuits, attempts, handlers, log);
  const tries = new Tries(uow, leases, circuits, attempts, handlers);
  const due = new DueJobs(database, handlers, circuits, clock);
  const worker = new OutboxWorker(due, leases, tries, handlers, database, uow, clock, log);
  return {
    worker,
    leases,
    circuits,
    attempts,
    skewCorrection: new ClockSkewCorrection(database, uow, clock, circuits, leases),
  };
}
