import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { JobHandler, PayloadOf } from '../../../platform/outbox/job.js';
import { Log } from '../../../platform/telemetry/log.js';
import type { RecountCause } from '../../domain/deadlines/recount.js';
import { OpenDeadlinePages } from '../../persistence/open-deadlines.js';
import { RecountTicket } from './recount-ticket.js';
import { RECOUNT_BY_CALENDAR } from '../../jobs/jobs.js';
import { RECOUNT_BY_POLICY } from '../../jobs/jobs.js';

/**
 * Counts open tickets again, one transaction each. Which they are is read first, for a date that moves would move its ticket in the order of
 * reading. Stopped half way and begun again, it passes over what is done.
 */
@Injectable()
export class RecountOpenTickets {
  constructor(
    private readonly pages: OpenDeadlinePages,
    private readonly recountTicket: RecountTicket,
    private readonly log: Log,
  ) {}

  /** @throws what the first ticket that could not be counted threw, after all others had their turn */
  async recount(cause: RecountCause): Promise<void> {
    const ids: string[] = [];
    for await (const page of this.pages.tickets()) ids.push(...page.map(({ id }) => id));
    const failures: unknown[] = [];
    let moved = 0;
    for (const id of ids) {
      try {
        moved += await this.recountTicket.recount(id, cause);
      } catch (error) {
        failures.push(error);
        this.log.warn('ticket.not-recounted', { ticketId: id, error });
      }
      await breathe();
    }
    this.log.info('tickets.recounted', { ...cause, looked: ids.length, moved, failed: failures.length });
    if (failures.length > 0) throw failures[0];
  }
}

/** Lets open deadlines follow a calendar that was confirmed. Rule 27: a holiday added later moves what is not yet done. */
@Injectable()
export class RecountByCalendar implements JobHandler<typeof RECOUNT_BY_CALENDAR> {
  readonly job = RECOUNT_BY_CALENDAR;

  constructor(private readonly recountOpenTickets: RecountOpenTickets) {}

  /** Counts by the calendar in force, which may be newer than the one of the job by now. */
  handle(): Promise<void> {
    return this.recountOpenTickets.recount({ reason: 'calendar' });
  }
}

/** Measures open tickets by a version of the rules on time. */
@Injectable()
export class RecountByPolicy implements JobHandler<typeof RECOUNT_BY_POLICY> {
  readonly job = RECOUNT_BY_POLICY;

  constructor(private readonly recountOpenTickets: RecountOpenTickets) {}

  handle({ policyVersion }: PayloadOf<typeof RECOUNT_BY_POLICY>): Promise<void> {
    return this.recountOpenTickets.recount({ reason: 'policy', policyVersion: Number(policyVersion) });
  }
}
