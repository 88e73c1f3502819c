import { fold } from '../../../kernel/vietnamese.js';
import type { Category } from '../../../law/index.js';

/** Words by which the hotline names what we call a category; the first that occurs decides. Conduct and safety go before the rest. */
const SIGNS: readonly (readonly [Category, readonly string[]])[] = [
  ['schoolSafety', ['bao luc', 'an toan truong hoc', 'bat nat', 'xam hai', 'duoi nuoc']],
  ['boardingMeals', ['ban tru', 'bep an', 'bua an', 'thuc pham']],
  ['staffConduct', ['thai do', 'dao duc', 'hanh vi cua giao vien', 'ung xu']],
  ['fees', ['thu chi', 'hoc phi', 'lam thu', 'khoan thu', 'day them', 'hoc them']],
  ['admission', ['tuyen sinh', 'thi cu', 'ky thi', 'nhap hoc', 'chuyen truong']],
  ['diplomas', ['van bang', 'chung chi', 'bang tot nghiep', 'hoc ba']],
  ['privateCentres', ['trung tam', 'ngoai ngu', 'tu thuc', 'ngoai cong lap']],
  ['policyBenefits', ['che do', 'chinh sach', 'phu cap', 'luong']],
  ['facilities', ['co so vat chat', 'truong lop', 'phong hoc', 'thiet bi']],
  ['procedures', ['thu tuc']],
];

/** The category that the hotline's words mean; `other` when they mean none. A clerk's classification overrides it. */
export function categoryOfWords(words: string): Category {
  const folded = fold(words);
  return SIGNS.find(([, signs]) => signs.some((sign) => folded.includes(sign)))?.[0] ?? 'other';
}
