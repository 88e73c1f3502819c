import type { whyNot } from './signing-authority.js';

/** Why somebody may not sign; `gone`: works here no more. */
export type WhyNot = ReturnType<typeof whyNot> | 'gone';

const WHERE = 'Chọn người ký khác rồi lưu bản thảo, hoặc ghi thẩm quyền ở trang Thẩm quyền ký (/tham-quyen-ky).';

const WHY: Readonly<Record<WhyNot, string>> = {
  never: 'chưa được giao ký văn bản nào',
  notYet: 'chưa đến ngày được ký',
  noMore: 'đã hết thẩm quyền ký',
  gone: 'không còn làm việc ở Sở',
  otherKinds: 'không được giao ký loại văn bản này',
};

/** Why somebody may not sign, and what to do. */
export function refusalToSign(fullName: string, why: WhyNot): string {
  return `${fullName} ${WHY[why]}. ${WHERE}`;
}
