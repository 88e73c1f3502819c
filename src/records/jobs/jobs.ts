import { z } from 'zod';
import { defineJob } from '../../platform/outbox/job.js';

export const GATHER_PAPERS = defineJob({
  kind: 'records.gather',
  words: 'Lập hồ sơ của phiếu',
  repeat: 'a paper that lies in its file is not taken in again',
  channel: 'archive',
  payload: z.object({ ticketId: z.string() }),
  key: ({ ticketId }, upTo: number) => [ticketId, upTo],
});

export const EXPORT_FILE = defineJob({
  kind: 'records.export',
  words: 'Đóng gói hồ sơ',
  repeat: 'only a bundle that is not made yet',
  channel: 'archive',
  payload: z.object({ exportId: z.string() }),
});
