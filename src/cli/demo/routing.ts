import type { Category } from '../../law/index.js';
import type { SchoolLevel } from '../../routing-table/domain/school-level.js';

/** How the invented department shares out its work. */
export interface DemonstrationRouting {
  readonly category: Category | null;
  readonly schoolLevel?: SchoolLevel;
  /** Null: the school that the text names. */
  readonly unit: string | null;
  readonly officer: string | null;
}

const line = (
  category: Category | null,
  unit: string | null,
  officer: string | null,
  schoolLevel?: SchoolLevel,
): DemonstrationRouting => ({ category, unit, officer, ...(schoolLevel === undefined ? {} : { schoolLevel }) });

export const ROUTING: readonly DemonstrationRouting[] = [
  line('fees', 'KHTC', 'kientd'),
  line('admission', 'QLCL', 'tamnm'),
  line('diplomas', 'QLCL', 'tamnm'),
  line('policyBenefits', 'TCCB', 'mydt'),
  line('facilities', 'KHTC', 'kientd'),
  line('facilities', null, null, 'upperSecondary'),
  line(null, 'GDMNTH', 'lanpth', 'preschool'),
  line(null, 'GDMNTH', 'lanpth', 'primary'),
  line(null, 'GDTrH', 'chuyenvien', 'lowerSecondary'),
  line(null, 'GDTrH', 'chuyenvien', 'upperSecondary'),
];
