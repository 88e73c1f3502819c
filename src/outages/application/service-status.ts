import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { StorageHealth } from '../../platform/health/storage-health.js';
import { Circuits } from '../../platform/outbox/circuits.js';
import { Log } from '../../platform/telemetry/log.js';
import { serviceStates, type ServicePart, type ServiceState } from '../domain/service-state.js';
import { OutageQueries } from '../persistence/outage-queries.js';
import type { OutageEntity } from '../persistence/outage.entity.js';
import { CurrentOutages, type CurrentOutage } from './current-outages.js';

const PAST_SHOWN = 10;

/** What anybody may know of how the service is. */
export interface StatusReading {
  readonly now: Date;
  readonly states: Readonly<Record<ServicePart, ServiceState>>;
  readonly ahead: readonly CurrentOutage[];
  /** Nothing new can be kept for now. */
  readonly keepsNothing: boolean;
  readonly past: readonly Pick<OutageEntity, 'id' | 'summary' | 'startsAt' | 'endsAt'>[];
}

/** The public state of the service; the causes of failures are not shown. */
@Injectable()
export class ServiceStatus {
  constructor(
    private readonly circuits: Circuits,
    private readonly current: CurrentOutages,
    private readonly queries: OutageQueries,
    private readonly health: StorageHealth,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async read(): Promise<StatusReading> {
    const now = this.clock.now();
    try {
      const [problems, circuits, ahead, past] = await Promise.all([
        this.health.problems(),
        this.circuits.list(),
        this.current.ahead(),
        this.queries.past(now, PAST_SHOWN),
      ]);
      const sinceOf = (channel: 'exchange' | 'signing'): Date | null => {
        const circuit = circuits.find((one) => one.channel === channel);
        return circuit === undefined || circuit.state === 'closed' ? null : circuit.failingSince;
      };
      const keepsNothing = problems.length > 0;
      const failingSince = {
        site: keepsNothing ? now : null,
        exchange: sinceOf('exchange'),
        signing: sinceOf('signing'),
      };
      const isOutageRunning = ahead.some(({ startsAt }) => startsAt <= now);
      const facts = { failingSince, isOutageRunning, isOutagePlanned: ahead.length > 0 };
      return { now, states: serviceStates(facts, now), keepsNothing, ahead, past };
    } catch (error) {
      // The page that says so must stand when nothing else does.
      this.log.warn('status.unreadable', { error });
      const failingSince = { site: now, exchange: null, signing: null };
      const facts = { failingSince, isOutageRunning: false, isOutagePlanned: false };
      return { now, states: serviceStates(facts, now), keepsNothing: true, ahead: [], past: [] };
    }
  }
}
