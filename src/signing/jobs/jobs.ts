import { z } from 'zod';
import { defineJob } from '../../platform/outbox/job.js';

export const SUBMIT_LETTER = defineJob({
  kind: 'signing.submit',
  words: 'Trình ký qua hệ thống quản lý văn bản',
  repeat: 'only in state `pending`; one client request id a revision',
  channel: 'signing',
  payload: z.object({ requestId: z.string() }),
});

export const TAKE_BACK = defineJob({
  kind: 'signing.cancel',
  words: 'Rút văn bản đã trình ký',
  repeat: 'only when given up or withdrawn; withdrawing twice answers the same',
  channel: 'signing',
  payload: z.object({ requestId: z.string() }),
  /** Once more for what landed there after it was withdrawn. */
  key: ({ requestId }, landed?: 'landed') => [landed, requestId],
});

export const KEEP_LATE_FILE = defineJob({
  kind: 'signing.keepLate',
  words: 'Lấy tệp được ký sau khi đã rút',
  repeat: 'only while no such file is kept',
  channel: 'signing',
  payload: z.object({ requestId: z.string(), remoteId: z.string(), fileId: z.string().optional() }),
  key: ({ requestId }) => [requestId],
});

export const LOOK_AT_LETTER = defineJob({
  kind: 'signing.look',
  words: 'Hỏi hệ thống quản lý văn bản về văn bản đang trình ký',
  repeat: 'only a higher revision of the e-office changes anything',
  channel: 'signing',
  payload: z.object({ clientRequestId: z.string() }),
  key: (_letter, why: string) => [why],
});

/** What came back: as the e-office names it there, or the file that a clerk brought. */
const RETURNED = z.object({ requestId: z.string(), fileId: z.string().optional(), sha256: z.string().optional() });

export const PROVE_SIGNED = defineJob({
  kind: 'signing.proveSigned',
  words: 'Kiểm tra tệp lãnh đạo đã ký',
  repeat: 'only in state `signed`',
  channel: 'signing',
  payload: RETURNED,
  key: ({ requestId }, what: string | number, time: number) => [requestId, what, time],
});

export const PROVE_SEALED = defineJob({
  kind: 'signing.proveSealed',
  words: 'Kiểm tra tệp đã đóng dấu',
  repeat: 'only in state `sealing`',
  channel: 'signing',
  payload: RETURNED,
  key: ({ requestId }, what: string | number, time: number) => [requestId, what, time],
});

/** Asks about a file that a leader let on, until the authority answers. */
export const JUDGE_AGAIN = defineJob({
  kind: 'signing.judgeAgain',
  words: 'Kiểm tra lại thu hồi chứng thư',
  repeat: 'one for each override; asking changes nothing until the authority answers',
  channel: 'signing',
  payload: z.object({ requestId: z.string(), fileSha256: z.string(), evidenceId: z.string(), leaderId: z.string() }),
  key: ({ evidenceId }) => [evidenceId],
});

export const APPLY_SEAL = defineJob({
  kind: 'signing.applySeal',
  words: 'Lấy dấu cơ quan qua hệ thống quản lý văn bản',
  repeat: 'only in state `sealing`; one client request id',
  channel: 'signing',
  payload: z.object({ requestId: z.string() }),
  key: ({ requestId }, time: number) => [requestId, time],
});

export const TAKE_NUMBER = defineJob({
  kind: 'signing.takeNumber',
  words: 'Xin số của hệ thống quản lý văn bản',
  repeat: 'the e-office gives a letter one number; only while its order is `asked`',
  channel: 'signing',
  payload: z.object({ requestId: z.string() }),
  key: ({ requestId }, time: number) => [requestId, time],
});

export const SEAL_ANNEXES = defineJob({
  kind: 'signing.sealAnnexes',
  words: 'Ký số phụ lục qua hệ thống quản lý văn bản',
  repeat: 'only annexes not yet signed; one client request id each time it is asked',
  channel: 'signing',
  payload: z.object({ requestId: z.string(), time: z.string() }),
  /** Once more for an annex that a clerk brought, by its position. */
  key: ({ requestId, time }, brought?: number) => [requestId, time, brought],
});

export const RELEASE_LETTER = defineJob({
  kind: 'exchange.release',
  words: 'Phát hành văn bản',
  repeat: 'only in state `sealed`',
  channel: 'internal',
  payload: z.object({ requestId: z.string() }),
});

export const HOLD_BACK_LETTER = defineJob({
  kind: 'exchange.holdBack',
  words: 'Giữ lại văn bản chưa gửi có chữ ký không còn dùng được',
  repeat: 'only what has not left, and once',
  channel: 'internal',
  payload: z.object({ requestId: z.string(), documentId: z.string() }),
  key: ({ requestId }) => [requestId],
});
