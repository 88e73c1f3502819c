import { Injectable } from '@nestjs/common';
import { And, Between, In, IsNull, Not } from 'typeorm';
import { DAY_MS } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { OutsideRefused, OutsideUnavailable } from '../../kernel/outside-failure.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { OutsideReader } from '../../tickets/index.js';
import { signatureOf } from '../domain/standard-webhook.js';
import { TRIED_DAYS } from '../domain/webhook-endpoint.js';
import { WebhookAttemptEntity, WebhookDeliveryEntity, WebhookEndpointEntity } from '../persistence/hotline.entities.js';
import { WebhookPost } from '../ports/webhook-post.port.js';
import { WebhookSecrets } from './webhook-secrets.js';
import { DELIVER_WEBHOOK } from '../jobs/jobs.js';

const GONE = 410;
const ASKED_TO_WAIT = 429;
/** Statuses below 500 that mean: later. Source: RFC 9110, 15.5.9; RFC 8470, 5.2; RFC 6585, 4. */
const LATER: readonly number[] = [408, 425, ASKED_TO_WAIT];
/** So often one message may be refused before it makes room for the next. */
const MAX_REFUSALS = 5;

/** One try, as the log shows it. */
type Tried = Pick<WebhookAttemptEntity, 'status' | 'error'>;

/**
 * Delivers one message to one endpoint: the same id and the same bytes each time, signed again with the moment of the try. Tried for three days with
 * growing pauses, five times where it is refused, for those after it wait; an endpoint that says it is gone, or is told nothing any more, hears
 * nothing, and nobody hears of a ticket that was hidden while its message waited.
 *
 * Source: Standard Webhooks 1.0.0, "Operational considerations".
 */
@Injectable()
export class DeliverWebhook implements JobHandler<typeof DELIVER_WEBHOOK> {
  readonly job = DELIVER_WEBHOOK;

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly secrets: WebhookSecrets,
    private readonly post: WebhookPost,
    private readonly tickets: OutsideReader,
  ) {}

  async handle({ deliveryId }: PayloadOf<typeof DELIVER_WEBHOOK>): Promise<void> {
    const { manager } = this.database.reader;
    const delivery = await manager.findOneBy(WebhookDeliveryEntity, { id: deliveryId, deliveredAt: IsNull() });
    if (!delivery) return;
    const endpoint = await manager.findOneByOrFail(WebhookEndpointEntity, { id: delivery.endpointId });
    if (endpoint.disabledAt !== null) throw new OutsideRefused('WEBHOOK-OFF', 'Nơi nhận này đã ngừng.');
    const { ticketId } = delivery;
    if (!(await this.tickets.told([ticketId])).has(ticketId))
      throw new OutsideRefused('WEBHOOK-HIDDEN', 'Phiếu này nay không được nói tới ở ngoài.');
    await this.deliver(delivery, endpoint);
  }

  async giveUp({ deliveryId }: PayloadOf<typeof DELIVER_WEBHOOK>, reason: string): Promise<void> {
    const ended = { givenUpAt: this.clock.now(), lastError: reason.slice(0, 500) };
    await this.uow.run((tx) => tx.update(WebhookDeliveryEntity, { id: deliveryId, deliveredAt: IsNull() }, ended));
  }

  private async deliver(delivery: WebhookDeliveryEntity, endpoint: WebhookEndpointEntity): Promise<void> {
    const { id, body } = delivery;
    const key = await this.secrets.keyOf(endpoint);
    const startedAt = this.clock.now();
    const seconds = Math.floor(startedAt.getTime() / 1000);
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': signatureOf(key, { id, seconds, body: Buffer.from(body) }),
    };
    try {
      const { status, retryAfterSeconds } = await this.post.send({ url: endpoint.url ?? '', headers, body });
      const error = status >= 200 && status < 300 ? null : `Hệ thống kết nối trả lời ${String(status)}.`;
      await this.note(delivery, startedAt, { status, error });
      if (error !== null) throw await this.failureOf(delivery, { status, error, retryAfterSeconds });
    } catch (error) {
      if (!(error instanceof OutsideUnavailable) || error.options.elsewhere === true) throw error;
      await this.note(delivery, startedAt, { status: null, error: error.message });
      throw await this.failureOf(delivery, { status: 0, error: error.message, retryAfterSeconds: null });
    }
  }

  /** An endpoint that is away is no sign that others are: it waits by itself. */
  private async failureOf(
    { id, createdAt }: WebhookDeliveryEntity,
    told: { readonly status: number; readonly error: string; readonly retryAfterSeconds: number | null },
  ): Promise<Error> {
    const { status, error: reason, retryAfterSeconds } = told;
    if (status === GONE) return new OutsideRefused('WEBHOOK-GONE', 'Hệ thống kết nối báo địa chỉ này đã bỏ (410).');
    if (isRefusal(status) && (await this.refusals(id)) >= MAX_REFUSALS)
      return new OutsideRefused(
        'WEBHOOK-REFUSED',
        `Hệ thống kết nối không nhận tin này ${String(MAX_REFUSALS)} lần. ${reason}`,
      );
    const age = this.clock.now().getTime() - createdAt.getTime();
    if (age > TRIED_DAYS * DAY_MS)
      return new OutsideRefused('WEBHOOK-OLD', `Đã thử ${String(TRIED_DAYS)} ngày chưa gửi được. ${reason}`);
    const asked = status === ASKED_TO_WAIT && retryAfterSeconds !== null ? { retryAfterSeconds } : {};
    return new OutsideUnavailable(reason, { elsewhere: true, reason, ...asked });
  }

  /** Tries of a message that were answered with a no, the last one among them. */
  private refusals(deliveryId: string): Promise<number> {
    const status = And(Between(400, 499), Not(In(LATER)));
    return this.database.reader.manager.countBy(WebhookAttemptEntity, { deliveryId, status });
  }

  private async note(
    { id, attempts }: WebhookDeliveryEntity,
    startedAt: Date,
    { status, error }: Tried,
  ): Promise<void> {
    const at = this.clock.now();
    const tookMs = at.getTime() - startedAt.getTime();
    const reason = error?.slice(0, 500) ?? null;
    await this.uow.run(async (tx) => {
      await tx.insert(WebhookAttemptEntity, { id: newId(), deliveryId: id, at, tookMs, status, error: reason });
      await tx.update(
        WebhookDeliveryEntity,
        { id },
        {
          attempts: attempts + 1,
          lastStatus: status,
          lastError: reason,
          givenUpAt: null,
          deliveredAt: error === null ? at : null,
        },
      );
    });
  }
}

function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && !LATER.includes(status);
}
