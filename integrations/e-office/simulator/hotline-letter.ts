import { beginningOf } from '../../../src/kernel/beginning-of.js';
import { civilDateOf } from '../../../src/kernel/civil-date.js';
import type { Attachment, DocumentMessage, Organ } from '../../../src/exchange/ports/message.js';
import { writeFeedback } from '../edxml/feedback.js';
import type { FeedbackDraft, FeedbackTicket } from './feedback-ticket.js';

/** The hotline's letter of the moment: its code, its identity and the document that carries it. */
export interface HotlineLetter {
  readonly ticket: FeedbackTicket;
  readonly document: DocumentMessage;
}

const NOTATION = 'PA-TĐ1022';

/** The place written under the hotline's letters. */
const PLACE = 'Hải Phòng';

/** `yyyyMMdd` of the day in Việt Nam: tickets are numbered from 1 each day. */
export function hotlineDay(at: Date): string {
  return civilDateOf(at).replaceAll('-', '');
}

/**
 * Puts a citizen's words into the form in which agencies write to each other, with `phan-anh.json` beside it.
 *
 * @param number of the ticket within its day, from 1: code `1022-20261125-0007`
 */
export function hotlineLetter(
  draft: FeedbackDraft,
  files: readonly Attachment[],
  between: { readonly hotline: Organ; readonly department: Organ },
  moment: { readonly number: number; readonly at: Date },
): HotlineLetter {
  const padded = String(moment.number).padStart(4, '0');
  const day = civilDateOf(moment.at);
  // A number that is unique for ever, not only within its day: receivers key on number and notation.
  const codeNumber = `${hotlineDay(moment.at).slice(2)}${padded}`;
  const ticket: FeedbackTicket = {
    ...draft,
    hotlineCode: `1022-${hotlineDay(moment.at)}-${padded}`,
    files: files.map((file) => file.name),
  };
  const { subject, ...feedback } = ticket;
  return {
    ticket,
    document: {
      kind: 'document',
      from: between.hotline,
      to: [between.department],
      codeNumber,
      codeNotation: NOTATION,
      place: PLACE,
      promulgationDate: day,
      typeName: 'Công văn',
      subject,
      // QCVN 102 gives the content 500 characters; the whole text stands in the ticket.
      content: beginningOf(draft.text, 500),
      signer: { competence: 'TL. GIÁM ĐỐC', position: 'Trưởng ca trực', fullName: 'Tổng đài viên mô phỏng' },
      priority: 0,
      responseFor: [],
      documentId: `${between.hotline.id},${day.replaceAll('-', '/')},${codeNumber}/${NOTATION}`,
      business: 'new',
      trace: [{ organId: between.hotline.id, at: moment.at }],
      attachments: [writeFeedback({ ...feedback, receivedAt: moment.at }), ...files],
    },
  };
}
