import { z } from 'zod';
import { defineJob } from '../../platform/outbox/job.js';

export const PRINT_REGISTER = defineJob({
  kind: 'registers.print',
  words: 'Tạo bản in sổ',
  channel: 'pages',
  payload: z.object({ printId: z.string() }),
  key: ({ printId }) => `registers.print ${printId}`,
});

export const SEAL_CLOSING = defineJob({
  kind: 'registers.seal',
  words: 'Ký bản ghi khóa sổ',
  channel: 'internal',
  payload: z.object({ printId: z.string() }),
  key: ({ printId }) => `registers.seal ${printId}`,
});

export const KEEP_DIGEST = defineJob({
  kind: 'journal.keepDigest',
  words: 'Ghi bản tổng hợp nhật ký vào thư mục giữ mốc',
  channel: 'archive',
  payload: z.object({ day: z.string() }),
});

export const TELL_LOG_HOST = defineJob({
  kind: 'journal.tellLogHost',
  words: 'Gửi bản tổng hợp nhật ký tới máy chủ nhật ký',
  channel: 'archive',
  payload: z.object({ day: z.string() }),
});
