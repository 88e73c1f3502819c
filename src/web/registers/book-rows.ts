import { recipientsWithCopies } from '../../documents/domain/copies.js';
import type {
  DocumentFileEntity,
  IncomingDocumentEntity,
  HandDeliveryEntity,
  LinksOfLines,
  OutgoingDocumentEntity,
} from '../../documents/index.js';
import { answers, isReserved, registerNote } from '../../documents/domain/after-release.js';
import { endWords, joinedWords, progressWords } from '../../documents/domain/document-outcome.js';
import { arrivalNumberWords, awaitsNumber } from '../../documents/domain/arrival/arrival-number.js';
import { sourceWords } from '../../documents/domain/given-number.js';
import { printedCode } from '../../documents/domain/register.js';
import { followedThere, takenOverWords } from '../../documents/domain/take-over/taken-over.js';
import type { DispatchEntity } from '../../exchange/index.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import type { TicketOfDocument } from '../../tickets/index.js';
import type { IncomingRow } from './incoming-register.js';
import type { OutgoingRow } from './outgoing-register.js';
import type { RowView } from '../kit/row-list.js';
import type { TrackingRow } from './tracking-register.js';
import type { RegisterBook } from './registers-page.js';
import { signatureLine } from '../signing/signatures.js';
import { ticketStateLabel } from '../kit/words/states.js';
import { fullDay, shortDay, shortMoment } from '../kit/words/time.js';
import { handDeliveryState } from '../documents/hand-delivery.js';
import { shortTitle, unitName, type Names } from '../kit/names.js';
import { sameNumberWarning } from './same-number.js';
import { senderWords } from '../exchange/exchange-tasks-words.js';
import { incomingDocumentHref } from '../correspondence/correspondence-words.js';
import { incomingPair, outgoingPair } from '../documents/pair.js';
import { ticketPill, type Today } from '../deadlines/ticket-deadline.js';

export type BookPage =
  | {
      readonly code: 'di';
      readonly rows: readonly OutgoingDocumentEntity[];
      readonly answered: readonly IncomingDocumentEntity[];
      readonly dispatches: readonly DispatchEntity[];
      /** What clerks send of these by hand. */
      readonly deliveries: readonly HandDeliveryEntity[];
      readonly links: LinksOfLines;
    }
  | {
      readonly code: 'den' | 'theo-doi';
      readonly rows: readonly IncomingDocumentEntity[];
      readonly replies: readonly OutgoingDocumentEntity[];
      /** Documents with which others of the page are answered. */
      readonly joined: readonly IncomingDocumentEntity[];
      /** Arrival numbers of others that bear the same number of the same agency, by the document. */
      readonly same: ReadonlyMap<string, readonly number[]>;
      /** Arrival numbers of the documents that lines of the page update or replace, by their ids. */
      readonly amended: ReadonlyMap<string, number>;
      readonly tickets: readonly TicketOfDocument[];
      /** Ids of the lines that are handled without a ticket, and that this person may open. */
      readonly handled: ReadonlySet<string>;
      /** Files whose signatures were looked at. */
      readonly signed: readonly DocumentFileEntity[];
      readonly names: Names;
    };

export function bookOf(page: BookPage, today: Today): RegisterBook {
  if (page.code === 'di') return { code: 'di', rows: page.rows.map((row) => outgoingRow(row, page)) };
  if (page.code === 'den') return { code: 'den', rows: page.rows.map((row) => incomingRow(row, page)) };
  return { code: 'theo-doi', rows: page.rows.map((row) => trackingRow(row, page, today)) };
}

type OutgoingPage = Extract<BookPage, { code: 'di' }>;
type IncomingPage = Extract<BookPage, { code: 'den' | 'theo-doi' }>;

function outgoingRow(
  row: OutgoingDocumentEntity,
  { answered, dispatches, deliveries, links }: OutgoingPage,
): OutgoingRow {
  const byHand = deliveries.filter(({ outgoingDocumentId }) => outgoingDocumentId === row.id);
  const sending = dispatches.filter(({ outgoingDocumentId }) => outgoingDocumentId === row.id);
  return {
    number: printedCode(row.number, row.notation),
    href: `/van-ban-di/${row.id}`,
    day: shortDay(row.issuedDate),
    kind: row.typeName,
    subject: row.subject,
    signer: row.signerName,
    recipients: recipientsWithCopies(row),
    answers: incomingPair(answered.find(({ id }) => id === row.replyToId)),
    voided: row.state === 'voided' ? (row.voidReason ?? 'không ghi lý do') : null,
    note: row.state === 'voided' ? '' : registerNote(row, links.of(row)),
    ...(row.takenOver === null
      ? (handDeliveryState(row, byHand) ?? releaseState(row, sending))
      : { state: row.givenBy === null ? ('takenOver' as const) : ('elsewhere' as const), latest: null }),
  };
}

/** Released means that it has left: a letter that the other side has not taken yet is still waiting. */
export function releaseState(
  line: Pick<OutgoingDocumentEntity, 'state' | 'releasedAt' | 'recalledAt' | 'reservedAt'>,
  sending: readonly Pick<DispatchEntity, 'sentAt' | 'failure'>[],
): Pick<OutgoingRow, 'state' | 'latest'> {
  const { state, releasedAt, recalledAt } = line;
  if (state !== 'released') return { state: isReserved(line) ? 'reserved' : 'sealing', latest: null };
  if (recalledAt !== null) return { state: 'recalled', latest: shortMoment(recalledAt) };
  const failure = sending.find((one) => one.failure !== null)?.failure ?? null;
  if (failure !== null) return { state: 'notSent', latest: `${failure}; xem Văn bản, bản tin bị từ chối nhận` };
  if (sending.some(({ sentAt }) => sentAt === null)) return { state: 'resending', latest: 'chờ nơi nhận xác nhận' };
  return { state: 'released', latest: releasedAt === null ? null : shortMoment(releasedAt) };
}

function incomingRow(row: IncomingDocumentEntity, page: IncomingPage): IncomingRow {
  return {
    key: keyOf(row),
    number: arrivalNumberWords(row.arrivalNumber),
    href: lineHref(row, page),
    day: shortDay(row.arrivalDate),
    author: row.senderName,
    theirNumber: row.code,
    theirDay: shortDay(row.issuedDate),
    kind: row.typeName,
    subject: row.subject,
    signature: signatureLine(
      page.signed.flatMap(({ documentId, signature }) => (documentId === row.id && signature ? [signature] : [])),
    ),
    messageSignature: row.messageSignature && signatureLine([row.messageSignature]),
    receiver: row.handler ?? 'chưa giao',
    routed: routedWords(row),
    note:
      [row.takenOver && takenOverWords(row.takenOver), row.givenBy && sourceWords(row.givenBy)]
        .filter(Boolean)
        .join('; ') || null,
    warnings: [sameNumberWarning(page.same.get(row.id)), ...senderWords(row, page.amended)].flatMap((one) => one ?? []),
    answeredBy: outgoingPair(replyOf(row, page)),
  };
}

/** By its number; by itself while it waits for one. */
function keyOf(row: IncomingDocumentEntity): string {
  return awaitsNumber(row) ? row.id : String(row.arrivalNumber);
}

function routedWords({ routedOn, receipt }: IncomingDocumentEntity): string | null {
  const parts = [routedOn && `chuyển ${fullDay(routedOn)}`, receipt && `ký nhận ${receipt}`];
  return parts.filter(Boolean).join('; ') || null;
}

function trackingRow(row: IncomingDocumentEntity, page: IncomingPage, today: Today): TrackingRow {
  const ticket = page.tickets.find(({ incomingDocumentId }) => incomingDocumentId === row.id);
  const officer = ticket ? shortTitle(page.names, ticket.officerId) : null;
  const unit = (ticket && unitName(page.names, ticket.leadUnitId)) ?? row.handler ?? 'chưa giao';
  return {
    key: keyOf(row),
    number: arrivalNumberWords(row.arrivalNumber),
    href: lineHref(row, page),
    kind: row.typeName,
    subject: row.subject,
    author: row.senderName,
    holder: officer === null ? unit : `${unit}, ${officer}`,
    deadline: ticket ? ticketPill(ticket, today) : dayPill(row, today),
    dueDay: row.dueDate === null ? '' : `hạn ${shortDay(row.dueDate)}`,
    state: stateOf(row, ticket),
    answeredBy: outgoingPair(replyOf(row, page)),
    noLetter: withoutLetter(row, page),
  };
}

function stateOf({ outcome, takenOver }: IncomingDocumentEntity, ticket: TicketOfDocument | undefined): string {
  if (outcome !== null) return progressWords(outcome);
  if (takenOver !== null) return followedThere(takenOver);
  return ticket ? ticketStateLabel(ticket.state) : 'Đã vào sổ';
}

/** The letter that answers a document, the last one where it came back; of one that is answered with another, the other's. */
function replyOf(
  { id, joinedToId }: IncomingDocumentEntity,
  { replies }: IncomingPage,
): OutgoingDocumentEntity | undefined {
  return replies.findLast((reply) => answers(reply) && reply.replyToId === (joinedToId ?? id));
}

/** What stands in the place of a letter: how the document ended without one, and with which other it is answered. */
function withoutLetter(row: IncomingDocumentEntity, { joined }: IncomingPage): string {
  const other = joined.find(({ id }) => id === row.joinedToId);
  const parts = [...(other === undefined ? [] : [joinedWords(other)]), endWords(row) ?? ''].filter(Boolean);
  return parts.length === 0 ? 'chưa có' : parts.join('; ');
}

/** The ticket of the line that this person may open, or its page where it has none; a letter of several matters has several tickets. */
function lineHref({ id }: IncomingDocumentEntity, { tickets, handled }: IncomingPage): string | null {
  const ticket = tickets.find(({ incomingDocumentId, seen }) => seen && incomingDocumentId === id);
  if (ticket) return `/phieu/${ticket.id}`;
  return handled.has(id) ? incomingDocumentHref(id) : null;
}

/** How the day of a line stands that has no ticket. */
function dayPill({ dueDate, outcome }: IncomingDocumentEntity, { now }: Today): TrackingRow['deadline'] {
  if (dueDate === null || outcome !== null)
    return { tone: 'far', words: dueDate === null ? 'Không đặt hạn' : 'Đã xong' };
  const today = civilDateOf(now);
  if (dueDate < today) return { tone: 'late', words: 'Quá hạn' };
  return dueDate === today ? { tone: 'today', words: 'Đến hạn hôm nay' } : { tone: 'far', words: 'Còn hạn' };
}

export function voidedRow({ number, notation, issuedDate, voidReason }: OutgoingDocumentEntity): RowView {
  return {
    icon: 'minus',
    title: printedCode(number, notation),
    detail: `${shortDay(issuedDate)}, ${voidReason ?? 'không ghi lý do'}`,
  };
}
