import type { Duty } from '../../../law/index.js';

/** Duties about which people are reminded; the others end by themselves or belong to the citizen. */
export const REMINDED_DUTIES = [
  'acknowledge',
  'returnNotCompetent',
  'assign',
  'unitAcknowledge',
  'coordinationReply',
  'process',
  'releaseReply',
] as const satisfies readonly Duty[];

export type RemindedDuty = (typeof REMINDED_DUTIES)[number];

export function isReminded(duty: string): duty is RemindedDuty {
  return REMINDED_DUTIES.some((one) => one === duty);
}

/** Who owes a duty: the registry, the lead unit, or the units that were asked to help. */
export type Owing = 'registry' | 'leadUnit' | 'coordinators';

export const OWED_BY: Readonly<Record<RemindedDuty, Owing>> = {
  acknowledge: 'registry',
  returnNotCompetent: 'registry',
  assign: 'registry',
  unitAcknowledge: 'leadUnit',
  coordinationReply: 'coordinators',
  process: 'leadUnit',
  releaseReply: 'registry',
};

/** What a reminder needs to know of a ticket and of the row of its deadline. */
export interface DutyInView {
  readonly open: boolean;
  readonly pausedAt: Date | null;
  readonly supersededAt: Date | null;
  readonly metAt: Date | null;
}

/** `over`: done, recounted, or nobody waits any more. `paused`: we wait for the citizen, and nobody is reminded of what nobody can do. */
export function standingOf({ open, pausedAt, supersededAt, metAt }: DutyInView): 'owed' | 'paused' | 'over' {
  if (!open || supersededAt !== null || metAt !== null) return 'over';
  return pausedAt === null ? 'owed' : 'paused';
}
