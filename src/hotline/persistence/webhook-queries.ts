import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import {
  HotlineCallEntity,
  WebhookAttemptEntity,
  WebhookDeliveryEntity,
  WebhookEndpointEntity,
} from './hotline.entities.js';

/** An endpoint without what it is known by. */
export type ListedEndpoint = Omit<WebhookEndpointEntity, 'secretSealed'>;

/** Named reads of what went out and came in; newest first, by pages. */
@Injectable()
export class WebhookQueries {
  constructor(private readonly database: Database) {}

  endpoints(): Promise<ListedEndpoint[]> {
    return this.database.reader.manager.find(WebhookEndpointEntity, { order: { createdAt: 'DESC', id: 'ASC' } });
  }

  /** @param before the row after which the page begins; null = the newest */
  deliveries(before: number | null, size: number): Promise<WebhookDeliveryEntity[]> {
    return this.database.reader.manager.find(WebhookDeliveryEntity, {
      where: before === null ? {} : { seq: LessThan(before) },
      order: { seq: 'DESC' },
      take: size,
    });
  }

  /** All tries of these messages, oldest first. */
  async attempts(deliveryIds: readonly string[]): Promise<WebhookAttemptEntity[]> {
    if (deliveryIds.length === 0) return [];
    return this.database.reader.manager.find(WebhookAttemptEntity, {
      where: { deliveryId: In([...deliveryIds]) },
      order: { at: 'ASC' },
    });
  }

  /** What the hotline sent last. */
  calls(size: number): Promise<HotlineCallEntity[]> {
    return this.database.reader.manager.find(HotlineCallEntity, { order: { seq: 'DESC' }, take: size });
  }
}
