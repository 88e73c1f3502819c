import type { CivilDate } from '../../../kernel/civil-date.js';
import { dayWords } from '../day-words.js';
import { DELIVERY_WORDS, signedFor, type DeliveryWay } from './hand-delivery.js';
import { copiesWords } from '../copies.js';
import { printedCode, printedNumber } from '../register.js';
import type { RegisterColumn } from '../register-columns.js';

/** Ways that the postal book keeps: e-mail and letters that could not be sent are not in it. */
export const POSTAL_WAYS = ['post', 'inPerson'] as const satisfies readonly DeliveryWay[];

/** A letter that went by post or was handed over. */
export interface PostalRow {
  readonly way: DeliveryWay;
  readonly sentOn: CivilDate;
  /** As the incoming register names who wrote: by the way taken, never by name. */
  readonly receiver: string;
  readonly envelopes: number;
  /** Copies for whom the letter is addressed to. */
  readonly copies: number;
  readonly note: string | null;
  readonly receivedOn: CivilDate | null;
  readonly number: number;
  readonly notation: string;
  readonly isRecalled: boolean;
}

/** Source: Nghị định 30/2020/NĐ-CP, Phụ lục IV, phần I, mẫu sổ gửi văn bản đi bưu điện (6 cột); headings from memory, unconfirmed. */
export const POSTAL_COLUMNS: readonly RegisterColumn<PostalRow>[] = [
  { heading: 'Ngày chuyển', width: 12, paper: 26, text: ({ sentOn }) => dayWords(sentOn) },
  {
    heading: 'Số, ký hiệu văn bản',
    width: 22,
    paper: 42,
    text: ({ number, notation }) => printedCode(number, notation),
  },
  { heading: 'Nơi nhận văn bản', width: 40, paper: 70, text: ({ receiver }) => receiver },
  { heading: 'Số lượng bì', width: 10, paper: 20, text: ({ envelopes }) => printedNumber(envelopes) },
  { heading: 'Ký nhận và dấu bưu điện', width: 30, paper: 54, text: signedFor },
  { heading: 'Ghi chú', width: 24, paper: 40, text: postalNote },
];

/** `Trả trực tiếp; 02 bản; đã thu hồi`; `''` for one copy that went by post and still stands. */
export function postalNote({ way, copies, isRecalled }: Pick<PostalRow, 'way' | 'copies' | 'isRecalled'>): string {
  return [
    way === 'post' ? '' : DELIVERY_WORDS[way],
    copies === 1 ? '' : copiesWords(copies),
    isRecalled ? 'Văn bản đã thu hồi' : '',
  ]
    .filter(Boolean)
    .join('; ');
}
