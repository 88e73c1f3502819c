import { z } from 'zod';
import { defineJob } from '../../platform/outbox/job.js';

export const MAKE_ANNOUNCEMENT = defineJob({
  kind: 'outages.letter',
  words: 'Lập thông báo gián đoạn',
  repeat: 'only an announcement that is not made yet',
  channel: 'internal',
  payload: z.object({ outageId: z.string() }),
});
