import type { Agency } from '../../../src/proposals/domain/competent-agencies.js';
import type { Category } from '../../../src/law/index.js';

/**
 * A paper as a citizen would write it, with what a registry clerk who knows the standing table of routing would decide. Written by the builder of the
 * proposals, before they were built; how well they do on papers of somebody else is not told by this.
 */
export interface LabelledPaper {
  readonly text: string;
  readonly field: Category;
  /** Code of the lead unit; null for what is other agencies' work. */
  readonly unit: string | null;
  readonly officer: string | null;
  /** Codes of the schools that it is about, as they are today. */
  readonly named: readonly string[];
  /** Who is competent, for what is not the department's. */
  readonly agency?: Agency;
}
