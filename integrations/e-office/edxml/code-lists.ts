import type { BusinessType, EdxmlStatus } from '../../../src/exchange/ports/message.js';
import { EDXML_STATUSES } from '../../../src/exchange/ports/message.js';
import { fold } from '../../../src/kernel/vietnamese.js';

/**
 * Administrative documents (list B of Amendment 1:2022), by the number that is TypeDetail; 10–17 follow
 * Circular 01/2011/TT-BNV, from which the list is taken.
 */
const ADMINISTRATIVE = [
  'Nghị quyết',
  'Quyết định',
  'Chỉ thị',
  'Quy chế',
  'Quy định',
  'Thông cáo',
  'Thông báo',
  'Hướng dẫn',
  'Chương trình',
  'Kế hoạch',
  'Phương án',
  'Đề án',
  'Dự án',
  'Báo cáo',
  'Biên bản',
  'Tờ trình',
  'Hợp đồng',
  'Công văn',
  'Công điện',
  'Bản ghi nhớ',
  'Bản cam kết',
  'Bản thỏa thuận',
  'Giấy chứng nhận',
  'Giấy ủy quyền',
  'Giấy mời',
  'Giấy giới thiệu',
] as const;

const LIST_B = 2;

export interface TypeNumbers {
  readonly type: number;
  /** 0 when the list has no such document. */
  readonly detail: number;
}

/**
 * The numbers of a document's type in the standard profile: Type 2 (list B, administrative documents) and TypeDetail its
 * place in the list, so a công văn is 2/18.
 *
 * The field disagrees: some write Type 18 with detail 0, the published samples 1/0 with the name alone. We follow the
 * text of the amendment, and the only published checker, which takes no Type but 1 and 2. TypeName always goes along,
 * and the name is what readers trust.
 */
export function typeNumbers(typeName: string): TypeNumbers {
  const wanted = fold(typeName);
  return { type: LIST_B, detail: ADMINISTRATIVE.findIndex((name) => fold(name) === wanted) + 1 };
}

/** A name for a message that gives numbers only; null when they are not enough to tell. */
export function typeNameOf(type: number, detail: number): string | null {
  if (type === LIST_B && detail > 0) return ADMINISTRATIVE[detail - 1] ?? null;
  return detail === 0 && type > LIST_B ? (ADMINISTRATIVE[type - 1] ?? null) : null;
}

/** BussinessDocType is the place in this row. */
export const BUSINESS_TYPES: readonly BusinessType[] = ['new', 'revoke', 'update', 'replace'];

/** `1` and `01` are the same status; null for a code without a known meaning. */
export function statusOf(text: string): EdxmlStatus | null {
  const padded = text.padStart(2, '0');
  return EDXML_STATUSES.find((status) => status === padded) ?? null;
}

export const MAX_PRIORITY = 4;

/** Lengths of QCVN 102 as the published checkers name them, in characters. */
export const LENGTHS = {
  OrganizationInCharge: 500,
  OrganName: 200,
  OrganAdd: 500,
  Email: 100,
  Telephone: 20,
  Fax: 20,
  CodeNumber: 11,
  CodeNotation: 30,
  Place: 50,
  TypeName: 100,
  Subject: 500,
  Content: 500,
} as const;
