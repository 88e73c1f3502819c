import { randomBytes } from 'node:crypto';
import { CODE_ALPHABET, CODE_LETTERS, lookUpAddress, printedLookUpCode } from '../../documents/domain/look-up-code.js';
import { isoInVietnam } from '../../kernel/civil-date.js';

/** Where a document of the registers that is put on paper comes from. */
export const CONVERSION_KINDS = ['outgoing', 'incoming'] as const;

export type ConversionKind = (typeof CONVERSION_KINDS)[number];

/** A code of 130 random bits: nobody finds a printed copy by trying. */
export function newConversionCode(): string {
  return Array.from(randomBytes(CODE_LETTERS), (byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]).join('');
}

/** What is printed at the foot of every page of a copy. */
export interface ConversionMark {
  readonly lines: readonly string[];
  /** What the QR code holds: the address at which the copy is looked up. */
  readonly address: string;
}

export interface ConversionFacts {
  readonly code: string;
  readonly publicUrl: string;
  /** The agency that owns the system. */
  readonly owner: string;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly unit: string | null;
}

/**
 * The mark of a paper copy: a mark in words, system and owner, code and address, when and who.
 *
 * Source: Luật Giao dịch điện tử số 20/2023/QH15, Điều 12; Nghị định số 137/2024/NĐ-CP, Điều 4 và Điều 5.
 */
export function conversionMark({ code, publicUrl, owner, madeAt, madeBy, unit }: ConversionFacts): ConversionMark {
  const address = lookUpAddress(publicUrl, code);
  const converter = unit === null ? madeBy : `${madeBy}, ${unit}`;
  return {
    address,
    lines: [
      'BẢN GIẤY CHUYỂN ĐỔI TỪ VĂN BẢN ĐIỆN TỬ theo Điều 12 Luật Giao dịch điện tử và Nghị định số 137/2024/NĐ-CP',
      `Hệ thống: Hồi Âm. Chủ quản: ${owner}`,
      `Mã: ${printedLookUpCode(code)}`,
      `Tra cứu: ${address}`,
      `Chuyển đổi lúc ${isoInVietnam(madeAt)}. Người chuyển đổi: ${converter}`,
      'Chữ ký số chỉ kiểm tra được trên bản điện tử; kết quả kiểm tra xem tại địa chỉ tra cứu.',
    ],
  };
}
