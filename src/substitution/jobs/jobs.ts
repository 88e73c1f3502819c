import { z } from 'zod';
import { defineJob } from '../../platform/outbox/job.js';

export const TELL_OF_SUBSTITUTION = defineJob({
  kind: 'notices.substitution',
  words: 'Báo người vắng mặt và người xử lý thay',
  repeat: 'one notice for each substitution, what became of it, and person',
  channel: 'internal',
  payload: z.object({ substitution: z.string(), what: z.enum(['made', 'agreed', 'ended']) }),
});
