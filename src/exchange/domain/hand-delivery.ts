import type { CivilDate } from '../../kernel/civil-date.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';

/** How a letter leaves for somebody whom no code of the exchange leads to; `unreachable`: there is no address, it is kept in the file. */
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

/** What a clerk says of a letter that has left. */
export interface RecordedDelivery {
  readonly way: DeliveryWay;
  readonly sentOn: CivilDate;
  /** The postal item's number, or who signed for it; never an address. */
  readonly note: string | null;
}

export interface GivenDelivery {
  readonly way: string;
  readonly sentOn: CivilDate | null;
  readonly note: string;
}

export function maySendByHand(actor: Actor): boolean {
  return hasRole(actor, 'registryClerk');
}

export function isDeliveryWay(text: string): text is DeliveryWay {
  return DELIVERY_WAYS.some((way) => way === text);
}

/**
 * @param issuedOn the date of the letter: it cannot have left before
 * @throws DomainError `input-invalid` beside the field `way`, `sentOn` or `note`
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 18 khoản 1 and 2; Phụ lục IV, sổ gửi văn bản đi bưu điện: the day, the number, who gets it.
 */
export function requireDelivery(
  { way, sentOn, note: given }: GivenDelivery,
  { issuedOn, today }: { readonly issuedOn: CivilDate; readonly today: CivilDate },
): RecordedDelivery {
  if (!isDeliveryWay(way)) throw wrong('way', 'Chọn cách gửi.');
  if (sentOn === null) throw wrong('sentOn', 'Chọn ngày gửi.');
  if (sentOn < issuedOn || sentOn > today) throw wrong('sentOn', 'Ngày gửi từ ngày ban hành tới hôm nay.');
  const note = given.trim();
  if (note.length > NOTE_LENGTH) throw wrong('note', `Ghi gọn lại: nhiều nhất ${String(NOTE_LENGTH)} ký tự.`);
  if (way === 'unreachable' && note === '') throw wrong('note', 'Ghi vì sao không gửi được cho người phản ánh.');
  return { way, sentOn, note: note === '' ? null : note };
}

function wrong(field: string, message: string): DomainError {
  return new DomainError('input-invalid', { field, message });
}
