import { z } from 'zod';
import { defineJob } from '../../platform/outbox/job.js';

type Sending = Readonly<{ endpointId: string; resent?: number }>;

export const DELIVER_WEBHOOK = defineJob({
  kind: 'webhooks.deliver',
  words: 'Gửi tin về phiếu tới phần mềm khác',
  repeat: 'one `webhook-id` and the same bytes each time',
  channel: 'webhooks',
  payload: z.object({ deliveryId: z.string() }),
  key: ({ deliveryId }, { resent }: Sending) => [deliveryId, resent],
  orderingKey: (_delivery, { endpointId }: Sending) => `webhook:${endpointId}`,
});
