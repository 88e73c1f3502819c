/**
 * What feedback may be about, so that something was changed by it: the eight kinds of the decree's Article 5. The text of the regulation's own Article 5 (Quy chế kèm
 * QĐ 587/QĐ-UBND ngày 05/3/2024) has not been read, so nothing cites it.
 *
 * Source: Nghị định 20/2008/NĐ-CP, Điều 5.
 */
export const MERIT_KINDS = [
  'conduct',
  'unfit',
  'inconsistent',
  'unlawful',
  'treaty',
  'other',
  'solution',
  'initiative',
] as const;

export type MeritKind = (typeof MERIT_KINDS)[number];

export const MERIT_KIND_WORDS: Readonly<Record<MeritKind, string>> = {
  conduct: 'Vướng mắc do chậm trễ, gây phiền hà, không làm hoặc làm sai',
  unfit: 'Quy định không phù hợp thực tế',
  inconsistent: 'Quy định không đồng bộ, không thống nhất',
  unlawful: 'Quy định không hợp pháp',
  treaty: 'Quy định trái điều ước quốc tế',
  other: 'Vấn đề khác về quy định hành chính',
  solution: 'Phương án xử lý',
  initiative: 'Sáng kiến ban hành quy định mới',
};

/** The outcome. */
export const EFFECTS = ['abolished', 'amended', 'issued', 'supplemented', 'practice'] as const;

export type Effect = (typeof EFFECTS)[number];

export const EFFECT_WORDS: Readonly<Record<Effect, string>> = {
  abolished: 'Bãi bỏ quy định',
  amended: 'Sửa đổi quy định',
  issued: 'Ban hành quy định mới',
  supplemented: 'Bổ sung quy định',
  practice: 'Thay đổi cách làm, chưa thành quy định',
};

/** How far it reaches. */
export const REACHES = ['sector', 'department', 'unit'] as const;

export type Reach = (typeof REACHES)[number];

export const REACH_WORDS: Readonly<Record<Reach, string>> = {
  sector: 'Áp dụng toàn ngành',
  department: 'Áp dụng trong cơ quan Sở',
  unit: 'Áp dụng ở một đơn vị',
};

/** Who is to be commended: the sender, a member of staff, or an organisation. */
export const RECIPIENT_KINDS = ['sender', 'staff', 'organisation'] as const;

export type RecipientKind = (typeof RECIPIENT_KINDS)[number];

/** Whether the sender agrees to be named; the others need not be asked. */
export const CONSENTS = ['unasked', 'given', 'refused'] as const;

export type Consent = (typeof CONSENTS)[number];

export const CONSENT_WORDS: Readonly<Record<Consent, string>> = {
  unasked: 'Chưa hỏi ý kiến',
  given: 'Đồng ý nêu tên',
  refused: 'Không đồng ý nêu tên',
};

export const DOCUMENT_LENGTHS = { shortest: 5, longest: 300 } as const;
export const SYMBOL_LENGTHS = { shortest: 0, longest: 100 } as const;
export const LINK_LENGTHS = { shortest: 0, longest: 300 } as const;
export const ACHIEVEMENT_LENGTHS = { shortest: 20, longest: 1000 } as const;
export const RECIPIENT_LENGTHS = { shortest: 3, longest: 200 } as const;
export const CONSENT_LENGTHS = { shortest: 10, longest: 300 } as const;
export const REASON_LENGTHS = { shortest: 10, longest: 500 } as const;
export const MERIT_TITLE_LENGTHS = { shortest: 10, longest: 300 } as const;
