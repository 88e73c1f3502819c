/** In whose place a document is signed. Source: Nghị định 30/2020/NĐ-CP, Điều 13 và Phụ lục I, phần I, mục II.7. */
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

/** What the head of the agency and the deputies are called. */
export interface SignerTitles {
  readonly head: string;
  readonly deputy: string;
}

function upper(text: string): string {
  return text.toLocaleUpperCase('vi');
}
