import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { requireTendsWebhooks } from '../domain/webhook-endpoint.js';
import { WebhookDeliveryEntity, WebhookEndpointEntity } from '../persistence/hotline.entities.js';
import { DELIVER_WEBHOOK } from '../jobs/jobs.js';

/** Has a message sent once more, under the same id and in the same bytes: the other side knows it if it has it. */
@Injectable()
export class ResendWebhook {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `forbidden`; `not-found` for a message that still waits, or whose endpoint hears nothing any more */
  async resend(actor: Actor, id: string): Promise<void> {
    requireTendsWebhooks(actor);
    await this.uow.run(async (tx) => {
      const delivery = await tx.findOneBy(WebhookDeliveryEntity, { id });
      const endpoint = delivery && (await tx.findOneBy(WebhookEndpointEntity, { id: delivery.endpointId }));
      const mayGo = delivery && (delivery.deliveredAt !== null || delivery.givenUpAt !== null);
      if (!mayGo || endpoint?.disabledAt !== null) throw new DomainError('not-found', { what: 'webhookDelivery' });
      const resent = delivery.resent + 1;
      await tx.update(WebhookDeliveryEntity, { id }, { resent, deliveredAt: null, givenUpAt: null });
      const { endpointId } = delivery;
      await this.outbox.enqueue(tx, DELIVER_WEBHOOK.of({ deliveryId: id }, { endpointId, resent }));
      await this.journal.record(tx, actor, {
        action: 'webhook.resend',
        objectKind: 'webhookDelivery',
        objectId: id,
        detail: { resent },
      });
    });
  }
}
