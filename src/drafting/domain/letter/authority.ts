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

/** Whether the lines, as typed, are a head's own position, `Q.`, or a power line followed by a position. */
export function hasAuthorityForm(lines: readonly string[]): boolean {
  const [first, second, ...rest] = lines;
  if (first === undefined || rest.length > 0) return false;
  if (lines.some((line) => line !== upper(line) || line.trim() === '')) return false;
  const onBehalf = /^(TM|KT|TL|TUQ)\. \S/u.test(first);
  if (onBehalf) return second !== undefined;
  const looksOnBehalf = /^(TM|KT|TL|TUQ)\b/u.test(first);
  return !looksOnBehalf && second === undefined;
}

function upper(text: string): string {
  return text.toLocaleUpperCase('vi');
}
