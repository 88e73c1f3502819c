import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Journal, noteTampers, sealRecords } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { requireEndpoint, requireTendsWebhooks, type EndpointWish } from '../domain/webhook-endpoint.js';
import { WebhookEndpointEntity } from '../persistence/hotline.entities.js';
import { SEALED_ENDPOINT } from '../persistence/sealed-endpoints.js';
import { WebhookPost } from '../ports/webhook-post.port.js';
import { WebhookSecrets } from './webhook-secrets.js';

export interface MadeEndpoint {
  readonly id: string;
  readonly name: string;
  readonly direction: 'in' | 'out';
  /** Shown this once. */
  readonly secret: string;
}

/** Administrators say who hears of tickets and who may call us; a secret that leaked is replaced by a new endpoint. */
@Injectable()
export class KeepEndpoints {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly secrets: WebhookSecrets,
    private readonly post: WebhookPost,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `forbidden`, `input-invalid` */
  async make(actor: Actor, wish: EndpointWish): Promise<MadeEndpoint> {
    requireTendsWebhooks(actor);
    const sound = requireEndpoint(wish, (url) => this.post.flawOf(url));
    const id = newId();
    const { secret, sealed } = await this.secrets.make(id);
    await this.uow.run(async (tx) => {
      await tx.insert(WebhookEndpointEntity, {
        ...sound,
        id,
        secretSealed: sealed,
        createdById: actor.id,
        createdByName: actor.name,
        createdAt: this.clock.now(),
        disabledAt: null,
        disabledByName: null,
      });
      await sealRecords(tx, SEALED_ENDPOINT, [id]);
      await this.journal.record(tx, actor, {
        action: 'webhook.make',
        objectKind: 'webhookEndpoint',
        objectId: id,
        detail: { ...sound },
      });
    });
    return { id, secret, name: sound.name, direction: sound.direction };
  }

  /** It hears nothing any more, or may not call any more. @throws DomainError `forbidden`, `not-found` */
  async disable(actor: Actor, id: string): Promise<void> {
    requireTendsWebhooks(actor);
    await this.uow.run(async (tx) => {
      const ended = { disabledAt: this.clock.now(), disabledByName: actor.name };
      await noteTampers(tx, SEALED_ENDPOINT, [id]);
      const { affected } = await tx.update(WebhookEndpointEntity, { id, disabledAt: IsNull() }, ended);
      if (affected !== 1) throw new DomainError('not-found', { what: 'webhookEndpoint' });
      await sealRecords(tx, SEALED_ENDPOINT, [id]);
      await this.journal.record(tx, actor, {
        action: 'webhook.disable',
        objectKind: 'webhookEndpoint',
        objectId: id,
        detail: {},
      });
    });
  }
}
