import type { TextFlaw } from '../format/rules/finding.js';

const ADDRESS = /^(Ông|Bà|Đồng chí|Đ\/c|Thầy|Cô)[.:]?\s+/u;
const TITLE =
  /^((GS|PGS|TS|ThS|Th\.S|T\.S|CN|KS|BS|BSCK[I12]*|DS|NGND|NGƯT|NSND|NSƯT|TSKH|CVC|CVCC)(\.\s*|\s+)|(Ông|Bà|Đồng chí|Đ\/c|Thạc sĩ|Thạc sỹ|Tiến sĩ|Tiến sỹ|Giáo sư|Phó Giáo sư|Phó giáo sư|Nhà giáo [Ưư]u tú|Nhà giáo [Nn]hân dân|Kỹ sư|Bác sĩ|Cử nhân|Thầy|Cô)[.:]?\s+)+/u;
/** Small words between the parts of names of the peoples: `H'`, `Y`, `ê Ban`. */
const WORD = /^[\p{Lu}][\p{Ll}\p{M}']*(?:[-’'][\p{L}'’]+)*$/u;

/**
 * What is wrong with the name under a signature: no title, degree or address before it; each word with a capital.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7.
 *
 * @param titlesAllowed education units may be allowed to print titles; words of address never
 */
export function signerFlaws(name: string, titlesAllowed: boolean): readonly TextFlaw[] {
  const flaws: TextFlaw[] = [];
  const bare = name.trim().replace(TITLE, '');
  if (bare !== name.trim() && (!titlesAllowed || ADDRESS.test(name.trim()))) {
    const message = `Trước họ tên người ký không ghi “${name
      .trim()
      .slice(0, name.trim().length - bare.length)
      .trim()}”.`;
    flaws.push({ rule: 'signer-without-title', message, mended: bare });
  }
  const words = bare.split(/\s+/u);
  if (words.some((word) => /\p{L}/u.test(word) && !isNameWord(word, words.length))) {
    const mended = words.map(inCapitals).join(' ');
    flaws.push({
      rule: 'signer-capitals',
      message: `Họ tên viết chữ thường, hoa đầu tiếng: “${mended}”.`,
      mended: name.trim().replace(bare, mended),
    });
  }
  return flaws;
}

/** One letter alone is a name among the peoples (`Y`, `H`). */
function isNameWord(word: string, words: number): boolean {
  return WORD.test(word) || (words > 1 && /^\p{Lu}$/u.test(word)) || /^\p{Lu}[’']?$/u.test(word);
}

function inCapitals(word: string): string {
  return word.slice(0, 1).toLocaleUpperCase('vi') + word.slice(1).toLocaleLowerCase('vi');
}
