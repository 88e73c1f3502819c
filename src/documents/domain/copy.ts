/** Kinds of certified copies. Source: Nghị định 30/2020/NĐ-CP, Điều 25 và Phụ lục III. */
export const COPY_FORMS = ['SY', 'SL', 'TrS'] as const;

export type CopyForm = (typeof COPY_FORMS)[number];

export const COPY_FORM_WORDS: Readonly<Record<CopyForm, string>> = { SY: 'Sao y', SL: 'Sao lục', TrS: 'Trích sao' };

/** What a copy was made of: paper that was scanned, a letter of ours, a file that came in. */
export const COPY_SOURCES = ['scan', 'outgoing', 'incoming'] as const;

export type CopySource = (typeof COPY_SOURCES)[number];

/** numbered: in the register, not yet signed · sealed: the agency's signature is proved · voided: number kept, with a reason. */
export const COPY_STATES = ['numbered', 'sealed', 'voided'] as const;

export type CopyState = (typeof COPY_STATES)[number];

/** `SY-SGDĐT`: form, then agency. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II. */
export function copyNotation(form: CopyForm, agencySymbol: string): string {
  return `${form}-${agencySymbol}`;
}
