import { z } from 'zod';
import { defineJob } from '../../platform/outbox/job.js';

export const MAKE_ANNOUNCEMENT = defineJob({
  kind: 'outages.letter',
  words: 'Lập thông báo gián đoạn',
  channel: 'internal',
  payload: z.object({ outageId: z.string() }),
});
