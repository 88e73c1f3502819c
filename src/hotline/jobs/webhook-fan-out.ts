import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { OutsideReader, TicketTouches, type ToldOutside, type Touch } from '../../tickets/index.js';
import { settledUpTo } from '../../tickets/domain/settled-touches.js';
import { standingLines } from '../../tickets/domain/undo.js';
import { eventOf, type HotlineEvent } from '../domain/events.js';
import { webhookPayload } from '../domain/webhook-payload.js';
import { WebhookDeliveryEntity, WebhookEndpointEntity, WebhookWatchEntity } from '../persistence/hotline.entities.js';
import { DELIVER_WEBHOOK } from './jobs.js';

/** Lines of courses that one turn goes through. */
const BATCH = 500;
const WATCH = { id: 1 };

interface Happening {
  readonly touch: Touch;
  readonly event: HotlineEvent;
  readonly ticket: ToldOutside;
}

/**
 * Writes a message to each endpoint for what happened to tickets since the last turn. It goes by the lines of the courses, so that nothing in the life of
 * a ticket need know of endpoints; one line makes one message to each, however often it is seen. What was before the first turn is not told.
 */
@Injectable()
export class WebhookFanOut {
  private seen: number | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly database: Database,
    private readonly touches: TicketTouches,
    private readonly tickets: OutsideReader,
    private readonly outbox: Outbox,
  ) {}

  /** Whether a ticket was touched since what this process last saw told: another one may have told it. */
  async hasNews(): Promise<boolean> {
    return this.seen === null || (await this.touches.since(this.seen, 1)).length > 0;
  }

  /** @returns how many messages were written */
  async run(): Promise<number> {
    const watch = await this.database.reader.manager.findOneBy(WebhookWatchEntity, WATCH);
    if (!watch) {
      const seq = await this.touches.last();
      await this.uow.run((tx) => tx.insert(WebhookWatchEntity, { ...WATCH, seq }));
      return 0;
    }
    const touches = await this.touches.since(watch.seq, BATCH);
    const now = this.clock.now();
    const happenings = await this.happeningsIn(standingLines(touches, now));
    const seq = settledUpTo(watch.seq, touches, now);
    const told = await this.uow.run(async (tx) => {
      if (seq !== watch.seq) await tx.update(WebhookWatchEntity, WATCH, { seq });
      return this.tell(tx, happenings);
    });
    this.seen = seq;
    return told;
  }

  /** Only of tickets that the hotline brought and of which somebody outside may hear. */
  private async happeningsIn(touches: readonly Touch[]): Promise<readonly Happening[]> {
    const told = await this.tickets.told([...new Set(touches.map(({ ticketId }) => ticketId))]);
    return touches.flatMap((touch) => {
      const [event, ticket] = [eventOf(touch), told.get(touch.ticketId)];
      return event === null || ticket === undefined ? [] : [{ touch, event, ticket }];
    });
  }

  private async tell(tx: EntityManager, happenings: readonly Happening[]): Promise<number> {
    if (happenings.length === 0) return 0;
    const endpoints = await tx.findBy(WebhookEndpointEntity, { direction: 'out', disabledAt: IsNull() });
    let told = 0;
    for (const { touch, event, ticket } of happenings) {
      for (const { id: endpointId } of endpoints.filter(({ events }) => events.includes(event))) {
        if (await tx.existsBy(WebhookDeliveryEntity, { endpointId, causeId: touch.id })) continue;
        await this.write(tx, endpointId, { touch, event, ticket });
        told += 1;
      }
    }
    return told;
  }

  private async write(tx: EntityManager, endpointId: string, { touch, event, ticket }: Happening): Promise<void> {
    const id = newId();
    await tx.insert(WebhookDeliveryEntity, {
      id,
      endpointId,
      causeId: touch.id,
      event,
      ticketId: touch.ticketId,
      ticketCode: ticket.code,
      body: webhookPayload(event, touch.at, ticket),
      createdAt: this.clock.now(),
      attempts: 0,
      resent: 0,
      deliveredAt: null,
      givenUpAt: null,
      lastStatus: null,
      lastError: null,
    });
    await this.outbox.enqueue(tx, DELIVER_WEBHOOK.of({ deliveryId: id }, { endpointId }));
  }
}
