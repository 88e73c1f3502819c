import type { Agency } from '../../../src/proposals/domain/competent-agencies.js';
import type { Category } from '../../../src/law/index.js';

/**
 * A paper as a citizen would write it, with what a registry clerk who knows the standing table of routing would decide. `PAPERS` were written by the builder
 * of the proposals, before they were built, `READER_PAPERS` by somebody who had not seen the code.
 */
export interface LabelledPaper {
  readonly text: string;
  readonly field: Category;
  /** Code of the lead unit; null for what is other agencies' work. */
  readonly unit: string | null;
  readonly officer: string | null;
  /** Codes of the schools that it is about, as they are today; several also where it does not say which of them. */
  readonly named: readonly string[];
  /** Who is competent, for what is not the department's. */
  readonly agency?: Agency;
}
