import { dayWords } from '../day-words.js';
import type { CivilDate } from '../../../kernel/civil-date.js';
import { hasRole, type Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';

/** How a letter leaves for a receiver without a code in the exchange; `unreachable`: there is no address, it is kept in the file. */
export const DELIVERY_WAYS = ['post', 'inPerson', 'email', 'unreachable'] as const;

export type DeliveryWay = (typeof DELIVERY_WAYS)[number];

/** As a clerk chooses it. */
export const DELIVERY_WORDS: Readonly<Record<DeliveryWay, string>> = {
  post: 'Gửi qua bưu điện',
  inPerson: 'Trả trực tiếp',
  email: 'Gửi thư điện tử',
  unreachable: 'Không có địa chỉ liên hệ, lưu hồ sơ',
};

const NOTE_LENGTH = 200;
const MAX_ENVELOPES = 99;

/** What a clerk says of a letter that has left. */
export interface RecordedDelivery {
  readonly way: DeliveryWay;
  readonly sentOn: CivilDate;
  /** Envelopes that went to the post, or copies that were handed over. */
  readonly envelopes: number;
  /** The postal item's number, or who signed for it; never an address. */
  readonly note: string | null;
  /** The day of the postmark or of the receiver's signature; null while there is none. */
  readonly receivedOn: CivilDate | null;
}

export interface GivenDelivery {
  readonly way: string;
  readonly sentOn: CivilDate | null;
  readonly envelopes: number;
  readonly note: string;
  readonly receivedOn: CivilDate | null;
}

/** What comes back of a letter that was sent: the day of the postmark or signature, and its number or who signed. */
export type GivenReceipt = Pick<GivenDelivery, 'receivedOn' | 'note'>;

export function maySendByHand(actor: Actor): boolean {
  return hasRole(actor, 'registryClerk');
}

export function isDeliveryWay(text: string): text is DeliveryWay {
  return DELIVERY_WAYS.some((way) => way === text);
}

/**
 * @param issuedOn the date of the letter: it cannot have left before
 * @throws DomainError `input-invalid` beside the field `way`, `sentOn`, `envelopes`, `note` or `receivedOn`
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 18 khoản 1 and 2; Phụ lục IV, sổ gửi văn bản đi bưu điện: the day, the number, who gets it, the envelopes, the
 * signature and postmark.
 */
export function requireDelivery(
  { way, sentOn, envelopes, note: given, receivedOn }: GivenDelivery,
  { issuedOn, today }: { readonly issuedOn: CivilDate; readonly today: CivilDate },
): RecordedDelivery {
  if (!isDeliveryWay(way)) throw wrong('way', 'Chọn cách gửi.');
  if (sentOn === null) throw wrong('sentOn', 'Chọn ngày gửi.');
  if (sentOn < issuedOn || sentOn > today) throw wrong('sentOn', 'Ngày gửi từ ngày ban hành tới hôm nay.');
  requireEnvelopes(envelopes);
  const note = requireNote(given);
  if (way === 'unreachable' && note === null) throw wrong('note', 'Ghi vì sao không gửi được văn bản.');
  if (receivedOn !== null) requireReceiptDay(receivedOn, { sentOn, today });
  return { way, sentOn, envelopes, note, receivedOn };
}

/**
 * @param sentOn the day on which the letter left
 * @throws DomainError `input-invalid` beside the field `receivedOn` or `note`
 */
export function requireReceipt(
  { receivedOn, note }: GivenReceipt,
  { sentOn, today }: { readonly sentOn: CivilDate; readonly today: CivilDate },
): { readonly receivedOn: CivilDate; readonly note: string | null } {
  if (receivedOn === null) throw wrong('receivedOn', 'Chọn ngày ký nhận, ngày trên dấu bưu điện.');
  requireReceiptDay(receivedOn, { sentOn, today });
  return { receivedOn, note: requireNote(note) };
}

/** Whether a letter was sent and its receipt is not yet recorded. */
export function awaitsReceipt({ way, receivedOn }: { way: DeliveryWay | null; receivedOn: CivilDate | null }): boolean {
  return (way === 'post' || way === 'inPerson') && receivedOn === null;
}

function requireEnvelopes(count: number): void {
  if (Number.isSafeInteger(count) && count >= 1 && count <= MAX_ENVELOPES) return;
  throw wrong('envelopes', `Ghi số bì, số bản từ 1 đến ${String(MAX_ENVELOPES)}.`);
}

function requireReceiptDay(
  receivedOn: CivilDate,
  { sentOn, today }: { readonly sentOn: CivilDate; readonly today: CivilDate },
): void {
  if (receivedOn < sentOn || receivedOn > today) throw wrong('receivedOn', 'Ngày ký nhận từ ngày gửi tới hôm nay.');
}

function requireNote(given: string): string | null {
  const note = given.trim();
  if (note.length > NOTE_LENGTH) throw wrong('note', `Ghi gọn lại: nhiều nhất ${String(NOTE_LENGTH)} ký tự.`);
  return note === '' ? null : note;
}

/** `Gửi qua bưu điện 19/03/2026, RR123456789VN`, as the register of what went out says it. Source: Nghị định 30/2020/NĐ-CP, Phụ lục IV, phần I. */
export function deliveryReceipt({ way, sentOn, note, receivedOn }: Omit<RecordedDelivery, 'envelopes'>): string {
  return [`${DELIVERY_WORDS[way]} ${dayWords(sentOn)}`, signedFor({ note, receivedOn })].filter(Boolean).join(', ');
}

/** `RR123456789VN, ký nhận 23/03/2026`; `''` while nothing is known. */
export function signedFor({ note, receivedOn }: Pick<RecordedDelivery, 'note' | 'receivedOn'>): string {
  return [note, receivedOn === null ? null : `ký nhận ${dayWords(receivedOn)}`].filter(Boolean).join(', ');
}

function wrong(field: string, message: string): DomainError {
  return new DomainError('input-invalid', { field, message });
}
