/** Duties that the law names and that a department gives to whichever unit it likes, from a day to a day. */
export const UNIT_FUNCTIONS = ['registry', 'office', 'supervision', 'contact', 'leader', 'formatChecker'] as const;

export type UnitFunction = (typeof UNIT_FUNCTIONS)[number];

/** `communeDivision`: Phòng Văn hóa - Xã hội of a commune, which has charge of its schools since the districts ended (Luật 72/2025/QH15). */
export const UNIT_KINDS = [
  'leadership',
  'office',
  'division',
  'inspectorate',
  'school',
  'centre',
  'communeDivision',
] as const;

export type UnitKind = (typeof UNIT_KINDS)[number];

/** Those that teach. */
const TEACHING: readonly UnitKind[] = ['school', 'centre'];

export function teaches(kind: UnitKind): boolean {
  return TEACHING.includes(kind);
}

/** What each kind is called by people, on pages and in files. */
export const UNIT_KIND_WORDS: Readonly<Record<UnitKind, string>> = {
  leadership: 'Lãnh đạo Sở',
  office: 'Văn phòng',
  division: 'Phòng thuộc Sở',
  inspectorate: 'Thanh tra',
  school: 'Trường',
  centre: 'Trung tâm',
  communeDivision: 'Phòng Văn hóa - Xã hội cấp xã',
};
