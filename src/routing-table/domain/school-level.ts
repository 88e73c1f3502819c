/** Levels of schools and centres, by which work is shared out among the divisions of a department. */
export const SCHOOL_LEVELS = ['preschool', 'primary', 'lowerSecondary', 'upperSecondary', 'continuing'] as const;

export type SchoolLevel = (typeof SCHOOL_LEVELS)[number];

export const SCHOOL_LEVEL_WORDS: Readonly<Record<SchoolLevel, string>> = {
  preschool: 'Mầm non',
  primary: 'Tiểu học',
  lowerSecondary: 'Trung học cơ sở',
  upperSecondary: 'Trung học phổ thông',
  continuing: 'Giáo dục thường xuyên',
};

export function isSchoolLevel(text: string): text is SchoolLevel {
  return (SCHOOL_LEVELS as readonly string[]).includes(text);
}
