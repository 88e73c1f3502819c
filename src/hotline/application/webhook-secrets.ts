import { Injectable } from '@nestjs/common';
import { AccountKeys } from '../../organisation/index.js';
import { newWebhookSecret, webhookKey } from '../domain/standard-webhook.js';
import type { WebhookEndpointEntity } from '../persistence/hotline.entities.js';

/** Secrets of endpoints: the database alone opens none. */
@Injectable()
export class WebhookSecrets {
  constructor(private readonly keys: AccountKeys) {}

  /** A new one, to be shown once. @param id of the endpoint: sealed for one it opens for no other */
  async make(id: string): Promise<{ readonly secret: string; readonly sealed: string }> {
    const secret = newWebhookSecret();
    return { secret, sealed: await this.keys.seal(ownerOf(id), Buffer.from(secret)) };
  }

  /** @throws Error when it was sealed for another, with another key, or was changed since */
  async keyOf({ id, secretSealed }: Pick<WebhookEndpointEntity, 'id' | 'secretSealed'>): Promise<Buffer> {
    const key = webhookKey((await this.keys.open(ownerOf(id), secretSealed)).toString());
    if (key === null) throw new Error(`The secret of endpoint ${id} is none.`);
    return key;
  }
}

function ownerOf(id: string): string {
  return `webhook ${id}`;
}
