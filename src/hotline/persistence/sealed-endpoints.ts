import type { SealedRecords } from '../../journal/index.js';
import { WebhookEndpointEntity } from './hotline.entities.js';

/** Where tickets are told to, and who may call us by which secret. */
export const SEALED_ENDPOINT: SealedRecords = {
  kind: 'webhookEndpoint',
  entity: WebhookEndpointEntity,
  key: 'id',
  columns: ['direction', 'url', 'secretSealed', 'events', 'disabledAt'],
};
