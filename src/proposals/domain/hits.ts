/** How often proposals of a unit and a month were right, out of those that were decided. */
export interface HitRow {
  /** `2026-11`: the month of the decision. */
  readonly month: string;
  /** To whom the paper went; null where it was returned. */
  readonly unitId: string | null;
  readonly decided: number;
  readonly unitRight: number;
  readonly officerRight: number;
  readonly fieldRight: number;
}

/** Fewer decided proposals tell nothing. */
const MIN_COUNT = 30;
/** Rarer than this in a hundred, proposals hold up more than they help. */
const MIN_RIGHT = 60;

/** Whether proposals are kept to oneself: of the last ones decided too few were right. They go on being made, so that it is seen when they are right again. */
export function isSilent({ decided, unitRight }: Pick<HitRow, 'decided' | 'unitRight'>): boolean {
  return decided >= MIN_COUNT && unitRight * 100 < decided * MIN_RIGHT;
}
