import { z } from 'zod';
import { defineJob } from '../../platform/outbox/job.js';

export const LOOK_FOR_MESSAGES = defineJob({
  kind: 'exchange.look',
  words: 'Hỏi hệ thống quản lý văn bản có tin mới không',
  repeat: 'asking changes nothing; the inbox is unique by remote id',
  channel: 'looking',
  payload: z.object({}),
  key: (_nothing, eventId: string) => [eventId],
  unlessWaiting: true,
});

export const ACKNOWLEDGE_MESSAGE = defineJob({
  kind: 'exchange.acknowledge',
  words: 'Báo hệ thống quản lý văn bản đã nhận tin',
  repeat: 'same message and sha256, same receipt',
  channel: 'exchange',
  /** `other`: the hash of what came later under the same name, and is refused. */
  payload: z.object({ inboxId: z.string(), other: z.string().optional() }),
  key: ({ inboxId, other }, again?: string) => [inboxId, other ?? again],
});

export const REGISTER_MESSAGE = defineJob({
  kind: 'exchange.register',
  words: 'Vào sổ văn bản đến',
  repeat: 'only an inbox row in state `stored` is taken',
  channel: 'internal',
  payload: z.object({ inboxId: z.string() }),
  key: ({ inboxId }, again?: string) => [inboxId, again],
});

export const HEED_STATUS = defineJob({
  kind: 'exchange.heedStatus',
  words: 'Ghi nơi nhận trả lời việc thu hồi',
  repeat: 'the last answer of a receiver counts',
  channel: 'internal',
  payload: z.object({ inboxId: z.string() }),
  key: ({ inboxId }, again?: string) => [inboxId, again],
});

export const MIRROR_INCOMING = defineJob({
  kind: 'exchange.mirrorIncoming',
  words: 'Ghi văn bản đến sang hệ thống quản lý văn bản',
  repeat: 'one client request id for each document',
  channel: 'exchange',
  /** `inboxId` of what came as a message. */
  payload: z.object({ inboxId: z.string().optional(), incomingDocumentId: z.string() }),
  key: ({ incomingDocumentId }, again?: string) => [incomingDocumentId, again],
});

export const SEND_DISPATCH = defineJob({
  kind: 'exchange.send',
  words: 'Gửi văn bản hoặc trạng thái cho cơ quan khác',
  repeat: 'one consignment id, bytes fixed before the first try',
  channel: 'exchange',
  payload: z.object({ dispatchId: z.string() }),
});

export const REPAIR_DIFFERENCE = defineJob({
  kind: 'exchange.repair',
  words: 'Sửa điểm khác nhau với hệ thống quản lý văn bản',
  repeat: 'only while the difference is being repaired; each repair is safe to repeat',
  channel: 'exchange',
  payload: z.object({ differenceId: z.string() }),
  key: ({ differenceId }, at: string) => [differenceId, at],
});

export const RECONCILE = defineJob({
  kind: 'exchange.reconcile',
  words: 'Đối chiếu với hệ thống quản lý văn bản',
  repeat: 'a comparison changes nothing that a second would not find',
  channel: 'exchange',
  payload: z.object({ byId: z.string(), byName: z.string(), from: z.string().optional() }),
  key: ({ byId }, at: string) => [byId, at],
});

export const OPEN_TICKET = defineJob({
  kind: 'case.open',
  words: 'Mở phiếu từ phản ánh',
  repeat: 'one ticket for each hotline number',
  channel: 'internal',
  payload: z.object({ inboxId: z.string(), incomingDocumentId: z.string() }),
  key: ({ incomingDocumentId }) => [incomingDocumentId],
});

/** Of what is no feedback: it waits to be routed. */
export const OPEN_HANDLING = defineJob({
  kind: 'document.open',
  words: 'Đưa văn bản đến vào việc chờ chuyển',
  repeat: 'one row for each document',
  channel: 'internal',
  payload: z.object({ incomingDocumentId: z.string() }),
  key: ({ incomingDocumentId }) => [incomingDocumentId],
});

/** By the task that was decided. */
const TAKEN_BACK = z.object({ taskId: z.string(), incomingDocumentId: z.string(), reason: z.string().optional() });

export const FOLLOW_TAKING_BACK = defineJob({
  kind: 'case.takenBack',
  words: 'Báo phiếu có văn bản bị nơi gửi lấy lại',
  repeat: "the task's id is the id of the first course line",
  channel: 'internal',
  payload: TAKEN_BACK,
  key: ({ taskId }) => [taskId],
});

export const DOCUMENT_TAKEN_BACK = defineJob({
  kind: 'document.takenBack',
  words: 'Báo người xử lý văn bản không gắn phiếu bị nơi gửi lấy lại',
  repeat: 'a notice is told once for its key',
  channel: 'internal',
  payload: TAKEN_BACK,
  key: ({ taskId }) => [taskId],
});
