import { z } from 'zod';
import { defineJob } from '../../platform/outbox/job.js';

export const HAND_OUT = defineJob({
  kind: 'circulars.handOut',
  words: 'Phát văn bản quán triệt tới từng người',
  repeat: 'a receiver who has the circular is passed over',
  channel: 'internal',
  payload: z.object({ circularId: z.string() }),
});

export const TELL_RECEIVERS = defineJob({
  kind: 'circulars.tell',
  words: 'Báo người nhận văn bản quán triệt',
  repeat: 'each step of reminding is told once to each',
  channel: 'internal',
  /** `withdrawn`, or the step of a reminder. */
  payload: z.object({ circularId: z.string(), what: z.string() }),
  key: ({ circularId }, when: string) => [when, circularId],
});
