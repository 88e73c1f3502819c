import type { CivilDate } from '../../kernel/civil-date.js';

/** What is counted of one day: tickets received on it, those of them that are still open, and tickets answered on it. */
export interface DayNumbers {
  readonly received: number;
  readonly stillOpen: number;
  readonly answered: number;
}

export type DayCount = DayNumbers & { readonly day: CivilDate };
