import { z } from 'zod';
import { defineJob } from '../../platform/outbox/job.js';

export const PRINT_REGISTER = defineJob({
  kind: 'registers.print',
  words: 'Tạo bản in sổ',
  repeat: 'only a print-out that is not made yet',
  channel: 'pages',
  payload: z.object({ printId: z.string() }),
  key: ({ printId }) => `registers.print ${printId}`,
});

export const SEAL_CLOSING = defineJob({
  kind: 'registers.seal',
  words: 'Ký bản ghi khóa sổ',
  repeat: 'one seal for each book and year',
  channel: 'internal',
  payload: z.object({ printId: z.string() }),
  key: ({ printId }) => `registers.seal ${printId}`,
});

export const KEEP_DIGEST = defineJob({
  kind: 'journal.keepDigest',
  words: 'Ghi bản tổng hợp nhật ký vào thư mục giữ mốc',
  repeat: 'one file for each day, never written over',
  channel: 'archive',
  payload: z.object({ day: z.string() }),
});

export const TELL_LOG_HOST = defineJob({
  kind: 'journal.tellLogHost',
  words: 'Gửi bản tổng hợp nhật ký tới máy chủ nhật ký',
  repeat: 'the same signed message stands there twice',
  channel: 'archive',
  payload: z.object({ day: z.string() }),
});

/** A line of the incoming register has the number for which it waited: what leads to it is found by it. */
export const FIND_BY_NUMBER = defineJob({
  kind: 'documents.findByNumber',
  words: 'Cập nhật số đến để tìm phiếu',
  repeat: 'the words of a ticket are written as they are to be',
  channel: 'internal',
  payload: z.object({ documentId: z.string() }),
});

/** A document is done: it goes into the file of its unit, unless a ticket has it. */
export const FILE_DOCUMENT = defineJob({
  kind: 'documents.file',
  words: 'Đưa văn bản vào hồ sơ',
  repeat: 'a paper that lies in its file is not taken in again',
  channel: 'archive',
  payload: z.object({ book: z.enum(['incoming', 'outgoing']), documentId: z.string() }),
  /** What is done again is filed again. @param time how often it was done */
  key: ({ documentId }, time: number) => [documentId, time],
});
