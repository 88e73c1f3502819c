import { z } from 'zod';
import { defineJob } from '../../platform/outbox/job.js';
import { LETTER_NEWS } from '../domain/letter-news.js';

export const MAKE_PAGE = defineJob({
  kind: 'drafting.makePage',
  words: 'Tạo bản PDF của dự thảo',
  repeat: 'only a revision without a page is made, from what it says now',
  channel: 'pages',
  payload: z.object({
    draftId: z.string(),
    revision: z.string(),
    /** Of what was saved when; left out by earlier versions, which wrote nothing over. */
    savedAt: z.string().optional(),
  }),
});

export const MAKE_SAMPLE = defineJob({
  kind: 'drafting.makeSample',
  words: 'Tạo trang in của mẫu điền thử',
  repeat: 'only an upload without pages is made',
  channel: 'pages',
  payload: z.object({ uploadId: z.string() }),
});

/** An event of a letter. */
const NEWS = z.object({
  eventId: z.string(),
  draftId: z.string(),
  what: z.enum(LETTER_NEWS),
  actorId: z.string(),
  detail: z.string(),
});

/** Updates the ticket that a letter answers. */
export const FOLLOW_LETTER = defineJob({
  kind: 'case.letter',
  words: 'Cập nhật phiếu theo văn bản trả lời',
  repeat: "the event's id is the id of its course line: a second telling finds it",
  channel: 'internal',
  payload: NEWS.extend({ caseId: z.string(), round: z.string(), actorName: z.string() }),
  key: ({ eventId }) => [eventId],
  orderingKey: ({ caseId }) => `case:${caseId}`,
});

/** Updates an incoming document without a ticket that a letter answers. */
export const FOLLOW_ANSWER = defineJob({
  kind: 'document.answer',
  words: 'Cập nhật văn bản đến theo văn bản trả lời',
  repeat: 'a settled document is not settled again',
  channel: 'internal',
  payload: NEWS.extend({ caseId: z.string(), actorName: z.string() }),
  key: ({ eventId }) => [eventId],
  orderingKey: ({ caseId }) => `document:${caseId}`,
});

/** Notifies people of a letter whose case is not a ticket. */
export const TELL_OF_LETTER = defineJob({
  kind: 'letter.tell',
  words: 'Báo người liên quan về công văn',
  repeat: 'a notice is named by the event and the person',
  channel: 'internal',
  payload: NEWS,
  key: ({ eventId }) => [eventId],
  orderingKey: ({ draftId }) => `letter:${draftId}`,
});
