import type { HandlingState, Settlement } from '../../correspondence/domain/handling.js';
import { kindsBegunFrom } from '../../drafting/domain/begun-from.js';
import { kindNamed } from '../../../templates/catalogue.js';

export const BEGIN = '/soan-van-ban';
export const INCOMING = '/van-ban-den';
export const NEW_PAPER = `${INCOMING}/moi`;

export function incomingDocumentHref(id: string): string {
  return `${INCOMING}/${id}`;
}

export const HANDLING_WORDS: Readonly<Record<HandlingState, string>> = {
  received: 'Chờ chuyển',
  routed: 'Đang giải quyết',
  settled: 'Đã giải quyết',
};

export const SETTLEMENT_WORDS: Readonly<Record<Settlement, string>> = {
  noted: 'Để biết',
  handled: 'Đã xử lý',
  letter: 'Đã trả lời bằng văn bản',
};

/** A letter of the same form carries out and answers. */
const LETTER_WORDS = 'Công văn (trả lời cơ quan khác, triển khai thực hiện)';

/** Kinds that may be begun at a place, as somebody chooses them. */
export function kindChoices(
  place: 'nothing' | 'incoming',
): readonly { readonly value: string; readonly label: string }[] {
  return kindsBegunFrom(place).map((value) => ({
    value,
    label: value === 'cong-van-trien-khai' ? LETTER_WORDS : (kindNamed(value)?.title ?? value),
  }));
}
