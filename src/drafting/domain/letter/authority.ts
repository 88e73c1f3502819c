const POWER = /^(TM|Q|KT|TL|TUQ)\. \S/u;
/** A power written in any other way: `KT GIÁM ĐỐC`, `K.T GIÁM ĐỐC`, `TUQ.GIÁM ĐỐC`. */
const LOOKS_LIKE_POWER =
  /^(?:T\.?\s?M|Q|K\.?\s?T|T\.?\s?L|T\.?U\.?Q)(?:[.:/]\s*|\s+)\p{L}|^(?:thay mặt|ký thay|thừa lệnh|thừa ủy quyền|thừa uỷ quyền)\b/iu;

/**
 * What is wrong with the lines above a signature by their words; null when nothing is: a head's own position, `Q.`, or
 * a power and under it the position of the one who uses it, through as many hands as it goes
 * (`TL. GIÁM ĐỐC` / `KT. CHÁNH VĂN PHÒNG` / `PHÓ CHÁNH VĂN PHÒNG`).
 */
export function authorityFlaw(lines: readonly string[]): string | null {
  const bare = lines.map((line) => line.trim()).filter((line) => line !== '');
  const [first = ''] = bare;
  if (first === '') return 'Thiếu quyền hạn, chức vụ của người ký.';
  for (const [at, line] of bare.entries()) {
    const flaw = lineFlaw(line, bare[at + 1]);
    if (flaw !== null) return flaw;
  }
  return /^PHÓ\s/u.test(first) ? `Cấp phó ký thay phải ghi “KT.” và chức vụ cấp trưởng ở dòng trên “${first}”.` : null;
}

function lineFlaw(line: string, next: string | undefined): string | null {
  if (!POWER.test(line)) {
    if (LOOKS_LIKE_POWER.test(line))
      return `Quyền hạn ký viết tắt có dấu chấm và một dấu cách, như “KT. GIÁM ĐỐC”: “${line}”.`;
    return null;
  }
  if (line.startsWith('Q. ')) return null;
  if (/\sPHÓ\s/u.test(line) && next === undefined) return 'Quyền hạn ký và chức vụ của người ký viết thành hai dòng.';
  return next === undefined ? `Dưới “${line}” thiếu chức vụ của người ký.` : null;
}

/** Whether the lines, as typed on a form, stand in capitals and have the form of a signature. */
export function hasAuthorityForm(lines: readonly string[]): boolean {
  const powers = lines.filter((line) => POWER.test(line)).length;
  const isUpper = lines.every((line) => line === upper(line) && line.trim() !== '');
  return isUpper && lines.length <= powers + 1 && authorityFlaw(lines) === null;
}

function upper(text: string): string {
  return text.toLocaleUpperCase('vi');
}
