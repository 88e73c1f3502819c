/** In whose place a letter is signed. Source: Nghị định 30/2020/NĐ-CP, Điều 13 và Phụ lục I, phần I, mục II.7. */
export const SIGNING_FORMS = ['head', 'TM', 'Q', 'KT', 'TL', 'TUQ'] as const;

export type SigningForm = (typeof SIGNING_FORMS)[number];

export interface Authority {
  readonly form: SigningForm;
  /** The head or the collective that holds the power: `Giám đốc`; for TM. the collective's name. */
  readonly holder: string;
  /** The position of the one who signs, where it differs from the holder: `Phó Giám đốc`, `Chánh Văn phòng`. */
  readonly position?: string;
}

/**
 * The lines above a signature, in capitals: `KT. GIÁM ĐỐC` / `PHÓ GIÁM ĐỐC`.
 *
 * @throws RangeError when a form that needs the signer's own position has none
 */
export function authorityLines({ form, holder, position }: Authority): readonly string[] {
  if (form === 'head') return [upper(holder)];
  if (form === 'Q') return [`Q. ${upper(holder)}`];
  if (position === undefined) throw new RangeError(`${form}. needs the signer's position`);
  return [`${form}. ${upper(holder)}`, upper(position)];
}

/** What the head of the house and the deputies are called. */
export interface SignerTitles {
  readonly head: string;
  readonly deputy: string;
}

/**
 * The lines of a signer by his position: a deputy signs for the head, `KT. GIÁM ĐỐC` / `PHÓ GIÁM ĐỐC`, whoever else under his own.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 13.
 */
export function signingLines(position: string, { head, deputy }: SignerTitles): readonly string[] {
  const isDeputy = upper(position).startsWith(upper(deputy));
  return authorityLines(isDeputy ? { form: 'KT', holder: head, position: deputy } : { form: 'head', holder: position });
}

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
