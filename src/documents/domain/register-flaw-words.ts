import { AWAITED, awaitsNumber } from './arrival/arrival-number.js';
import type { RegisterFlaw } from './register-check.js';

/** A sentence for each flaw. */
export type FlawWords<F extends { readonly code: string }> = {
  readonly [C in F['code']]: (flaw: Extract<F, { readonly code: C }>) => string;
};

/** What anchors show. */
export const RESTORED = 'Cơ sở dữ liệu đã bị cắt bớt hoặc thay bằng một bản cũ.';

/** By its number, or as one that waits for it. */
function named(number: number): string {
  return awaitsNumber({ arrivalNumber: number }) ? `${AWAITED} thứ ${-number}` : `số ${number}`;
}

const REGISTER: FlawWords<RegisterFlaw> = {
  'chain-broken': ({ seq }) =>
    `Chuỗi của sổ đứt ở mục ${seq}: mục này bị sửa, hoặc có mục bị xóa, chèn, đổi chỗ ngay trước nó.`,
  'act-impossible': ({ seq, number }) =>
    `Mục ${seq} của chuỗi ghi một việc mà phần mềm không làm được với dòng ${named(number)}: mục này được chèn vào.`,
  'line-changed': ({ number, seq }) =>
    `Dòng ${named(number)} khác điều đã ghi ở mục ${seq} của chuỗi: có người sửa sổ.`,
  'line-missing': ({ number, seq }) => `Dòng ${named(number)} đã vào sổ (mục ${seq} của chuỗi) nhưng không còn.`,
  'line-not-entered': ({ number }) =>
    `Dòng ${named(number)} không có trong chuỗi: được chèn vào mà không qua phần mềm.`,
  'start-misplaced': ({ seq }) =>
    `Mục ${seq} của chuỗi ghi số bắt đầu không đúng chỗ hoặc không đúng số: có người sửa sổ.`,
  'number-before-start': ({ number, first }) => `Có dòng mang số ${number}, trước số bắt đầu ${first} của sổ.`,
  'number-below-one': ({ number }) => `Có dòng mang số ${number}, nhỏ hơn 1.`,
  'number-repeated': ({ number }) => `Số ${number} có hơn một dòng.`,
  'number-missing': ({ number }) => `Số ${number} không có dòng nào.`,
  'last-number-wrong': ({ number, said }) => `Sổ ghi số cuối đã cấp là ${said}, nhưng có dòng số ${number}.`,
  'file-missing': ({ number, sha256 }) => `Tệp của dòng ${named(number)} không còn trong kho (sha256 ${sha256}).`,
  'file-damaged': ({ number, sha256 }) => `Tệp của dòng ${named(number)} đã bị sửa hoặc hỏng (sha256 ${sha256}).`,
  'before-anchor': ({ seq, rows }) => `Mốc đã ghi ${seq} mục, chuỗi của sổ chỉ còn ${rows}. ${RESTORED}`,
  'anchor-differs': ({ seq }) => `Mục ${seq} khác với mốc: chuỗi của sổ đã bị viết lại từ mục này trở về trước.`,
  'after-closing': ({ seq }) => `Mục ${seq} của chuỗi được ghi sau khi sổ đã khóa.`,
  'closing-missing': ({ seq }) => `Sổ đã khóa ở mục ${seq} của chuỗi, nhưng bản ghi khóa sổ không còn.`,
  'closing-not-entered': () => 'Có bản ghi khóa sổ mà chuỗi của sổ không ghi: được chèn vào mà không qua phần mềm.',
  'closing-differs': ({ seq }) => `Bản ghi khóa sổ khác mục ${seq} của chuỗi, hoặc khác với sổ: có người sửa.`,
  'closing-signature-wrong': () => 'Chữ ký của bản ghi khóa sổ không đúng: bản ghi đã bị sửa.',
  'closing-print-missing': ({ sha256 }) => `Bản in giữ lại khi khóa sổ không còn trong kho (sha256 ${sha256}).`,
  'closing-print-damaged': ({ sha256 }) => `Bản in giữ lại khi khóa sổ đã bị sửa hoặc hỏng (sha256 ${sha256}).`,
};

export function registerFlawSentence(flaw: RegisterFlaw): string {
  return wordedFlaw(REGISTER, flaw);
}

export function wordedFlaw<F extends { readonly code: string }>(words: FlawWords<F>, flaw: F): string {
  return (words[flaw.code as F['code']] as (flaw: F) => string)(flaw);
}
