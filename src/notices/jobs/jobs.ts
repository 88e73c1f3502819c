import { z } from 'zod';
import { defineJob } from '../../platform/outbox/job.js';

export const SEND_DIGEST = defineJob({
  kind: 'notices.mail',
  words: 'Gửi thư tổng hợp hằng ngày',
  repeat: 'only a digest not yet sent; one Message-ID for each person and day',
  channel: 'mail',
  payload: z.object({ staffId: z.string(), day: z.string() }),
});
