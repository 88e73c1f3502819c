import type { Category, Level } from '../../../src/law/index.js';

/** What citizens of the lived year write about; in their words stand the gaps `{lop}`, `{mon}`, `{tien}`, `{truong}`. Every school and person is invented. */
export interface Matter {
  readonly category: Category;
  /** As the operator of the hotline names it. */
  readonly named: string;
  /** Who leads: a part of the department, or the school itself. */
  readonly unit: 'GDTrH' | 'GDMNTH' | 'KHTC' | 'QLCL' | 'TCCB' | 'school';
  readonly level: Level;
  readonly kind: 'feedback' | 'petition';
  readonly subject: string;
  readonly text: string;
  /** What the department found and did. */
  readonly answer: string;
  /** How often it comes, against the others. */
  readonly weight: number;
  /** Whose matter it is, where it is not the department's. */
  readonly agency?: string;
  /** The months in which most of it comes, January 1; none: it comes all year. */
  readonly months: readonly number[];
}

export const matter = (
  [category, named, unit, level, kind, weight, months = []]: readonly [
    Category,
    string,
    Matter['unit'],
    Level,
    Matter['kind'],
    number,
    (readonly number[])?,
  ],
  subject: string,
  [text, answer]: readonly [string, string],
): Matter => ({ category, named, unit, level, kind, weight, months, subject, text, answer });
