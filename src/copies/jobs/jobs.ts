import { z } from 'zod';
import { defineJob } from '../../platform/outbox/job.js';

export const SEAL_COPY = defineJob({
  kind: 'copies.seal',
  words: 'Ký số bản sao qua hệ thống quản lý văn bản',
  repeat: 'only in state `numbered`; one client request id each time it is asked for',
  channel: 'signing',
  payload: z.object({ copyId: z.string() }),
  key: ({ copyId }, time: number) => [copyId, time],
});
