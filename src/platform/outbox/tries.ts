import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Attempts } from './attempts.js';
import { Circuits } from './circuits.js';
import type { Standing } from './circuit.js';
import type { Failure } from './failure.js';
import type { DueJob } from './due-jobs.js';
import { JobHandlers } from './job-handlers.js';
import { Leases, type Ending } from './leases.js';

/** A job in the hands of this worker. */
export interface Try {
  readonly row: DueJob;
  /** Whether it asks, for its whole channel, if the peer is back. */
  readonly isProbe: boolean;
}

class Overtaken extends Error {}

/** The beginning and the end of each try: lease, its line and the circuit of its channel, together or not at all. */
@Injectable()
export class Tries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly leases: Leases,
    private readonly circuits: Circuits,
    private readonly attempts: Attempts,
    private readonly handlers: JobHandlers,
  ) {}

  /** @returns null when another worker holds the job, or its channel is to be left alone by now */
  async begin(row: DueJob): Promise<Try | null> {
    const channel = this.handlers.outsideChannelOf(row.kind);
    const standing: Standing = channel === null ? 'closed' : await this.circuits.standing(channel);
    if (standing === 'wait') return null;
    const isProbe = standing === 'probe';
    try {
      const taken = await this.uow.run(async (tx) => {
        if (!(await this.leases.takeIn(tx, row.seq, isProbe))) return false;
        if (channel === null) return true;
        if (isProbe && !(await this.circuits.beginProbe(tx, channel))) throw new Overtaken();
        await this.attempts.begin(tx, row.seq, channel);
        return true;
      });
      return taken ? { row, isProbe } : null;
    } catch (error) {
      if (error instanceof Overtaken) return null;
      throw error;
    }
  }

  /** @param failure null when the job was done @throws LeaseLost */
  async end(tx: EntityManager, { row, isProbe }: Try, ending: Ending, failure: Failure | null): Promise<void> {
    await this.leases.end(tx, row.seq, ending);
    const channel = this.handlers.outsideChannelOf(row.kind);
    if (channel === null) return;
    await this.attempts.end(tx, row.seq, failure);
    await this.circuits.heed(tx, channel, failure, isProbe);
  }
}
