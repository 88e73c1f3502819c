import type { Actor } from '../../kernel/actor.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import type { FoundFact, ListedReport, ReportEntity } from '../../reports/index.js';
import type { Dimension } from '../../reports/domain/figures.js';
import type { CaseLetter } from '../drafting/case-letters-view.js';

/** By what a table parts; a unit parts by category again. */
export type TableDimension = Exclude<Dimension, 'unitCategory'>;

export interface ReportsReading {
  readonly actor: Actor;
  readonly today: CivilDate;
  readonly reports: readonly ListedReport[];
  /** Whether there are older ones. */
  readonly more: boolean;
}

export interface ReportReading {
  readonly actor: Actor;
  readonly report: ReportEntity;
  readonly dimension: TableDimension;
  /** What was written of it to be sent out, newest first. */
  readonly letters: readonly CaseLetter[];
  /** The unit whose categories are shown; null for the table itself. */
  readonly unitId: string | null;
}

/** Whose rows are asked for, as the address says it. */
export interface RowsWish {
  readonly mark: string;
  readonly span: 'now' | 'before';
  readonly unitId: string | undefined;
  readonly category: string | undefined;
  readonly level: string | undefined;
  readonly channel: string | undefined;
  readonly ground: string | undefined;
}

export interface ReportRowsReading {
  readonly report: ReportEntity;
  readonly wish: RowsWish;
  readonly rows: readonly FoundFact[];
  readonly more: boolean;
}
