import { z } from 'zod';
import { defineJob } from '../../platform/outbox/job.js';

export const MAKE_REMINDER_LETTER = defineJob({
  kind: 'supervision.letter',
  words: 'Lập văn bản đôn đốc',
  repeat: 'only a letter that is being made',
  channel: 'internal',
  payload: z.object({ letterId: z.string() }),
  key: ({ letterId }, version: number) => [letterId, version],
});
