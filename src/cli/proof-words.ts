import type { RegisterFlaw } from '../documents/domain/register-check.js';
import type { JournalFlaw } from '../journal/domain/journal-check.js';

type Words<F extends { readonly code: string }> = {
  readonly [C in F['code']]: (flaw: Extract<F, { readonly code: C }>) => string;
};

const RESTORED = 'Cơ sở dữ liệu đã bị cắt bớt hoặc thay bằng một bản cũ.';

const REGISTER: Words<RegisterFlaw> = {
  'chain-broken': ({ seq }) =>
    `Chuỗi của sổ đứt ở mục ${seq}: mục này bị sửa, hoặc có mục bị xóa, chèn, đổi chỗ ngay trước nó.`,
  'act-impossible': ({ seq, number }) =>
    `Mục ${seq} của chuỗi ghi một việc mà phần mềm không làm được với dòng số ${number}: mục này được chèn vào.`,
  'line-changed': ({ number, seq }) => `Dòng số ${number} khác điều đã ghi ở mục ${seq} của chuỗi: có người sửa sổ.`,
  'line-missing': ({ number, seq }) => `Số ${number} đã vào sổ (mục ${seq} của chuỗi) nhưng dòng ấy không còn.`,
  'line-not-entered': ({ number }) => `Dòng số ${number} không có trong chuỗi: được chèn vào mà không qua phần mềm.`,
  'number-below-one': ({ number }) => `Có dòng mang số ${number}, nhỏ hơn 1.`,
  'number-repeated': ({ number }) => `Số ${number} có hơn một dòng.`,
  'number-missing': ({ number }) => `Số ${number} không có dòng nào.`,
  'last-number-wrong': ({ number, said }) => `Sổ ghi số cuối đã cấp là ${said}, nhưng có dòng số ${number}.`,
  'file-missing': ({ number, sha256 }) => `Tệp của dòng số ${number} không còn trong kho (sha256 ${sha256}).`,
  'file-damaged': ({ number, sha256 }) => `Tệp của dòng số ${number} đã bị sửa hoặc hỏng (sha256 ${sha256}).`,
  'before-anchor': ({ seq, rows }) => `Mốc đã ghi ${seq} mục, chuỗi của sổ chỉ còn ${rows}. ${RESTORED}`,
  'anchor-differs': ({ seq }) => `Mục ${seq} khác với mốc: chuỗi của sổ đã bị viết lại từ mục này trở về trước.`,
};

const JOURNAL: Words<JournalFlaw> = {
  'chain-broken': ({ seq }) =>
    `Chuỗi nhật ký đứt ở dòng ${seq}: dòng này bị sửa, hoặc có dòng bị xóa, chèn, đổi chỗ ngay trước nó.`,
  'end-missing': ({ seq }) => `Các dòng từ ${seq} đến cuối nhật ký đã bị xóa.`,
  'end-unknown': ({ seq }) => `Dòng ${seq} trở đi được chèn vào mà không qua phần mềm.`,
  'head-differs': ({ seq }) => `Dòng cuối (${seq}) khác điều phần mềm đã ghi ở đầu chuỗi.`,
  'before-anchor': ({ seq, rows }) => `Mốc đã ghi ${seq} dòng, nhật ký chỉ còn ${rows}. ${RESTORED}`,
  'anchor-differs': ({ seq }) => `Dòng ${seq} khác với mốc: nhật ký đã bị viết lại từ dòng này trở về trước.`,
};

export function registerFlawSentence(flaw: RegisterFlaw): string {
  return worded(REGISTER, flaw);
}

export function journalFlawSentence(flaw: JournalFlaw): string {
  return worded(JOURNAL, flaw);
}

function worded<F extends { readonly code: string }>(words: Words<F>, flaw: F): string {
  return (words[flaw.code as F['code']] as (flaw: F) => string)(flaw);
}
