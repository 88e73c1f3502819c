/** Duties that the law names and that a department gives to whichever unit it likes, from a day to a day. */
export const UNIT_FUNCTIONS = ['registry', 'office', 'supervision', 'leader', 'formatChecker'] as const;

export type UnitFunction = (typeof UNIT_FUNCTIONS)[number];

export const UNIT_KINDS = ['leadership', 'office', 'division', 'inspectorate', 'school', 'centre'] as const;

export type UnitKind = (typeof UNIT_KINDS)[number];
