import { z } from 'zod';
import { inOrderAbout } from '../../exchange/domain/sending-order.js';
import { defineJob } from '../../platform/outbox/job.js';

/** What publishes or withdraws the result of one ticket is done in the order in which it was enqueued: nothing older displaces what is newer. */
const inOrderOf = (ticketId: string): string => `publication:${ticketId}`;

export const ENTER_IMPORTED_ROWS = defineJob({
  kind: 'case.import',
  words: 'Ghi phiếu từ tệp đã xác nhận',
  repeat: 'each row has a key; a row that is known is passed over',
  channel: 'internal',
  payload: z.object({ importId: z.string(), from: z.string() }),
});

export const MAIL_ANSWER_PAGE = defineJob({
  kind: 'case.answerPage',
  words: 'Gửi trang trả lời cho đơn vị chưa có tài khoản',
  repeat: 'only while the page waits for its answer; one Message-ID for each page',
  channel: 'mail',
  payload: z.object({ pageId: z.string() }),
});

/** Waits until it can no longer be taken back. */
export const SAY_REMINDER = defineJob({
  kind: 'case.remind',
  words: 'Gửi lời nhắc cho đơn vị chủ trì',
  repeat: 'one notice to each person for each reminder',
  channel: 'internal',
  payload: z.object({ ticketId: z.string(), lineId: z.string() }),
  key: ({ lineId }) => [lineId],
});

/** Waits until the assignment can no longer be taken back; what the hotline is told of it, and of what follows, waits behind. */
export const SAY_ASSIGNMENT = defineJob({
  kind: 'case.sayAssigned',
  words: 'Báo cán bộ đầu mối được giao phiếu',
  repeat: 'one notice for each assignment',
  channel: 'internal',
  /** `officerId`: who is told; left out for those who assigned it to themselves. */
  payload: z.object({
    ...{ assignmentId: z.string(), ticketId: z.string(), incomingDocumentId: z.string() },
    officerId: z.string().optional(),
  }),
  key: ({ assignmentId }) => [assignmentId],
  orderingKey: ({ incomingDocumentId }) => inOrderAbout(incomingDocumentId),
});

export const RECOUNT_BY_CALENDAR = defineJob({
  kind: 'case.recount',
  words: 'Tính lại hạn theo lịch mới',
  repeat: 'by the calendar in force no date moves a second time',
  channel: 'internal',
  payload: z.object({ calendarVersion: z.string() }),
});

export const RECOUNT_BY_POLICY = defineJob({
  kind: 'case.applyPolicy',
  words: 'Áp dụng bộ thời hạn cho phiếu đang mở',
  repeat: 'a ticket that has the version is passed over',
  channel: 'internal',
  payload: z.object({ policyVersion: z.string() }),
  key: ({ policyVersion }, askedAs: string) => [policyVersion, askedAs],
});

export const PUBLISH_RESULT = defineJob({
  kind: 'publication.publish',
  words: 'Đăng kết quả lên trang công khai',
  repeat: 'a result that stands on the public site is not put there again',
  channel: 'internal',
  payload: z.object({ publicationId: z.string() }),
  orderingKey: (_publication, ticketId: string) => inOrderOf(ticketId),
});

export const WITHDRAW_RESULT = defineJob({
  kind: 'publication.withdraw',
  words: 'Gỡ kết quả của phiếu mở lại khỏi trang công khai',
  repeat: 'what is withdrawn already keeps its reason',
  channel: 'internal',
  payload: z.object({ ticketId: z.string() }),
  key: ({ ticketId }, cycle: number) => [ticketId, cycle],
  orderingKey: ({ ticketId }) => inOrderOf(ticketId),
});
