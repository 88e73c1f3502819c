import { DAY_MS } from '../../../kernel/civil-date.js';

/** `full`: everybody is read, so that who is missing has left · `delta`: only who changed since the last reading. */
export const RUN_KINDS = ['full', 'delta'] as const;

export type RunKind = (typeof RUN_KINDS)[number];

/**
 * `asked`: waits for a worker · `reading`: under way · `planned`: the plan is there and nothing is written · `approved`: a person wants that plan ·
 * `applied` · `failed`: nothing was changed.
 */
export const RUN_STATES = ['asked', 'reading', 'planned', 'approved', 'applied', 'failed'] as const;

export type RunState = (typeof RUN_STATES)[number];

/** States in which a worker owes something. */
export const UNDER_WAY: readonly RunState[] = ['asked', 'reading', 'approved'];

/** What a run in a state has in `underWay`, which no two runs may have at once. */
export function underWayIn(state: RunState): 1 | null {
  return UNDER_WAY.includes(state) ? 1 : null;
}

/** A run that has not moved for so long was killed. */
export const STALLED_MS = 10 * 60_000;

/** How long a plan may wait for a person. */
export const PLAN_KEPT_MS = DAY_MS;
